#include "match/join_sets.h"

#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "match/similarity.h"

enum { SETS_PER_TASK = 16384, AHEAD = 8, WORD = 64 };

/* Numbers from the rarest member to the most frequent; 0 for those that stand in one set only.
 * Equal frequencies keep the order of the old numbers. Returns how many there are. */
static uint32_t rank_members(const struct set_source *source, uint32_t *rank)
{
    uint32_t *frequency = memory_alloc((size_t)source->last_member + 1, sizeof *frequency);
    uint32_t *first = memory_alloc((size_t)source->count + 2, sizeof *first);
    uint32_t i, k, members = 0, at;

    for (i = 0; i < source->count; i++)
        for (k = 0; k < source->sets[i].count; k++)
            frequency[source->sets[i].word[k]]++;
    for (i = 0; i <= source->last_member; i++)
        first[frequency[i]]++;
    for (at = 1, i = 2; i <= source->count; i++) {
        uint32_t here = first[i];

        first[i] = at;
        at += here;
        members += here;
    }
    for (i = 0; i <= source->last_member; i++)
        rank[i] = frequency[i] > 1 ? first[frequency[i]]++ : 0;
    memory_free(frequency);
    memory_free(first);
    return members;
}

static uint32_t total_weight(const struct set_source *source, const struct words *set)
{
    return source->weight ? (uint32_t)set_weight(set->word, set->count, source->weight)
                          : set->count;
}

/* One pass of a radix sort of sets by 16 bits of their size; keeps the order of equal ones. */
static void sort_pass(const uint32_t *size, uint32_t count, uint32_t shift, const uint32_t *from,
                      uint32_t *to)
{
    uint32_t *at = memory_alloc(1 << 16, sizeof *at);
    uint32_t i, sum = 0;

    for (i = 0; i < count; i++)
        at[size[i] >> shift & 0xffff]++;
    for (i = 0; i < 1 << 16; i++) {
        uint32_t here = at[i];

        at[i] = sum;
        sum += here;
    }
    for (i = 0; i < count; i++)
        to[at[size[from[i]] >> shift & 0xffff]++] = from[i];
    memory_free(at);
}

static void order_by_size(const struct set_source *source, struct join_sets *sets)
{
    uint32_t *size = memory_alloc(source->count, sizeof *size);
    uint32_t *other = memory_alloc(source->count, sizeof *other);
    uint32_t i;

    for (i = 0; i < source->count; i++) {
        size[i] = total_weight(source, &source->sets[i]);
        sets->number[i] = i;
    }
    sort_pass(size, source->count, 0, sets->number, other);
    sort_pass(size, source->count, 16, other, sets->number);
    for (i = 0; i < source->count; i++)
        sets->size[i] = size[sets->number[i]];
    memory_free(size);
    memory_free(other);
}

struct filling {
    const struct set_source *source;
    struct join_sets *sets;
    const uint32_t *rank;
    uint32_t *shared; /* by number of a set: members that another one has too */
};

/* In the order of the source, where sets lie side by side. */
static void count_shared(void *context, size_t task)
{
    const struct filling *filling = context;
    const struct set_source *source = filling->source;
    uint32_t number = (uint32_t)task * SETS_PER_TASK, end = number + SETS_PER_TASK, k;

    for (end = end < source->count ? end : source->count; number < end; number++) {
        uint32_t shared = 0;

        for (k = 0; k < source->sets[number].count; k++)
            shared += filling->rank[source->sets[number].word[k]] > 0;
        filling->shared[number] = shared;
    }
}

static void sign_set(struct join_sets *sets, uint32_t place, struct words set)
{
    uint64_t parity = 0, any = 0, other = 0;
    uint32_t i;

    for (i = 0; i < set.count; i++) {
        uint64_t bit = signature_bit(set.word[i]);

        parity ^= bit;
        any |= bit;
        other |= other_signature_bit(set.word[i]);
    }
    sets->parity[place] = parity;
    sets->any[place][0] = any;
    sets->any[place][1] = other;
}

static void weigh_rest(struct join_sets *sets, uint32_t place)
{
    uint32_t at = sets->start[place + 1], rest = 0;

    while (at-- > sets->start[place])
        sets->rest[at] = rest += sets->weight[sets->member[at]];
}

/* Large sets of which a good part of all members are: as bits, which are taken out in order. */
static void sort_many(uint32_t *member, uint32_t count, uint64_t *bits, uint32_t words)
{
    uint32_t i, at = 0;

    for (i = 0; i < count; i++)
        bits[member[i] / WORD] |= UINT64_C(1) << member[i] % WORD;
    for (i = 0; i < words; i++)
        for (; bits[i]; bits[i] &= bits[i] - 1)
            member[at++] = i * WORD + (uint32_t)__builtin_ctzll(bits[i]);
}

