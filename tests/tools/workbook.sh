#!/bin/sh
# Opens workbooks in LibreOffice and compares what it computes with what pare says; installs it where
# that can be done.
# workbook.sh PARE FOLDER
set -eu
pare=$1
folder=$2
if ! command -v soffice >/dev/null || ! command -v python3 >/dev/null; then
    if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends libreoffice-calc python3 >/dev/null
    else
        echo "check-xlsx needs LibreOffice (soffice) and python3" >&2
        exit 1
    fi
fi
rm -rf "$folder"
mkdir -p "$folder"
python3 tests/tools/workbook.py "$pare" "$folder" samples/hospital.csv samples/minimal.csv \
    formulas=tests/browser/hostile.csv
