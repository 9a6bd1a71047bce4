/* Columns of which only all their values tell what they are: their texts are kept until the file is
 * read. */
#ifndef PARE_INPUT_LATE_COLUMNS_H
#define PARE_INPUT_LATE_COLUMNS_H

#include "input/builder.h"

/* More than LATE_COLUMNS are not looked at. */
void late_columns_add(struct late_columns *late, size_t column);
/* Takes in rows before they are counted in builder->rows. */
void late_columns_take(struct late_columns *late, struct builder *builder,
                       const struct reading *reading, struct csv_row *const *rows, size_t count);
/* The column of that number becomes the field of a text, beside mandate where it is that. */
void late_columns_choose(const struct late_columns *late, size_t number, struct builder *builder,
                         struct reading *reading, enum field field);
void late_columns_free(struct late_columns *late);

#endif
