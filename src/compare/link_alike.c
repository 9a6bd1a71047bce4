/* Links of reports whose names differ: candidates that share a rare word, the beginning or end of
 * one, a description, readers or content; the surest pair first, each report once. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "compare/evidence.h"
#include "compare/signs.h"
#include "compare/split.h"

/* So few are all compared; of many the likeliest, by what they share. */
enum { COMPARE_ALL = 300, RIVALS = 4, CHUNK = 64 };

/* A report is not the new name of one that went where it is by so much more like one that stays:
 * then it is a copy of that. In logarithms of odds, as all evidence. */
static const double rival_margin = 1;

struct possible {
    uint32_t before, after;
    float sum;
};

struct possibles {
    struct possible *list;
    size_t count, capacity;
};

struct search {
    const struct linking *linking;
    struct weights weights;
    struct counts counts;
    uint32_t *before, *after; /* those left, by number */
    size_t before_count, after_count;
    struct signs signs;
    uint32_t *rivals;        /* by entry of after RIVALS reports that stay, or LINK_NONE */
    float *rival;            /* by number of after: what speaks for the likest of those */
    struct possibles *found; /* by chunk of before */
};

static void look_at_pair(const struct search *search, uint32_t before, uint32_t after,
                         struct possibles *found)
{
    double sum = evidence_of(search->linking, &search->weights, &search->counts,
                             &search->linking->before[before], &search->linking->after[after]);

    if (sum < EVIDENCE_LIKE)
        return;
    found->list = MEMORY_ROOM(found->list, found->count, found->capacity);
    found->list[found->count++] = (struct possible){before, after, (float)sum};
}

static void search_chunk(void *context, size_t chunk)
{
    struct search *search = context;
    struct possibles *found = &search->found[chunk];
    bool all = search->after_count <= COMPARE_ALL;
    float *shared = memory_alloc(search->after_count, sizeof *shared);
    uint32_t *touched = memory_alloc(search->after_count, sizeof *touched);
    size_t end =
        (chunk + 1) * CHUNK < search->before_count ? (chunk + 1) * CHUNK : search->before_count;
    struct likely best = {.count = 0};
    size_t i, j;

    for (i = chunk * CHUNK; i < end; i++) {
        if (!all)
            signs_search(&search->signs, &search->linking->before[search->before[i]], shared,
                         touched, &best);
        for (j = 0; j < (all ? search->after_count : best.count); j++)
            look_at_pair(search, search->before[i], search->after[all ? j : best.entry[j]], found);
    }
    memory_free(touched);
    memory_free(shared);
}

static int compare_possibles(const void *a, const void *b)
{
    const struct possible *x = a, *y = b;

    if (x->sum != y->sum)
        return x->sum > y->sum ? -1 : 1;
    if (x->before != y->before)
        return x->before < y->before ? -1 : 1;
    return (x->after > y->after) - (x->after < y->after);
}

static struct possibles gather(struct search *search, size_t chunks)
{
    struct possibles all = {NULL, 0, 0};
    size_t i, j;

    for (i = 0; i < chunks; i++) {
        for (j = 0; j < search->found[i].count; j++) {
            all.list = MEMORY_ROOM(all.list, all.count, all.capacity);
            all.list[all.count++] = search->found[i].list[j];
        }
        memory_free(search->found[i].list);
    }
    if (all.count)
        qsort(all.list, all.count, sizeof *all.list, compare_possibles);
    return all;
}

static float odds_to_share(float sum)
{
    return (float)(1 / (1 + exp(-(double)sum)));
}

static void take_surest(const struct search *search, struct linking *linking,
                        const struct possibles *all)
{
    size_t i;

    for (i = 0; i < all->count; i++) {
        const struct possible *possible = &all->list[i];

        if (possible->sum >= EVIDENCE_SAME &&
            possible->sum + rival_margin >= search->rival[possible->after] &&
            linking->after_of[possible->before] == LINK_NONE &&
            linking->links[possible->after].before == LINK_NONE)
            link_pair(linking, possible->before, possible->after, odds_to_share(possible->sum));
    }
    for (i = 0; i < all->count; i++) {
        struct linked *link = &linking->links[all->list[i].after];

        if (link->before == LINK_NONE && link->like == LINK_NONE &&
            all->list[i].sum + rival_margin >= search->rival[all->list[i].after] &&
            linking->after_of[all->list[i].before] == LINK_NONE)
            link->like = all->list[i].before;
    }
}

static void look_for_split(struct linking *linking, uint32_t before, uint32_t after)
{
    struct linked *link = &linking->links[after];
    uint32_t other = linking->after_of[before];

    if (link->before == LINK_NONE && link->part_of == LINK_NONE && other != LINK_NONE &&
        is_split(linking->lexicon, &linking->before[before], &linking->after[after],
                 &linking->after[other]))
        link->part_of = before;
}

