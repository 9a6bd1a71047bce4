#!/bin/sh
# Packs what `make install` put below BUILD/deb/root as a Debian package, the same bytes each time.
# deb.sh BUILD VERSION
set -eu
umask 022

version=$2-1
sources=$PWD
cd "$1/deb"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y ../../Makefile)}
export SOURCE_DATE_EPOCH LC_ALL=C
# Whoever passes the package on sets these two.
maintainer="${DEBFULLNAME:-pare} <${DEBEMAIL:-pare@example.org}>"
architecture=$(dpkg --print-architecture)
documents=root/usr/share/doc/pare

strip --remove-section=.comment --remove-section=.note root/usr/bin/pare
gzip -9n root/usr/share/man/man1/pare.1
printf 'pare (%s) unstable; urgency=medium\n\n  * Built from the sources of %s.\n\n -- %s  %s\n' \
    "$version" "$2" "$maintainer" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" |
    gzip -9n >"$documents/changelog.Debian.gz"
cat >"$documents/copyright" <<END
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: pare

Files: *
Copyright: $(date -u -d "@$SOURCE_DATE_EPOCH" +%Y) the authors of pare
License: unstated
 The sources state no licence; ask the authors before passing copies on.
END

# dpkg-shlibdeps reads debian/control of the folder that it runs in.
mkdir -p debian root/DEBIAN
printf 'Source: pare\n\nPackage: pare\nArchitecture: any\n' >debian/control
# What pare loads when it is needed is linked here, so that it is found.
loads=
if [ "${XLSX:-}" != 0 ]; then
    loads=root/usr/bin/loads
    printf '%s\n' '#include <xlsxwriter.h>' '#define FUNCTION(name) (void *)name,' \
        'void *const used[] = {' '#include "render/book_library.def"' '};' \
        'int main(void) { return !used[0]; }' |
        "${CC:-cc}" -I"$sources/src" -x c - -lxlsxwriter -o $loads
fi
depends=$(dpkg-shlibdeps -O root/usr/bin/pare $loads | sed -n 's/^shlibs:Depends=//p')
rm -f root/usr/bin/loads
[ -n "$depends" ]
(cd root && find usr -type f | sort | xargs md5sum) >root/DEBIAN/md5sums
cat >root/DEBIAN/control <<END
Package: pare
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(find root/usr -type f -exec cat {} + | wc -c | awk '{ print int(($1 + 1023) / 1024) }')
Depends: $depends
Section: utils
Priority: optional
Description: find recurring reports to stop, merge or send less often
 Reads a CSV list of an organisation's recurring reports, flags duplicates and
 reports that could be produced less often, estimates what each change saves,
 and writes the proposal as a web page, a workbook or text.
END
# One thread: how xz cuts its blocks may depend on their number.
dpkg-deb --root-owner-group --threads-max=1 -Zxz --build root "pare_${version}_$architecture.deb"
