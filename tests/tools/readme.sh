#!/bin/sh
# Runs the commands in the console blocks of the given files and compares what they print.
# readme.sh [-b] FILE...: -b writes what they print into the files instead.
#
# A command starts with "$ " and ends where the line does not end with a backslash; what follows is
# its output. A line "..." stands for any lines. A command must end with status 0, or with that of a
# line "<!-- status 1 -->" in front of its block. Commands run one after the other in one scratch
# folder with samples/ in it, pare on the PATH and all that could change an output pinned.
set -u

root=$(pwd)
bless=
if [ "${1:-}" = -b ]; then
    bless=yes
    shift
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
mkdir "$scratch/bin" "$scratch/place"
ln -s "${PARE:-$root/build/pare}" "$scratch/bin/pare"
cp -R samples "$scratch/place/samples"
PATH=$scratch/bin:$PATH
LC_ALL=C TZ=UTC COLUMNS=80 SOURCE_DATE_EPOCH=1764547200 # 2025-12-01
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR LANG LANGUAGE
export PATH LC_ALL TZ COLUMNS SOURCE_DATE_EPOCH

# Three numbered files for each command: N.cmd, N.expected and N.status.
split='
/^```/ { if (inside) status = 0; inside = $0 == "```console"; command = 0; next }
!inside { status = /^<!-- status [0-9]+ -->$/ ? $3 : 0; next }
/^\$ / && !more {
    number++; command = 1; line = substr($0, 3); more = 1
    print status + 0 > (folder "/" number ".status")
}
more {
    if (!command) line = $0
    command = 0
    print line > (folder "/" number ".cmd")
    more = line ~ /\\$/
    if (!more) printf "" > (folder "/" number ".expected")
    next
}
number { print > (folder "/" number ".expected") }
END { print number + 0 }'

matches='
NR == FNR { want[++wanted] = $0; next }
{ got[++gotten] = $0 }
END {
    i = 1
    for (j = 1; j <= gotten; j++) {
        if (any && got[j] != want[i]) continue
        while (want[i] == "..." && i <= wanted) { any = 1; i++ }
        if (got[j] == want[i] && i <= wanted) { any = 0; i++ }
        else if (!any) exit 1
    }
    while (i <= wanted && want[i] == "...") i++
    exit i <= wanted
}'

# The file with new outputs; where lines were left out, as many are left before and behind.
renew='
function output(block,    line, lines, before, behind, i)
{
    before = -1
    while ((getline line < (block ".expected")) > 0) {
        behind++
        if (line == "...") { if (before < 0) before = behind - 1; behind = 0 }
    }
    while ((getline line < (block ".output")) > 0) text[++lines] = line
    for (i = 1; i <= lines; i++) {
        if (before < 0 || i <= before || i > lines - behind) print text[i]
        else if (i == before + 1) print "..."
    }
}
/^```/ { inside = $0 == "```console"; skip = 0 }
inside && /^\$ / && !more { number++; skip = 0; more = 1 }
skip { next }
{ print }
more { more = /\\$/; if (!more) { output(folder "/" number); skip = 1 } }'

passed=0 failed=0
for file; do
    folder=$scratch/$(echo "$file" | tr / _)
    mkdir "$folder"
    count=$(awk -v folder="$folder" "$split" "$file")
    number=0
    while [ $number -lt "$count" ]; do
        number=$((number + 1))
        block=$folder/$number
        (cd "$scratch/place" && exec sh "$block.cmd") >"$block.output" 2>&1 </dev/null
        status=$?
        if [ $status -ne "$(cat "$block.status")" ]; then
            failed=$((failed + 1))
            echo "$file: this ends with status $status: $(cat "$block.cmd")"
        elif [ -n "$bless" ] || awk "$matches" "$block.expected" "$block.output"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "$file: this prints something else: $(cat "$block.cmd")"
            diff -u "$block.expected" "$block.output" | sed 1,2d
        fi
    done
    if [ -n "$bless" ]; then
        awk -v folder="$folder" "$renew" "$file" >"$scratch/new" && cat "$scratch/new" >"$file"
    fi
done
echo "readme: $passed passed, $failed failed"
[ $failed -eq 0 ]
