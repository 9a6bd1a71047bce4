#!/bin/sh
# Opens workbooks in LibreOffice and compares what it computes with what pare says; installs it where
# that can be done.
# workbook.sh PARE FOLDER
set -eu
pare=$1
folder=$2
skip()
{
    echo "xlsx: SKIPPED, nothing was tested: $1" >&2
    exit 0
}

if ! command -v soffice >/dev/null || ! command -v python3 >/dev/null; then
    command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ] ||
        skip 'please install LibreOffice (soffice) and python3'
    apt-get update -qq || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        libreoffice-calc python3 >/dev/null || skip 'libreoffice-calc could not be installed'
fi
rm -rf "$folder"
mkdir -p "$folder"
python3 tests/tools/workbook.py "$pare" "$folder" samples/hospital.csv samples/minimal.csv \
    hostile=tests/browser/hostile.csv
