#!/bin/sh
# Lets each allocation, read, write and other call of the runs in tests/faults/runs fail, one a run:
# the run must end as it does without, or with status 2, a message and no file that is not whole. What
# a signal interrupts and what is written by halves must not be seen at all. Then kills each run at
# its moments, where there are no files without names: nothing that is not whole may stay.
#
# Of each kind the first 200 are tried, beyond that 100 more from FAULT_SEED on, evenly; all of them
# with FAULTS=all. faults.sh SHARED-OBJECT [LINE]: that line of tests/faults/runs only.
set -u

shared=$1 line=${2:-}
pare=${PARE:-$(pwd)/build/pare}
samples=$(pwd)/samples
seed=${FAULT_SEED:-1}
export SOURCE_DATE_EPOCH=1764547200 LC_ALL=C COLUMNS=80 PARE="$pare"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

# As many at a time as there are processors; what they say in the order of the lines.
all_lines()
{
    grep -n '^[^#]' tests/faults/runs | if [ "${XLSX:-}" = 0 ]; then grep -v xlsx; else cat; fi | cut -d : -f 1 >"$scratch/lines"
    # shellcheck disable=SC2016
    xargs -P "$(getconf _NPROCESSORS_ONLN)" -I LINE \
        sh -c 'sh tests/tools/faults.sh "$0" LINE >"$1/LINE" 2>&1' "$shared" "$scratch" <"$scratch/lines"
    # shellcheck disable=SC2046,SC2002
    cd "$scratch" && cat $(cat lines) | awk -v seed="$seed" -v lines="$(grep -c '' lines)" '
        $1 != "TRIED" { print; next }
        { runs++; for (i = 2; i < NF; i += 2) tried[$i] += $(i + 1) }
        END {
            if (runs != lines) tried["FAILED"] += lines - runs
            for (i = split("ALLOCATION WRITE READ CALL INTERRUPT SHORT KILL", kind); i; i--)
                text = " " tolower(kind[i]) " " tried[kind[i]] + 0 (text ? "," : "") text
            printf "faults:%s; %d runs, seed %d; %d failed\n", text, lines, seed, tried["FAILED"]
            exit tried["FAILED"] > 0
        }'
}

if [ -z "$line" ]; then
    all_lines
    exit
fi

made=$scratch/made place=$scratch/place right=$scratch/right
mkdir "$made" "$place" "$scratch/tmp"
printf 'Our reports\n\n' >"$made/title.csv"
tr , ';' <samples/minimal.csv >>"$made/title.csv"
printf '\377\376' >"$made/utf-16.csv"
iconv -f UTF-8 -t UTF-16LE samples/minimal.csv >>"$made/utf-16.csv"
printf 'report,action,decision\nR1,retire,accept\nR2,merge,reject\n' >"$made/decisions.csv"
printf 'id,answer\ncadence:stock-levels-weekly,yes\n' >"$made/answers.csv"
printf 'email,name,department,active\na@x.example,Ann Berg,Sales,yes\nb@x.example,Bo Castle,Sales,no\n' \
    >"$made/people.csv"
printf 'list,member\nCleo Duran,Ann Berg\n' >"$made/lists.csv"
printf 'report,person,when\nWeekly sales summary,Ann Berg,2025-11-03\n' >"$made/usage.csv"

failed=0
complain() # text; some of a run are enough
{
    failed=$((failed + 1))
    [ $failed -le 5 ] || return 0
    echo "faults: $1: $settings$fault pare $words"
    head -n 3 "$scratch/stderr"
}

