/* "Doe, Jane" in a cell of recipients: one person, last name first, or two. What the cell cannot
 * tell, the rest of the file can, so such pairs are put aside until everything has been read. */
#ifndef PARE_INPUT_LAST_FIRST_H
#define PARE_INPUT_LAST_FIRST_H

#include "input/builder.h"
#include "input/people.h"

/* A cell with one comma. Its two places among the members of the list stay empty until then. */
struct last_first {
    uint32_t whole; /* in builder->pair_words */
    uint32_t member, line, column;
    uint16_t file;
    uint8_t field;
    bool plain : 1, one : 1;     /* two single words; one person, once that is settled */
    bool others : 1, commas : 1; /* the list_signs of the column */
};

/* Whether the two pieces may be one person; *plain is set: both are single words. */
bool may_be_last_first(struct text last, struct text first, bool *plain);
/* Whether the pieces of a cell with commas can only be a list. */
bool pieces_are_a_list(const struct text *pieces, size_t count);
/* Tells the pairs of the file what separates people in their column. */
void last_first_end_file(struct builder *builder);
/* Gives each pair the numbers of its spellings, and tells what was supposed. */
void last_first_settle(struct builder *builder, struct directory *directory);

#endif
