#!/bin/sh
# Names alone: pare's candidates beside a self join in DuckDB, on the same planted copies.
# usage: peers.sh BUILD REPORTS...
set -eu
build=$1
shift
tools=$build/tests/bench
files=$build/bench
here=$PWD
command -v node >/dev/null && command -v npm >/dev/null || {
    echo "bench-peers needs node and npm" >&2
    exit 1
}
status=0
mkdir -p "$files/peers"
[ -d "$files/peers/node_modules" ] ||
    (cd "$files/peers" && npm install --silent --no-audit --no-fund @duckdb/node-api@1.4.4-r.1)
cp tests/bench/duckdb.mjs "$files/peers/"
for reports in "$@"; do
    wide=$files/wide-$reports-1.csv truth=$files/wide-$reports-1.truth names=$files/names-$reports-1.csv
    [ -f "$wide" ] || "$tools/generate" "$reports" 1 wide "$wide" "$truth"
    echo "== $reports names"
    (cd "$files/peers" && node duckdb.mjs "$here/$wide" "$here/$truth" "$here/$names")
    "$tools/match_stages" 2 "$names" "$truth" || status=1
done
exit $status
