/* Which rows are one report: those with one id, and those of a list with a row for each recipient.
 */
#ifndef PARE_INPUT_GROUPING_H
#define PARE_INPUT_GROUPING_H

#include "input/builder.h"

/* Rows of a report: row[start[report]] up to start[report + 1], in their order. */
struct grouping {
    uint32_t *report_of; /* by row; NULL where every row is a report */
    uint32_t *start, *row;
    size_t reports;
    uint32_t *part; /* by row: 2 for ID#2 and so on; NULL where no id is used for two reports */
};

void grouping_find(struct grouping *grouping, struct builder *builder);
/* One value for each report in the columns; lists are not touched. */
void grouping_apply(const struct grouping *grouping, struct builder *builder);
/* Sorts reports by what is in them, names first, then by number. */
void grouping_sort_by_contents(const struct inventory *inventory, uint32_t *reports, size_t count);
void grouping_clear(struct grouping *grouping);

#endif
