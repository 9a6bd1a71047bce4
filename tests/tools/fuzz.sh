#!/bin/sh
# Runs fuzz targets for FUZZ_SECONDS each, from the samples, the examples of the tests, what was found
# before (tests/fuzz/found) and the words that pare knows; FUZZ_SEED=0 takes another way each time.
# What is found is left in BUILD/found; what was learnt in BUILD/corpus, and is used again.
# fuzz.sh BUILD [NAME...]
set -eu

build=$1
shift
seconds=${FUZZ_SECONDS:-15}
corpus=$build/corpus found=$build/found
mkdir -p "$found"

put() # name of the target, file
{
    cp "$2" "$corpus/$1/$(echo "$2" | tr -c 'A-Za-z0-9.\n' '-')"
}

seed() # name of the target
{
    mkdir -p "$corpus/$1"
    for file in tests/fuzz/found/"$1"-*; do
        [ ! -e "$file" ] || put "$1" "$file"
    done
    case $1 in
    inventory | pipeline)
        for file in samples/*.csv samples/exports/*.csv; do put "$1" "$file"; done ;;
    side)
        for file in samples/*.csv samples/exports/*.csv; do
            for which in 0 1 2 3 4 5; do
                { printf %s "$which"; cat "$file"; } >"$corpus/$1/$which-$(basename "$file")"
            done
        done ;;
    frequency)
        number=0
        sed -n 's/^ *ROW("\(.*\)", [A-Z].*/\1/p' tests/unit/model/frequency_examples_*.def |
            while IFS= read -r text; do
                number=$((number + 1))
                printf %s "$text" >"$corpus/$1/$number"
            done ;;
    cells)
        for file in samples/exports/*.csv; do
            grep -o '<[A-Z].*>\|\[{.*}\]\|{.*}' "$file" | sed 's/""/"/g' |
                split -l 1 -a 4 - "$corpus/$1/$(basename "$file" .csv)-" || true
        done ;;
    render)
        printf 'Title\036Report\036=1+1\036\036<b>x</b>\036m\036why "so"\n|\036' >"$corpus/$1/table"
        cp README.md "$corpus/$1/readme" ;;
    esac
}

# What a header, a frequency or a cell may be, which no chance would spell.
cat src/input/aliases.def src/model/*_words.def | grep -v '^ *[/*]' | grep -o '"[^"\\]*"' |
    tr -d '"' | tr '|' '\n' | awk 'length > 1 && length < 60 && !seen[$0]++ { print "\"" $0 "\"" }' \
    >"$build/words"

[ $# -gt 0 ] || set -- $(cd tests/fuzz && ls fuzz_*.c | sed 's/^fuzz_\(.*\)\.c$/\1/')
failed=0
for name; do
    seed "$name"
    if (cd "$found" && "$build/tests/fuzz/fuzz_$name" -max_total_time="$seconds" -seed="${FUZZ_SEED:-1}" -max_len=8192 \
        -timeout=60 -rss_limit_mb=3000 -dict="$build/words" -print_final_stats=1 "$corpus/$name") >"$build/$name.log" 2>&1; then
        sed -n "s/^stat::number_of_executed_units: */fuzz: $name: runs /p" "$build/$name.log"
    else
        failed=$((failed + 1))
        tail -n 40 "$build/$name.log"
        echo "fuzz: $name: failed; what broke it is in $found"
    fi
done
echo "fuzz: $# targets, $failed failed"
[ $failed -eq 0 ]
