#include "match/candidates.h"

#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "match/candidates_finder.h"
#include "match/candidates_signs.h"
#include "match/candidates_soft.h"
#include "match/radix.h"

enum {
    PAIRS_PER_TASK = 4096,
    REPORTS_FOR_THREADS = 2000 /* below that starting threads costs more than they save */
};

/* The longest first, so that none is waited for at the end. */
static void (*const ways[])(struct finder *finder) = {find_by_names,      find_by_fields,
                                                      find_by_recipients, find_by_descriptions,
                                                      find_mentioned,     find_equal};
enum { WAYS = sizeof ways / sizeof *ways, WAY_WITH_BLOCKS = WAYS - 1 };

struct candidate_search {
    unsigned threads;
    struct keys keys;
    struct candidate_sets sets;
    struct finder finders[WAYS];
    struct candidates *found;
    bool all_signs;
};

void finder_add(struct finder *finder, uint32_t a, uint32_t b)
{
    finder->pairs = MEMORY_ROOM(finder->pairs, finder->count, finder->capacity);
    finder->pairs[finder->count++] = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

void finder_take(struct finder *finder, struct finder *from)
{
    finder->pairs = memory_grow(finder->pairs, finder->count + from->count, &finder->capacity,
                                sizeof *finder->pairs);
    if (from->count)
        memcpy(finder->pairs + finder->count, from->pairs, from->count * sizeof *from->pairs);
    finder->count += from->count;
    finder->cut += from->cut;
    memory_free(from->pairs);
    from->pairs = NULL;
    from->count = from->capacity = 0;
}

static void go_way(void *context, size_t way)
{
    struct candidate_search *search = context;

    ways[way](&search->finders[way]);
}

/* Pairs that were found in any way, each once. */
static void gather_pairs(struct candidate_search *search, unsigned threads)
{
    struct candidates *found = search->found;
    size_t total = 0, refused = 0, way, i;
    uint64_t *pairs;

    for (way = 0; way < WAYS; way++)
        total += search->finders[way].count;
    pairs = memory_resize(NULL, total, sizeof *pairs);
    for (total = 0, way = 0; way < WAYS; way++) {
        struct finder *finder = &search->finders[way];

        if (finder->count)
            memcpy(pairs + total, finder->pairs, finder->count * sizeof *pairs);
        total += finder->count;
        memory_free(finder->pairs);
        for (i = 0; i < REFUSALS && finder->refused[i] && refused < REFUSALS - 1; i++)
            found->refused[refused++] = finder->refused[i];
        found->cut += finder->cut;
    }
    radix_sort(pairs, total, threads);
    for (i = 0; i < total; i++)
        if (!i || pairs[i] != pairs[i - 1])
            pairs[found->count++] = pairs[i];
    found->pairs = memory_resize(NULL, found->count, sizeof *found->pairs);
    for (i = 0; i < found->count; i++)
        found->pairs[i] = (struct candidate){(uint32_t)(pairs[i] >> 32), (uint32_t)pairs[i], 0};
    memory_free(pairs);
    found->blocks = search->finders[WAY_WITH_BLOCKS].blocks;
    found->block_count = search->finders[WAY_WITH_BLOCKS].block_count;
    found->members = search->finders[WAY_WITH_BLOCKS].members;
}

static void sign_pairs(void *context, size_t task)
{
    struct candidate_search *search = context;
    struct candidates *found = search->found;
    const uint32_t *rows = search->keys.key[KEY_ROWS];
    size_t i = task * PAIRS_PER_TASK, end = i + PAIRS_PER_TASK;

    for (end = end < found->count ? end : found->count; i < end; i++) {
        struct candidate *pair = &found->pairs[i];

        pair->signs = search->all_signs                ? signs_of(&search->keys, pair->a, pair->b)
                      : rows[pair->a] == rows[pair->b] ? SIGN_ROWS
                                                       : 0;
    }
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

struct candidate_search *candidates_begin(const struct inventory *inventory, unsigned threads)
{
    struct candidate_search *search = memory_alloc(1, sizeof *search);

    search->threads = threads && inventory->count >= REPORTS_FOR_THREADS ? threads : 1;
    keys_make(inventory, search->threads, &search->keys);
    candidate_sets_find(&search->keys, inventory->count, search->threads, &search->sets);
    return search;
}

static void add_names(struct candidate_search *search, const struct tokens *tokens)
{
    struct keys *keys = &search->keys;

    keys_add_names(keys, tokens, search->threads);
    soft_make(keys, search->threads);
    keys_settle(keys);
    candidate_sets_settle(keys, keys->last[KEY_CORE], search->threads, &search->sets);
}

struct candidates *candidates_end(struct candidate_search *search, struct tokens *tokens,
                                  bool all_signs)
{
    struct candidates *found = memory_alloc(1, sizeof *found);
    unsigned threads = search->threads, way;

    search->found = found;
    search->all_signs = all_signs;
    add_names(search, tokens);
    for (way = 0; way < WAYS; way++)
        search->finders[way] =
            (struct finder){.keys = &search->keys, .sets = &search->sets, .threads = threads};
    parallel_for(WAYS, threads, go_way, search);
    candidate_sets_clear(&search->sets);
    gather_pairs(search, threads);
    parallel_for((found->count + PAIRS_PER_TASK - 1) / PAIRS_PER_TASK, threads, sign_pairs, search);
    found->rank = search->keys.rank;
    found->rows = search->keys.own[KEY_ROWS];
    search->keys.rank = search->keys.own[KEY_ROWS] = NULL;
    keys_clear(&search->keys);
    memory_free(search);
    describe(tokens, found, threads);
    return found;
}

struct candidates *candidates_find(struct tokens *tokens, unsigned threads, bool all_signs)
{
    return candidates_end(candidates_begin(tokens->inventory, threads), tokens, all_signs);
}

void candidates_free(struct candidates *candidates)
{
    if (!candidates)
        return;
    memory_free(candidates->pairs);
    memory_free(candidates->blocks);
    memory_free(candidates->members);
    memory_free(candidates->rank);
    memory_free(candidates->rows);
    memory_free(candidates);
}
