# pare: build, test, install. GNU make. Everything that is built goes under $(BUILD).
# `make help` lists the targets.

VERSION := 0.1.0

# With it options would have to stand before files, also in the tests.
unexport POSIXLY_CORRECT

BUILD ?= build
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
bindir ?= $(PREFIX)/bin
datadir ?= $(PREFIX)/share
mandir ?= $(datadir)/man
bashdir ?= $(datadir)/bash-completion/completions
zshdir ?= $(datadir)/zsh/site-functions
# Where XDG_DATA_DIRS is not set, the fish of a Linux distribution does not look below /usr/local.
fishdir ?= $(if $(filter /usr/local:Linux,$(PREFIX):$(shell uname)),/etc/fish/completions,$(datadir)/fish/vendor_completions.d)

all: ## build build/pare (what a plain `make` does)
.PHONY: all

goals_after_deps := $(filter-out deps,$(MAKECMDGOALS))
ifneq ($(filter deps,$(MAKECMDGOALS)),)

# What was looked for before an installation may have been missing, so the other goals run in a make
# of their own afterwards: `make deps check` and `make -j deps check` see what was installed.
deps: ## install the compiler and the libraries that are missing; then the other goals
	@CC='$(CC)' XLSX='$(XLSX)' sh tests/tools/deps.sh build
	$(if $(goals_after_deps),@+$(MAKE) --no-print-directory $(goals_after_deps))
$(goals_after_deps): deps
	@:
.PHONY: deps $(goals_after_deps)

else

