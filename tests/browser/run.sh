#!/bin/sh
# Pages in a real browser: Debian's chromium, driven by a pinned playwright-core, with axe-core.
# Installs what is missing under the folder given; says so and passes where that cannot be done.
set -eu

pare=$1 writer=$2 folder=$3
here=$(dirname "$0")
playwright=1.60.0 axe=4.14.1 # 1.60 is the last playwright that runs on the node 18 of Debian 12

skip()
{
    echo "browser: SKIPPED, nothing was tested: $1" >&2
    exit 0
}

sh tests/tools/deps.sh browser || skip "its packages could not be installed"
mkdir -p "$folder/pages"
if [ "$(cat "$folder/versions" 2>/dev/null)" != "$playwright $axe" ]; then
    npm install --prefix "$folder" --no-audit --no-fund --ignore-scripts --loglevel=error \
        playwright-core@$playwright axe-core@$axe || skip "the npm registry cannot be reached"
    echo "$playwright $axe" >"$folder/versions"
fi

rm -f "$folder"/pages/*
"$writer" "$folder/pages/every.html"
"$pare" audit -q samples/hospital.csv -o "$folder/pages/audit.html"
"$pare" plan -q samples/hospital.csv --target 15% -o "$folder/pages/plan.html" || [ $? -eq 1 ]
"$pare" plan -q tests/browser/hostile.csv -o "$folder/pages/hostile.html" 2>/dev/null
"$pare" plan -q samples/minimal.csv -o "$folder/pages/minimal.html"
"$pare" rules -q -o "$folder/pages/rules.html"
"$pare" plan -q samples/hospital.csv --target 10% --no-script -o "$folder/pages/no-script.html"
"$pare" propose -q samples/hospital.csv --to "The board" --author "A. Person" --decide-by 2026-02-01 \
    -o "$folder/pages/propose.html"
"$pare" propose -q samples/hospital.csv --target 10% -o "$folder/pages/propose-target.html"
"$pare" propose -q samples/minimal.csv --no-script -o "$folder/pages/propose-least.html"
"$pare" propose -q tests/browser/hostile.csv --title '</title><script>window.broken = 1</script>' \
    --to '"><img src=x onerror=alert(1)>' --author "'=cmd|' /C calc'!A0" --contact 'javascript:alert(1)' \
    -o "$folder/pages/propose-hostile.html" 2>/dev/null
PARE=$pare PARE_BROWSER=$folder PARE_PAGES=$folder/pages PARE_CHROMIUM=$(command -v chromium) \
    node --test --test-reporter=spec "$here"
