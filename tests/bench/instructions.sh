#!/bin/sh
# Counts instructions of an audit of 10,000 reports with one thread against a bare parse: the same on
# every machine, so that a slower program is seen at once. usage: instructions.sh BUILD
# The limit is what the program needed when it was set, and some room for other compilers.
set -eu
build=$1
limit=${LIMIT:-2.78}
tools=$build/tests/bench
files=$build/bench
if ! command -v valgrind > /dev/null; then
    echo "instructions: SKIPPED, no valgrind" >&2
    exit 0
fi
mkdir -p "$files"
wide=$files/wide-10000-1.csv
[ -f "$wide" ] || "$tools/generate" 10000 1 wide "$wide" "$files/wide-10000-1.truth"
count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 > /dev/null |
        sed -n 's/.*refs: *//p' | tr -d ,
}
bare=$(count "$tools/bare_parse" "$wide")
audit=$(count "$build/pare" audit -q --threads 1 -f terminal -o /dev/null "$wide")
awk -v bare="$bare" -v audit="$audit" -v limit="$limit" 'BEGIN {
    printf "instructions: audit %.0f million, bare parse %.0f million, ratio %.2f, limit %.2f\n",
        audit / 1e6, bare / 1e6, audit / bare, limit
    exit !(bare > 0 && audit / bare <= limit)
}'
