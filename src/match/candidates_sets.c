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

/* within: also those that lie nearly wholly in another one. */
static void join(const struct keys *keys, enum key_sort sort, struct fraction least, bool within,
                 unsigned threads, struct alike_sets *alike)
{
    struct join how = {.least = least, .threads = threads};
    struct listed listed;
    struct join_sets sets;

    *alike = (struct alike_sets){.least = least};
    alike->number = memory_resize(NULL, keys->inventory->set_count, sizeof *alike->number);
    list_sets(keys, sort, &listed, alike->number);
    join_sets_make(&listed.of, threads, &sets);
    memory_free(listed.sets);
    alike->alike = join_alike(&sets, &how);
    how.least = contained_fields;
    how.smallest = SMALLEST_CONTAINED;
    if (within)
        alike->contained = join_contained(&sets, &how);
    join_sets_clear(&sets);
}

void candidate_sets_find(const struct keys *keys, size_t names, unsigned threads,
                         struct candidate_sets *sets)
{
    if (keys->key[KEY_FIELDS])
        join(keys, KEY_FIELDS, alike_fields(names), true, threads, &sets->fields);
    if (keys->key[KEY_READERS])
        join(keys, KEY_READERS, alike_recipients, false, threads, &sets->readers);
}

static void clear(struct alike_sets *alike)
{
    memory_free(alike->number);
    set_pairs_clear(&alike->alike);
    set_pairs_clear(&alike->contained);
    *alike = (struct alike_sets){0};
}

void candidate_sets_settle(const struct keys *keys, size_t names, unsigned threads,
                           struct candidate_sets *sets)
{
    struct fraction least = alike_fields(names);

    if (!keys->key[KEY_FIELDS] ||
        (sets->fields.least.part == least.part && sets->fields.least.whole == least.whole))
        return;
    clear(&sets->fields);
    join(keys, KEY_FIELDS, least, true, threads, &sets->fields);
}

void candidate_sets_clear(struct candidate_sets *sets)
{
    clear(&sets->fields);
    clear(&sets->readers);
}
