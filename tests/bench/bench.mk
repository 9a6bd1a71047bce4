# Speed and recall: tests/bench. `make bench SIZES="500 100000 1000000"` measures those.

SIZES ?= 100 1000 10000 100000
bench_tools := $(addprefix $(BUILD)/tests/bench/,generate bare_parse match_stages audit_stages)

$(BUILD)/tests/bench/generate: tests/bench/generate_words.def

bench: $(bench_tools) $(BUILD)/pare ## time the audit against a bare parse and score the matcher
	@sh tests/bench/bench.sh $(BUILD) $(SIZES)

check-instructions: $(bench_tools) $(BUILD)/pare ## count the instructions of an audit (valgrind)
	@sh tests/bench/instructions.sh $(BUILD)

bench-peers: $(bench_tools) ## find alike names with pare and with SimString, DuckDB and PostgreSQL
	@sh tests/bench/peers.sh $(BUILD) $(or $(NAMES),10000 100000)

.PHONY: bench bench-peers check-instructions
