/* Whole words and phrases in folded text (utf8_fold), by an index over their first bytes. */
#ifndef PARE_MODEL_WORDS_H
#define PARE_MODEL_WORDS_H

#include "base/arena.h"

enum { WORD_SLOTS = 1024 };

/* The words stand in one list; the index holds their numbers, those of one slot together. */
struct word_index {
    uint16_t start[WORD_SLOTS + 1];
    uint16_t *number;
};

/* size: bytes from one text in the list to the next, which may be members of larger things. */
void words_index(struct arena *arena, const struct text *list, size_t count, size_t size,
                 struct word_index *index);

/* Whether a byte belongs to a word, looked up, for every byte of every name is asked about. */
extern const bool words_bytes[256];

/* Bytes beyond ASCII belong to letters; folded text has no capitals. */
static inline bool words_has_byte(char c)
{
    return words_bytes[(unsigned char)c];
}

/* Where words that begin like t at that position stand in the index: by three bytes, or what there
 * is of the word; by two where it begins beyond ASCII, for the section sign is glued to its number.
 */
static inline unsigned words_slot(struct text t, size_t at)
{
    unsigned first = (unsigned char)t.data[at], second = 0, third = 0;

    if (at + 1 < t.size && words_has_byte(t.data[at + 1]))
        second = (unsigned char)t.data[at + 1];
    if (second && first < 0x80 && at + 2 < t.size && words_has_byte(t.data[at + 2]))
        third = (unsigned char)t.data[at + 2];
    return ((first * 37 + second) * 37 + third) % WORD_SLOTS;
}

/* Where the next word begins, at that position or behind it, which is not inside of one; t.size
 * where there is none. */
static inline size_t words_next(struct text t, size_t at)
{
    while (at < t.size && !words_has_byte(t.data[at]))
        at++;
    return at;
}

/* Behind the word that the position is in. */
static inline size_t words_behind(struct text t, size_t at)
{
    while (at < t.size && words_has_byte(t.data[at]))
        at++;
    return at;
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
