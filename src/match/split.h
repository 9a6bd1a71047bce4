/* Cutting a text into folded words.
 *
 * A word is a run of letters and digits; an apostrophe inside is dropped, "&" is the word "and". A
 * text that has no other separator is also cut where a small letter is followed by a capital. Han
 * and Kana, which are written without blanks, are words of one letter each. */
#ifndef PARE_MATCH_SPLIT_H
#define PARE_MATCH_SPLIT_H

#include "base/arena.h"

struct split {
    struct text *words; /* valid until the next split_text */
    size_t count;

    size_t capacity, byte_capacity;
    char *bytes;
};

void split_text(struct split *split, struct text t);
void split_clear(struct split *split);

#endif
