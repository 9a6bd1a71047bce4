/* Many reports that are equal in one thing, told apart by the columns that decide what they are to
 * each other: two that are equal in all of them are of one kind.
 *
 * Whatever some of them have in common beyond that thing, each is paired with the first of those
 * that have it in common too. So those that are alike for what they share in any of the columns are
 * found in time that grows with the number of reports, not with its square. */
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "match/candidates_finder.h"
#include "match/radix.h"

enum {
    COLUMNS = 6,
    KINDS_ALL = 16 /* of so many kinds each report is paired with the first of each */
};

struct refining {
    struct finder *finder;
    const uint32_t *reports;  /* by id; a place is one in this list */
    uint32_t *value[COLUMNS]; /* by place */
    uint32_t *kind;           /* by place */
    unsigned columns;
};

/* Number and place, ascending; those of one number keep their order. */
static uint64_t *sort_places(const uint32_t *number, const uint32_t *places, uint32_t count)
{
    uint64_t *order = memory_resize(NULL, count, sizeof *order);

    for (uint32_t i = 0; i < count; i++)
        order[i] = (uint64_t)number[places[i]] << 32 | places[i];
    radix_sort(order, count, 1);
    return order;
}

static uint64_t bits_of(double value)
{
    uint64_t bits;

    memcpy(&bits, &value, sizeof bits);
    return isnan(value) ? 0 : bits + 1;
}

/* How often a report runs, as bits of a number. */
static uint64_t runs_of(const struct inventory *inventory, uint32_t report)
{
    const double *given = inventory->columns[FIELD_runs_per_year].value;
    const uint32_t *frequency = inventory->columns[FIELD_frequency].number;
    const struct frequency *read = &inventory->frequencies[frequency ? frequency[report] : 0];

    if (given && !isnan(given[report]))
        return bits_of(given[report]);
    return read->status == FREQUENCY_CONTINUOUS ? bits_of((double)INFINITY)
           : frequency && frequency[report]     ? bits_of(read->runs)
                                                : 0;
}

static uint32_t *number_runs(const struct inventory *inventory, const uint32_t *reports,
                             uint32_t count)
{
    uint32_t *number = memory_resize(NULL, count, sizeof *number), distinct = 0;
    uint64_t *runs = memory_resize(NULL, count, sizeof *runs);

    for (uint32_t i = 0; i < count; i++)
        runs[i] = runs_of(inventory, reports[i]);
    radix_sort(runs, count, 1);
    for (uint32_t i = 0; i < count; i++)
        if (!i || runs[i] != runs[i - 1])
            runs[distinct++] = runs[i];
    for (uint32_t i = 0; i < count; i++) {
        uint64_t mine = runs_of(inventory, reports[i]);
        uint32_t low = 0, high = distinct;

        while (low < high) {
            uint32_t middle = low + (high - low) / 2;

            if (runs[middle] < mine)
                low = middle + 1;
            else
                high = middle;
        }
        number[i] = low;
    }
    memory_free(runs);
    return number;
}

/* A column in which all are equal tells nothing. */
static void add_column(struct refining *refining, uint32_t *value, uint32_t count)
{
    uint32_t i = 1;

    while (i < count && value[i] == value[0])
        i++;
    if (i < count)
        refining->value[refining->columns++] = value;
    else
        memory_free(value);
}

static void list_columns(struct refining *refining, uint32_t count)
{
    const struct keys *keys = refining->finder->keys;
    const struct inventory *inventory = keys->inventory;
    const uint32_t *const columns[] = {
        keys->key[KEY_DEPARTMENT], keys->key[KEY_FIELDS], keys->key[KEY_DESCRIPTION],
        inventory->columns[FIELD_mandate].number, keys->key[KEY_NAME]};

    add_column(refining, number_runs(inventory, refining->reports, count), count);
    for (size_t c = 0; c < sizeof columns / sizeof *columns; c++) {
        uint32_t *value;

        if (!columns[c])
            continue;
        value = memory_resize(NULL, count, sizeof *value);
        for (uint32_t i = 0; i < count; i++)
            value[i] = columns[c][refining->reports[i]];
        add_column(refining, value, count);
    }
}

