/* Cells and texts as programs read them; shared by json and csv. */
#ifndef PARE_RENDER_MACHINE_H
#define PARE_RENDER_MACHINE_H

#include "base/out.h"
#include "document/document.h"

enum { MACHINE_SIZE = 48 };

/* A number, amount, date or flag: 1234.50, 0.25, 2026-11-14, true. Not for texts. Numbers have ten
 * digits that count: enough for cents in hours times money, too few for the noise of binary
 * fractions. */
struct text machine_value(const struct cell *cell, char buffer[MACHINE_SIZE]);

/* Takes the next well-formed piece off rest; a broken byte comes as U+FFFD. False when rest is used
 * up. */
bool machine_piece(struct text *rest, struct text *piece);

/* A table or record as rows for machines: only columns with a key, only plain rows. */
struct machine_rows {
    const struct block *block;
    const char **keys;
    size_t *column; /* numbers of the columns with a key */
    size_t count;
    struct cell *cells;
};

void machine_rows_init(struct machine_rows *rows, const struct block *block);
void machine_rows_clear(struct machine_rows *rows);
size_t machine_rows_count(const struct machine_rows *rows);
/* False where that row is for people only; else rows->cells[rows->column[i]] are its cells. */
bool machine_rows_get(struct machine_rows *rows, size_t index);

#endif
