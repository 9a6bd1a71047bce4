#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "match/candidates_finder.h"
#include "match/candidates_signs.h"
#include "match/join.h"

enum {
    /* Two alike keys of n and m reports are n * m pairs: so many are listed at most. */
    ACROSS = 64,
    ACROSS_FEW = 8192, /* in an inventory of so few reports that a person might look at all pairs */
    PAIRS_PER_PART = 8192,
    LOT = 64,
    AHEAD = 8
};

/* A second sign is asked of pairs that share only readers: many unlike reports go to one team. */
static bool is_related(const struct finder *finder, uint32_t a, uint32_t b)
{
    return names_alike(finder->keys, a, b, related_names);
}

/* Pairs of reports of which a second sign is asked: the names of many are fetched before they are
 * looked at, so that the waits for memory overlap. */
struct lot {
    uint32_t a[LOT], b[LOT];
    unsigned count;
};

static void ask_lot(struct finder *finder, struct lot *lot)
{
    unsigned i;

    for (i = 0; i < lot->count; i++) {
        names_fetch(finder->keys, lot->a[i]);
        names_fetch(finder->keys, lot->b[i]);
    }
    for (i = 0; i < lot->count; i++) {
        names_fetch_words(finder->keys, lot->a[i]);
        names_fetch_words(finder->keys, lot->b[i]);
    }
    for (i = 0; i < lot->count; i++)
        if (is_related(finder, lot->a[i], lot->b[i]))
            finder_add(finder, lot->a[i], lot->b[i]);
    lot->count = 0;
}

static void ask(struct finder *finder, struct lot *lot, uint32_t a, uint32_t b)
{
    if (lot->count == LOT)
        ask_lot(finder, lot);
    lot->a[lot->count] = a;
    lot->b[lot->count++] = b;
}

/* Pairs across two groups; where that is too many, each with the first of the other group, and
 * those of one department. lot: NULL where no second sign is asked. */
static void add_across(struct finder *finder, const uint32_t *x, uint32_t x_count,
                       const uint32_t *y, uint32_t y_count, struct lot *lot)
{
    bool few = finder->keys->inventory->count <= FEW_REPORTS;
    bool all = (uint64_t)x_count * y_count <= (few ? ACROSS_FEW : ACROSS);
    uint32_t i, k;

    finder->cut += !all;
    for (i = 0; i < x_count; i++)
        for (k = 0; k < (all || !i ? y_count : 1); k++)
            if (lot)
                ask(finder, lot, x[i], y[k]);
            else
                finder_add(finder, x[i], y[k]);
    if (!all && !lot && finder->keys->key[KEY_DEPARTMENT]) {
        uint32_t *both = memory_resize(NULL, (size_t)x_count + y_count, sizeof *both);

        memcpy(both, x, x_count * sizeof *x);
        memcpy(both + x_count, y, y_count * sizeof *y);
        find_equal_within(finder, KEY_DEPARTMENT, both, x_count + y_count);
        memory_free(both);
    }
}

static void refuse(struct finder *finder, const char *what)
{
    unsigned i = 0;

    while (i < REFUSALS - 1 && finder->refused[i])
        i++;
    finder->refused[i] = what;
}

/* Pairs of keys that become pairs of reports, in parts of which each is found by one thread. */
struct expanding {
    struct finder *parts;
    struct key_groups groups;
    const uint32_t *number; /* the key of each set of the join; NULL: its number */
    const struct set_pairs *pairs;
    bool ask;
};

static uint32_t key_of_set(const struct expanding *expanding, uint32_t set)
{
    return expanding->number ? expanding->number[set] : set;
}

/* Fetches the group of the second set of a pair that is come to later: where it begins, and then
 * its reports. That of the first one is mostly the same as before. */
static void fetch_groups(const struct expanding *expanding, size_t i, size_t end)
{
    const struct key_groups *groups = &expanding->groups;
    const struct set_pair *pairs = expanding->pairs->pairs;

    if (i + 3 * AHEAD < end && expanding->number)
        __builtin_prefetch(&expanding->number[pairs[i + 3 * AHEAD].b]);
    if (i + 2 * AHEAD < end)
        __builtin_prefetch(&groups->start[key_of_set(expanding, pairs[i + 2 * AHEAD].b)]);
    if (i + AHEAD < end)
        __builtin_prefetch(
            &groups->report[groups->start[key_of_set(expanding, pairs[i + AHEAD].b)]]);
}

