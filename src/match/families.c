#include "match/families.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "match/radix.h"

enum { NAMES_AT_ONCE = 4096 };

/* What is left out of a name. */
static const uint32_t left_out =
    WORD_PLACE | WORD_PERIOD | WORD_YEAR | WORD_NUMBER | WORD_POPULATION | WORD_CODE | WORD_RHYTHM |
    WORD_SPAN | WORD_EDITION | WORD_DEPTH | WORD_COPY | WORD_ACCESS | WORD_EXTENT | WORD_REGION |
    WORD_ORGANISATION | WORD_UNIT | WORD_GENERIC | WORD_FORMAT | WORD_STOP | WORD_CATALOGUE;

struct finding {
    const struct profile *profile;
    const uint32_t *rank;
    uint64_t *name_key; /* by name */
    uint64_t *pairs;
    size_t count, capacity;
};

static uint64_t mix(uint64_t hash, uint32_t value)
{
    hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 29;
}

/* A hash of what is left of each name, 0 where nothing is. That two differ in spite of equal hashes
 * costs one more decision. */
static void key_names(void *context, size_t index)
{
    struct finding *finding = context;
    const struct profile *profile = finding->profile;
    uint32_t names = profile->tokens->names.count, end = (uint32_t)(index + 1) * NAMES_AT_ONCE;

    for (uint32_t name = (uint32_t)index * NAMES_AT_ONCE; name < end && name < names; name++) {
        uint64_t key = 0;
        for (uint32_t i = profile->name_start[name]; i < profile->name_start[name + 1]; i++)
            if (!(profile->book.classes[profile->name_sorted[i]] & left_out))
                key = mix(key + 1, profile->name_sorted[i]);
        finding->name_key[name] = key;
    }
}

static void add_pair(struct finding *finding, uint32_t a, uint32_t b)
{
    finding->pairs = MEMORY_ROOM(finding->pairs, finding->count, finding->capacity);
    finding->pairs[finding->count++] = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

/* All pairs of a few; of many, those with the first and with the next by rank. */
static void add_family(struct finding *finding, const uint32_t *report, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count && (count <= CANDIDATES_ALL || i == 0 || k == i + 1); k++)
            add_pair(finding, report[i], report[k]);
}

struct keyed {
    uint64_t key;
    uint32_t rank, report;
};

enum { SMALL_FAMILY = 8 /* the reports of more are paired within their units only */ };

static int compare_keyed(const void *a, const void *b)
{
    const struct keyed *x = a, *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->rank > y->rank) - (x->rank < y->rank);
}

static int compare_units(const void *a, const void *b)
{
    const struct keyed *x = a, *y = b;

    return (x->rank > y->rank) - (x->rank < y->rank);
}

/* One template in many units: each unit's own, and one of each with the first of the next. */
static void add_by_unit(struct finding *finding, struct keyed *keyed, size_t count)
{
    const struct brief *brief = finding->profile->brief;
    uint32_t *report = memory_alloc(count, sizeof *report);
    size_t end, units = 0;

    for (size_t i = 0; i < count; i++)
        keyed[i].key = brief[keyed[i].report].unit;
    qsort(keyed, count, sizeof *keyed, compare_keyed);
    for (size_t i = 0; i < count; i = end) {
        for (end = i; end < count && keyed[end].key == keyed[i].key; end++)
            report[end - i] = keyed[end].report;
        add_family(finding, report, end - i);
        keyed[units++] = keyed[i];
    }
    qsort(keyed, units, sizeof *keyed, compare_units);
    for (size_t i = 1; i < units; i++)
        add_pair(finding, keyed[i - 1].report, keyed[i].report);
    memory_free(report);
}

