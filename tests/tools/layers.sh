#!/bin/sh
# Fails on an include that its layer may not see: the first part of an include path is the layer.
# Also on memory taken outside of base.
set -eu

# layer: what it may include, as the arrows of src/README.md say; * is everything
allowed='base: base
model: base model
input: base model input
match: base model match
rules: base model match rules
plan: base model match rules plan
compare: base model match rules plan compare
document: base model document
sections: base model match rules plan compare document sections
render: base model document render
cli: *'

find include/*/ src/*/ -name '*.[ch]' -o -name '*.def' | sort | xargs awk -v allowed="$allowed" '
BEGIN {
    count = split(allowed, line, "\n")
    for (i = 1; i <= count; i++) {
        split(line[i], part, ": ")
        may[part[1]] = " " part[2] " "
    }
}
FNR == 1 {
    split(FILENAME, folder, "/")
    layer = folder[2]
    files++
    if (!(layer in may))
        wrong("there is no layer " layer)
}
function wrong(text)
{
    print FILENAME ":" FNR ": " text
    bad++
}
/^[ \t]*#[ \t]*include.*\.\.\// { wrong("a path goes up") }
/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, quoted, "\"")
    if (split(quoted[2], path, "/") < 2)
        wrong("\"" quoted[2] "\" has no layer: write \"" layer "/" quoted[2] "\"")
    else if (may[layer] != " * " && !index(may[layer], " " path[1] " "))
        wrong(layer " may not include " path[1] ": \"" quoted[2] "\"")
}
layer != "base" && /(^|[^a-z_])(malloc|calloc|realloc|strdup|strndup|asprintf) *\(/ {
    wrong("memory comes from base/memory.h or an arena")
}
END {
    printf "layers: %d files, %d wrong\n", files, bad
    exit bad > 0
}'
