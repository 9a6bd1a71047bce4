#include "model/words.h"

#include <string.h>

/* Sixteen bytes a line: first 0 to 9, then a to z, then all that is not ASCII. */
#define NONE 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
#define ALL 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
#define TEN 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0
#define A_TO_O 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
#define P_TO_Z 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0

const bool words_bytes[256] = {NONE, NONE, NONE, TEN, NONE, NONE, A_TO_O, P_TO_Z,
                               ALL,  ALL,  ALL,  ALL, ALL,  ALL,  ALL,    ALL};

static struct text word_at(const struct text *list, size_t size, size_t number)
{
    return *(const struct text *)(const void *)((const char *)list + number * size);
}

void words_index(struct arena *arena, const struct text *list, size_t count, size_t size,
                 struct word_index *index)
{
    unsigned slot;
    size_t i;

    /* By counting, from the last word to the first, so that words of one slot stay in their order.
     */
    memset(index->start, 0, sizeof index->start);
    index->number = ARENA_ARRAY(arena, count, uint16_t);
    for (i = 0; i < count; i++)
        index->start[words_slot(word_at(list, size, i), 0)]++;
    for (slot = 1; slot <= WORD_SLOTS; slot++)
        index->start[slot] = (uint16_t)(index->start[slot] + index->start[slot - 1]);
    for (i = count; i-- > 0;)
        index->number[--index->start[words_slot(word_at(list, size, i), 0)]] = (uint16_t)i;
}
