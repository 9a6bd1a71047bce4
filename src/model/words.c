#include "model/words.h"

static unsigned char first_byte(const struct text *list, size_t size, size_t number)
{
    const struct text *word = (const struct text *)(const void *)((const char *)list + number * size);

    return (unsigned char)word->data[0];
}

void words_index(struct arena *arena, const struct text *list, size_t count, size_t size,
                 struct word_index *index)
{
    uint16_t filled = 0;
    unsigned byte;
    size_t i;

    index->number = ARENA_ARRAY(arena, count, uint16_t);
    for (byte = 0; byte < 256; byte++) {
        index->start[byte] = filled;
        for (i = 0; i < count; i++) {
            if (first_byte(list, size, i) == byte)
                index->number[filled++] = (uint16_t)i;
        }
    }
    index->start[256] = filled;
}
