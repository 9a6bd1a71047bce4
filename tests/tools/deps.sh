#!/bin/sh
# Installs what is missing, with the package manager that is there. Silent when nothing is missing.
# deps.sh build: compiler, libraries and cmocka; lint: the analysers; coverage: gcovr.
set -eu

probe() # compiles and links against everything at once
{
    command -v "${CC:-cc}" >/dev/null || return 1
    # shellcheck disable=SC2086
    printf '%s\n' '#include <csv.h>' '#include <utf8proc.h>' '#include <xxhash.h>' \
        '#include <json-c/json.h>' '#include <expat.h>' '#include <sys/types.h>' '#include <sha2.h>' \
        '#include <stdarg.h>' '#include <stddef.h>' '#include <stdint.h>' '#include <setjmp.h>' \
        '#include <cmocka.h>' "${xlsx:+#include <xlsxwriter.h>}" 'int main(void) { return 0; }' |
        "${CC:-cc}" ${brew:+-I"$brew/include" -L"$brew/lib"} -x c - -o /dev/null \
            -lcsv -lutf8proc -lxxhash -ljson-c -lexpat -lmd -lcmocka ${xlsx:+-lxlsxwriter} 2>/dev/null
}

tools() # gcc and clang too, as both analyse; valgrind counts instructions where there is one
{
    [ "$(uname)" = Darwin ] || command -v valgrind >/dev/null || return 1
    for tool in gcc clang clang-format clang-tidy cppcheck mandoc; do
        command -v $tool >/dev/null || return 1
    done
}

counters()
{
    command -v gcc >/dev/null && command -v gcovr >/dev/null
}

stop() # why
{
    echo "$1" >&2
    echo "pare needs, with their headers: a C compiler, GNU make, libcsv, utf8proc, xxhash, json-c," \
        "expat, libmd, libxlsxwriter and cmocka (make XLSX=0 does without libxlsxwriter); to lint also gcc, clang, clang-format, clang-tidy, cppcheck, mandoc and valgrind; for coverage gcovr." \
        "Install them and run make again. Where a system has no package of one, as Arch of libcsv" \
        "(it is in the AUR), build it from its source: libcsv is at sourceforge.net/projects/libcsv." >&2
    exit 1
}

# manager, what, command: packages
packages='apt-get build apt-get install -y --no-install-recommends: gcc libc6-dev make libcsv-dev libutf8proc-dev libxxhash-dev libjson-c-dev libexpat1-dev libmd-dev libxlsxwriter-dev zlib1g-dev libcmocka-dev
apt-get lint apt-get install -y --no-install-recommends: gcc clang clang-format clang-tidy cppcheck mandoc valgrind
apt-get coverage apt-get install -y --no-install-recommends: gcc gcovr
dnf build dnf install -y: gcc make libcsv-devel utf8proc-devel xxhash-devel json-c-devel expat-devel libmd-devel libxlsxwriter-devel libcmocka-devel
dnf lint dnf install -y: gcc clang clang-tools-extra cppcheck mandoc valgrind
dnf coverage dnf install -y: gcc gcovr
pacman build pacman -S --needed --noconfirm: gcc make libutf8proc xxhash json-c expat libmd libxlsxwriter cmocka
pacman lint pacman -S --needed --noconfirm: gcc clang cppcheck mandoc valgrind
pacman coverage pacman -S --needed --noconfirm: gcc gcovr
apk build apk add: build-base libcsv-dev utf8proc-dev xxhash-dev json-c-dev expat-dev libmd-dev libxlsxwriter-dev cmocka-dev
apk lint apk add: gcc clang clang-extra-tools cppcheck mandoc valgrind
apk coverage apk add: gcc gcovr
brew build brew install: libcsv utf8proc xxhash json-c expat libmd libxlsxwriter cmocka
brew lint brew install: gcc llvm cppcheck mandoc
brew coverage brew install: gcc gcovr'

what=${1:-build}
xlsx=yes # without it where XLSX=0
[ "${XLSX:-}" != 0 ] || xlsx=
brew=
[ "$(uname)" != Darwin ] || brew=$(brew --prefix 2>/dev/null) || brew=
case $what in
build) found=probe ;;
lint) found=tools ;;
coverage) found=counters ;;
*) echo "deps.sh: build, lint or coverage, not $what" >&2 && exit 2 ;;
esac
if $found; then
    exit 0
fi

install=
for manager in apt-get dnf pacman apk brew; do
    if command -v $manager >/dev/null; then
        install=$(echo "$packages" | sed -n "s/^$manager $what \(.*\): /\1 /p")
        break
    fi
done
if [ -z "$install" ]; then
    stop "no package manager that is known here"
fi

as_root=
if [ "$(id -u)" -ne 0 ] && [ "$manager" != brew ]; then
    if ! command -v sudo >/dev/null; then
        echo "Some packages are missing and there is no sudo. As root, run:" >&2
        echo "    $install" >&2
        exit 1
    fi
    as_root=sudo
fi
if [ "$manager" = apt-get ]; then
    echo "+ $as_root apt-get update"
    # A mirror may be incomplete for a while; whether the packages can be had is seen below.
    $as_root apt-get update -qq || true
    export DEBIAN_FRONTEND=noninteractive
    as_root=${as_root:+sudo env DEBIAN_FRONTEND=noninteractive}
fi
echo "+ $as_root $install"
# shellcheck disable=SC2086
$as_root $install || stop "$manager could not install everything"
why="the packages are installed, but ${CC:-cc} cannot use all of them"
[ "$manager" != pacman ] || why="$why; libcsv is no package of Arch, take it from the AUR"
$found || stop "$why"
