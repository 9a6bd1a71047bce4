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
