/* How a file is written: its delimiter, its quote and the row with the headers, found by looking.
 */
#ifndef PARE_INPUT_DIALECT_H
#define PARE_INPUT_DIALECT_H

#include "input/csv_reader.h"

enum { SCORE_NEEDED = 100, SCORE_CELL = 2 }; /* most for what must be there, and for each cell */

/* How well a row of cells serves as headers; the reader of each kind of file has its own. 0 where
 * it cannot be more than `least`, which spares the look. */
typedef size_t header_score(void *context, const struct text *cells, size_t count, size_t least);

struct dialect {
    struct csv_dialect csv;
    size_t header_row; /* rows of the reader before the headers */
    size_t score;      /* of the headers; 0 where none were recognised */
    bool is_utf8;      /* as far as was looked */
};

/* delimiter 0: found by looking at the first bytes of the source, which stay there; an
 * error of reading them is in diag and the source has failed. */
void dialect_find(struct dialect *dialect, struct source *source, char delimiter,
                  header_score *score, void *context, struct diag *diag);

#endif
