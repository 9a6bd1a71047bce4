#include "plan/bundles.h"

#include "base/memory.h"

#include <string.h>

static uint32_t root_of(uint32_t *parent, uint32_t i)
{
    while (parent[i] != i)
        i = parent[i] = parent[parent[i]];
    return i;
}

static void join(uint32_t *parent, uint32_t a, uint32_t b)
{
    a = root_of(parent, a);
    b = root_of(parent, b);
    if (a != b)
        parent[a > b ? a : b] = a > b ? b : a;
}

/* By report one that stands for all of its bundle. */
static uint32_t *join_reports(const struct findings *findings, const bool *included)
{
    size_t reports = findings->inventory->count;
    uint32_t *parent = memory_alloc(reports, sizeof *parent);

    for (size_t i = 0; i < reports; i++)
        parent[i] = (uint32_t)i;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];

        if (included[i] && (finding->action == ACTION_MERGE || finding->action == ACTION_RETIRE))
            join(parent, finding->report, finding->other);
    }
    return parent;
}

/* By finding the number of its bundle, in the order of first findings, from 1; 0 where it is not
 * included. */
static uint32_t *number_bundles(const struct findings *findings, const bool *included,
                                size_t *bundles, size_t *chosen)
{
    uint32_t *parent = join_reports(findings, included), *number = parent;
    uint32_t *bundle_of = memory_alloc(findings->count, sizeof *bundle_of);

    for (size_t i = 0; i < findings->count; i++)
        bundle_of[i] = included[i] ? root_of(parent, findings->list[i].report) + 1 : 0;
    /* From here on the memory is used for numbers. */
    memset(number, 0, findings->inventory->count * sizeof *number);
    *bundles = *chosen = 0;
    for (size_t i = 0; i < findings->count; i++) {
        if (!included[i])
            continue;
        if (!number[bundle_of[i] - 1])
            number[bundle_of[i] - 1] = (uint32_t)++ * bundles;
        bundle_of[i] = number[bundle_of[i] - 1];
        ++*chosen;
    }
    memory_free(parent);
    return bundle_of;
}

void bundles_find(const struct findings *findings, const bool *included, struct bundles *bundles)
{
    size_t chosen;
    uint32_t *bundle_of = number_bundles(findings, included, &bundles->count, &chosen);

    bundles->finding = memory_alloc(chosen, sizeof *bundles->finding);
    bundles->start = memory_alloc(bundles->count + 2, sizeof *bundles->start);
    /* Counting sort: start[b + 1] is where bundle b, numbered from 0, goes on being filled. */
    for (size_t i = 0; i < findings->count; i++)
        if (included[i] && bundle_of[i] < bundles->count)
            bundles->start[bundle_of[i] + 1]++;
    for (size_t b = 1; b <= bundles->count; b++)
        bundles->start[b + 1] += bundles->start[b];
    for (size_t i = 0; i < findings->count; i++)
        if (included[i])
            bundles->finding[bundles->start[bundle_of[i]]++] = (uint32_t)i;
    memory_free(bundle_of);
}

void bundles_clear(struct bundles *bundles)
{
    memory_free(bundles->finding);
    memory_free(bundles->start);
    *bundles = (struct bundles){0};
}
