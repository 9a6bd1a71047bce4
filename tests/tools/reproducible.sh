#!/bin/sh
# The archive of the sources and what is built from it are the same bytes each time and in each
# folder, also where there is no git. Needs nothing but what `make dist` needs, and dpkg-dev if there.
# reproducible.sh BUILD VERSION
set -eu

version=$2
archive=$1/pare-$version.tar.gz
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
unset MAKEFLAGS MAKELEVEL MFLAGS

failed=0
same() # what, file, file
{
    if cmp "$2" "$3"; then
        echo "reproducible: $1: the same $(wc -c <"$2") bytes"
    else
        failed=$((failed + 1))
        echo "reproducible: $1 differs"
    fi
}

cp "$archive" "$scratch/first.tar.gz"
sleep 1 # or a time of day would not show
${MAKE:-make} -s dist BUILD="$1"
same 'archive of the sources' "$scratch/first.tar.gz" "$archive"

what=all
if command -v dpkg-shlibdeps >/dev/null; then
    what=deb
fi
# Other folder, other name of it, other locale, time zone, mask and order of work.
for folder in a another/folder; do
    mkdir -p "$scratch/$folder"
    tar -xzf "$archive" -C "$scratch/$folder"
done
(cd "$scratch/a/pare-$version" && umask 022 && LC_ALL=C TZ=UTC ${MAKE:-make} -s -j2 $what)
(cd "$scratch/another/folder/pare-$version" && umask 077 && LC_ALL=C.UTF-8 TZ=Pacific/Kiritimati \
    ${MAKE:-make} -s $what BUILD=made)
same program "$scratch/a/pare-$version/build/pare" "$scratch/another/folder/pare-$version/made/pare"
if [ $what = deb ]; then
    same 'Debian package' "$scratch/a/pare-$version/build/deb/"*.deb \
        "$scratch/another/folder/pare-$version/made/deb/"*.deb
    dpkg-deb -x "$scratch/a/pare-$version/build/deb/"*.deb "$scratch/installed"
    "$scratch/installed/usr/bin/pare" --version
fi
echo "reproducible: $failed failed"
[ $failed -eq 0 ]
