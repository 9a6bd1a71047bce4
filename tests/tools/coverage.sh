#!/bin/sh
# Sums up what a build with --coverage has run, by layer, and holds it to the least that is asked for.
# Lines of all of src; branches of the layers that decide. Pages by file: BUILD/coverage/index.html.
# coverage.sh BUILD
set -eu

build=$1
lines=95
# layer and its least share of branches
branches='model 90
match 90
rules 90
plan 90'

rm -f "$build"/probe*.gcno "$build"/*.html
gcovr -r . --object-directory "$build" --json "$build/coverage.json" --gcov-ignore-parse-errors \
    --filter src/ --filter include/ "$build" >/dev/null
mkdir -p "$build/coverage"
gcovr -r . -a "$build/coverage.json" --html-details "$build/coverage/index.html"

failed=0
measure() # name, filter, options of gcovr...
{
    name=$1 filter=$2
    shift 2
    if ! gcovr -r . -a "$build/coverage.json" --filter "$filter" --print-summary -o "$build/list" "$@" \
        >"$build/sum" 2>"$build/said"; then
        failed=$((failed + 1))
        grep -i 'fail' "$build/said" || cat "$build/said"
    elif grep -q ' out of 0)' "$build/sum"; then
        failed=$((failed + 1))
        echo "coverage: $name: nothing was counted"
    fi
    sed -n "s/^\(lines\|branches\): \([0-9.]*%\) (\(.*\))/coverage: $name: \1 \2, \3/p" "$build/sum"
}

measure src src/ --fail-under-line $lines
echo "$branches" >"$build/least"
while read -r layer least; do
    measure "$layer" "src/$layer/" --fail-under-branch "$least"
done <"$build/least"
echo "coverage: $failed below what is asked for"
[ $failed -eq 0 ]
