#!/bin/sh
# The same bytes in every format, whatever the locale, time zone, folder, mask of files and number
# of threads: once plainly, once with all of these changed.
set -u

pare=${PARE:-$(pwd)/build/pare}
samples=$(pwd)/samples
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
unset NO_COLOR CLICOLOR_FORCE FORCE_COLOR LANG LANGUAGE LC_NUMERIC LC_TIME LC_CTYPE LC_COLLATE

# A locale with a decimal comma; where none is installed one is made, if that is possible.
LOCPATH=
locale=$(locale -a 2>/dev/null | grep -iE '^(de|fr|es|it)_.*utf' | head -n 1)
if [ -z "$locale" ] && localedef -i de_DE -f UTF-8 "$scratch/de_DE.UTF-8" >/dev/null 2>&1; then
    locale=de_DE.UTF-8
    LOCPATH=$scratch
fi
if [ -z "$locale" ]; then
    echo "same bytes: SKIPPED other locales: none is installed, and localedef cannot make one" >&2
    locale=C
fi

mkdir -p "$scratch/plain" "$scratch/other place/ü"
cp -R "$samples" "$scratch/plain/samples"
cp -R "$samples" "$scratch/other place/ü/samples"
failed=0 count=0
compare() # file that is written, arguments of pare...
{
    file=$1
    shift
    count=$((count + 1))
    (cd "$scratch/plain" && LC_ALL=C TZ=UTC COLUMNS=80 SOURCE_DATE_EPOCH=1764547200 \
        "$pare" "$@" -q --threads 1 -o "$file" 2>"$file.said")
    first=$?
    (cd "$scratch/other place/ü" && umask 077 &&
        env ${LOCPATH:+LOCPATH="$LOCPATH"} LC_ALL="$locale" TZ=Pacific/Kiritimati COLUMNS=80 \
            SOURCE_DATE_EPOCH=1764547200 "$pare" "$@" -q --threads 2 -o "$file" 2>"$file.said")
    second=$?
    if [ $first -gt 1 ] || [ $second -ne $first ] || [ ! -s "$scratch/plain/$file" ] ||
        ! cmp "$scratch/plain/$file" "$scratch/other place/ü/$file" ||
        ! cmp "$scratch/plain/$file.said" "$scratch/other place/ü/$file.said"; then
        failed=$((failed + 1))
        echo "same bytes: pare $* -o $file: status $first and $second, or other bytes"
    fi
}

formats='json html md txt'
if "$pare" --help | grep -q xlsx && [ "${XLSX:-}" != 0 ]; then
    formats="$formats xlsx"
fi
for format in $formats; do
    suffix=$format
    set --
    [ "$format" != txt ] || set -- -f terminal
    compare "audit.$suffix" audit samples/hospital.csv "$@"
    compare "propose.$suffix" propose samples/hospital.csv --to Board "$@"
    compare "plan.$suffix" plan samples/hospital.csv --target 10% "$@"
    compare "check.$suffix" check samples/exports/ssrs.csv "$@"
done
for table in reports findings actions evidence; do
    compare "$table.csv" audit samples/hospital.csv -f csv --table $table
done
compare compare.json compare samples/hospital.csv samples/year/2026-*.csv \
    --decisions samples/year/decisions.csv
echo "same bytes: $count compared under $locale, $failed differ"
[ $failed -eq 0 ]
