/* Rows that say what the row before says, but for one more recipient: a list with a row for each
 * report and recipient is mostly of that kind.
 *
 * Such a row becomes a member of the report of the row before and no row of the builder. That is
 * done only where its own row would say the same in the end and tell nothing. */
#ifndef PARE_INPUT_REPEATS_H
#define PARE_INPUT_REPEATS_H

#include "input/builder.h"

/* Whether the file may have such rows; after the headers are known. */
void repeats_begin(struct reading *reading, const struct input_options *options);
void repeats_end(struct reading *reading);
/* Whether the row only adds a recipient to the row before, which was taken. */
bool row_is_repeat(const struct reading *reading, const struct csv_row *row);
/* The row was taken, or left out: it is the one that the next is compared with. */
void repeats_follow(struct reading *reading, const struct csv_row *row, bool is_taken);
/* The rows of the batch are about to go. */
void repeats_keep(struct reading *reading);

#endif
