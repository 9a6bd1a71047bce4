#include "match/candidates.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "match/candidates_finder.h"
#include "match/candidates_signs.h"
#include "match/candidates_soft.h"
#include "match/radix.h"

enum { PAIRS_PER_TASK = 4096 };

void finder_add(struct finder *finder, uint32_t a, uint32_t b)
{
    finder->pairs = MEMORY_ROOM(finder->pairs, finder->count, finder->capacity);
    finder->pairs[finder->count++] = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

static void sign_pairs(void *context, size_t task)
{
    struct finder *finder = context;
    struct candidates *found = finder->found;
    size_t i = task * PAIRS_PER_TASK, end = i + PAIRS_PER_TASK;

    for (end = end < found->count ? end : found->count; i < end; i++)
        found->pairs[i].signs = signs_of(&finder->keys, found->pairs[i].a, found->pairs[i].b);
}

static void list_pairs(struct finder *finder)
{
    struct candidates *found = finder->found;
    size_t i;

    radix_sort(finder->pairs, finder->count);
    found->pairs = memory_resize(NULL, finder->count, sizeof *found->pairs);
    for (i = 0; i < finder->count; i++)
        if (!i || finder->pairs[i] != finder->pairs[i - 1])
            found->pairs[found->count++] = (struct candidate){
                (uint32_t)(finder->pairs[i] >> 32), (uint32_t)finder->pairs[i], 0};
    memory_free(finder->pairs);
    parallel_for((found->count + PAIRS_PER_TASK - 1) / PAIRS_PER_TASK, finder->threads, sign_pairs,
                 finder);
}

/* Where descriptions were not read, those of the reports in pairs are now. */
static void describe(struct tokens *tokens, const struct candidates *found, unsigned threads)
{
    bool *wanted;
    size_t i;

    if (tokens->description_of)
        return;
    wanted = memory_alloc(tokens->inventory->count, sizeof *wanted);
    for (i = 0; i < found->count; i++)
        wanted[found->pairs[i].a] = wanted[found->pairs[i].b] = true;
    tokens_describe(tokens, wanted, threads);
    memory_free(wanted);
}

struct candidates *candidates_find(struct tokens *tokens, unsigned threads)
{
    struct finder finder = {.threads = threads ? threads : 1};

    finder.found = memory_alloc(1, sizeof *finder.found);
    keys_make(tokens, &finder.keys);
    soft_make(&finder.keys, finder.threads);
    find_equal(&finder);
    find_alike(&finder);
    list_pairs(&finder);
    finder.found->rank = finder.keys.rank;
    finder.keys.rank = NULL;
    keys_clear(&finder.keys);
    describe(tokens, finder.found, finder.threads);
    return finder.found;
}

void candidates_free(struct candidates *candidates)
{
    if (!candidates)
        return;
    memory_free(candidates->pairs);
    memory_free(candidates->blocks);
    memory_free(candidates->members);
    memory_free(candidates->rank);
    memory_free(candidates);
}
