/* The column that holds ids where no header says so: the leftmost of a few that is filled in every
 * row and never the same. A first column of sections of laws is the id beside what it is. */
#ifndef PARE_INPUT_ID_COLUMN_H
#define PARE_INPUT_ID_COLUMN_H

#include "input/builder.h"

bool id_column_may_be(const struct columns *columns, size_t column);
/* At the end of a file: the first that identifies becomes the id. */
void id_column_choose(struct builder *builder, struct reading *reading);

#endif