# `make XLSX=0` builds without workbooks, where libxlsxwriter cannot be had.
workbook := src/render/book%.c src/render/xlsx_%.c src/render/render_xlsx.c
sources := $(filter-out $(if $(filter 0,$(XLSX)),$(workbook)),$(sort $(wildcard src/*/*.c)))
objects := $(sources:%.c=$(BUILD)/%.o)
headers := $(sort $(wildcard include/*/*.h src/*/*.h))
unit_sources := $(sort $(wildcard tests/unit/*/test_*.c))
units := $(unit_sources:tests/%.c=$(BUILD)/tests/%)
law_sources := $(sort $(wildcard tests/laws/test_*.c))
laws := $(law_sources:tests/%.c=$(BUILD)/tests/%)
pare := $(abspath $(BUILD))/pare

# Homebrew keeps its headers and libraries where the compiler does not look.
brew := $(if $(filter Darwin,$(shell uname)),$(shell brew --prefix 2>/dev/null))

warnings := -Wall -Wextra -Wformat=2 -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wvla -Wnull-dereference -Werror=implicit-function-declaration
# Not every compiler, linker and processor has these: each is tried once, see $(BUILD)/probed.mk.
wanted_cflags := -fstack-protector-strong -fstack-clash-protection -fcf-protection -fPIE
wanted_ldflags := -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack

# _FORTIFY_SOURCE works with optimisation only.
fortify := $(if $(filter -O1 -O2 -O3 -Os -Oz,$(CFLAGS)),-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
all_cppflags = -Iinclude -Isrc -I$(BUILD) -D_XOPEN_SOURCE=700 -D_FILE_OFFSET_BITS=64 \
	-DPARE_VERSION='"$(VERSION)"' $(fortify) $(if $(filter 0,$(XLSX)),-DPARE_WITHOUT_XLSX) \
	$(brew:%=-I%/include) $(CPPFLAGS)
all_cflags = -std=c11 $(warnings) $(probed_cflags) -ffp-contract=off -pthread \
	-ffile-prefix-map=$(CURDIR)=. $(CFLAGS)
all_ldflags = -pthread $(probed_ldflags) $(brew:%=-L%/lib) $(LDFLAGS)
# On Linux libxlsxwriter is loaded when a workbook is written, see src/render/book_library.h.
xlsxwriter := $(if $(filter Linux,$(shell uname)),-ldl,-lxlsxwriter)
libraries := -lcsv -lutf8proc -lxxhash -ljson-c -lexpat -lmd $(if $(filter 0,$(XLSX)),,$(xlsxwriter) -lz) -lm $(LDLIBS)

# Short lines; `make V=1` shows whole commands, `make -s` none.
quiet := $(if $(V),,@)
show = $(if $(V)$(findstring s,$(firstword -$(MAKEFLAGS))),,@echo '  $(1) $(patsubst $(CURDIR)/%,%,$@)')

ifneq ($(filter-out clean help lint dist check-reproducible uninstall deps,$(or $(MAKECMDGOALS),all)),)
include $(BUILD)/probed.mk
endif

$(BUILD)/probed.mk: $(BUILD)/compiler
	@try() { echo 'int main(void) { return 0; }' | \
	    $(CC) -Werror $(CFLAGS) "$$@" -x c - -o $(BUILD)/probe 2>/dev/null; }; \
	cflags=; for flag in $(wanted_cflags); do ! try $$flag || cflags="$$cflags $$flag"; done; \
	ldflags=; for flag in $(wanted_ldflags); do ! try -fPIE $$flag || ldflags="$$ldflags $$flag"; done; \
	printf 'probed_cflags :=%s\nprobed_ldflags :=%s\n' "$$cflags" "$$ldflags" > $@; \
	rm -f $(BUILD)/probe

# These files change only when what is in them changes: another compiler or other flags build anew.
$(BUILD)/compiler: says = $(CC) $(shell $(CC) --version 2>/dev/null | head -n 1) $(CFLAGS)
$(BUILD)/flags: says = $(CC) $(all_cppflags) $(all_cflags) $(all_ldflags) $(libraries)
$(BUILD)/compiler $(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(says)' | cmp -s - $@ || printf '%s\n' '$(says)' > $@
FORCE:

all: $(BUILD)/pare

$(BUILD)/pare: $(BUILD)/src/main.o $(BUILD)/libpare.a
	$(call show,LINK)
	$(quiet)$(CC) $(all_cflags) $(all_ldflags) -o $@ $^ $(libraries)

$(BUILD)/libpare.a: $(objects)
	@rm -f $@
	$(quiet)$(AR) rcs $@ $^

# Style and script of the page, as C strings: without comments and blanks at the start of lines.
$(BUILD)/src/render/render_html.o: $(BUILD)/render/proposal_css.inc $(BUILD)/render/proposal_js.inc
$(BUILD)/render/proposal_%.inc: src/render/proposal.%
	@mkdir -p $(@D)
	$(quiet)sed -e 's|^ *||' -e '/^\/\//d' -e '/^\/\*.*\*\/$$/d' -e '/^$$/d' -e 's|[\"]|\\&|g' \
		-e 's|.*|"&\\n"|' $< > $@

$(BUILD)/src/%.o: src/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call show,CC  )
	$(quiet)$(CC) $(all_cppflags) $(all_cflags) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(BUILD)/libpare.a $(BUILD)/flags
	@mkdir -p $(@D)
	$(call show,TEST)
	$(quiet)$(CC) $(all_cppflags) -Itests/unit $(all_cflags) $(all_ldflags) -MMD -MP -MF $@.d -o $@ $< \
		$(BUILD)/libpare.a -lcmocka $(libraries)

law_helpers := $(filter-out $(law_sources),$(wildcard tests/laws/*.c))
$(BUILD)/tests/laws/%: tests/laws/%.c $(law_helpers) $(wildcard tests/laws/*.h) tests/unit/unit.h $(BUILD)/libpare.a $(BUILD)/flags
	@mkdir -p $(@D)
	$(call show,TEST)
	$(quiet)$(CC) $(all_cppflags) -Itests/unit $(all_cflags) $(all_ldflags) -o $@ $< \
		$(law_helpers) $(BUILD)/libpare.a -lcmocka $(libraries)

demo_files := proposal.html proposal.md $(if $(filter 0,$(XLSX)),,proposal.xlsx)
demo: $(BUILD)/pare ## audit the sample inventory, show the result and write the proposal
	@echo '$$ $(BUILD)/pare audit samples/hospital.csv'
	@$(BUILD)/pare audit samples/hospital.csv
	@mkdir -p $(BUILD)/demo
	@echo; echo '$$ $(BUILD)/pare propose samples/hospital.csv $(demo_files:%=-o $(BUILD)/demo/%)'
	@$(BUILD)/pare propose -q samples/hospital.csv $(demo_files:%=-o $(BUILD)/demo/%)
	@echo 'The proposal is written:' && ls $(demo_files:%=$(BUILD)/demo/%)

check: check-layers check-headers check-unit check-laws check-cases check-options check-same-bytes check-readme ## run every test

check-unit: $(units) ## run the unit tests
	@sh tests/tools/run.sh units $(units)

check-laws: $(laws) $(BUILD)/pare $(BUILD)/tests/bench/generate ## run the laws: what holds for every input
	@PARE='$(pare)' GENERATE='$(abspath $(BUILD))/tests/bench/generate' sh tests/tools/run.sh laws $(laws)

check-cases: $(BUILD)/pare ## run the golden cases; CASE=area/name runs one
	@PARE='$(pare)' sh tests/tools/cases.sh $(CASE)

bless: $(BUILD)/pare ## take what CASE=area/name (or every case) prints now as right
	@PARE='$(pare)' sh tests/tools/cases.sh -b $(CASE)

bless-readme: $(BUILD)/pare ## write what the commands in the READMEs print now into them
	@PARE='$(pare)' sh tests/tools/readme.sh -b $(readmes)

readmes := README.md samples/README.md samples/exports/README.md
check-readme: $(BUILD)/pare ## run the commands in the READMEs and compare what they print
	@PARE='$(pare)' sh tests/tools/readme.sh $(readmes)

check-options: $(BUILD)/pare ## compare --help with the man page and the completions
	@PARE='$(pare)' sh tests/tools/options.sh

check-same-bytes: $(BUILD)/pare ## compare each format under another locale, time zone, folder, thread count
	@PARE='$(pare)' XLSX='$(XLSX)' sh tests/tools/same-bytes.sh

check-layers: ## check that no file includes what its layer may not see
	@sh tests/tools/layers.sh

check-headers: $(headers:%.h=$(BUILD)/headers/%.ok) ## check that each header compiles alone
	@echo "headers: $(words $(headers)) passed, 0 failed"
$(BUILD)/headers/%.ok: %.h $(BUILD)/flags
	@mkdir -p $(@D)
	@echo '#include "$<"' | $(CC) $(all_cppflags) -I. $(all_cflags) -Werror -MMD -MP -MT $@ \
		-MF $(@:.ok=.d) -fsyntax-only -x c -
	@touch $@

$(BUILD)/tests/browser/page: tests/browser/page.c $(BUILD)/libpare.a $(BUILD)/flags
	@mkdir -p $(@D)
	$(call show,TEST)
	$(quiet)$(CC) $(all_cppflags) $(all_cflags) $(all_ldflags) -o $@ $< $(BUILD)/libpare.a $(libraries)

check-browser: $(BUILD)/pare $(BUILD)/tests/browser/page ## open the pages in chromium; installs what it needs
	@sh tests/browser/run.sh '$(pare)' '$(abspath $(BUILD))/tests/browser/page' '$(abspath $(BUILD))/browser'

sanitize := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
check-sanitize: ## run units, laws and cases with address and undefined-behaviour sanitizers
	@+CUT_STEP=5 ASAN_OPTIONS=handle_segv=2:detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 \
		$(MAKE) --no-print-directory BUILD=$(BUILD)/sanitize CFLAGS='-O1 -g $(sanitize)' \
		CPPFLAGS='$(CPPFLAGS) -U_FORTIFY_SOURCE' check-unit check-laws check-cases

threaded := $(addprefix $(BUILD)/tests/unit/,base/test_parallel match/test_candidates match/test_join \
	match/test_radix match/test_vocabulary plan/test_sensitivity rules/test_samples)
check-threads: ## run what works in parallel under the thread sanitizer
	@+$(MAKE) --no-print-directory BUILD=$(BUILD)/threads CFLAGS='-O1 -g -fsanitize=thread' \
		CPPFLAGS='$(CPPFLAGS) -U_FORTIFY_SOURCE' threaded
threaded: $(threaded) $(BUILD)/pare $(BUILD)/tests/bench/generate
	@sh tests/tools/threads.sh '$(abspath $(BUILD))' $(threaded)

check-valgrind: $(BUILD)/pare ## run commands on the samples under valgrind
	@sh tests/tools/deps.sh lint
	@PARE='$(pare)' XLSX='$(XLSX)' sh tests/tools/valgrind.sh

coverage := $(BUILD)/coverage
# Without real data, so that it comes to the same everywhere; without optimisation, so that branches
# are those of the source. Whatever is tried very often is tried less often here.
coverage: ## run units, laws and cases counting lines and branches, and hold them to a least share
	@sh tests/tools/deps.sh coverage
	@mkdir -p $(coverage)
	@find $(coverage) -name '*.gcda' -exec rm {} +
	@gcc -std=c11 -O1 -c -o $(coverage)/leave.o tests/coverage/leave.c
	@+PARE_DATA= CUT_STEP=29 LAW_PART=5 $(MAKE) --no-print-directory BUILD=$(coverage) CC=gcc \
		CFLAGS='-O0 -g --coverage' \
		LDFLAGS='--coverage -Wl,--wrap=_exit $(abspath $(coverage))/leave.o' check-unit check-laws check-cases
	@sh tests/tools/coverage.sh $(coverage)

check-xlsx: $(BUILD)/pare ## open workbooks in LibreOffice, recompute and compare; installs what it needs
	@sh tests/tools/workbook.sh '$(pare)' '$(abspath $(BUILD))/xlsx'

FOREIGN ?= s390x armhf
check-foreign: ## build for a processor with big ends and one of 32 bits, and run units and cases in qemu
	@+MAKE='$(MAKE)' sh tests/tools/foreign.sh '$(abspath $(BUILD))' $(FOREIGN)

check-faults: $(BUILD)/pare $(BUILD)/tests/faults/fault.so ## let every allocation, read, write and call fail, and kill it, once each
	@PARE='$(pare)' XLSX='$(XLSX)' sh tests/tools/faults.sh '$(abspath $(BUILD))/tests/faults/fault.so'
$(BUILD)/tests/faults/fault.so: tests/faults/fault.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call show,LINK)
	$(quiet)$(CC) -std=c11 -O1 -fPIC -shared -o $@ $< -ldl

lint: $(BUILD)/render/proposal_css.inc $(BUILD)/render/proposal_js.inc ## static analysis of the code, and the man page checked
	@sh tests/tools/deps.sh lint
	@MAKE='$(MAKE)' BUILD='$(BUILD)' sh tests/tools/lint.sh

install: $(BUILD)/pare ## install under PREFIX (/usr/local), below DESTDIR
	install -d '$(DESTDIR)$(bindir)' '$(DESTDIR)$(mandir)/man1' '$(DESTDIR)$(bashdir)' \
		'$(DESTDIR)$(zshdir)' '$(DESTDIR)$(fishdir)'
	install -m 755 $(BUILD)/pare '$(DESTDIR)$(bindir)/pare'
	install -m 644 src/cli/pare.1 '$(DESTDIR)$(mandir)/man1/pare.1'
	install -m 644 src/cli/completions/pare.bash '$(DESTDIR)$(bashdir)/pare'
	install -m 644 src/cli/completions/_pare '$(DESTDIR)$(zshdir)/_pare'
	install -m 644 src/cli/completions/pare.fish '$(DESTDIR)$(fishdir)/pare.fish'

uninstall: ## remove what install put there
	rm -f '$(DESTDIR)$(bindir)/pare' '$(DESTDIR)$(mandir)/man1/pare.1' '$(DESTDIR)$(bashdir)/pare' \
		'$(DESTDIR)$(zshdir)/_pare' '$(DESTDIR)$(fishdir)/pare.fish'

check-install: $(BUILD)/pare ## install, run, complete and remove below a scratch folder
	@MAKE='$(MAKE)' sh tests/tools/install.sh '$(pare)'

dist: ## pack the committed sources as build/pare-VERSION.tar.gz
	@mkdir -p $(BUILD)
	git -c safe.directory='*' archive --prefix=pare-$(VERSION)/ -o $(BUILD)/pare-$(VERSION).tar.gz HEAD

# Debian looks for completions of zsh elsewhere.
deb: $(BUILD)/pare ## make a Debian package, build/deb/pare_VERSION-1_ARCHITECTURE.deb
	@sh tests/tools/deps.sh deb
	@rm -rf $(BUILD)/deb
	@+$(MAKE) --no-print-directory -s install DESTDIR=$(abspath $(BUILD))/deb/root PREFIX=/usr \
		zshdir=/usr/share/zsh/vendor-completions
	@install -d $(BUILD)/deb/root/usr/share/doc/pare/examples
	@install -m 644 README.md $(BUILD)/deb/root/usr/share/doc/pare
	@install -m 644 $(wildcard samples/*.csv) $(BUILD)/deb/root/usr/share/doc/pare/examples
	@CC='$(CC)' XLSX='$(XLSX)' sh tests/tools/deb.sh '$(BUILD)' '$(VERSION)'

check-reproducible: dist ## build from the archive in two folders and compare the bytes
	@MAKE='$(MAKE)' sh tests/tools/reproducible.sh '$(abspath $(BUILD))' '$(VERSION)'

clean: ## remove everything that was built
	rm -rf $(BUILD)

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile tests/*/*.mk | while IFS='	' read -r target what; do \
		printf '%-20s %s\n' "$$target" "$$what"; done

.PHONY: check-xlsx demo check check-unit check-laws check-cases check-readme check-options check-layers \
	check-headers check-same-bytes check-browser check-faults check-sanitize check-threads threaded coverage \
	check-valgrind check-foreign check-install bless bless-readme lint install uninstall dist deb \
	check-reproducible clean help FORCE
.SECONDARY:
.DELETE_ON_ERROR:

-include tests/bench/bench.mk tests/fuzz/fuzz.mk
-include $(objects:.o=.d) $(BUILD)/src/main.d $(units:=.d) $(headers:%.h=$(BUILD)/headers/%.d)

endif
