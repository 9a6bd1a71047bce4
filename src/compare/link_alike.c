/* Links of reports whose names differ: candidates that share a rare word, the beginning or end of one,
 * a description, readers or content; the surest pair first, each report once. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "compare/evidence.h"

/* So few are all compared; of many the likeliest, by what they share. A sign of so many entries tells
 * nothing. */
enum { COMPARE_ALL = 300, CANDIDATES = 24, COMMON = 400, SIGNS = 128, CHUNK = 64, END_LETTERS = 3 };

struct possible {
    uint32_t before, after;
    float sum;
};

struct possibles {
    struct possible *list;
    size_t count, capacity;
};

/* Signs of the entries after that are left, each with the entries that have it. */
struct signs {
    struct table *table;
    uint32_t *start, *entry; /* by sign: entry[start[s]] up to [start[s + 1]] */
};

struct search {
    const struct linking *linking;
    struct weights weights;
    struct counts counts;
    uint32_t *before, *after; /* those left, by number */
    size_t before_count, after_count;
    struct signs signs;
    struct possibles *found; /* by chunk of before */
};

static struct text end_of(struct text word, bool last)
{
    size_t size = word.size < END_LETTERS ? word.size : END_LETTERS;

    return last ? text_from(word, word.size - size) : text_slice(word, 0, size);
}

static void add_sign(struct table *table, bool enter, char kind, struct text value, uint32_t *signs,
                     size_t *count)
{
    char bytes[72];
    struct text key;
    uint32_t sign;

    if (!value.size || value.size > 64 || *count == SIGNS)
        return;
    bytes[0] = kind;
    memcpy(bytes + 1, value.data, value.size);
    key = text_make(bytes, value.size + 1);
    sign = enter ? table_add(table, key) : table_find(table, key);
    if (sign)
        signs[(*count)++] = sign;
}

static void add_number(struct table *table, bool enter, char kind, uint32_t number, uint32_t *signs,
                       size_t *count)
{
    if (number)
        add_sign(table, enter, kind, text_make((const char *)&number, sizeof number), signs, count);
}

static size_t signs_of(const struct search *search, const struct traits *traits, bool enter,
                       uint32_t *signs)
{
    const struct table *words = search->linking->lexicon->words;
    struct table *table = search->signs.table;
    size_t count = 0, i;

    add_number(table, enter, 'i', traits->id, signs, &count);
    add_number(table, enter, 'n', traits->name, signs, &count);
    add_number(table, enter, 'd', traits->description, signs, &count);
    add_number(table, enter, 'f', traits->fields, signs, &count);
    add_number(table, enter, 'r', traits->recipients, signs, &count);
    add_number(table, enter, 's', traits->sources, signs, &count);
    for (i = 0; i < traits->word_count; i++) {
        struct text word = table_text(words, traits->words[i]);

        add_sign(table, enter, 'w', word, signs, &count);
        add_sign(table, enter, 'b', end_of(word, false), signs, &count);
        add_sign(table, enter, 'e', end_of(word, true), signs, &count);
    }
    for (i = 0; i < traits->told_count; i++)
        add_number(table, enter, 't', traits->told[i], signs, &count);
    return count;
}

static void index_signs(struct arena *arena, struct search *search)
{
    struct signs *signs = &search->signs;
    uint32_t *all = ARENA_ARRAY(arena, search->after_count * SIGNS, uint32_t);
    uint32_t *each = ARENA_ARRAY(arena, search->after_count, uint32_t), *fill;
    size_t i, j, total = 0;

    signs->table = table_new();
    for (i = 0; i < search->after_count; i++) {
        each[i] = (uint32_t)signs_of(search, &search->linking->after[search->after[i]], true,
                                     all + i * SIGNS);
        total += each[i];
    }
    signs->start = ARENA_ARRAY(arena, (size_t)table_count(signs->table) + 3, uint32_t);
    signs->entry = ARENA_ARRAY(arena, total, uint32_t);
    fill = signs->start + 1;
    for (i = 0; i < search->after_count; i++)
        for (j = 0; j < each[i]; j++)
            fill[all[i * SIGNS + j] + 1]++;
    for (i = 1; i <= table_count(signs->table) + 1; i++)
        fill[i] += fill[i - 1];
    for (i = 0; i < search->after_count; i++)
        for (j = 0; j < each[i]; j++)
            signs->entry[fill[all[i * SIGNS + j]]++] = (uint32_t)i;
}

