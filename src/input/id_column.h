/* The column that holds ids where no header says so: the leftmost of a few that is filled in every
 * row and never the same. */
#ifndef PARE_INPUT_ID_COLUMN_H
#define PARE_INPUT_ID_COLUMN_H

#include "input/builder.h"

/* Keeps what the next rows have in the columns that come into question. */
void id_column_take(struct builder *builder, struct reading *reading, struct csv_row *const *rows,
                    size_t count);
/* At the end of a file: the first that identifies becomes the id. */
void id_column_choose(struct builder *builder, struct reading *reading);

#endif
