/* The column of descriptions where no header says so: of a few, the one with the longest texts, if
 * they are long and most rows have one of their own. What asks for a report may describe it, too.
 */
#ifndef PARE_INPUT_DESCRIPTION_COLUMN_H
#define PARE_INPUT_DESCRIPTION_COLUMN_H

#include "input/builder.h"

bool description_column_may_be(const struct columns *columns, size_t column);
/* At the end of a file. */
void description_column_choose(struct builder *builder, struct reading *reading);

#endif
