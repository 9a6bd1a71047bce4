# How many planted copies were found: awk -f peers_score.awk TRUTH NAMES FOUND
# FOUND has each name of NAMES in its order and below it, behind a tab, the names like it. A copy is
# found where one of these is the name of another report of its cluster.
FNR == 1 { file++ }
file == 1 && FNR > 1 { split($0, part, ","); cluster[FNR - 1] = part[1]; kind[FNR - 1] = part[2] }
file == 2 { holders[$0, cluster[FNR]]++ }
file == 3 && !/^\t/ { asked = $0; row++ }
file == 3 && /^\t/ {
    alike = substr($0, 2)
    pairs++
    if (holders[alike, cluster[row]] > (alike == asked))
        found[row] = 1
}
END {
    for (row in kind)
        if (kind[row] ~ /^(exact|case|copy|order|typo|typos|short|extra)$/) {
            planted++
            hits += row in found
        }
    printf "%d names alike, recall %.4f\n", pairs, planted ? hits / planted : 1
}
