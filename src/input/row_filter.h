/* Which rows below the headers are reports, and which are titles, totals or blank. */
#ifndef PARE_INPUT_ROW_FILTER_H
#define PARE_INPUT_ROW_FILTER_H

#include "input/builder.h"

/* Whether the row is a report; if not, diag says why. Tells of too few and too many cells. Any
 * order of the rows gives the same answer, but for a section title, which stands below a blank row.
 */
bool row_is_report(struct builder *builder, struct reading *reading, const struct csv_row *row);
/* Counts a row that repeats one which is a report. */
void row_filter_repeat(struct reading *reading, const struct csv_row *row);
/* Tells what looks like merged cells, once the file has been read. */
void row_filter_end(const struct builder *builder, const struct reading *reading);
/* Tells of a row above the headers. */
void row_tell_title(const struct builder *builder, const struct reading *reading,
                    const struct csv_row *row);
/* With --fill-down: blanks take what stands above. */
void row_fill_down(struct builder *builder, struct reading *reading, struct csv_row *row);

#endif
