#!/bin/sh
# Golden cases: tests/cases/AREA/NAME holds cmd, a shell script, and what it must print: stdout and
# stderr (no file: nothing) and status (no file: 0). Other files there are its input.
# cases.sh [-b] [AREA/NAME...]: -b writes what comes out as what must come out.
#
# Each case runs in a scratch folder with its own files and samples/, with pare on the PATH and all
# that could change an output pinned. Status 77 skips a case; its stderr says why.
set -u

root=$(pwd)
bless=
if [ "${1:-}" = -b ]; then
    bless=yes
    shift
fi
if [ $# -eq 0 ]; then
    # shellcheck disable=SC2046
    set -- $(find tests/cases -name cmd | sed 's|^tests/cases/||; s|/cmd$||' | sort)
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
mkdir "$scratch/bin"
ln -s "${PARE:-$root/build/pare}" "$scratch/bin/pare"
PATH=$scratch/bin:$PATH
LC_ALL=C TZ=UTC COLUMNS=80 SOURCE_DATE_EPOCH=1764547200 # 2025-12-01
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR LANG LANGUAGE
export PATH LC_ALL TZ COLUMNS SOURCE_DATE_EPOCH

run_case() # case: leaves stdout, stderr and status in $scratch
{
    rm -rf "$scratch/place"
    mkdir "$scratch/place"
    cp -R "$root/tests/cases/$1/." "$scratch/place"
    rm -f "$scratch/place/stdout" "$scratch/place/stderr" "$scratch/place/status"
    cp -R "$root/samples" "$scratch/place/samples"
    (cd "$scratch/place" && exec sh ./cmd) >"$scratch/stdout" 2>"$scratch/stderr" </dev/null
    echo $? >"$scratch/status"
}

expect() # case, kind: what must come out
{
    if [ -f "$root/tests/cases/$1/$2" ]; then
        cat "$root/tests/cases/$1/$2"
    elif [ "$2" = status ]; then
        echo 0
    fi
}

keep() # case, kind: what came out is right; what is as by default needs no file
{
    file=$root/tests/cases/$1/$2
    rm -f "$file"
    expect "$1" "$2" | cmp -s - "$scratch/$2" || cp "$scratch/$2" "$file"
}

passed=0 failed=0 skipped=0
for case; do
    run_case "$case"
    if [ "$(cat "$scratch/status")" -eq 77 ]; then
        skipped=$((skipped + 1))
        echo "SKIPPED $case: $(cat "$scratch/stderr")"
        continue
    fi
    differs=
    for kind in status stderr stdout; do
        if [ -n "$bless" ]; then
            keep "$case" $kind
        elif ! expect "$case" $kind | diff -u - "$scratch/$kind" >"$scratch/diff"; then
            differs=yes
            echo "$case: $kind differs"
            sed 1,2d "$scratch/diff" | head -n 60
        fi
    done
    if [ -n "$differs" ]; then
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
done
echo "cases: $passed passed, $failed failed$([ $skipped -eq 0 ] || echo ", $skipped skipped")"
[ $failed -eq 0 ]
