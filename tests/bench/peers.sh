#!/bin/sh
# Names alone: pare's candidates beside what a user would take for it, on the same planted copies.
# usage: peers.sh BUILD REPORTS...
# SimString (Debian: simstring-bin) is the fastest of them that finds as many; DuckDB comes from the
# npm registry, pg_trgm from PostgreSQL. What is not there is left out and named. Joins of pieces grow
# with the square of the names, so these two are not run above JOINED (20000).
set -eu
build=$1
shift
tools=$build/tests/bench
files=$build/bench
here=$PWD
status=0

seconds_since() # start in nanoseconds
{
    awk -v start="$1" -v end="$(date +%s%N)" 'BEGIN { printf "%.2f s", (end - start) / 1e9 }'
}

simstring_finds() # names, truth
{
    if ! command -v simstring >/dev/null; then
        echo "simstring: SKIPPED, not installed"
        return
    fi
    folder=$files/simstring
    rm -rf "$folder"
    mkdir -p "$folder"
    cut -d, -f2 "$1" | tail -n +2 | tr '[:upper:]' '[:lower:]' >"$folder/names"
    start=$(date +%s%N)
    simstring -b -q -m -d "$folder/db" <"$folder/names" >"$folder/log"
    simstring -q -e -s jaccard -t 0.5 -d "$folder/db" <"$folder/names" >"$folder/found"
    echo "simstring, 3-grams alike by 0.5, one thread: $(seconds_since "$start")," \
        "$(awk -f tests/bench/peers_score.awk "$2" "$folder/names" "$folder/found")"
}

duckdb_finds() # names, truth
{
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        echo "duckdb: SKIPPED, no node and npm"
        return
    fi
    mkdir -p "$files/peers"
    [ -d "$files/peers/node_modules" ] ||
        (cd "$files/peers" && npm install --silent --no-audit --no-fund @duckdb/node-api@1.4.4-r.1)
    cp tests/bench/duckdb.mjs "$files/peers/"
    (cd "$files/peers" && node duckdb.mjs "$here/$1" "$here/$2")
}

# A server of its own in a folder that goes with it, as a user who is not root.
postgres_finds() # names, truth
{
    programs=$(printf '%s\n' /usr/lib/postgresql/*/bin | tail -n 1)
    if [ ! -x "$programs/initdb" ]; then
        echo "postgresql: SKIPPED, not installed"
        return
    fi
    folder=$(mktemp -d)
    cp "$1" "$folder/names.csv"
    cp "$2" "$folder/truth.csv"
    cp tests/bench/postgres.sh tests/bench/postgres.sql "$folder/"
    as=
    if [ "$(id -u)" -eq 0 ]; then
        as='runuser -u postgres --'
        chown -R postgres "$folder"
    fi
    $as sh "$folder/postgres.sh" "$programs" || echo "postgresql: failed"
    rm -rf "$folder"
}

for reports; do
    names=$files/names-$reports-1.csv truth=$files/names-$reports-1.truth
    mkdir -p "$files"
    [ -f "$names" ] || "$tools/generate" "$reports" 1 names "$names" "$truth"
    echo "== $reports names"
    if [ "$reports" -le "${JOINED:-20000}" ]; then
        duckdb_finds "$names" "$truth"
        postgres_finds "$names" "$truth"
    fi
    simstring_finds "$names" "$truth"
    "$tools/match_stages" 2 "$names" "$truth" || status=1
done
exit $status
