/* Where a cell stands, found by parsing its row again: only problems ask for it. */
#ifndef PARE_INPUT_CSV_PLACE_H
#define PARE_INPUT_CSV_PLACE_H

#include "input/csv_feed.h"
#include "input/source.h"

/* Where in raw, the bytes of a row, the cell begins, without blanks before it. */
size_t csv_start_of_cell(struct csv_dialect dialect, struct text raw, uint32_t cell);
/* Whether a quote in a cell that began lines before, at start, looks like the begin of a cell: the
 * other one is missing, and what is between would be lost in one cell. */
bool csv_quote_begins_cell(struct csv_dialect dialect, struct text raw, size_t start,
                           size_t position);
/* The place of a byte of raw, which begins at that line. */
struct place csv_place_in(const struct source *source, struct text raw, uint32_t line, size_t at);

#endif
