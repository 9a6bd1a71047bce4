#include "match/families.h"

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
    uint32_t *ranked;   /* reports in the order of ranks */
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
                key = mix(key + (UINT64_C(1) << 32), profile->name_sorted[i]); /* never 0 so */
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

enum { SMALL_FAMILY = 8 /* the reports of more are paired within their units only */ };

/* One template in many units: each unit's own, and one of each with the first of the next. The
 * reports come in the order of ranks. */
static void add_by_unit(struct finding *finding, const uint32_t *report, size_t count)
{
    const struct brief *brief = finding->profile->brief;
    uint64_t *keyed = memory_resize(NULL, count, sizeof *keyed);
    uint32_t *own = memory_resize(NULL, count, sizeof *own);
    size_t end, units = 0;

    for (size_t i = 0; i < count; i++)
        keyed[i] = (uint64_t)brief[report[i]].unit << 32 | finding->rank[report[i]];
    radix_sort(keyed, count, 1);
    for (size_t i = 0; i < count; i = end) {
        for (end = i; end < count && keyed[end] >> 32 == keyed[i] >> 32; end++)
            own[end - i] = finding->ranked[(uint32_t)keyed[end]];
        add_family(finding, own, end - i);
        keyed[units++] = (uint32_t)keyed[i];
    }
    radix_sort(keyed, units, 1);
    for (size_t i = 1; i < units; i++)
        add_pair(finding, finding->ranked[keyed[i - 1]], finding->ranked[keyed[i]]);
    memory_free(own);
    memory_free(keyed);
}

typedef uint64_t key_function(const struct finding *finding, uint32_t report);

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

/* keyed: the upper bits of keys, and behind them ranks of so many bits. */
static void add_families(struct finding *finding, const uint64_t *keyed, size_t count,
                         unsigned rank_bits)
{
    uint32_t *family = memory_resize(NULL, count, sizeof *family);
    uint64_t ranks = (UINT64_C(1) << rank_bits) - 1;
    size_t end;

    for (size_t i = 0; i < count; i = end) {
        for (end = i; end < count && keyed[end] >> rank_bits == keyed[i] >> rank_bits; end++)
            family[end - i] = finding->ranked[keyed[end] & ranks];
        if (end - i > SMALL_FAMILY)
            add_by_unit(finding, family, end - i);
        else
            add_family(finding, family, end - i);
    }
    memory_free(family);
}

/* Keys that only one report has are left out before the sort: a table of a byte a slot tells
 * which occur again. Of a key as many upper bits are sorted as the ranks leave room for: 44 at a
 * million reports, which hardly ever are those of two keys. */
static void find_by_key(struct finding *finding, key_function *key_of, unsigned threads)
{
    size_t reports = finding->profile->inventory->count, count = 0, capacity = 0, slots = 1024;
    uint64_t *keyed = NULL;
    unsigned rank_bits = 1;

    while (reports >> rank_bits)
        rank_bits++;
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
        keyed[count++] = key >> rank_bits << rank_bits | finding->rank[report];
    }
    memory_free(seen);
    radix_sort(keyed, count, threads);
    add_families(finding, keyed, count, rank_bits);
    memory_free(keyed);
}

static void find_families(struct finding *finding, unsigned threads)
{
    uint32_t names = finding->profile->tokens->names.count;

    finding->name_key = memory_resize(NULL, names, sizeof *finding->name_key);
    parallel_for((names + NAMES_AT_ONCE - 1) / NAMES_AT_ONCE, threads, key_names, finding);
    find_by_key(finding, key_of_name, threads);
    memory_free(finding->name_key);
}

struct candidate *families_add(const struct profile *profile, const struct candidates *candidates,
                               unsigned threads, size_t *count)
{
    struct finding finding = {.profile = profile, .rank = candidates->rank};
    size_t old = 0;

    finding.ranked = memory_resize(NULL, profile->inventory->count, sizeof *finding.ranked);
    for (uint32_t report = 0; report < profile->inventory->count; report++)
        finding.ranked[finding.rank[report]] = report;
    find_families(&finding, threads);
    if (profile->citations)
        find_by_key(&finding, key_of_law, threads);
    memory_free(finding.ranked);
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
