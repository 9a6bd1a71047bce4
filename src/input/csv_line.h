/* Most lines of a CSV are a row whose cells can be cut out where they stand.
 *
 * What libcsv would make of such a line, without a look at each byte: it is the same, and every
 * line that is not as plain as that is left to libcsv. */
#ifndef PARE_INPUT_CSV_LINE_H
#define PARE_INPUT_CSV_LINE_H

#include "input/csv_feed.h"

/* The cells of a line that begins and ends a row, as slices of it; 0 where there are more than
 * room, where a quote is no plain begin or end of a cell, or where there is no line end. */
size_t csv_line_split(struct text line, struct csv_dialect dialect, struct text *cells,
                      size_t room);

#endif
