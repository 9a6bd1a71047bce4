/* Where a cell stands, found by parsing its row again: only problems ask for it. */
#ifndef PARE_INPUT_CSV_PLACE_H
#define PARE_INPUT_CSV_PLACE_H

#include "input/csv_feed.h"
#include "input/source.h"

/* Where in raw, the bytes of a row, the cell begins, without blanks before it. */
size_t csv_start_of_cell(struct csv_dialect dialect, struct text raw, uint32_t cell);
/* The place of a byte of raw, which begins at that line. */
struct place csv_place_in(const struct source *source, struct text raw, uint32_t line, size_t at);

#endif
