#!/bin/sh
# Every command and every option that --help tells must stand in the man page and in each completion.
set -eu

pare=${PARE:-build/pare}
folder=src/cli/completions
commands=$("$pare" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z]*\) .*/\1/p')
options=$({ "$pare" --help; for command in $commands; do "$pare" "$command" --help; done; } |
    grep -oE -- '--[a-z]+(-[a-z]+)*' | sort -u)
if [ -z "$commands" ] || [ -z "$options" ]; then
    echo "options: --help tells no commands or no options" >&2
    exit 1
fi

checked=0 missing=0
look() # file, what, pattern
{
    checked=$((checked + 1))
    if ! grep -qE -- "$3" "$1"; then
        echo "$1: $2 is missing"
        missing=$((missing + 1))
    fi
}
for command in $commands; do
    look src/cli/pare.1 "$command" "^\.It Cm $command( |\$)"
    for file in pare.bash _pare pare.fish; do
        look $folder/$file "$command" "(^|[^a-z-])$command([^a-z-]|\$)"
    done
done
for option in $options; do
    name=${option#--}
    look src/cli/pare.1 "$option" "Fl -$name( |\$)"
    look $folder/pare.bash "$option" "(^|[^a-z-])$option([^a-z-]|\$)"
    look $folder/_pare "$option" "(^|[^a-z-])$option([^a-z-]|\$)"
    look $folder/pare.fish "$option" "-l $name( |\$)"
done
# The tables that commands have, as a folder of CSV files gets them.
tables=$(mktemp -d)
trap 'rm -rf "$tables"' EXIT
for command in audit plan propose check; do
    "$pare" "$command" -q samples/hospital.csv -f csv -o "$tables/" || true
done
"$pare" compare -q samples/year/2026-06.csv samples/year/2026-12.csv \
    --decisions samples/year/decisions.csv -f csv -o "$tables/" || true
for table in "$tables"/*.csv; do
    table=$(basename "$table" .csv)
    for file in pare.bash _pare pare.fish; do
        look $folder/$file "the table $table" "(^|[^a-z_-])$table([^a-z_-]|\$)"
    done
done
for name in $(grep -oE '^\.It.* Fl -[a-z-]+' src/cli/pare.1 | sed 's/.* Fl -//'); do
    checked=$((checked + 1))
    if ! echo "$options" | grep -qx -- "--$name"; then
        echo "src/cli/pare.1: --$name is no option"
        missing=$((missing + 1))
    fi
done
echo "options: $((checked - missing)) passed, $missing failed"
[ $missing -eq 0 ]
