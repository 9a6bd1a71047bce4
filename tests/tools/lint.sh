#!/bin/sh
# Static analysis: no warning from gcc (with its analyser), clang, clang-tidy and cppcheck; the man
# page clean; the code as clang-format leaves it.
set -u

build=${BUILD:-build}
make=${MAKE:-make}
failed=0
check() # name, command...
{
    name=$1
    shift
    if "$@"; then
        echo "lint: $name passed"
    else
        echo "lint: $name failed"
        failed=$((failed + 1))
    fi
}

# A file a run: what clang-tidy 14 remembers of one file it takes for true of the next. Functions with
# loops in loops would take all the 225,000 nodes that its analyser may: 30,000 cost an eighth of the
# time, and what it finds, in planted mistakes too, it finds before. gcc's analyser has its own ends.
tidy()
{
    find src -name '*.c' | sort | xargs -n 1 -P "$(getconf _NPROCESSORS_ONLN)" sh -c '
        clang-tidy --quiet --warnings-as-errors="*" "$@" -- -std=c11 -Iinclude -Isrc -I"$0" \
            -D_XOPEN_SOURCE=700 -DPARE_VERSION=\"lint\" \
            -Xclang -analyzer-config -Xclang max-nodes=30000 2>/dev/null' "$build"
}

# It takes an array that is filled as far as a count says for one that was never filled, where none is
# counted, what a function is called to fill for what it reads, and the end of a buffer for beyond it;
# check-valgrind sees what really was never set, check-sanitize what is beyond.
inspect()
{
    cppcheck -q -j "$(getconf _NPROCESSORS_ONLN)" --std=c11 --enable=warning,performance,portability --error-exitcode=1 \
        -Iinclude -Isrc -I"$build" -D_XOPEN_SOURCE=700 -DPARE_VERSION='"lint"' \
        --suppress=missingIncludeSystem --suppress=ctuuninitvar --suppress=ctuPointerArith \
        --suppress=uninitvar:src/compare/traits.c \
        --suppress=uninitvar:src/match/profile_laws.c src
}

# Other editions of clang-format have other tastes.
formatted()
{
    case $(clang-format --version) in
    *' 14.'*) find src include tests -name '*.[ch]' | xargs clang-format --dry-run -Werror ;;
    *) echo "lint: format SKIPPED, as this is not clang-format 14" >&2 ;;
    esac
}

# Memory never is NULL, as base ends the program where there is none, which gcc cannot see; nor that
# a failed iconv_open gives nothing to close. What really leaks is found by check-sanitize.
analyse='-O2 -Werror -fanalyzer -Wno-analyzer-null-dereference -Wno-analyzer-null-argument
    -Wno-analyzer-malloc-leak'

check layers sh tests/tools/layers.sh
check format formatted
check gcc "$make" -s BUILD="$build/gcc" CC=gcc CFLAGS="$(echo $analyse)" all
# C11 is what the Makefile says; here also C17. What clang warns of does not depend on -O.
check clang "$make" -s BUILD="$build/clang" CC=clang CFLAGS='-O0 -Werror -std=c17' all
check clang-tidy tidy
check cppcheck inspect
check 'man page' mandoc -T lint -W style src/cli/pare.1
echo "lint: $failed failed"
[ $failed -eq 0 ]
