#!/bin/sh
# Runs cmocka programs one after the other, all of them whatever happens, and counts.
# run.sh NAME PROGRAM...
set -u

name=$1
shift
passed=0
failed=0
for program; do
    if "$program"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$name: $program failed" >&2
    fi
done
echo "$name: $passed passed, $failed failed"
[ $failed -eq 0 ]
