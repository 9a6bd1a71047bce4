/* Inventories made by hand, for the tests of the matcher. */
#ifndef PARE_MADE_INVENTORY_H
#define PARE_MADE_INVENTORY_H

#include <stdio.h>

#include "base/memory.h"
#include "match/tokens.h"

enum { MADE_MOST = 5000, MADE_SET = 64 };

static inline uint32_t *made_column(struct inventory *inventory, enum field field)
{
    union field_column *column = &inventory->columns[field];

    if (!column->number)
        column->number = memory_alloc(MADE_MOST, sizeof *column->number);
    return column->number;
}

static inline void made_text(struct inventory *inventory, size_t report, enum field field,
                             const char *string)
{
    made_column(inventory, field)[report] = table_add(inventory->strings, text_of(string));
}

/* A report with the next number as its id. */
static inline size_t made_report(struct inventory *inventory, const char *name)
{
    char id[16];

    snprintf(id, sizeof id, "R%05zu", inventory->count);
    made_text(inventory, inventory->count, FIELD_id, id);
    made_text(inventory, inventory->count, FIELD_name, name);
    return inventory->count++;
}

static inline int made_compare(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return x < y ? -1 : x > y;
}

/* The number of the set of these members; equal sets get equal numbers. */
static inline uint32_t made_set(struct inventory *inventory, const uint32_t *members,
                                uint32_t count)
{
    uint32_t sorted[MADE_SET], kept = 0, i, n;

    assert_true(count <= MADE_SET);
    memcpy(sorted, members, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, made_compare);
    for (i = 0; i < count; i++)
        if (!kept || sorted[kept - 1] != sorted[i])
            sorted[kept++] = sorted[i];
    for (n = 1; n < inventory->set_count; n++) {
        struct set set = inventory_set(inventory, n);

        if (set.count == kept && !memcmp(set.member, sorted, kept * sizeof *sorted))
            return n;
    }
    i = inventory->set_start[n];
    inventory->set_start = memory_resize(inventory->set_start, n + 2, sizeof *inventory->set_start);
    inventory->set_member = memory_resize(inventory->set_member, i + kept, sizeof *sorted);
    memcpy(inventory->set_member + i, sorted, kept * sizeof *sorted);
    inventory->set_start[n + 1] = i + kept;
    inventory->set_count++;
    return n;
}

/* Fields written as one letter each. */
static inline void made_fields(struct inventory *inventory, size_t report, enum field field,
                               const char *letters)
{
    uint32_t members[MADE_SET], count = 0;

    for (; *letters; letters++)
        members[count++] = (unsigned char)*letters;
    made_column(inventory, field)[report] = made_set(inventory, members, count);
}

#endif