static void expand_part(void *context, size_t part)
{
    const struct expanding *expanding = context;
    const struct key_groups *groups = &expanding->groups;
    size_t i = part * PAIRS_PER_PART, end = i + PAIRS_PER_PART;
    struct lot lot = {.count = 0};

    for (end = end < expanding->pairs->count ? end : expanding->pairs->count; i < end; i++) {
        uint32_t a = key_of_set(expanding, expanding->pairs->pairs[i].a);
        uint32_t b = key_of_set(expanding, expanding->pairs->pairs[i].b);

        fetch_groups(expanding, i, end);
        add_across(&expanding->parts[part], groups->report + groups->start[a],
                   groups->start[a + 1] - groups->start[a], groups->report + groups->start[b],
                   groups->start[b + 1] - groups->start[b], expanding->ask ? &lot : NULL);
    }
    ask_lot(&expanding->parts[part], &lot);
}

/* Expands pairs of keys to pairs of reports. */
static void add_set_pairs(struct finder *finder, enum key_sort sort, const uint32_t *number,
                          const struct set_pairs *pairs, bool ask)
{
    size_t count = (pairs->count + PAIRS_PER_PART - 1) / PAIRS_PER_PART, i;
    struct expanding expanding = {
        memory_alloc(count, sizeof *expanding.parts), {0}, number, pairs, ask};

    for (i = 0; i < count; i++)
        expanding.parts[i] = (struct finder){.keys = finder->keys, .threads = 1};
    key_groups_make(finder->keys, sort, &expanding.groups);
    parallel_for(count, finder->threads, expand_part, &expanding);
    for (i = 0; i < count; i++)
        finder_take(finder, &expanding.parts[i]);
    key_groups_clear(&expanding.groups);
    memory_free(expanding.parts);
}

/* Equal sets that are not in a group of many: every pair that has a second sign. */
static void add_equal_related(struct finder *finder, enum key_sort sort)
{
    struct key_groups groups;
    uint32_t k, i, m;

    key_groups_make(finder->keys, sort, &groups);
    for (k = 1; k < groups.count; k++) {
        const uint32_t *report = groups.report + groups.start[k];
        uint32_t count = groups.start[k + 1] - groups.start[k];

        for (i = 0; i < count && count <= CANDIDATES_ALL; i++)
            for (m = i + 1; m < count; m++)
                if (is_related(finder, report[i], report[m]))
                    finder_add(finder, report[i], report[m]);
    }
    key_groups_clear(&groups);
}

static void add_joined(struct finder *finder, enum key_sort sort, const uint32_t *number,
                       const struct set_pairs *pairs, bool ask, const char *refusal)
{
    if (pairs->refused)
        refuse(finder, refusal);
    add_set_pairs(finder, sort, number, pairs, ask);
}

/* What is told of likeness and of containment of fields that were not all compared. */
static const char *const told_of_fields[2][NARROW_NAMES + 1] = {
    {"fields were not compared for likeness: too many or too long lists of too few different ones",
     "so many lists of fields are nearly equal that only those of reports with like names, "
     "the same readers or the same description were compared",
     "so many lists of fields are nearly equal that only those of reports with like names were "
     "compared"},
    {"fields were not compared for containment: too many or too long lists of too few different "
     "ones",
     "so many lists of fields lie in others that only those of reports with like names, the same "
     "readers or the same description were compared",
     "so many lists of fields lie in others that only those of reports with like names were "
     "compared"},
};

static void add_fields(struct finder *finder, const struct joined_sets *joined,
                       const char *const *told, bool ask)
{
    if (joined->narrowing != NARROW_NOT && !joined->pairs.refused)
        refuse(finder, told[joined->narrowing]);
    add_joined(finder, KEY_FIELDS, finder->sets->fields.number, &joined->pairs, ask,
               told[NARROW_NOT]);
}

void find_by_fields(struct finder *finder)
{
    const struct alike_sets *fields = &finder->sets->fields;

    if (!finder->keys->key[KEY_FIELDS])
        return;
    add_fields(finder, &fields->alike, told_of_fields[0], false);
    /* A person could look at all pairs of a short list: there what is within is enough of a sign.
     */
    add_fields(finder, &fields->contained, told_of_fields[1],
               finder->keys->inventory->count > FEW_REPORTS);
}