/* The most that stand in the heap of candidates by what they share; ties by number. */
struct best {
    uint32_t entry[CANDIDATES];
    float shared[CANDIDATES];
    size_t count;
};

static void offer(struct best *best, uint32_t entry, float shared)
{
    size_t at;

    if (best->count == CANDIDATES && shared <= best->shared[CANDIDATES - 1])
        return;
    at = best->count < CANDIDATES ? best->count++ : CANDIDATES - 1;
    for (; at > 0 && best->shared[at - 1] < shared; at--) {
        best->shared[at] = best->shared[at - 1];
        best->entry[at] = best->entry[at - 1];
    }
    best->shared[at] = shared;
    best->entry[at] = entry;
}

/* shared and touched are scratch of the chunk: all of shared is 0 between two searches. */
static void find_candidates(const struct search *search, const struct traits *traits, float *shared,
                            uint32_t *touched, struct best *best)
{
    uint32_t signs[SIGNS];
    size_t count = signs_of(search, traits, false, signs), touches = 0, i;

    for (i = 0; i < count; i++) {
        uint32_t from = search->signs.start[signs[i]], to = search->signs.start[signs[i] + 1], at;
        float weight = (float)log(1 + (double)search->after_count / (to - from + 1.0));

        for (at = from; to - from <= COMMON && at < to; at++) {
            uint32_t entry = search->signs.entry[at];

            if (shared[entry] == 0)
                touched[touches++] = entry;
            shared[entry] += weight;
        }
    }
    best->count = 0;
    for (i = 0; i < touches; i++) {
        offer(best, touched[i], shared[touched[i]]);
        shared[touched[i]] = 0;
    }
}

static void look_at_pair(const struct search *search, uint32_t before, uint32_t after,
                         struct possibles *found)
{
    double sum =
        evidence_of(search->linking, &search->weights, &search->counts,
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
    size_t end = (chunk + 1) * CHUNK < search->before_count ? (chunk + 1) * CHUNK
                                                            : search->before_count;
    struct best best = {.count = 0};
    size_t i, j;

    for (i = chunk * CHUNK; i < end; i++) {
        if (!all)
            find_candidates(search, &search->linking->before[search->before[i]], shared, touched,
                            &best);
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

static void take_surest(struct linking *linking, const struct possibles *all)
{
    size_t i;

    for (i = 0; i < all->count; i++) {
        const struct possible *possible = &all->list[i];

        if (possible->sum >= EVIDENCE_SAME && linking->after_of[possible->before] == LINK_NONE &&
            linking->links[possible->after].before == LINK_NONE)
            link_pair(linking, possible->before, possible->after, odds_to_share(possible->sum));
    }
    for (i = 0; i < all->count; i++) {
        struct linked *link = &linking->links[all->list[i].after];

        if (link->before == LINK_NONE && link->like == LINK_NONE &&
            linking->after_of[all->list[i].before] == LINK_NONE)
            link->like = all->list[i].before;
    }
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

static void weigh_words(struct arena *arena, const struct linking *linking,
                        struct weights *weights)
{
    const struct traits **all = ARENA_ARRAY(
        arena, linking->before_count + linking->after_count, const struct traits *);
    size_t i;

    for (i = 0; i < linking->before_count; i++)
        all[i] = &linking->before[i];
    for (i = 0; i < linking->after_count; i++)
        all[linking->before_count + i] = &linking->after[i];
    weights_find(arena, linking->lexicon, all, linking->before_count + linking->after_count,
                 weights);
}

void link_alike(struct linking *linking)
{
    struct arena *arena = arena_new();
    struct search search = {.linking = linking};
    struct possibles all;
    size_t chunks, i;

    find_left(arena, &search);
    chunks = (search.before_count + CHUNK - 1) / CHUNK;
    for (i = 0; i < search.before_count; i++)
        traits_deepen(linking->lexicon, &linking->before[search.before[i]]);
    for (i = 0; i < search.after_count; i++)
        traits_deepen(linking->lexicon, &linking->after[search.after[i]]);
    if (search.before_count && search.after_count) {
        weigh_words(arena, linking, &search.weights);
        counts_find(arena, linking, &search.counts);
        if (search.after_count > COMPARE_ALL)
            index_signs(arena, &search);
        search.found = ARENA_ARRAY(arena, chunks, struct possibles);
        parallel_for(chunks, linking->threads, search_chunk, &search);
        all = gather(&search, chunks);
        take_surest(linking, &all);
        memory_free(all.list);
        table_free(search.signs.table);
        counts_clear(&search.counts);
    }
    arena_free(arena);
}
