/* The row of headers of an inventory: where it stands, what its columns are, and what is told
 * of it. */
#ifndef PARE_INPUT_HEADERS_H
#define PARE_INPUT_HEADERS_H

#include "input/dialect.h"
#include "input/session.h"

/* How much cells look like headers, for dialect_find; context is the session. */
size_t headers_score(void *context, const struct text *cells, size_t count, size_t least);
/* Reads up to the headers; the rows above are titles. NULL where there are none. */
const struct csv_row *headers_find(struct session *session, struct reading *reading,
                                   const struct dialect *dialect);
/* What each column is. */
void headers_begin(struct session *session, struct reading *reading, const struct csv_row *row);
/* The first values of each column, as far as the row has new ones. */
void headers_take_examples(struct session *session, struct reading *reading,
                           const struct csv_row *row);
/* Puts what was understood of the columns into the inventory. */
void headers_keep(struct session *session, const struct reading *reading);

/* That no column has names, and columns that miss a known header by a few letters. */
void headers_tell_no_name(struct session *session, const struct source *source,
                          const struct reading *reading);
void headers_tell_near_misses(struct session *session, const struct reading *reading,
                              const char *file);

#endif
