#!/bin/sh
# Runs commands on the samples under valgrind: no wrong access, no use of what was never set, no leak.
# Also commands that fail, as these leave early.
set -u

pare=${PARE:-$(pwd)/build/pare}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
export SOURCE_DATE_EPOCH=1764547200 LC_ALL=C COLUMNS=80

failed=0 tried=0 leaks=full
try() # status that is right, arguments
{
    right=$1
    shift
    tried=$((tried + 1))
    valgrind -q --error-exitcode=99 --leak-check=$leaks --show-leak-kinds=definite,indirect \
        --errors-for-leak-kinds=definite,indirect --log-file="$scratch/log.%p" \
        "$pare" "$@" >/dev/null 2>"$scratch/said" </dev/null
    status=$?
    if [ $status -ne "$right" ] || [ -n "$(cat "$scratch"/log.*)" ]; then
        failed=$((failed + 1))
        echo "valgrind: status $status: pare $*"
        cat "$scratch"/log.* "$scratch/said" | head -n 40
    fi
    rm -f "$scratch"/log.*
}

try 0 audit samples/minimal.csv
try 0 audit samples/hospital.csv --threads 2 -f json
try 0 plan samples/worked-example.csv --assumptions samples/worked-example-assumptions.csv -f csv --table actions
try 1 plan samples/minimal.csv --target 90%
try 0 propose samples/hospital.csv -o "$scratch/p.html" -o "$scratch/p.md"
try 0 explain samples/hospital.csv 'Bed occupancy daily'
try 0 ask samples/minimal.csv -o "$scratch/ask/"
try 0 notices samples/hospital.csv -o "$scratch/notices/"
try 0 similar samples/hospital.csv 'Beds by ward'
try 0 compare samples/hospital.csv samples/year/2026-12.csv --decisions samples/year/decisions.csv
try 0 check samples/exports/ssrs.csv
try 0 check samples/exports/superset.csv --usage samples/exports/superset-logs.csv
try 0 rules
try 0 template -f csv
try 2 audit samples
try 2 audit samples/minimal.csv --target twelve
try 2 audit samples/minimal.csv -o /dev/full
# The process that writes a workbook ends without giving anything back.
leaks=no
[ "${XLSX:-}" = 0 ] || try 0 propose samples/minimal.csv -o "$scratch/p.xlsx"
echo "valgrind: $tried tried, $failed failed"
[ $failed -eq 0 ]
