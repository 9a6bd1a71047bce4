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

sh tests/tools/deps.sh workbook || skip 'its packages could not be installed'
rm -rf "$folder"
mkdir -p "$folder"
python3 tests/tools/workbook.py "$pare" "$folder" samples/hospital.csv samples/minimal.csv \
    hostile=tests/browser/hostile.csv
