#include "match/candidates_sets.h"

#include "base/memory.h"
#include "match/candidates_signs.h"

struct listed {
    struct set_source of;
    struct words *sets;
};

/* The sets of the inventory that a key refers to, each once. */
static void list_sets(const struct keys *keys, enum key_sort sort, struct listed *listed,
                      uint32_t *number)
{
    const struct inventory *inventory = keys->inventory;
    bool *used = memory_alloc(inventory->set_count, sizeof *used);
    uint32_t i, k;

    *listed = (struct listed){{0}, memory_resize(NULL, inventory->set_count, sizeof(struct words))};
    for (i = 0; i < inventory->count; i++)
        used[keys->key[sort][i]] = true;
    for (i = 1; i < inventory->set_count; i++) {
        struct set set = inventory_set(inventory, i);

        if (!used[i] || !set.count)
            continue;
        listed->sets[listed->of.count] = (struct words){set.member, set.count};
        number[listed->of.count++] = i;
        for (k = 0; k < set.count; k++)
            if (set.member[k] > listed->of.last_member)
                listed->of.last_member = set.member[k];
    }
    listed->of.sets = listed->sets;
    memory_free(used);
}

/* Reports of two sets that have a second sign in common. */
struct second_sign {
    const struct keys *keys;
    const uint32_t *number;
    struct key_groups groups;
    enum narrowing narrowing;
};

static bool has_equal(const struct keys *keys, enum key_sort sort, uint32_t a, uint32_t b)
{
    uint32_t key = key_of(keys, sort, a);

    return key && key == key_of(keys, sort, b);
}

static bool has_second(const struct second_sign *second, uint32_t a, uint32_t b)
{
    const struct keys *keys = second->keys;

    return (second->narrowing == NARROW_SIGNS &&
            (has_equal(keys, KEY_RECIPIENTS, a, b) || has_equal(keys, KEY_DESCRIPTION, a, b))) ||
           names_alike(keys, a, b, related_names);
}

/* Two sets of many reports each are few: their reports are not asked one by one. */
static bool is_wanted(const void *context, uint32_t a, uint32_t b)
{
    enum { ASKED = 64 };
    const struct second_sign *second = context;
    const uint32_t *start = second->groups.start, *report = second->groups.report;
    uint32_t x = second->number[a], y = second->number[b];

    if ((uint64_t)(start[x + 1] - start[x]) * (start[y + 1] - start[y]) > ASKED)
        return true;
    for (uint32_t i = start[x]; i < start[x + 1]; i++)
        for (uint32_t k = start[y]; k < start[y + 1]; k++)
            if (has_second(second, report[i], report[k]))
                return true;
    return false;
}

/* Sets of the inventory that are joined. */
struct joining {
    const struct keys *keys;
    enum key_sort sort;
    struct alike_sets *alike;
    struct join_sets sets;
    unsigned threads;
};

static void start_joining(struct joining *joining)
{
    struct listed listed;

    list_sets(joining->keys, joining->sort, &listed, joining->alike->number);
    join_sets_make(&listed.of, joining->threads, &joining->sets);
    memory_free(listed.sets);
}

/* within: those that lie nearly wholly in another one. */
static void join(const struct joining *joining, bool within, const struct second_sign *second,
                 struct joined_sets *joined)
{
    struct join how = {.least = within ? contained_fields : joining->alike->least,
                       .smallest = SMALLEST_CONTAINED,
                       .threads = joining->threads,
                       .wanted = second ? is_wanted : NULL,
                       .context = second};

    set_pairs_clear(&joined->pairs);
    joined->pairs = (within ? join_contained : join_alike)(&joining->sets, &how);
    joined->narrowing = second ? second->narrowing : NARROW_NOT;
}

static void join_all(const struct keys *keys, enum key_sort sort, struct fraction least,
                     bool within, unsigned threads, struct alike_sets *alike)
{
    struct joining joining = {.keys = keys, .sort = sort, .alike = alike, .threads = threads};

    *alike = (struct alike_sets){.least = least};
    alike->number = memory_resize(NULL, keys->inventory->set_count, sizeof *alike->number);
    start_joining(&joining);
    join(&joining, false, NULL, &alike->alike);
    if (within)
        join(&joining, true, NULL, &alike->contained);
    join_sets_clear(&joining.sets);
}

/* named: of those pairs only the ones with related names are used, so nothing is lost by looking
 * for no others. */
static void narrow(const struct joining *joining, bool within, bool named,
                   struct second_sign *second, struct joined_sets *joined)
{
    second->narrowing = named ? NARROW_NAMES : NARROW_SIGNS;
    for (; joined->pairs.too_many && second->narrowing <= NARROW_NAMES; second->narrowing++)
        join(joining, within, second, joined);
    if (named)
        joined->narrowing = NARROW_NOT;
}

static void join_again(const struct keys *keys, enum key_sort sort, bool alike_named,
                       unsigned threads, struct alike_sets *alike)
{
    struct joining joining = {.keys = keys, .sort = sort, .alike = alike, .threads = threads};
    struct second_sign second = {.keys = keys, .number = alike->number};

    if (!alike->alike.pairs.too_many && !alike->contained.pairs.too_many)
        return;
    start_joining(&joining);
    key_groups_make(keys, sort, &second.groups);
    narrow(&joining, false, alike_named, &second, &alike->alike);
    narrow(&joining, true, keys->inventory->count > FEW_REPORTS, &second, &alike->contained);
    key_groups_clear(&second.groups);
    join_sets_clear(&joining.sets);
}

void candidate_sets_find(const struct keys *keys, size_t names, unsigned threads,
                         struct candidate_sets *sets)
{
    if (keys->key[KEY_FIELDS])
        join_all(keys, KEY_FIELDS, alike_fields(names), true, threads, &sets->fields);
    if (keys->key[KEY_READERS])
        join_all(keys, KEY_READERS, alike_recipients, false, threads, &sets->readers);
}

static void clear(struct alike_sets *alike)
{
    memory_free(alike->number);
    set_pairs_clear(&alike->alike.pairs);
    set_pairs_clear(&alike->contained.pairs);
    *alike = (struct alike_sets){0};
}

void candidate_sets_settle(const struct keys *keys, size_t names, unsigned threads,
                           struct candidate_sets *sets)
{
    struct fraction least = alike_fields(names);

    if (keys->key[KEY_FIELDS] &&
        (sets->fields.least.part != least.part || sets->fields.least.whole != least.whole)) {
        clear(&sets->fields);
        join_all(keys, KEY_FIELDS, least, true, threads, &sets->fields);
    }
    join_again(keys, KEY_FIELDS, false, threads, &sets->fields);
    join_again(keys, KEY_READERS, true, threads, &sets->readers);
}

void candidate_sets_clear(struct candidate_sets *sets)
{
    clear(&sets->fields);
    clear(&sets->readers);
}