static void sort_members(const struct join_sets *sets, uint32_t *member, uint32_t count,
                         uint64_t **bits)
{
    uint32_t words = sets->members / WORD + 1;

    if (count <= WORD || words > count) {
        sort_few(member, count);
        return;
    }
    if (!*bits)
        *bits = memory_alloc(words, sizeof **bits);
    sort_many(member, count, *bits, words);
}

/* Members that come first in a list of reports are the most frequent ones in most: taken from
 * behind they are nearly in the order of rarity already. */
static void fill_sets(void *context, size_t task)
{
    const struct filling *filling = context;
    struct join_sets *sets = filling->sets;
    uint32_t place = (uint32_t)task * SETS_PER_TASK, end = place + SETS_PER_TASK, k;
    uint64_t *bits = NULL;

    for (end = end < sets->count ? end : sets->count; place < end; place++) {
        const struct words *set = &filling->source->sets[sets->number[place]];
        uint32_t *member = sets->member + sets->start[place], count = 0;

        if (place + 2 * AHEAD < end)
            __builtin_prefetch(&filling->source->sets[sets->number[place + 2 * AHEAD]]);
        if (place + AHEAD < end)
            __builtin_prefetch(filling->source->sets[sets->number[place + AHEAD]].word);
        for (k = set->count; k-- > 0;) {
            uint32_t m = filling->rank[set->word[k]];

            if (m)
                member[count++] = m;
        }
        sort_members(sets, member, count, &bits);
        if (sets->parity)
            sign_set(sets, place, *set);
        if (sets->weight)
            weigh_rest(sets, place);
    }
    memory_free(bits);
}

/* Where the members of each set begin: those that are left out take no room. */
static void place_sets(const uint32_t *shared, struct join_sets *sets)
{
    uint32_t place, at = 0;

    for (place = 0; place < sets->count; place++) {
        sets->start[place] = at;
        at += shared[sets->number[place]];
    }
    sets->start[place] = at;
    sets->member = memory_resize(NULL, at, sizeof *sets->member);
    if (sets->weight)
        sets->rest = memory_resize(NULL, at, sizeof *sets->rest);
}

void join_sets_make(const struct set_source *source, unsigned threads, struct join_sets *sets)
{
    uint32_t *rank = memory_alloc((size_t)source->last_member + 1, sizeof *rank);
    struct filling filling = {source, sets, rank, NULL};
    size_t count = source->count, tasks = (count + SETS_PER_TASK - 1) / SETS_PER_TASK;
    uint32_t i;

    *sets = (struct join_sets){.count = source->count, .members = rank_members(source, rank)};
    sets->number = memory_resize(NULL, count, sizeof *sets->number);
    sets->size = memory_resize(NULL, count, sizeof *sets->size);
    sets->start = memory_resize(NULL, count + 1, sizeof *sets->start);
    if (source->weight) {
        sets->weight = memory_alloc((size_t)sets->members + 1, sizeof *sets->weight);
        for (i = 0; i <= source->last_member; i++)
            sets->weight[rank[i]] = source->weight[i];
    } else {
        sets->parity = memory_resize(NULL, count, sizeof *sets->parity);
        sets->any = memory_resize(NULL, count, sizeof *sets->any);
    }
    order_by_size(source, sets);
    filling.shared = memory_resize(NULL, count, sizeof *filling.shared);
    parallel_for(tasks, threads, count_shared, &filling);
    place_sets(filling.shared, sets);
    memory_free(filling.shared);
    parallel_for(tasks, threads, fill_sets, &filling);
    memory_free(rank);
}

void join_sets_clear(struct join_sets *sets)
{
    memory_free(sets->number);
    memory_free(sets->size);
    memory_free(sets->start);
    memory_free(sets->member);
    memory_free(sets->parity);
    memory_free(sets->any);
    memory_free(sets->weight);
    memory_free(sets->rest);
    *sets = (struct join_sets){0};
}

uint32_t join_sets_while(const struct join_sets *sets, uint32_t place, uint32_t at, uint32_t least)
{
    uint32_t low = at, high = sets->start[place + 1];

    if (!sets->rest)
        return high - at >= least ? high - at - least + (least > 0) : 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (sets->rest[middle] >= least)
            low = middle + 1;
        else
            high = middle;
    }
    return low - at;
}
