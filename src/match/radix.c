#include "match/radix.h"

#include <string.h>

#include "base/memory.h"

/* Digits of 11 bits: six passes, and a table of counts that stays in the first cache. */
enum { FEW = 48, DIGIT_BITS = 11, DIGITS = 6, VALUES = 1 << DIGIT_BITS };

static void sort_few(uint64_t *keys, size_t count)
{
    size_t i, k;

    for (i = 1; i < count; i++) {
        uint64_t key = keys[i];

        for (k = i; k && keys[k - 1] > key; k--)
            keys[k] = keys[k - 1];
        keys[k] = key;
    }
}

/* The digits that differ between any two keys; the passes over the others are left out. */
static uint64_t differing(const uint64_t *keys, size_t count)
{
    uint64_t differ = 0;
    size_t i;

    for (i = 1; i < count; i++)
        differ |= keys[i] ^ keys[0];
    return differ;
}

static void sort_digit(const uint64_t *from, uint64_t *to, size_t count, unsigned shift)
{
    size_t at[VALUES] = {0}, sum = 0, i;

    for (i = 0; i < count; i++)
        at[from[i] >> shift & (VALUES - 1)]++;
    for (i = 0; i < VALUES; i++) {
        size_t here = at[i];

        at[i] = sum;
        sum += here;
    }
    for (i = 0; i < count; i++)
        to[at[from[i] >> shift & (VALUES - 1)]++] = from[i];
}

void radix_sort(uint64_t *keys, size_t count)
{
    uint64_t *from = keys, *to, *other, differ;
    unsigned digit;

    if (count <= FEW) {
        sort_few(keys, count);
        return;
    }
    differ = differing(keys, count);
    to = other = memory_resize(NULL, count, sizeof *other);
    for (digit = 0; digit < DIGITS; digit++) {
        uint64_t *swap = from;

        if (!(differ >> digit * DIGIT_BITS & (VALUES - 1)))
            continue;
        sort_digit(from, to, count, digit * DIGIT_BITS);
        from = to;
        to = swap;
    }
    if (from != keys)
        memcpy(keys, from, count * sizeof *keys);
    memory_free(other);
}
