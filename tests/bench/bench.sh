#!/bin/sh
# Times the stages of the audit against a bare parse of the same file, with one thread and with two,
# and scores the matcher on planted copies.
# usage: bench.sh BUILD [REPORTS...], from few to many; RUNS, SEED and FORM (wide, long: a row for each
# report and recipient) may be set. Files stay in BUILD/bench.
set -eu
build=$1
shift
[ $# -gt 0 ] || set -- 100 1000 10000 100000
tools=$build/tests/bench
files=$build/bench
runs=${RUNS:-7}
seed=${SEED:-1}
form=${FORM:-wide}
status=0
lists=
mkdir -p "$files"
for reports; do
    list=$files/$form-$reports-$seed
    [ -f "$list.csv" ] || "$tools/generate" "$reports" "$seed" "$form" "$list.csv" "$list.truth"
    lists="$lists $list.csv"
done
for threads in 1 2; do
    echo "== $form, $threads threads: seconds, ratio to the bare parse, most memory"
    # shellcheck disable=SC2086 # names made above, without blanks
    "$tools/audit_stages" "$tools/bare_parse" "$runs" "$threads" $lists
done
echo "== candidates, two threads"
for list in $lists; do
    "$tools/match_stages" 2 "$list" "${list%.csv}.truth" || status=1
done
exit $status
