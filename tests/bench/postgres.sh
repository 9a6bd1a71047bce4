#!/bin/sh
# Starts a server in the folder of this file, finds alike names with pg_trgm, stops it.
# usage: postgres.sh FOLDER_OF_PROGRAMS; names.csv, truth.csv and postgres.sql lie beside.
set -eu
programs=$1
cd "$(dirname "$0")"
"$programs/initdb" -D data -A trust --no-locale -E UTF8 >log 2>&1
"$programs/pg_ctl" -D data -w -l log -o "-c listen_addresses='' -k $PWD" start >starting
trap '"$programs/pg_ctl" -D data -m fast stop >stopping' EXIT
"$programs/psql" -h "$PWD" -d postgres -q -t -A -v ON_ERROR_STOP=1 -f postgres.sql
