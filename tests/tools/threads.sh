#!/bin/sh
# Runs what works in parallel under the thread sanitizer: programs of units, then commands on an
# inventory large enough for several tasks in each stage, whose results must be those of one thread.
# threads.sh BUILD UNIT...
set -u

build=$1
shift
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
export TSAN_OPTIONS='halt_on_error=1 exitcode=66' SOURCE_DATE_EPOCH=1764547200 LC_ALL=C COLUMNS=80

# Where the addresses of programs are too random for the sanitizer, without that.
fixed=
if ! "$build/pare" --version >/dev/null 2>&1; then
    fixed="setarch $(uname -m) -R"
    if ! $fixed "$build/pare" --version >/dev/null 2>&1; then
        echo "threads: SKIPPED, the thread sanitizer does not run here" >&2
        exit 0
    fi
fi

failed=0 tried=0
complain() # text
{
    failed=$((failed + 1))
    echo "threads: $1"
    head -n 40 "$scratch/said"
}

for unit; do
    tried=$((tried + 1))
    $fixed "$unit" >"$scratch/said" 2>&1 || complain "$unit failed"
done

both() # arguments
{
    tried=$((tried + 1))
    $fixed "$build/pare" "$@" -q --threads 1 >"$scratch/one" 2>"$scratch/said"
    one=$?
    [ $one -le 1 ] || complain "$* with one thread: status $one"
    $fixed "$build/pare" "$@" -q --threads 2 >"$scratch/two" 2>"$scratch/said"
    two=$?
    [ $two -eq $one ] || complain "$* with two threads: status $two"
    cmp "$scratch/one" "$scratch/two" || complain "$*: another result with two threads"
}

for form in wide long; do
    "$build/tests/bench/generate" 1500 7 $form "$scratch/$form.csv" "$scratch/$form.truth"
    both audit "$scratch/$form.csv" -f json
done
both plan "$scratch/wide.csv" --target 20% -f json
both propose "$scratch/wide.csv" -f html
both compare samples/hospital.csv samples/year/2026-*.csv --decisions samples/year/decisions.csv
both similar samples/hospital.csv 'Beds by ward'
echo "threads: $tried tried, $failed failed"
[ $failed -eq 0 ]
