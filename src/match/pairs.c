#include "match/pairs.h"

#include <string.h>

#include "base/memory.h"

/* By a, then b in the order of ids. */
static uint64_t order_of(const struct matching *matching, const struct pair *pair)
{
    return (uint64_t)matching->rank[pair->a] << 32 | matching->rank[pair->b];
}

/* Copies pairs in the order of the ranks of a or of b; those that are even stay as they were. */
static void count_sort(const struct matching *matching, const struct pair *pairs, size_t count,
                       bool by_a, struct pair *sorted)
{
    const uint32_t *rank = matching->rank;
    size_t reports = matching->profile.inventory->count;
    uint32_t *next = memory_alloc(reports + 1, sizeof *next);

    for (size_t i = 0; i < count; i++)
        next[rank[by_a ? pairs[i].a : pairs[i].b] + 1]++;
    for (size_t r = 0; r < reports; r++)
        next[r + 1] += next[r];
    for (size_t i = 0; i < count; i++)
        sorted[next[rank[by_a ? pairs[i].a : pairs[i].b]]++] = pairs[i];
    memory_free(next);
}

struct pair *pairs_sort(const struct matching *matching, struct pair *pairs, size_t count)
{
    struct pair *sorted = memory_alloc(count, sizeof *sorted);

    count_sort(matching, pairs, count, false, sorted);
    count_sort(matching, sorted, count, true, pairs);
    memory_free(sorted);
    return pairs;
}

struct pair *pairs_merge(const struct matching *matching, struct pair *pairs, size_t known,
                         size_t count)
{
    size_t added = count - known, at = count;
    struct pair *more = memory_resize(NULL, added, sizeof *more);

    memcpy(more, pairs + known, added * sizeof *more);
    more = pairs_sort(matching, more, added);
    while (added) {
        bool old = known > 0 &&
                   order_of(matching, &pairs[known - 1]) > order_of(matching, &more[added - 1]);

        pairs[--at] = old ? pairs[--known] : more[--added];
    }
    memory_free(more);
    return memory_resize(pairs, count, sizeof *pairs);
}

const struct pair *pairs_find(const struct matching *matching, const struct pair *pairs,
                              size_t count, uint32_t a, uint32_t b)
{
    const uint32_t *rank = matching->rank;
    uint64_t key =
        rank[a] < rank[b] ? (uint64_t)rank[a] << 32 | rank[b] : (uint64_t)rank[b] << 32 | rank[a];
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (order_of(matching, &pairs[middle]) < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && order_of(matching, &pairs[low]) == key ? &pairs[low] : NULL;
}
