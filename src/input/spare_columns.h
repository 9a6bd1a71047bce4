/* Columns that are not used and whose few short values tell entries apart: a wiki, a market, a
 * plant. Kept for the matcher, a byte for each cell; whether a column is such a one is told by its
 * values, in whatever order they come, and by what reports of one name have in it. At most
 * SPARE_KEPT of them reach the inventory. */
#ifndef PARE_INPUT_SPARE_COLUMNS_H
#define PARE_INPUT_SPARE_COLUMNS_H

#include "input/grouping.h"

enum { SPARE_KEPT = 8 };

/* The columns of the file that are not used; of those of exports it is known what they hold. */
void spare_begin_file(struct builder *builder, const struct reading *reading);
/* Takes in rows before they are counted in builder->rows. */
void spare_take(struct builder *builder, const struct reading *reading, struct csv_row *const *rows,
                size_t count);
/* Rows that turned out to be titles go; builder->rows still counts them. */
void spare_drop_rows(struct builder *builder, const struct row_list *gone);
/* A column that became the id is used after all. */
void spare_end_file(struct builder *builder, const struct reading *reading);
/* Gives the inventory its spare columns, a value for each report. */
void spare_finish(struct builder *builder, const struct grouping *grouping);
void spare_free(struct builder *builder);

#endif
