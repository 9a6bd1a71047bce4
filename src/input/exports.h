/* Exports of reporting systems, recognised by their headers, whose rows need more than one cell to
 * be understood: bit masks, schedule types, XML and JSON.
 *
 * A format is a file export_NAME.c with a `const struct export_format export_NAME` and a line in
 * exports.def. What it supplies is read as if it stood in columns of its own, before all others of
 * the same fields. */
#ifndef PARE_INPUT_EXPORTS_H
#define PARE_INPUT_EXPORTS_H

#include "base/arena.h"
#include "model/report.h"

struct export_value {
    enum field field;
    unsigned from; /* number of the cell that a message points to */
};

struct export_format {
    const char *system; /* "SSRS" */
    /* Keys of headers (see header_key in columns.h) that all must be there, and of those that may
     * be; each ended by NULL. Cells come in this order; an optional one that is not there is empty.
     */
    const char *const *headers, *const *optional;
    const char *const *ignored; /* headers that are not what they seem; NULL-ended, or NULL */
    const struct export_value *values;
    size_t value_count;
    /* Fills value_count texts, in arena or from cells; empty where nothing is known. */
    void (*row)(struct arena *arena, const struct text *cells, struct text *values);
};

/* The format of a file, and where its cells stand. */
struct export
{
    const struct export_format *format; /* NULL: no such export */
    int *column;                        /* by header and optional header: in the file, or -1 */
    size_t cell_count;
};

/* keys: those of the headers of the file. */
void export_recognise(struct export *export, const struct text *keys, size_t count,
                      struct arena *arena);
/* The cells of a row with what the format supplies behind them; count cells before. */
struct text *export_extend(const struct export *export, struct arena *arena,
                           const struct text *cells, size_t row_count, size_t count);

#endif
