#include "match/similarity.h"

#include "base/text.h"

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

/* Words longer than this are compared as wholes: no misspelling is looked for in them. */
enum { LONGEST_WORD = 63 };

/* Words with more than one edit between them. Boytsov, Indexing methods for approximate dictionary
 * searching (2011), section 2.1: the recurrence of Damerau with transpositions that are not edited
 * again. Three rows of the matrix are kept, and of each only the cells that can be within the
 * limit. */
static unsigned distance_in_band(const char *a, size_t a_size, const char *b, size_t b_size,
                                 unsigned limit)
{
    unsigned rows[3][LONGEST_WORD + 3];
    unsigned *before = rows[0], *last = rows[1], *row = rows[2];
    size_t i, j;

    for (j = 0; j <= b_size + 1; j++)
        last[j] = before[j] = (unsigned)j;
    for (i = 1; i <= a_size; i++) {
        size_t first = i > limit ? i - limit : 1, end = i + limit < b_size ? i + limit : b_size;
        unsigned *oldest = before, least = limit + 1;

        row[first - 1] = first == 1 ? (unsigned)i : limit + 1;
        for (j = first; j <= end; j++) {
            unsigned best = last[j - 1] + (a[i - 1] != b[j - 1]);

            if (last[j] + 1 < best)
                best = last[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            row[j] = best;
            if (best < least)
                least = best;
        }
        row[end + 1] = limit + 1;
        if (least > limit)
            return limit + 1;
        before = last;
        last = row;
        row = oldest;
    }
    return last[b_size] > limit ? limit + 1 : last[b_size];
}

unsigned word_distance(const char *a, size_t a_size, const char *b, size_t b_size, unsigned limit)
{
    /* What both begin and end with takes no edits. */
    for (; a_size && b_size && *a == *b; a_size--, b_size--)
        a++, b++;
    for (; a_size && b_size && a[a_size - 1] == b[b_size - 1]; a_size--)
        b_size--;
    if (a_size > b_size + limit || b_size > a_size + limit)
        return limit + 1;
    if (!a_size || !b_size)
        return (unsigned)(a_size + b_size);
    if (a_size > LONGEST_WORD || b_size > LONGEST_WORD)
        return limit + 1;
    if (limit > 1)
        return distance_in_band(a, a_size, b, b_size, limit);
    /* Neither their first nor their last letters are equal: one edit is one letter or one swap. */
    if (limit && a_size == 1 && b_size == 1)
        return 1;
    return limit + !(limit && a_size == 2 && b_size == 2 && a[0] == b[1] && a[1] == b[0]);
}
