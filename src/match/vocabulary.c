#include "match/vocabulary.h"

#include "base/memory.h"
#include "match/similarity.h"

static bool has_digit(struct text t)
{
    size_t i;

    for (i = 0; i < t.size; i++)
        if (byte_is_digit((unsigned char)t.data[i]))
            return true;
    return false;
}

bool vocabulary_neighbours(const struct tokens *tokens, uint32_t a, uint32_t b)
{
    struct text x = tokens_word(tokens, a), y = tokens_word(tokens, b);
    size_t shorter = x.size < y.size ? x.size : y.size;
    unsigned limit = shorter >= 6 ? 2 : shorter >= 4 ? 1 : 0;

    return limit && !has_digit(x) && !has_digit(y) &&
           word_distance(x.data, x.size, y.data, y.size, limit) <= limit;
}

uint32_t *vocabulary_map(const struct tokens *tokens, unsigned threads)
{
    uint32_t words = table_count(tokens->words), i;
    uint32_t *same_as = memory_alloc((size_t)words + 1, sizeof *same_as);

    (void)threads;
    for (i = 0; i <= words; i++)
        same_as[i] = i;
    return same_as;
}
