# Fuzz targets: tests/fuzz/fuzz_NAME.c with libFuzzer, address and undefined-behaviour sanitizers.

fuzz_sources := $(sort $(wildcard tests/fuzz/fuzz_*.c))
fuzzers := $(fuzz_sources:%.c=$(BUILD)/%)
FUZZ_SECONDS ?= 15
# clang also objects to NULL + 0, as of empty lists; every compiler gives NULL, and so will the next C.
fuzz_sanitize := -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=pointer-overflow \
	-fno-sanitize-recover=undefined

check-fuzz: ## run each fuzz target for FUZZ_SECONDS (15); FUZZ=name runs one
	@sh tests/tools/deps.sh lint
	@+$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=clang LDFLAGS= \
		CFLAGS='-O1 -g -fno-omit-frame-pointer $(fuzz_sanitize)' \
		CPPFLAGS='$(CPPFLAGS) -U_FORTIFY_SOURCE' fuzzers
	@FUZZ_SECONDS='$(FUZZ_SECONDS)' sh tests/tools/fuzz.sh '$(abspath $(BUILD))/fuzz' $(FUZZ)

fuzzers: $(fuzzers)
$(BUILD)/tests/fuzz/%: tests/fuzz/%.c tests/fuzz/fuzz.h $(BUILD)/libpare.a $(BUILD)/flags
	@mkdir -p $(@D)
	$(call show,FUZZ)
	$(quiet)$(CC) $(all_cppflags) -D_GNU_SOURCE $(all_cflags) -fsanitize=fuzzer $(all_ldflags) -o $@ $< \
		$(BUILD)/libpare.a $(libraries)
.PHONY: check-fuzz fuzzers