/* Parts the kinds by one more column. */
static void part_kinds(struct refining *refining, const uint32_t *value, uint32_t *places,
                       uint32_t count)
{
    uint64_t *order = sort_places(value, places, count);
    uint32_t *kind = memory_resize(NULL, count, sizeof *kind), kinds = 0;

    for (uint32_t i = 0; i < count; i++)
        order[i] = (uint64_t)refining->kind[(uint32_t)order[i]] << 32 | (uint32_t)order[i];
    /* Stable, by the kind alone: places of one kind stay in the order of their values. */
    for (uint32_t i = 0; i < count; i++) {
        places[i] = (uint32_t)order[i];
        order[i] = order[i] >> 32 << 32 | i;
    }
    radix_sort(order, count, 1);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t place = places[(uint32_t)order[i]];

        if (i) {
            uint32_t before = places[(uint32_t)order[i - 1]];
            kinds +=
                value[before] != value[place] || refining->kind[before] != refining->kind[place];
        }
        kind[place] = kinds;
    }
    memcpy(refining->kind, kind, count * sizeof *kind);
    memory_free(kind);
    memory_free(order);
}

static void pair_with_first(struct refining *refining, const uint32_t *places, uint32_t count,
                            uint32_t lead)
{
    for (uint32_t i = 0; i < lead; i++)
        for (uint32_t k = i + 1; k < count; k++)
            finder_add(refining->finder, refining->reports[places[i]],
                       refining->reports[places[k]]);
}

/* Each with the first of each kind; false, and nothing done, where these are many. */
static bool pair_with_kinds(struct refining *refining, const uint32_t *places, uint32_t count)
{
    uint64_t *order = sort_places(refining->kind, places, count);
    uint32_t first[KINDS_ALL], kinds = 0;

    for (uint32_t i = 0; i < count && kinds <= KINDS_ALL; i++)
        if (!i || order[i] >> 32 != order[i - 1] >> 32) {
            if (kinds < KINDS_ALL)
                first[kinds] = (uint32_t)order[i];
            kinds++;
        }
    memory_free(order);
    if (kinds > KINDS_ALL)
        return false;
    for (uint32_t i = 0; i < kinds; i++)
        for (uint32_t k = 0; k < count; k++)
            if (places[k] != first[i])
                finder_add(refining->finder, refining->reports[first[i]],
                           refining->reports[places[k]]);
    return true;
}

/* Columns before the next one have been used for these, or their value left open. */
static void refine(struct refining *refining, const uint32_t *places, uint32_t count, unsigned next)
{
    uint32_t *equal, i, end;

    if (count <= CANDIDATES_ALL) {
        pair_with_first(refining, places, count, count);
        return;
    }
    if (pair_with_kinds(refining, places, count))
        return;
    pair_with_first(refining, places, count, 1);
    equal = memory_resize(NULL, count, sizeof *equal);
    for (; next < refining->columns; next++) {
        uint64_t *order = sort_places(refining->value[next], places, count);

        for (i = 0; i < count; i = end) {
            for (end = i; end < count && order[end] >> 32 == order[i] >> 32; end++)
                equal[end - i] = (uint32_t)order[end];
            if (end - i > 1 && end - i < count)
                refine(refining, equal, end - i, next + 1);
        }
        memory_free(order);
    }
    memory_free(equal);
}

void find_kinds(struct finder *finder, const uint32_t *reports, uint32_t count)
{
    struct refining refining = {.finder = finder, .reports = reports};
    uint32_t *places = memory_resize(NULL, count, sizeof *places), i;

    list_columns(&refining, count);
    refining.kind = memory_alloc(count, sizeof *refining.kind);
    for (unsigned c = 0; c < refining.columns; c++) {
        for (i = 0; i < count; i++)
            places[i] = i;
        part_kinds(&refining, refining.value[c], places, count);
    }
    for (i = 0; i < count; i++)
        places[i] = i;
    refine(&refining, places, count, 0);
    for (unsigned c = 0; c < refining.columns; c++)
        memory_free(refining.value[c]);
    memory_free(refining.kind);
    memory_free(places);
}
