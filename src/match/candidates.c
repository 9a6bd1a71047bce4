#include "match/candidates.h"

#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "match/candidates_keys.h"
#include "match/candidates_signs.h"
#include "match/candidates_soft.h"
#include "match/join.h"
#include "match/radix.h"

enum {
    PAIRS_PER_TASK = 4096,
    /* Two alike keys of n and m reports are n * m pairs: so many are listed at most. */
    ACROSS = 64,
    ACROSS_FEW = 8192, /* in an inventory of so few reports that a person might look at all pairs */
    FEW_REPORTS = 2500
};

struct finder {
    struct keys keys;
    unsigned threads;
    uint64_t *pairs; /* a << 32 | b, not yet sorted */
    size_t count, capacity;
    struct candidates *found;
    size_t block_capacity, member_count, member_capacity;
};

static void add_pair(struct finder *finder, uint32_t a, uint32_t b)
{
    finder->pairs = MEMORY_ROOM(finder->pairs, finder->count, finder->capacity);
    finder->pairs[finder->count++] = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

/* --- reports that are equal by a key --- */

/* All pairs of a few reports; of many only those with the first one. */
static void add_group(struct finder *finder, const uint32_t *reports, uint32_t count)
{
    uint32_t i, k, lead = count <= CANDIDATES_ALL ? count : 1;

    for (i = 0; i < lead; i++)
        for (k = i + 1; k < count; k++)
            add_pair(finder, reports[i], reports[k]);
}

/* Those of many reports that are equal by another key too. */
static void add_subgroups(struct finder *finder, enum key_sort sort, const uint32_t *reports,
                          uint32_t count)
{
    uint64_t *order = memory_resize(NULL, count, sizeof *order);
    uint32_t *equal = memory_resize(NULL, count, sizeof *equal);
    uint32_t i, end;

    for (i = 0; i < count; i++)
        order[i] = (uint64_t)key_of(&finder->keys, sort, reports[i]) << 32 | i;
    radix_sort(order, count);
    for (i = 0; i < count; i = end) {
        for (end = i; end < count && order[end] >> 32 == order[i] >> 32; end++)
            equal[end - i] = reports[(uint32_t)order[end]];
        if (order[i] >> 32 && end - i > 1)
            add_group(finder, equal, end - i);
    }
    memory_free(order);
    memory_free(equal);
}

static void add_block(struct finder *finder, enum candidate_sign sign, const uint32_t *reports,
                      uint32_t count)
{
    struct candidates *found = finder->found;
    enum key_sort sort;

    found->blocks = MEMORY_ROOM(found->blocks, found->block_count, finder->block_capacity);
    found->blocks[found->block_count++] =
        (struct block){sign, (uint32_t)finder->member_count, count};
    found->members = memory_grow(found->members, finder->member_count + count,
                                 &finder->member_capacity, sizeof *found->members);
    memcpy(found->members + finder->member_count, reports, count * sizeof *reports);
    finder->member_count += count;
    for (sort = 0; sort < KEY_COUNT; sort++)
        if (finder->keys.key[sort])
            add_subgroups(finder, sort, reports, count);
}

static bool all_equal(const struct keys *keys, enum key_sort sort, const uint32_t *reports,
                      uint32_t count)
{
    uint32_t i;

    for (i = 1; i < count; i++)
        if (key_of(keys, sort, reports[i]) != key_of(keys, sort, reports[0]))
            return false;
    return true;
}

/* Many reports are a block by the strictest key that they have in common; stricter tells which key
 * that would be, or is the key itself. */
static void add_equal(struct finder *finder, enum key_sort sort, enum key_sort stricter,
                      enum candidate_sign sign)
{
    struct key_groups groups;
    uint32_t k;

    if (!finder->keys.key[sort])
        return;
    key_groups_make(&finder->keys, sort, &groups);
    for (k = 1; k < groups.count; k++) {
        const uint32_t *reports = groups.report + groups.start[k];
        uint32_t count = groups.start[k + 1] - groups.start[k];

        if (count < 2)
            continue;
        add_group(finder, reports, count);
        if (count > CANDIDATES_ALL &&
            (stricter == sort || !all_equal(&finder->keys, stricter, reports, count)))
            add_block(finder, sign, reports, count);
    }
    key_groups_clear(&groups);
}

/* --- reports whose sets are alike --- */

/* A second sign is asked of pairs that share only readers: many unlike reports go to one team. */
static bool is_related(const struct finder *finder, uint32_t a, uint32_t b)
{
    return names_alike(&finder->keys, a, b, related_names);
}

/* Pairs across two groups; where that is too many, each with the first of the other group, and those
 * of one department. */
static void add_across(struct finder *finder, const uint32_t *x, uint32_t x_count, const uint32_t *y,
                       uint32_t y_count, bool ask)
{
    bool few = finder->keys.tokens->inventory->count <= FEW_REPORTS;
    bool all = (uint64_t)x_count * y_count <= (few ? ACROSS_FEW : ACROSS);
    uint32_t i, k;

    for (i = 0; i < x_count; i++)
        for (k = 0; k < (all || !i ? y_count : 1); k++)
            if (!ask || is_related(finder, x[i], y[k]))
                add_pair(finder, x[i], y[k]);
    if (!all && !ask && finder->keys.key[KEY_DEPARTMENT]) {
        uint32_t *both = memory_resize(NULL, (size_t)x_count + y_count, sizeof *both);

        memcpy(both, x, x_count * sizeof *x);
        memcpy(both + x_count, y, y_count * sizeof *y);
        add_subgroups(finder, KEY_DEPARTMENT, both, x_count + y_count);
        memory_free(both);
    }
}

static void refuse(struct finder *finder, const char *what)
{
    if (!finder->found->refused.size)
        finder->found->refused = text_of(what);
}

/* Expands pairs of keys to pairs of reports. number: the key of each set of the join. */
static void add_set_pairs(struct finder *finder, enum key_sort sort, const uint32_t *number,
                          const struct set_pairs *pairs, bool ask)
{
    struct key_groups groups;
    size_t i;

    key_groups_make(&finder->keys, sort, &groups);
    for (i = 0; i < pairs->count; i++) {
        uint32_t a = number[pairs->pairs[i].a], b = number[pairs->pairs[i].b];

        add_across(finder, groups.report + groups.start[a], groups.start[a + 1] - groups.start[a],
                   groups.report + groups.start[b], groups.start[b + 1] - groups.start[b], ask);
    }
    key_groups_clear(&groups);
}

/* Equal sets that are not in a group of many: every pair that has a second sign. */
static void add_equal_related(struct finder *finder, enum key_sort sort)
{
    struct key_groups groups;
    uint32_t k, i, m;

    key_groups_make(&finder->keys, sort, &groups);
    for (k = 1; k < groups.count; k++) {
        const uint32_t *report = groups.report + groups.start[k];
        uint32_t count = groups.start[k + 1] - groups.start[k];

        for (i = 0; i < count && count <= CANDIDATES_ALL; i++)
            for (m = i + 1; m < count; m++)
                if (is_related(finder, report[i], report[m]))
                    add_pair(finder, report[i], report[m]);
    }
    key_groups_clear(&groups);
}

struct set_list {
    struct words *sets;
    uint32_t *number; /* key of each */
    uint32_t count, last_member;
};

/* The sets of the inventory that a field refers to, each once. */
static void list_sets(const struct finder *finder, enum key_sort sort, struct set_list *list)
{
    const struct inventory *inventory = finder->keys.tokens->inventory;
    bool *used = memory_alloc(inventory->set_count, sizeof *used);
    uint32_t i, k;

    *list = (struct set_list){0};
    list->sets = memory_resize(NULL, inventory->set_count, sizeof *list->sets);
    list->number = memory_resize(NULL, inventory->set_count, sizeof *list->number);
    for (i = 0; i < inventory->count; i++)
        used[finder->keys.key[sort][i]] = true;
    for (i = 1; i < inventory->set_count; i++) {
        struct set set = inventory_set(inventory, i);

        if (!used[i] || !set.count)
            continue;
        list->sets[list->count] = (struct words){set.member, set.count};
        list->number[list->count++] = i;
        for (k = 0; k < set.count; k++)
            if (set.member[k] > list->last_member)
                list->last_member = set.member[k];
    }
    memory_free(used);
}

static void set_list_clear(struct set_list *list)
{
    memory_free(list->sets);
    memory_free(list->number);
}

static void join_sets(struct finder *finder, enum key_sort sort, const struct join *join,
                      struct set_pairs (*method)(const struct join *join), const uint32_t *number,
                      bool ask, const char *what)
{
    struct set_pairs pairs = method(join);

    if (pairs.refused)
        refuse(finder, what);
    add_set_pairs(finder, sort, number, &pairs, ask);
    set_pairs_clear(&pairs);
}

static void find_by_fields(struct finder *finder)
{
    struct set_list list;
    struct join join = {.least = alike_fields(finder->keys.last[KEY_CORE]),
                        .threads = finder->threads};

    if (!finder->keys.key[KEY_FIELDS])
        return;
    list_sets(finder, KEY_FIELDS, &list);
    join.sets = list.sets;
    join.count = list.count;
    join.last_member = list.last_member;
    join_sets(finder, KEY_FIELDS, &join, join_alike, list.number, false,
              "fields were not compared for likeness: too few different ones");
    join.least = contained_fields;
    join.smallest = SMALLEST_CONTAINED;
    join_sets(finder, KEY_FIELDS, &join, join_contained, list.number, true,
              "fields were not compared for containment: too few different ones");
    set_list_clear(&list);
}

static void find_by_recipients(struct finder *finder)
{
    struct set_list list;
    struct join join = {.least = alike_recipients, .threads = finder->threads};

    if (!finder->keys.key[KEY_RECIPIENTS])
        return;
    list_sets(finder, KEY_RECIPIENTS, &list);
    join.sets = list.sets;
    join.count = list.count;
    join.last_member = list.last_member;
    join_sets(finder, KEY_RECIPIENTS, &join, join_alike, list.number, true,
              "recipients were not compared for likeness: too few different ones");
    set_list_clear(&list);
    add_equal_related(finder, KEY_RECIPIENTS);
}

static void find_by_names(struct finder *finder)
{
    const struct keys *keys = &finder->keys;
    uint32_t cores = keys->last[KEY_CORE], i;
    uint32_t *number = memory_resize(NULL, (size_t)cores + 1, sizeof *number);
    struct join join = {.sets = keys->cores + 1,
                        .count = cores,
                        .last_member = table_count(keys->tokens->words),
                        .weight = keys->tokens->weight,
                        .least = alike_names(cores),
                        .threads = finder->threads};

    for (i = 0; i <= cores; i++)
        number[i] = i;
    join_sets(finder, KEY_CORE, &join, join_alike, number + 1, false,
              "names were not compared for likeness: too few different words");
    add_set_pairs(finder, KEY_CORE, number, &keys->soft, false);
    if (keys->contents) {
        join.sets = keys->contents + 1;
        join.weight = NULL;
        join.least = alike_plain(cores);
        join_sets(finder, KEY_CORE, &join, join_alike, number + 1, false,
                  "names were not compared by plain words: too few different ones");
    }
    memory_free(number);
}

static void find_by_descriptions(struct finder *finder)
{
    const struct tokens *tokens = finder->keys.tokens;
    uint32_t count = tokens->description_total, i;
    struct words *sets;
    uint32_t *number, *buffer, at = 0;
    struct join join = {.least = alike_descriptions, .threads = finder->threads};

    if (tokens->inventory->count > DESCRIBED_AT_ONCE && finder->keys.key[KEY_DESCRIPTION])
        refuse(finder, "descriptions were compared only where they are equal: too many reports");
    if (!tokens->description_of)
        return;
    sets = memory_alloc(count, sizeof *sets);
    number = memory_alloc(count, sizeof *number);
    buffer = memory_resize(NULL, tokens->descriptions.start[count], sizeof *buffer);
    for (i = 1; i < count; i++) {
        uint32_t start = tokens->descriptions.start[i];
        struct words words = {tokens->descriptions.word + start,
                              tokens->descriptions.start[i + 1] - start};

        sets[i - 1] = words_set(words, buffer + at);
        at += sets[i - 1].count;
        number[i - 1] = i;
    }
    join.sets = sets;
    join.count = count - 1;
    join.last_member = table_count(tokens->words);
    join_sets(finder, KEY_DESCRIPTION, &join, join_alike, number, false,
              "descriptions were not compared for likeness: too few different words");
    memory_free(sets);
    memory_free(number);
    memory_free(buffer);
}

/* --- all together --- */

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
    add_equal(&finder, KEY_ROWS, KEY_ROWS, SIGN_ROWS);
    add_equal(&finder, KEY_NAME, KEY_ROWS, SIGN_NAME_EQUAL);
    add_equal(&finder, KEY_CORE, KEY_NAME, SIGN_NAME_CORE);
    add_equal(&finder, KEY_FIELDS, KEY_ROWS, SIGN_FIELDS_EQUAL);
    add_equal(&finder, KEY_DESCRIPTION, KEY_ROWS, SIGN_DESCRIPTION_EQUAL);
    find_by_names(&finder);
    find_by_fields(&finder);
    find_by_recipients(&finder);
    find_by_descriptions(&finder);
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
