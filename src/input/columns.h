/* Which column of a file holds which field, told by its header. */
#ifndef PARE_INPUT_COLUMNS_H
#define PARE_INPUT_COLUMNS_H

#include "base/diag.h"
#include "model/inventory.h"

/* All aliases by their keys; made once for a call. */
struct alias_index;

struct alias_index *alias_index_new(void);
void alias_index_free(struct alias_index *index);

/* What --map said: "field=Header". */
struct column_map {
    int field;
    struct text header, key;
    bool used; /* some file had the header */
};

struct column_maps {
    struct column_map *list;
    size_t count;
};

/* Headers are compared by this: folded, letters and digits only. */
struct text header_key(struct arena *arena, struct text header);

void column_maps_parse(struct column_maps *maps, const char *const *texts, size_t count,
                       struct arena *arena, struct diag *diag);
/* Errors for headers that no file had. */
void column_maps_check(const struct column_maps *maps, struct diag *diag);

/* The columns of one field, the best first. */
struct field_columns {
    uint16_t *column;
    size_t count;
};

struct columns {
    const struct text *headers;
    size_t count;
    int *field; /* by column; -1 unused */
    enum column_how *how;
    int *rank; /* by column: number of the alias, lower is more telling */
    struct field_columns fields[FIELD_COUNT];
};

/* Everything in arena; headers are kept. */
void columns_match(struct columns *columns, const struct text *headers, size_t count,
                   const struct alias_index *index, struct column_maps *maps, struct arena *arena);
/* How many of them can be headers at most, without those that maps name. */
size_t columns_possible(const struct text *headers, size_t count);
/* How many different fields the headers name without guessing; *has_name: one is the name. */
size_t columns_recognised(const struct columns *columns, bool *has_name);
bool columns_have(const struct columns *columns, enum field field);
/* The field that a header which is not used comes close to, or -1. */
int columns_near_miss(const struct columns *columns, size_t column, const struct alias_index *index,
                      struct arena *arena);
/* Takes a column out or gives it to a field, as a guess or after a look at the cells. */
void columns_assign(struct columns *columns, size_t column, int field, enum column_how how,
                    struct arena *arena);
/* To be called after columns_assign without arena. */
void columns_list(struct columns *columns, struct arena *arena);
/* The field that the last of several words makes of a header, or -1. */
int field_of_last_word(struct text header, struct arena *arena);
/* How surely a header that is no alias names the reports: 1 is best, 0 not at all. */
size_t header_names_reports(struct text header, struct arena *arena);
/* Takes the best of them as the name where there is none. */
void columns_guess_name(struct columns *columns, struct arena *arena);
/* Whether the header ends in id, no, number, key or code. */
bool header_may_be_id(struct text header);
/* Whether it names lists of people, and whether yes in its column means that a report is off. */
bool header_names_lists(struct arena *arena, struct text header);
bool header_says_off(struct arena *arena, struct text header);

#endif