void find_by_recipients(struct finder *finder)
{
    const struct alike_sets *readers = &finder->sets->readers;

    if (!finder->keys->key[KEY_READERS])
        return;
    add_joined(finder, KEY_READERS, readers->number, &readers->alike.pairs, true,
               "recipients were not compared for likeness: too many or too long lists of too few "
               "different ones");
    add_equal_related(finder, KEY_READERS);
}

/* Names of few different words are so much alike that only the nearest can be told. */
static struct set_pairs join_names(struct finder *finder, const struct join_sets *sets,
                                   struct join join)
{
    static const struct fraction nearly_equal = {9, 10};
    struct set_pairs pairs = join_alike(sets, &join);

    if (!pairs.refused)
        return pairs;
    set_pairs_clear(&pairs);
    refuse(finder, "names are made of few words: only nearly equal ones were compared");
    join.least = nearly_equal;
    return join_alike(sets, &join);
}

/* Cores by their weighted words, then by plain ones; and those that differ in one soft word. */
void find_by_names(struct finder *finder)
{
    const struct keys *keys = finder->keys;
    uint32_t cores = keys->last[KEY_CORE];
    struct join join = {.least = alike_names(cores), .threads = finder->threads};
    struct set_source source = {.sets = keys->cores,
                                .count = cores + 1,
                                .last_member = table_count(keys->tokens->words),
                                .weight = keys->tokens->weight};
    struct join_sets sets;
    struct set_pairs pairs;

    join_sets_make(&source, finder->threads, &sets);
    pairs = join_names(finder, &sets, join);
    join_sets_clear(&sets);
    add_joined(finder, KEY_CORE, NULL, &pairs, false,
               "names were not compared for likeness: too many or too long ones of too few "
               "different words");
    set_pairs_clear(&pairs);
    add_set_pairs(finder, KEY_CORE, NULL, &keys->soft, false);
    if (keys->contents) {
        source.sets = keys->contents;
        source.weight = NULL;
        join.least = alike_plain(cores);
        join_sets_make(&source, finder->threads, &sets);
        pairs = join_alike(&sets, &join);
        join_sets_clear(&sets);
        add_joined(finder, KEY_CORE, NULL, &pairs, false,
                   "names were not compared by plain words: too many or too long ones of too few");
        set_pairs_clear(&pairs);
    }
}

static struct words *list_descriptions(const struct tokens *tokens, uint32_t *buffer)
{
    uint32_t count = tokens->description_total, i, at = 0;
    struct words *sets = memory_alloc(count, sizeof *sets);

    for (i = 1; i < count; i++) {
        uint32_t start = tokens->descriptions.start[i];
        struct words words = {tokens->descriptions.word + start,
                              tokens->descriptions.start[i + 1] - start};

        sets[i] = words_set(words, buffer + at);
        at += words.count;
    }
    return sets;
}

void find_by_descriptions(struct finder *finder)
{
    const struct tokens *tokens = finder->keys->tokens;
    struct join join = {.least = alike_descriptions, .threads = finder->threads};
    struct set_source source = {.count = tokens->description_total,
                                .last_member = table_count(tokens->words)};
    struct join_sets sets;
    struct set_pairs pairs;
    struct words *listed;
    uint32_t *buffer;

    if (!finder->keys->key[KEY_DESCRIPTION])
        return;
    if (!tokens->description_of) {
        refuse(finder, "descriptions were compared only where they are equal: too many reports");
        return;
    }
    buffer =
        memory_resize(NULL, tokens->descriptions.start[tokens->description_total], sizeof *buffer);
    source.sets = listed = list_descriptions(tokens, buffer);
    join_sets_make(&source, finder->threads, &sets);
    pairs = join_alike(&sets, &join);
    join_sets_clear(&sets);
    add_joined(finder, KEY_DESCRIPTION, NULL, &pairs, false,
               "descriptions were not compared for likeness: too many or too long ones of too few "
               "different words");
    set_pairs_clear(&pairs);
    memory_free(listed);
    memory_free(buffer);
}

void find_mentioned(struct finder *finder)
{
    const struct mentions *mentions = &finder->keys->tokens->mentions;

    for (size_t i = 0; i < mentions->count; i++)
        finder_add(finder, mentions->list[i].by, mentions->list[i].of);
}
