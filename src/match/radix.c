#include "match/radix.h"

#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"

/* Many numbers are first parted by the highest bits in which any two differ, so that each part is
 * sorted within the cache of one processor; then by digits from the lowest on. Digits of 11 bits
 * need a table that stays in the first cache; for few numbers even that costs more than it saves.
 */
enum {
    FEW = 48,
    SOME = 4096,
    MANY = 1 << 17,
    SHORT_DIGIT = 8,
    LONG_DIGIT = 11,
    PART_BITS = 7,
    PARTS = 1 << PART_BITS,
    CHUNKS = 32
};

struct parting {
    uint64_t *keys, *other;
    size_t count;
    unsigned shift;
    size_t at[CHUNKS][PARTS]; /* where a chunk's numbers of a part go */
    size_t start[PARTS + 1];
};

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

/* The bits that differ between any two numbers. */
static uint64_t differing(const uint64_t *keys, size_t count)
{
    uint64_t differ = 0;
    size_t i;

    for (i = 1; i < count; i++)
        differ |= keys[i] ^ keys[0];
    return differ;
}

static void sort_digit(const uint64_t *from, uint64_t *to, size_t count, unsigned shift,
                       unsigned bits)
{
    uint32_t at[1 << LONG_DIGIT], sum = 0, values = UINT32_C(1) << bits, i;
    size_t k;

    memset(at, 0, values * sizeof *at);
    for (k = 0; k < count; k++)
        at[from[k] >> shift & (values - 1)]++;
    for (i = 0; i < values; i++) {
        uint32_t here = at[i];

        at[i] = sum;
        sum += here;
    }
    for (k = 0; k < count; k++)
        to[at[from[k] >> shift & (values - 1)]++] = from[k];
}

/* Sorts by the bits of differ, which is not 0; the numbers are in from, in the end in keys, which
 * is from or to. A digit begins at the lowest bit that is left. */
static void sort_digits(uint64_t *from, uint64_t *to, size_t count, uint64_t differ, uint64_t *keys)
{
    unsigned bits = count < SOME ? SHORT_DIGIT : LONG_DIGIT;

    while (differ) {
        unsigned shift = (unsigned)__builtin_ctzll(differ);
        uint64_t *swap = from;

        sort_digit(from, to, count, shift, bits);
        differ &= ~(((UINT64_C(1) << bits) - 1) << shift);
        from = to;
        to = swap;
    }
    if (from != keys)
        memcpy(keys, from, count * sizeof *keys);
}

static size_t chunk_start(const struct parting *parting, size_t chunk)
{
    return parting->count / CHUNKS * chunk + (chunk == CHUNKS ? parting->count % CHUNKS : 0);
}

static size_t part_of(const struct parting *parting, uint64_t key)
{
    return key >> parting->shift & (PARTS - 1);
}

static void count_chunk(void *context, size_t chunk)
{
    struct parting *parting = context;
    size_t i = chunk_start(parting, chunk), end = chunk_start(parting, chunk + 1);

    for (; i < end; i++)
        parting->at[chunk][part_of(parting, parting->keys[i])]++;
}

static void scatter_chunk(void *context, size_t chunk)
{
    struct parting *parting = context;
    size_t i = chunk_start(parting, chunk), end = chunk_start(parting, chunk + 1);

    for (; i < end; i++)
        parting->other[parting->at[chunk][part_of(parting, parting->keys[i])]++] = parting->keys[i];
}

static void sort_part(void *context, size_t part)
{
    struct parting *parting = context;
    uint64_t *keys = parting->keys + parting->start[part];
    uint64_t *other = parting->other + parting->start[part];
    size_t count = parting->start[part + 1] - parting->start[part];

    if (count > FEW) {
        sort_digits(other, keys, count, differing(other, count), keys);
        return;
    }
    if (count)
        memcpy(keys, other, count * sizeof *keys);
    sort_few(keys, count);
}

static void sort_parted(uint64_t *keys, uint64_t *other, size_t count, uint64_t differ,
                        unsigned threads)
{
    struct parting parting = {.keys = keys, .other = other, .count = count};
    unsigned high = 63 - (unsigned)__builtin_clzll(differ);
    size_t sum = 0, part, chunk;

    parting.shift = high + 1 > PART_BITS ? high + 1 - PART_BITS : 0;
    parallel_for(CHUNKS, threads, count_chunk, &parting);
    for (part = 0; part < PARTS; part++) {
        parting.start[part] = sum;
        for (chunk = 0; chunk < CHUNKS; chunk++) {
            size_t here = parting.at[chunk][part];

            parting.at[chunk][part] = sum;
            sum += here;
        }
    }
    parting.start[PARTS] = sum;
    parallel_for(CHUNKS, threads, scatter_chunk, &parting);
    parallel_for(PARTS, threads, sort_part, &parting);
}

void radix_sort(uint64_t *keys, size_t count, unsigned threads)
{
    uint64_t differ, *other;

    if (count <= FEW) {
        sort_few(keys, count);
        return;
    }
    differ = differing(keys, count);
    if (!differ)
        return;
    other = memory_resize(NULL, count, sizeof *keys);
    if (count < MANY)
        sort_digits(keys, other, count, differ, keys);
    else
        sort_parted(keys, other, count, differ, threads);
    memory_free(other);
}
