# pare: build, test, install. GNU make. Everything that is built goes under build/.

BUILD ?= build
PREFIX ?= /usr/local
CFLAGS ?= -O2 -g
VERSION := 0.1.0

sources := $(sort $(wildcard src/*/*.c))
objects := $(sources:%.c=$(BUILD)/%.o)
unit_sources := $(sort $(wildcard tests/unit/*/test_*.c))
units := $(unit_sources:tests/unit/%.c=$(BUILD)/unit/%)

warnings := -Wall -Wextra -Wformat=2 -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wvla -Wnull-dereference -Werror=implicit-function-declaration
all_cppflags := -Iinclude -Isrc -I$(BUILD) -D_XOPEN_SOURCE=700 -DPARE_VERSION='"$(VERSION)"' $(CPPFLAGS)
all_cflags := -std=c11 $(warnings) -fstack-protector-strong -fPIE -ffp-contract=off -pthread \
	-ffile-prefix-map=$(CURDIR)=. $(CFLAGS)
all_ldflags := -pie -pthread -Wl,-z,relro,-z,now,-z,noexecstack $(LDFLAGS)
libraries := -lcsv -lutf8proc -lxxhash -ljson-c -lexpat -lmd -lm $(LDLIBS)

all: $(BUILD)/pare

$(BUILD)/pare: $(BUILD)/src/main.o $(BUILD)/libpare.a
	$(CC) $(all_cflags) $(all_ldflags) -o $@ $^ $(libraries)

$(BUILD)/libpare.a: $(objects)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(all_cppflags) $(all_cflags) -MMD -MP -c -o $@ $<

$(BUILD)/unit/%: tests/unit/%.c $(BUILD)/libpare.a
	@mkdir -p $(@D)
	$(CC) $(all_cppflags) -Itests/unit $(all_cflags) $(all_ldflags) -MMD -MP -MF $@.d -o $@ $< $(BUILD)/libpare.a -lcmocka $(libraries)

check-unit: $(units)
	@set -e; for unit in $(units); do $$unit; done

clean:
	rm -rf $(BUILD)

.PHONY: all check-unit clean
.SECONDARY:
-include $(objects:.o=.d) $(BUILD)/src/main.d $(units:=.d)
