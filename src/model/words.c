#include "model/words.h"

static struct text word_at(const struct text *list, size_t size, size_t number)
{
    return *(const struct text *)(const void *)((const char *)list + number * size);
}

void words_index(struct arena *arena, const struct text *list, size_t count, size_t size,
                 struct word_index *index)
{
    uint16_t filled = 0;
    unsigned slot;
    size_t i;

    index->number = ARENA_ARRAY(arena, count, uint16_t);
    for (slot = 0; slot < WORD_SLOTS; slot++) {
        index->start[slot] = filled;
        for (i = 0; i < count; i++) {
            if (words_slot(word_at(list, size, i), 0) == slot)
                index->number[filled++] = (uint16_t)i;
        }
    }
    index->start[WORD_SLOTS] = filled;
}
