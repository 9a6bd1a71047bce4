#!/bin/sh
# Lets each allocation, read and write of some runs fail, one a run: the run must either end with the
# right result or with status 2, a message and no file left behind. A read that a signal interrupts
# must not be seen at all, and each run must have reads: the input is one of them. Beyond 400 of a kind every
# seventh is tried; FAULTS=all tries all.
# faults.sh SHARED-OBJECT
set -u

shared=$1
pare=${PARE:-$(pwd)/build/pare}
samples=$(pwd)/samples
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
export SOURCE_DATE_EPOCH=1764547200 LC_ALL=C COLUMNS=80

failed=0 tried=0
run() # variable=n, command...
{
    fault=$1
    shift
    rm -rf "$scratch/place"
    mkdir "$scratch/place"
    (cd "$scratch/place" && env "$fault" FAULT_COUNTS="$scratch/counts" LD_PRELOAD="$shared" \
        "$pare" "$@" >"$scratch/stdout" 2>"$scratch/stderr" </dev/null) 2>/dev/null
}

complain() # text, fault, command...
{
    failed=$((failed + 1))
    echo "faults: $1: $*"
    head -n 3 "$scratch/stderr"
}

try() # fault, command...
{
    tried=$((tried + 1))
    run "$@"
    status=$?
    if [ $status -eq 0 ]; then
        cmp -s "$scratch/stdout" "$scratch/right" || complain 'status 0 and a wrong result' "$@"
        [ ! -e "$scratch/right.json" ] || cmp -s "$scratch/place/out.json" "$scratch/right.json" ||
            complain 'status 0 and a wrong file' "$@"
        [ "$(ls -A "$scratch/place")" = "$left" ] || complain "left behind: $(ls -A "$scratch/place")" "$@"
    elif [ $status -ne 2 ] || [ "${1%=*}" = FAULT_INTERRUPT ]; then
        complain "status $status" "$@"
    elif [ ! -s "$scratch/stderr" ]; then
        complain 'no message' "$@"
    elif [ -n "$(ls -A "$scratch/place")" ]; then
        complain "left behind: $(ls -A "$scratch/place")" "$@"
    fi
}

each() # command...
{
    rm -f "$scratch/right.json"
    if ! run FAULT_NONE=1 "$@"; then
        complain 'fails without a fault' "$@"
        return
    fi
    cp "$scratch/stdout" "$scratch/right"
    left=$(ls -A "$scratch/place")
    [ ! -e "$scratch/place/out.json" ] || cp "$scratch/place/out.json" "$scratch/right.json"
    read -r allocations writes reads interrupts <"$scratch/counts"
    [ "$reads" -gt 0 ] || complain 'no read was counted' "$@"
    for kind in ${kinds:-ALLOCATION WRITE READ INTERRUPT}; do
        case $kind in
        ALLOCATION) count=$allocations ;;
        WRITE) count=$writes ;;
        READ) count=$reads ;;
        INTERRUPT) count=$interrupts ;;
        esac
        n=1
        while [ $n -le "$count" ]; do
            try "FAULT_$kind=$n" "$@"
            if [ $n -lt 400 ] || [ "${FAULTS:-}" = all ]; then
                n=$((n + 1))
            else
                n=$((n + 7))
            fi
        done
    done
}

each audit "$samples/minimal.csv"
each audit "$samples/minimal.csv" -o out.json
for fault in FAULT_NAMELESS=1 FAULT_LINK=1; do
    try $fault audit "$samples/minimal.csv" -o out.json
    [ $status -eq 0 ] || complain "status $status" $fault audit
done
each check "$samples/minimal.csv"
# Without its first bytes a list is taken for one with other delimiters and no title; other files
# than the list, and what is converted, are read in ways of their own.
printf 'Our reports\n\n' >"$scratch/title.csv"
tr , ';' <"$samples/minimal.csv" >>"$scratch/title.csv"
printf 'report,action,decision\n' >"$scratch/decisions.csv"
kinds='READ INTERRUPT'
each audit "$scratch/title.csv"
each audit --encoding windows-1252 "$scratch/title.csv"
each plan "$samples/minimal.csv" --decisions "$scratch/decisions.csv"
echo "faults: $tried tried, $failed failed"
[ $failed -eq 0 ]
