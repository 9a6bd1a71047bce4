/* The inventory while it grows: rows of all files as columns of numbers, not yet reports.
 *
 * A batch of rows is taken in column after column, so that equal work stands together and strings
 * are interned in bulk. People, terms and rows of one report are brought together afterwards. */
#ifndef PARE_INPUT_BUILDER_H
#define PARE_INPUT_BUILDER_H

#include "input/columns.h"
#include "input/csv_reader.h"
#include "input/exports.h"
#include "input/input.h"
#include "model/quantity.h"

/* Members of a list field by row: member[start[row]] up to start[row + 1]. */
struct list_column {
    uint32_t *start;
    size_t start_capacity;
    uint32_t *member;
    size_t count, capacity;
};

/* A member that says: known, and nobody. */
#define MEMBER_NONE UINT32_MAX

/* A number or date that the rest of its column has to explain. */
struct open_cell {
    uint32_t row, text;
    int field;
    struct place place;
};

/* What the cells of a column reveal of how it is written: a bit for each decimal mark or date order
 * that was met, and where it was met first. Two of them contradict each other. */
struct hints {
    unsigned seen;
    struct place first[3]; /* by enum decimal_mark or date_order */
};

/* Where a frequency was first written so. */
struct word_place {
    struct place place;
};

enum { LATE_COLUMNS = 16, EXAMPLES = 5 };

struct row_list {
    uint32_t *row;
    size_t count, capacity;
};

/* The row before, where the next may only add a recipient to it: see input/repeats.h. */
struct repeats {
    bool possible, follows;
    size_t column, id;
    struct text raw;   /* of the row before */
    size_t start, end; /* of its recipient */
    char *copy;
    size_t capacity;
    uint8_t sign[256]; /* what each byte says of a recipient */
};

/* Rows that are taken in together: row i and the more[i] ones behind it, which repeat it. */
struct batch {
    struct csv_row **rows;
    uint32_t *more;
    size_t count;
    const struct csv_row *first; /* the rows in front of all, which repeat a row taken before */
    uint32_t first_count;
};

/* Columns of a file of which only all their values tell what they are. */
struct late_columns {
    size_t column[LATE_COLUMNS];
    uint32_t *number[LATE_COLUMNS]; /* of the text, by row since the first of the file */
    size_t count, capacity;
};

/* The file that is being read. */
struct reading {
    struct csv_reader *reader;
    struct columns columns; /* those of the file, then what its export format supplies */
    size_t header_count;    /* of the file */
    struct export export;
    uint16_t file;
    char delimiter;
    size_t first_row; /* in the builder */
    struct late_columns ids, descriptions;
    struct text *examples;         /* EXAMPLES for each column */
    struct text *above;            /* --fill-down: by column, the last value */
    size_t unit_rows, blank_units; /* rows, and those without a department, where it stands first */
    bool is_lone;                  /* the last row that was looked at has a name and nothing else */
    bool goes_on;                  /* --fill-down gave it the name of the row above */
    struct row_list lone;          /* rows in the builder that may be titles */
    struct repeats repeats;
    size_t repeated;   /* rows that are none in the builder */
    bool *list_header; /* by column: it names lists, not people */
    bool *off_header;  /* by column: yes means that the report is off */
};

/* How the cells of a list of people are separated, in the file that is being read. */
struct list_signs {
    bool others; /* by semicolons and the like */
    bool commas; /* by commas, for sure */
};

struct builder {
    struct inventory *inventory;
    const struct input_options *options;
    struct arena *arena;
    struct frequency_options frequency_options;

    size_t rows, capacity;
    size_t repeated;                       /* rows that only added a recipient to one of those */
    struct list_column lists[FIELD_COUNT]; /* used for people and terms */
    struct table *spellings;               /* people and lists as they are written */
    uint8_t *in_list_column;               /* by spelling */
    size_t spelling_capacity;
    struct table *term_spellings;
    struct table *frequency_words; /* numbers are those of inventory->frequencies */
    size_t frequency_capacity;
    struct word_place *frequency_places;
    size_t place_capacity;
    struct table *channel_words;
    uint32_t *channels; /* by word */
    size_t channel_capacity;

    struct open_cell *open;
    size_t open_count, open_capacity;
    struct hints hints[FIELD_COUNT]; /* of the file that is being read */
    bool told_mark[FIELD_COUNT];     /* and that its decimal mark was supposed */
    bool in_days[FIELD_COUNT];       /* that days are working days was told of the column */
    bool cut[FIELD_COUNT];           /* a number of the column was cut, and that was told */

    struct table *pair_words; /* "Doe, Jane", undecided until all is read */
    struct last_first *pairs;
    size_t pair_count, pair_capacity, pairs_told; /* told: those of earlier files */
    struct list_signs list_signs[FIELD_COUNT];

    struct row_list goes_on; /* rows that belong to the report of the row before */

    struct spare_tracks *spare; /* columns that are not used; NULL without */

    struct text *keys; /* of the batch */
    size_t key_capacity;
    uint32_t *numbers;
    size_t number_capacity;
};

struct builder *builder_new(struct inventory *inventory, const struct input_options *options,
                            double workdays);
void builder_free(struct builder *builder);

/* Takes in rows that are reports. */
void builder_take(struct builder *builder, struct reading *reading, const struct batch *batch);
void row_list_add(struct row_list *list, size_t row);
/* Decides what only the whole file tells: decimal marks, date orders, titles, the id column. */
void builder_end_file(struct builder *builder, struct reading *reading);

/* From here on for the parts of the builder. */

/* Makes the column of a field that no row before had. */
void builder_need_column(struct builder *builder, enum field field);

/* The first filled of the columns of a field, cleaned; *column gets its number. */
struct text first_filled(const struct field_columns *columns, const struct csv_row *row,
                         size_t *column);
struct text row_cell(const struct csv_row *row, size_t column);
/* builder->keys: of each row what first_filled gives. What the row above says too, as in a list
 * with a row for each recipient, is its very key. */
void gather_keys(struct builder *builder, const struct field_columns *columns,
                 struct csv_row *const *rows, size_t count);
struct place place_of_cell(const struct reading *reading, const struct csv_row *row, size_t column);
void take_values(struct builder *builder, struct reading *reading, struct csv_row *const *rows,
                 size_t count, enum field field);
void close_values(struct builder *builder, struct reading *reading);
/* Takes out the rows that have a name and nothing else, where most rows have more. */
void drop_titles(struct builder *builder, struct reading *reading);
void take_list(struct builder *builder, struct reading *reading, const struct batch *batch,
               enum field field);
/* Channels of rows as bits. */
void take_channels(struct builder *builder, const struct reading *reading,
                   const struct field_columns *columns, struct csv_row *const *rows, size_t count,
                   uint32_t *bits);
/* How many people a cell such as "25" or "12 people" says the recipients are; NAN: it names them.
 */
double cell_headcount(struct text t);
/* "none" and its like: it is known that there is nobody. */
bool cell_says_nobody(struct text t);
/* Rows before `row` that lack a start get one. */
void list_column_reach(struct list_column *list, size_t row);

#endif
