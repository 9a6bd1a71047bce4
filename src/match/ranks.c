#include "match/ranks.h"

#include <string.h>

#include "base/memory.h"

/* A report by its id. Most ids begin alike; the eight bytes behind that tell most of them apart. */
struct named {
    uint64_t start; /* those bytes, the first one as the highest */
    uint32_t id, report;
};

static bool is_in_order(const struct inventory *inventory, const struct named *a,
                        const struct named *b)
{
    if (a->start != b->start)
        return a->start < b->start;
    return text_compare(inventory_text(inventory, a->id), inventory_text(inventory, b->id)) <= 0;
}

/* Merges the sorted halves; what is even keeps its order. */
static void merge(const struct inventory *inventory, const struct named *from, size_t middle,
                  size_t count, struct named *to)
{
    size_t a = 0, b = middle, i;

    for (i = 0; i < count; i++) {
        bool first = b == count || (a < middle && is_in_order(inventory, &from[a], &from[b]));

        to[i] = first ? from[a++] : from[b++];
    }
}

static void sort_by_id(const struct inventory *inventory, struct named *reports,
                       struct named *other, size_t count)
{
    size_t middle = count / 2;

    if (count < 2)
        return;
    sort_by_id(inventory, reports, other, middle);
    sort_by_id(inventory, reports + middle, other + middle, count - middle);
    if (is_in_order(inventory, &reports[middle - 1], &reports[middle]))
        return;
    memcpy(other, reports, count * sizeof *other);
    merge(inventory, other, middle, count, reports);
}

/* How many bytes all ids begin with. */
static size_t common_start(const struct inventory *inventory, const uint32_t *id)
{
    struct text first = inventory_text(inventory, inventory->count ? id[0] : 0);
    size_t i, k;

    for (i = 1; i < inventory->count && first.size; i++) {
        struct text t = inventory_text(inventory, id[i]);

        for (k = 0; k < first.size && k < t.size && first.data[k] == t.data[k];)
            k++;
        first.size = k;
    }
    return first.size;
}

static uint64_t eight_bytes(struct text t)
{
    uint64_t bytes = 0;
    size_t i;

    for (i = 0; i < sizeof bytes; i++)
        bytes = bytes << 8 | (i < t.size ? (unsigned char)t.data[i] : 0u);
    return bytes;
}

static void rank_ids(const struct inventory *inventory, const uint32_t *id, uint32_t *ranked)
{
    struct named *reports = memory_resize(NULL, inventory->count, sizeof *reports);
    struct named *other = memory_resize(NULL, inventory->count, sizeof *other);
    size_t common = common_start(inventory, id);
    uint32_t i;

    for (i = 0; i < inventory->count; i++) {
        struct text t = inventory_text(inventory, id[i]);

        reports[i] = (struct named){eight_bytes(text_from(t, common)), id[i], i};
    }
    sort_by_id(inventory, reports, other, inventory->count);
    for (i = 0; i < inventory->count; i++)
        ranked[i] = reports[i].report;
    memory_free(reports);
    memory_free(other);
}

void ranks_make(const struct inventory *inventory, uint32_t *rank, uint32_t *ranked)
{
    const uint32_t *id = inventory->columns[FIELD_id].number;
    uint32_t i;

    for (i = 0; i < inventory->count; i++)
        ranked[i] = i;
    if (id)
        rank_ids(inventory, id, ranked);
    for (i = 0; i < inventory->count; i++)
        rank[ranked[i]] = i;
}