static void add_families(struct finding *finding, struct keyed *keyed, size_t count)
{
    uint32_t *report = memory_alloc(count, sizeof *report);
    size_t end;

    if (count)
        qsort(keyed, count, sizeof *keyed, compare_keyed);
    for (size_t i = 0; i < count; i++)
        report[i] = keyed[i].report;
    for (size_t i = 0; i < count; i = end) {
        uint64_t key = keyed[i].key;
        for (end = i + 1; end < count && keyed[end].key == key;)
            end++;
        if (end - i > SMALL_FAMILY)
            add_by_unit(finding, keyed + i, end - i);
        else
            add_family(finding, report + i, end - i);
    }
    memory_free(report);
}

static uint64_t key_of_name(const struct finding *finding, uint32_t report)
{
    return finding->name_key[finding->profile->brief[report].name];
}

/* Of the unit and of what cites in its law, 0 without. */
static uint64_t key_of_law(const struct finding *finding, uint32_t report)
{
    const struct brief *brief = &finding->profile->brief[report];
    uint64_t key = mix(1, brief->unit);

    for (uint32_t i = 0; brief->law && i < finding->profile->citations[brief->law].count; i++)
        key = mix(key, finding->profile->citations[brief->law].word[i]);
    return brief->law ? key : 0;
}

/* Keys that only one report has are left out before the sort: a table of two bits a slot tells
 * which occur again. */
static void find_by_key(struct finding *finding,
                        uint64_t (*key_of)(const struct finding *finding, uint32_t report))
{
    size_t reports = finding->profile->inventory->count, count = 0, capacity = 0, slots = 1024;
    struct keyed *keyed = NULL;

    while (slots < 8 * reports)
        slots *= 2;
    uint8_t *seen = memory_alloc(slots, 1);
    for (uint32_t report = 0; report < reports; report++) {
        uint8_t *slot = &seen[(key_of(finding, report) >> 7) & (slots - 1)];
        *slot = *slot ? 2 : 1;
    }
    for (uint32_t report = 0; report < reports; report++) {
        uint64_t key = key_of(finding, report);
        if (!key || seen[(key >> 7) & (slots - 1)] < 2)
            continue;
        keyed = MEMORY_ROOM(keyed, count, capacity);
        keyed[count++] = (struct keyed){key, finding->rank[report], report};
    }
    memory_free(seen);
    add_families(finding, keyed, count);
    memory_free(keyed);
}

static void find_families(struct finding *finding, unsigned threads)
{
    uint32_t names = finding->profile->tokens->names.count;

    finding->name_key = memory_resize(NULL, names, sizeof *finding->name_key);
    parallel_for((names + NAMES_AT_ONCE - 1) / NAMES_AT_ONCE, threads, key_names, finding);
    find_by_key(finding, key_of_name);
    memory_free(finding->name_key);
}

struct candidate *families_add(const struct profile *profile, const struct candidates *candidates,
                               unsigned threads, size_t *count)
{
    struct finding finding = {.profile = profile, .rank = candidates->rank};
    size_t old = 0;

    find_families(&finding, threads);
    if (profile->citations)
        find_by_key(&finding, key_of_law);
    radix_sort(finding.pairs, finding.count, threads);
    struct candidate *all = memory_alloc(candidates->count + finding.count, sizeof *all);
    *count = 0;
    for (size_t i = 0; i < finding.count || old < candidates->count;) {
        const struct candidate *known = &candidates->pairs[old];
        uint64_t next = old < candidates->count ? (uint64_t)known->a << 32 | known->b : UINT64_MAX;
        if (i == finding.count || next <= finding.pairs[i]) {
            all[(*count)++] = *known;
            old++;
        } else {
            uint32_t a = (uint32_t)(finding.pairs[i] >> 32), b = (uint32_t)finding.pairs[i];
            bool equal = candidates->rows[a] == candidates->rows[b];
            all[(*count)++] = (struct candidate){a, b, equal ? SIGN_ROWS : 0};
            next = finding.pairs[i];
        }
        while (i < finding.count && finding.pairs[i] <= next)
            i++;
    }
    memory_free(finding.pairs);
    return all;
}
