/* Side files: people, usage, lists, assumptions; each a CSV whose columns a table describes.
 *
 * The same reader, the same encodings and the same messages as for inventories. Rows are streamed,
 * so a file may be larger than memory. */
#ifndef PARE_INPUT_SIDE_H
#define PARE_INPUT_SIDE_H

#include "input/csv_reader.h"
#include "input/input.h"
#include "input/people.h"

enum { SIDE_COLUMNS = 12 };

struct side_column {
    const char *name;    /* a key: small letters and digits */
    const char *aliases; /* keys separated by "|" */
};

/* The log of a system, recognised by its headers, and which of them are the columns of the table:
 * keys, several separated by "|" with the best first, NULL for none. */
struct side_map {
    const char *system;
    const char *const *headers; /* that must all be there; ended by NULL */
    const char *columns[SIDE_COLUMNS];
};

struct side_table {
    const char *role;
    /* The headers must have one of the first `needed` columns, or all of them where all_needed. */
    size_t needed;
    bool all_needed;
    struct side_column columns[SIDE_COLUMNS]; /* ended by one without name */
};

struct side_row {
    struct text cells[SIDE_COLUMNS]; /* cleaned; empty where there is no such column */
    const struct csv_reader *reader;
    const struct csv_row *row;
    const int *column;          /* in the file, by column of the table; -1 where missing */
    const struct side_map *map; /* that the headers fit; NULL where none */
};

struct side {
    struct inventory *inventory;
    const struct input_options *options;
    struct assumptions *assumptions;
    struct directory *directory;
    struct arena *arena; /* for the time of reading */
};

typedef void side_function(struct side *side, const struct side_row *row, void *context);

/* Reads one file, row by row; tells of it in inventory->inputs[input]. */
void side_read(struct side *side, const struct side_table *table, const char *path, size_t input,
               side_function *take, void *context);
/* The same for a file that may be the log of a known system; maps go before the aliases and are
 * ended by NULL. */
void side_read_mapped(struct side *side, const struct side_table *table,
                      const struct side_map *const *maps, const char *path, size_t input,
                      side_function *take, void *context);
struct place side_place(const struct side_row *row, size_t column);
/* A number in a cell, or NAN with a warning. */
double side_number(struct side *side, const struct side_row *row, size_t column, int unit);

void side_assumptions(struct side *side, size_t first_input);
void side_people(struct side *side, size_t first_input);
void side_lists(struct side *side, size_t first_input);
void side_usage(struct side *side, size_t first_input);
void side_answers(struct side *side, size_t first_input);
void side_request(struct side *side);
void side_decisions(struct side *side, size_t first_input);

#endif