/* What a new report was split off is among the likest that were linked, before or just now. */
static void find_splits(const struct search *search, struct linking *linking,
                        const struct possibles *all)
{
    size_t i, j;

    for (i = 0; i < search->after_count; i++)
        for (j = 0; j < RIVALS && search->rivals[i * RIVALS + j] != LINK_NONE; j++)
            look_for_split(linking, search->rivals[i * RIVALS + j], search->after[i]);
    for (i = 0; i < all->count; i++)
        look_for_split(linking, all->list[i].before, all->list[i].after);
}

static void find_left(struct arena *arena, struct search *search)
{
    const struct linking *linking = search->linking;
    uint32_t i;

    search->before = ARENA_ARRAY(arena, linking->before_count, uint32_t);
    search->after = ARENA_ARRAY(arena, linking->after_count, uint32_t);
    for (i = 0; i < linking->before_count; i++)
        if (linking->after_of[i] == LINK_NONE)
            search->before[search->before_count++] = i;
    for (i = 0; i < linking->after_count; i++)
        if (linking->links[i].before == LINK_NONE)
            search->after[search->after_count++] = i;
}

static void weigh_words(struct arena *arena, const struct linking *linking, struct weights *weights)
{
    const struct traits **all =
        ARENA_ARRAY(arena, linking->before_count + linking->after_count, const struct traits *);
    size_t i;

    for (i = 0; i < linking->before_count; i++)
        all[i] = &linking->before[i];
    for (i = 0; i < linking->after_count; i++)
        all[linking->before_count + i] = &linking->after[i];
    weights_find(arena, linking->lexicon, all, linking->before_count + linking->after_count,
                 weights);
}

/* The likeliest, by their names, of the reports that are linked already. */
static void find_rivals(struct arena *arena, struct search *search)
{
    const struct linking *linking = search->linking;
    uint32_t *stays = ARENA_ARRAY(arena, linking->before_count, uint32_t), *touched, i;
    struct likely likely;
    struct signs signs;
    size_t count = 0, j;
    float *shared;

    for (i = 0; i < linking->before_count; i++)
        if (linking->after_of[i] != LINK_NONE)
            stays[count++] = i;
    signs_index(arena, linking->lexicon, linking->before, stays, count, &signs);
    shared = ARENA_ARRAY(arena, count, float);
    touched = ARENA_ARRAY(arena, count, uint32_t);
    search->rivals = ARENA_ARRAY(arena, search->after_count * RIVALS, uint32_t);
    for (i = 0; i < search->after_count; i++) {
        signs_search(&signs, &linking->after[search->after[i]], shared, touched, &likely);
        for (j = 0; j < RIVALS; j++) {
            bool is = j < likely.count;

            search->rivals[i * RIVALS + j] = is ? stays[likely.entry[j]] : LINK_NONE;
            if (is)
                traits_deepen(linking->lexicon, &linking->before[stays[likely.entry[j]]]);
        }
    }
    signs_clear(&signs);
}

static void weigh_rivals(struct arena *arena, struct search *search)
{
    const struct linking *linking = search->linking;
    size_t i, j;

    search->rival = ARENA_ARRAY(arena, linking->after_count, float);
    for (i = 0; i < search->after_count; i++) {
        float *most = &search->rival[search->after[i]];

        for (j = 0; j < RIVALS && search->rivals[i * RIVALS + j] != LINK_NONE; j++)
            *most =
                fmaxf(*most, (float)evidence_of(linking, &search->weights, &search->counts,
                                                &linking->before[search->rivals[i * RIVALS + j]],
                                                &linking->after[search->after[i]]));
    }
}

void link_alike(struct linking *linking)
{
    struct arena *arena = arena_new();
    struct search search = {.linking = linking};
    struct possibles all = {NULL, 0, 0};
    size_t chunks, i;

    find_left(arena, &search);
    chunks = (search.before_count + CHUNK - 1) / CHUNK;
    for (i = 0; i < search.before_count; i++)
        traits_deepen(linking->lexicon, &linking->before[search.before[i]]);
    for (i = 0; i < search.after_count; i++)
        traits_deepen(linking->lexicon, &linking->after[search.after[i]]);
    if (search.after_count)
        find_rivals(arena, &search);
    if (search.before_count && search.after_count) {
        weigh_words(arena, linking, &search.weights);
        counts_find(arena, linking, &search.counts);
        if (search.after_count > COMPARE_ALL)
            signs_index(arena, linking->lexicon, linking->after, search.after, search.after_count,
                        &search.signs);
        weigh_rivals(arena, &search);
        search.found = ARENA_ARRAY(arena, chunks, struct possibles);
        parallel_for(chunks, linking->threads, search_chunk, &search);
        all = gather(&search, chunks);
        take_surest(&search, linking, &all);
        signs_clear(&search.signs);
        counts_clear(&search.counts);
    }
    if (search.after_count)
        find_splits(&search, linking, &all);
    memory_free(all.list);
    arena_free(arena);
}
