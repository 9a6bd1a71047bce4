/* What people see of a table: its rows up to the limit, every cell as text, figures rounded so that
 * columns add up as printed.
 *
 * Shared by all renderers for people. In the arena that is given; texts that came from the input
 * are as they were, each renderer escapes them. */
#ifndef PARE_DOCUMENT_SHOWN_H
#define PARE_DOCUMENT_SHOWN_H

#include "document/document.h"

enum { SHOWN_SIZE = 64 };

struct shown_row {
    enum row_style style;
    struct text *cells; /* one per shown column; empty where there is nothing */
};

struct shown {
    const struct column **columns; /* those that have a title */
    struct text *titles;
    size_t column_count;
    struct shown_row *rows;
    size_t count;
    size_t hidden;    /* plain rows beyond the limit */
    size_t hidden_at; /* the row before which they would stand */
};

void shown_table(struct arena *arena, const struct document *document,
                 const struct table_block *table, struct shown *shown);

/* The amount of a cell in its unit (major units, hours, per cent, days); NAN where it has none. */
double cell_amount(const struct cell *cell);
/* A single cell as people see it; money rounded to two digits where document->about. */
struct text shown_cell(struct arena *arena, const struct document *document,
                       const struct cell *cell);

/* 1,234 in whole units, half away from zero; "<1" where that would hide that there is something. */
struct text shown_number(double number, char buffer[SHOWN_SIZE]);
/* 1,234.5: up to two decimals. */
struct text shown_decimal(double number, char buffer[SHOWN_SIZE]);
/* "17 %", "<1 %" */
struct text shown_share(double share, char buffer[SHOWN_SIZE]);

#endif