run() # variable=value: leaves stdout, stderr, $status and the files
{
    fault=$1
    set -- "$place"/*
    [ "$*" = "$place/*" ] || rm -rf "$@"
    [ -z "$old" ] || echo old >"$place/$old"
    # The shell would say of each that it was killed.
    {
        (
            cd "$place" || exit
            export "${fault?}" FAULT_COUNTS="$scratch/counts" TMPDIR="$scratch/tmp" LD_PRELOAD="$shared"
            eval "exec \"\$pare\" $words" >"$scratch/stdout" 2>"$scratch/stderr" <"$samples/minimal.csv"
        )
        status=$?
    } 2>/dev/null
}

# Every file that is there is as it is without a fault, or as it was before.
all_whole()
{
    for file in "$place"/* "$place"/*/*; do
        [ ! -f "$file" ] || cmp -s "$file" "$right/${file#"$place/"}" ||
            { [ -n "$old" ] && [ "$(cat "$file")" = old ]; } || return 1
    done
}

# What makes a workbook lives on for a moment when it is left alone.
nothing_temporary()
{
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        set -- "$scratch/tmp"/*
        [ "$*" != "$scratch/tmp/*" ] || return 0
        sleep 0.2
    done
    return 1
}

check() # status that may come instead of the usual one
{
    if [ $status -eq "$usual" ] && [ "$1" -lt 128 ]; then
        cmp -s "$scratch/stdout" "$scratch/right-stdout" || complain 'a wrong result'
        diff -r "$place" "$right" >/dev/null || complain 'wrong files'
    elif [ $status -ne "$1" ]; then
        complain "status $status"
    elif [ "$status" -eq 2 ] && cmp -s "$scratch/stderr" "$scratch/right-stderr"; then
        complain 'no message'
    elif ! all_whole; then
        complain "left behind: $(ls -A "$place")"
    fi
    nothing_temporary || complain "left in TMPDIR: $(ls -A "$scratch/tmp")"
}

try() # kind, number
{
    case $1 in
    INTERRUPT | SHORT)
        run "FAULT_$1=$2"
        check "$usual"
        ;;
    KILL)
        case $(($2 % 3)) in
        0) FAULT_SIGNAL=15 ;;
        1) FAULT_SIGNAL=1 ;;
        2) FAULT_SIGNAL=2 ;;
        esac
        run "FAULT_KILL=$2"
        check $((128 + FAULT_SIGNAL))
        ;;
    *)
        run "FAULT_$1=$2"
        check 2
        ;;
    esac
}

each() # kind, first, last
{
    n=$2 tried=0 step=1
    [ "${FAULTS:-}" = all ] || [ "$3" -le 300 ] || step=$((($3 - 200) / 100))
    while [ "$n" -le "$3" ]; do
        try "$1" "$n"
        tried=$((tried + 1))
        if [ "$n" -eq 200 ]; then
            n=$((n + 1 + seed % step))
        else
            n=$((n < 200 ? n + 1 : n + step))
        fi
    done
    tally="$tally $1 $tried"
}

words=$(sed -n "${line}p" tests/faults/runs)
settings=${words%%pare *} words=${words#*pare } old='' tally=''
export FAULT_SIGNAL=15
eval "$settings"
run FAULT_NONE=1
usual=$status
[ "$usual" -lt 2 ] || complain 'fails without a fault'
cp -R "$place" "$right"
cp "$scratch/stdout" "$scratch/right-stdout"
cp "$scratch/stderr" "$scratch/right-stderr"

[ -z "$settings" ] || eval "export $settings"
run FAULT_NONE=2
check "$usual"
cp "$scratch/counts" "$scratch/counted"
[ -s "$scratch/counted" ] || complain 'nothing was counted'
while read -r kind count; do
    case "$words $kind $count" in
    *'ALLOCATION 0' | *csv*'READ 0') complain "no $kind was counted" ;;
    esac
    [ "$kind" = KILL ] || each "$kind" 1 "$count"
done <"$scratch/counted"

export FAULT_NAMELESS=1
run FAULT_NONE=3
check "$usual"
count=$(sed -n 's/^KILL //p' "$scratch/counts")
[ "$count" -le 1 ] || each KILL 2 "$count"
echo "TRIED$tally FAILED $failed"
