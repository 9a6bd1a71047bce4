#include "match/similarity.h"

#include <stdlib.h>

#include "base/text.h"

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

void sort_few(uint32_t *number, uint32_t count)
{
    if (count > 64) {
        qsort(number, count, sizeof *number, compare_numbers);
        return;
    }
    for (uint32_t i = 1; i < count; i++) {
        uint32_t x = number[i], j = i;
        for (; j > 0 && number[j - 1] > x; j--)
            number[j] = number[j - 1];
        number[j] = x;
    }
}

uint32_t set_common(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count)
{
    const uint32_t *a_end = a + a_count, *b_end = b + b_count;
    uint32_t common = 0;

    while (a < a_end && b < b_end) {
        uint32_t x = *a, y = *b;

        common += x == y;
        a += x <= y;
        b += y <= x;
    }
    return common;
}

bool set_common_exceeds(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count,
                        uint32_t most)
{
    const uint32_t *a_end = a + a_count, *b_end = b + b_count;
    uint32_t common = 0;

    while (a < a_end && b < b_end && common <= most) {
        uint32_t x = a_end[-1], y = b_end[-1];

        common += x == y;
        a_end -= x >= y;
        b_end -= y >= x;
    }
    return common > most;
}

uint64_t set_common_weight(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count,
                           const uint32_t *weight)
{
    const uint32_t *a_end = a + a_count, *b_end = b + b_count;
    uint64_t common = 0;

    while (a < a_end && b < b_end) {
        uint32_t x = *a, y = *b;

        if (x == y)
            common += weight[x];
        a += x <= y;
        b += y <= x;
    }
    return common;
}

uint64_t set_weight(const uint32_t *a, uint32_t a_count, const uint32_t *weight)
{
    uint64_t sum = 0;
    uint32_t i;

    for (i = 0; i < a_count; i++)
        sum += weight[a[i]];
    return sum;
}

/* The restricted distance of Damerau (Boytsov, Indexing methods for approximate dictionary
 * searching, 2011, section 2.1): letters that were swapped are not edited again. Where the first
 * letters differ one of four edits comes first; the limits are so small that trying them costs less
 * than a matrix. */
unsigned word_distance(const char *a, size_t a_size, const char *b, size_t b_size, unsigned limit)
{
    unsigned best = limit + 1, tried;

    /* What both begin and end with takes no edits. */
    for (; a_size && b_size && *a == *b; a_size--, b_size--)
        a++, b++;
    for (; a_size && b_size && a[a_size - 1] == b[b_size - 1]; a_size--)
        b_size--;
    if (a_size > b_size + limit || b_size > a_size + limit)
        return best;
    if (!a_size || !b_size)
        return (unsigned)(a_size + b_size);
    if (!limit)
        return best;
    /* Neither their first nor their last letters are equal: one edit is one letter or one swap. */
    if ((a_size == 1 && b_size == 1) ||
        (a_size == 2 && b_size == 2 && a[0] == b[1] && a[1] == b[0]))
        return 1;
    if (limit == 1)
        return best;
    tried = 1 + word_distance(a + 1, a_size - 1, b + 1, b_size - 1, limit - 1);
    best = tried < best ? tried : best;
    tried = 1 + word_distance(a + 1, a_size - 1, b, b_size, limit - 1);
    best = tried < best ? tried : best;
    tried = 1 + word_distance(a, a_size, b + 1, b_size - 1, limit - 1);
    best = tried < best ? tried : best;
    if (a_size > 1 && b_size > 1 && a[0] == b[1] && a[1] == b[0]) {
        tried = 1 + word_distance(a + 2, a_size - 2, b + 2, b_size - 2, limit - 1);
        best = tried < best ? tried : best;
    }
    return best;
}
