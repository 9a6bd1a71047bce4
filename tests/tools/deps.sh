#!/bin/sh
# Installs what is missing, with the package manager that is there. Silent when nothing is missing.
# deps.sh WHAT...: build: compiler, libraries and cmocka; lint: the analysers; coverage: gcovr; deb: what
# makes a Debian package; browser and workbook: what opens our pages and workbooks; install: shells that
# complete; foreign: what builds for and stands in for other processors. Of the last four Debian's
# packages alone are known.
set -eu

probe() # compiles and links against everything at once
{
    command -v "${CC:-cc}" >/dev/null || return 1
    # shellcheck disable=SC2086
    printf '%s\n' '#include <csv.h>' '#include <utf8proc.h>' '#include <xxhash.h>' \
        '#include <json-c/json.h>' '#include <expat.h>' '#include <sys/types.h>' '#include <sha2.h>' \
        '#include <stdarg.h>' '#include <stddef.h>' '#include <stdint.h>' '#include <setjmp.h>' \
        '#include <cmocka.h>' "${xlsx:+#include <xlsxwriter.h>}" \
        "${xlsx:+#include <zlib.h>}" 'int main(void) { return 0; }' |
        "${CC:-cc}" ${brew:+-I"$brew/include" -L"$brew/lib"} -x c - -o /dev/null \
            -lcsv -lutf8proc -lxxhash -ljson-c -lexpat -lmd -lcmocka ${xlsx:+-lxlsxwriter -lz} 2>/dev/null
}

# What a purpose needs on the PATH; build is tried by compiling. gcc and clang both analyse.
commands='lint gcc clang clang-format clang-tidy cppcheck mandoc valgrind
coverage gcc gcovr
deb strip dpkg-deb dpkg-shlibdeps
browser chromium node npm pdftotext
workbook soffice python3
install bash zsh fish
foreign s390x-linux-gnu-gcc qemu-s390x arm-linux-gnueabihf-gcc qemu-arm'

is_there() # what
{
    if [ "$1" = build ]; then
        probe
        return
    fi
    for command in $(echo "$commands" | sed -n "s/^$1 //p"); do
        if ! command -v "$command" >/dev/null && [ "$(uname) $command" != 'Darwin valgrind' ]; then
            return 1
        fi
    done
}

are_there() # what...
{
    for one; do
        is_there "$one" || return 1
    done
}

stop() # why
{
    echo "$1" >&2
    echo "pare needs, with their headers: a C compiler, GNU make, libcsv, utf8proc, xxhash, json-c," \
        "expat, libmd, cmocka, libxlsxwriter and zlib (make XLSX=0 does without these two); to lint also" \
        "gcc, clang, clang-format, clang-tidy, cppcheck, mandoc and valgrind; for coverage gcovr; to" \
        "make a Debian package dpkg-dev." \
        "Install them and run make again. Where a system has no package of one, as Arch of libcsv" \
        "(it is in the AUR) and Alpine of libcsv and libxlsxwriter, build it from its source:" \
        "sourceforge.net/projects/libcsv, libxlsxwriter.github.io." >&2
    exit 1
}

# manager, what, command: packages
packages='apt-get build apt-get install -y --no-install-recommends: gcc libc6-dev make libcsv-dev libutf8proc-dev libxxhash-dev libjson-c-dev libexpat1-dev libmd-dev libxlsxwriter-dev zlib1g-dev libcmocka-dev
apt-get lint apt-get install -y --no-install-recommends: gcc clang clang-format clang-tidy cppcheck mandoc valgrind
apt-get coverage apt-get install -y --no-install-recommends: gcc gcovr
apt-get deb apt-get install -y --no-install-recommends: binutils dpkg-dev
apt-get browser apt-get install -y --no-install-recommends: chromium nodejs npm poppler-utils
apt-get workbook apt-get install -y --no-install-recommends: libreoffice-calc python3
apt-get install apt-get install -y --no-install-recommends: bash zsh fish
apt-get foreign apt-get install -y --no-install-recommends: gcc-s390x-linux-gnu libc6-dev-s390x-cross gcc-arm-linux-gnueabihf libc6-dev-armhf-cross qemu-user
dnf build dnf install -y: gcc make libcsv-devel utf8proc-devel xxhash-devel json-c-devel expat-devel libmd-devel libxlsxwriter-devel zlib-devel libcmocka-devel
dnf lint dnf install -y: gcc clang clang-tools-extra cppcheck mandoc valgrind
dnf coverage dnf install -y: gcc gcovr
pacman build pacman -S --needed --noconfirm: gcc make libutf8proc xxhash json-c expat libmd libxlsxwriter zlib cmocka
pacman lint pacman -S --needed --noconfirm: gcc clang cppcheck mandoc valgrind
pacman coverage pacman -S --needed --noconfirm: gcc gcovr
apk build apk add: build-base utf8proc-dev xxhash-dev json-c-dev expat-dev libmd-dev cmocka-dev
apk lint apk add: gcc clang clang-extra-tools cppcheck mandoc valgrind
apk coverage apk add: gcc gcovr
brew build brew install: libcsv utf8proc xxhash json-c expat libmd libxlsxwriter cmocka
brew lint brew install: gcc llvm cppcheck mandoc
brew coverage brew install: gcc gcovr'

[ $# -gt 0 ] || set -- build
xlsx=yes # without it where XLSX=0
[ "${XLSX:-}" != 0 ] || xlsx=
brew=
[ "$(uname)" != Darwin ] || brew=$(brew --prefix 2>/dev/null) || brew=
missing=
for what; do
    case " build $(echo "$commands" | sed 's/ .*//' | tr '\n' ' ')" in
    *" $what "*) is_there "$what" || missing="$missing $what" ;;
    *) echo "deps.sh: there is no $what" >&2 && exit 2 ;;
    esac
done
if [ -z "$missing" ]; then
    exit 0
fi

for manager in apt-get dnf pacman apk brew ''; do
    [ -z "$manager" ] || ! command -v "$manager" >/dev/null || break
done
install=
for what in $missing; do
    line=$(echo "$packages" | sed -n "s/^$manager $what //p")
    if [ -z "$manager" ] || [ -z "$line" ]; then
        stop "no package manager here is known to have what is missing for: $what"
    fi
    install="${install:-${line%%: *}} ${line#*: }"
done

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
why="the packages are installed, but not all of what they bring can be used"
case $manager in
pacman) why="$why; libcsv is no package of Arch, take it from the AUR" ;;
apk) why="$why; libcsv and libxlsxwriter are no packages of Alpine" ;;
esac
# shellcheck disable=SC2086
are_there $missing || stop "$why"
