#!/bin/sh
# Builds for another processor and runs units and golden cases under qemu: s390x counts bytes from the
# other end, armhf has 32 bits. The libraries of that architecture are unpacked below BUILD/foreign,
# nothing of them is installed. Needs Debian; where that cannot be done it says so and is skipped.
# foreign.sh BUILD ARCHITECTURE...
set -eu

build=$1
shift
# architecture, prefix of the compiler, qemu
known='s390x s390x-linux-gnu qemu-s390x
armhf arm-linux-gnueabihf qemu-arm'
wanted='libcsv-dev libutf8proc-dev libxxhash-dev libjson-c-dev libexpat1-dev libmd-dev
    libxlsxwriter-dev zlib1g-dev libcmocka-dev libc6-dev'

unpack() # folder, architecture
{
    mkdir -p "$1/state/lists/partial" "$1/cache/archives/partial"
    : >"$1/state/status"
    set -- "$1" -o "Dir::State=$1/state" -o "Dir::State::status=$1/state/status" \
        -o "Dir::Cache=$1/cache" -o "APT::Architecture=$2" -o "APT::Architectures::=$2" \
        -o Debug::NoLocking=true
    folder=$1
    shift
    # A mirror may be incomplete for a while; whether the packages can be had is seen below.
    apt-get "$@" update -qq || true
    # shellcheck disable=SC2086
    apt-get "$@" install -y -qq --download-only --no-install-recommends $wanted >/dev/null || return 1
    for package in "$folder"/cache/archives/*.deb; do
        dpkg-deb -x "$package" "$folder/root" || return 1
    done
    touch "$folder/unpacked"
}

if ! sh tests/tools/deps.sh foreign; then
    echo 'foreign: SKIPPED, nothing was tested: compilers and qemu could not be installed' >&2
    exit 0
fi
unset PARE_DATA # real data would take the emulator too long

try() # architecture: fails where one of its tests does
{
    found=$(echo "$known" | sed -n "s/^$1 //p")
    prefix=${found% *} qemu=${found#* } folder=$build/foreign/$1
    if [ ! -e "$folder/unpacked" ] && ! unpack "$folder" "$1"; then
        echo "foreign: SKIPPED $1, nothing was tested: its libraries could not be fetched" >&2
        return
    fi
    units=$(ls tests/unit/*/test_*.c | sed "s|^tests/\(.*\)\.c|$folder/build/tests/\1|")
    # shellcheck disable=SC2086
    ${MAKE:-make} -s BUILD="$folder/build" CC="$prefix-gcc --sysroot=$folder/root" \
        CFLAGS='-O1 -Werror' all $units || return 1
    printf '#!/bin/sh\nexec %s -L "%s" "%s" "$@"\n' "$qemu" "$folder/root" "$folder/build/pare" \
        >"$folder/pare"
    printf '#!/bin/sh\nexec %s -L "%s" "$@"\n' "$qemu" "$folder/root" >"$folder/run"
    chmod +x "$folder/pare" "$folder/run"
    passed=0 wrong=0
    for unit in $units; do
        if "$folder/run" "$unit" >"$folder/said" 2>&1; then
            passed=$((passed + 1))
        else
            wrong=$((wrong + 1))
            grep -a -A 3 ERROR "$folder/said" | head -n 40
            echo "foreign: $1: $unit failed"
        fi
    done
    echo "foreign: $1: $passed units passed, $wrong failed"
    PARE=$folder/pare sh tests/tools/cases.sh || wrong=$((wrong + 1))
    [ $wrong -eq 0 ]
}

for architecture; do
    if ! echo "$known" | grep -q "^$architecture "; then
        echo "foreign.sh: no architecture $architecture" >&2
        exit 2
    fi
done
trying=
for architecture; do # beside each other: units and cases keep one processor busy
    try "$architecture" &
    trying="$trying $!"
done
failed=0
for process in $trying; do
    wait "$process" || failed=1
done
exit $failed
