/* Whole words and phrases in folded text (utf8_fold), by an index over their first bytes. */
#ifndef PARE_MODEL_WORDS_H
#define PARE_MODEL_WORDS_H

#include "base/arena.h"

/* The words stand in one list; the index holds their numbers, those with one first byte together. */
struct word_index {
    uint16_t start[257];
    uint16_t *number;
};

/* size: bytes from one text in the list to the next, which may be members of larger things. */
void words_index(struct arena *arena, const struct text *list, size_t count, size_t size,
                 struct word_index *index);

/* Bytes beyond ASCII belong to letters; folded text has no capitals. */
static inline bool words_has_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* Whether a word begins at, or ends before, that position. */
static inline bool words_begin(struct text t, size_t at)
{
    return at == 0 || !words_has_byte(t.data[at - 1]) || !words_has_byte(t.data[at]);
}

static inline bool words_end(struct text t, size_t end)
{
    return end == t.size || !words_has_byte(t.data[end]) || !words_has_byte(t.data[end - 1]);
}

#endif
