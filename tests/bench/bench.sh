#!/bin/sh
# Times the whole audit against a bare parse of the same file, and scores the matcher on planted copies.
# usage: bench.sh BUILD [REPORTS...]; RUNS and SEED may be set. Files stay in BUILD/bench.
set -eu
build=$1
shift
[ $# -gt 0 ] || set -- 500 10000 100000
tools=$build/tests/bench
files=$build/bench
runs=${RUNS:-7}
seed=${SEED:-1}
status=0
mkdir -p "$files"
for reports in "$@"; do
    wide=$files/wide-$reports-$seed.csv
    truth=$files/wide-$reports-$seed.truth
    [ -f "$wide" ] || "$tools/generate" "$reports" "$seed" wide "$wide" "$truth"
    echo "== $reports reports, $(($(wc -c < "$wide") / 1000)) kB, wide; seconds, ratio to the bare parse, memory"
    "$tools/measure" "$runs" "$tools/bare_parse $wide" \
        "$build/pare audit -q --threads 1 -f terminal -o /dev/null $wide" \
        "$build/pare audit -q --threads 2 -f terminal -o /dev/null $wide"
    "$tools/match_stages" 2 "$wide" "$truth" || status=1
done
exit $status
