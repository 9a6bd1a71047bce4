/* CSV files to one inventory: every encoding, delimiter and layout that people really have.
 *
 * The inventory always comes back and carries all problems in its diag; where one of them is an
 * error the inventory is not to be used. Wide and long lists, several files, side files with what
 * is known of people, lists and usage. Any order of rows gives the same reports. */
#ifndef PARE_INPUT_INPUT_H
#define PARE_INPUT_INPUT_H

#include "model/assumptions.h"
#include "model/inventory.h"

/* A report that somebody would like to have; NULL where it was not said. */
struct request_words {
    const char *name, *description, *fields, *owner, *recipients, *frequency;
};

struct input_options {
    char delimiter;       /* 0: found by looking */
    const char *encoding; /* NULL: found by looking */
    enum date_order date_order;
    enum frequency_codes freq_codes;
    bool fill_down;          /* blanks under merged cells take the value above */
    const char *const *maps; /* "field=Header" */
    size_t map_count;
    const struct request_words *request; /* becomes that of the inventory; NULL without */
    unsigned threads;                    /* 0 is 1 */
    bool digests;                        /* fill sha256 of the inputs */
    bool spare_cells;                    /* keep what stands in columns that are not used */
    size_t block;                        /* bytes that are read at once; 0: chosen here */
    const char *const *people,
        *const *usage, *const *lists, *const *assumptions, *const *decisions,
                                                               *const *answers; /* file names */
    size_t people_count, usage_count, lists_count, assumptions_count, decisions_count,
        answers_count;
};

/* Reads the files ("-" is stdin) and the side files; sets what the files say in assumptions. */
struct inventory *inventory_read(const char *const *files, size_t count,
                                 const struct input_options *options,
                                 struct assumptions *assumptions);

/* Headers by which a field is recognised, separated by "|", the field's own name not among them. */
const char *field_aliases(enum field field);

#endif
