/* Inventories made by hand for tests: columns, people and sets set cell by cell. */
#ifndef PARE_TESTS_MADE_H
#define PARE_TESTS_MADE_H

#include "random.h"
#include "unit.h"

#include "base/memory.h"
#include "model/inventory.h"

static inline struct inventory *made_new(size_t reports)
{
    struct inventory *inventory = inventory_new();

    inventory->count = reports;
    inventory->rows = reports;
    return inventory;
}

static inline void made_number(struct inventory *inventory, enum field field, size_t index,
                               double value)
{
    union field_column *column = &inventory->columns[field];

    if (!column->value) {
        column->value = memory_alloc(inventory->count, sizeof *column->value);
        for (size_t i = 0; i < inventory->count; i++)
            column->value[i] = NAN;
    }
    column->value[index] = value;
}

static inline void made_link(struct inventory *inventory, enum field field, size_t index,
                             uint32_t number)
{
    union field_column *column = &inventory->columns[field];

    if (!column->number)
        column->number = memory_alloc(inventory->count, sizeof *column->number);
    column->number[index] = number;
}

static inline void made_text(struct inventory *inventory, enum field field, size_t index,
                             const char *string)
{
    made_link(inventory, field, index, table_add(inventory->strings, text_of(string)));
}

static inline void made_frequency(struct inventory *inventory, enum field field, size_t index,
                                  double runs, bool coded)
{
    size_t n = inventory->frequency_count++;

    inventory->frequencies = memory_resize(inventory->frequencies, inventory->frequency_count,
                                           sizeof *inventory->frequencies);
    inventory->frequencies[n] = frequency_unknown;
    inventory->frequencies[n].status = FREQUENCY_READ;
    inventory->frequencies[n].runs = runs;
    inventory->frequencies[n].coded = coded;
    made_link(inventory, field, index, (uint32_t)n);
}

/* People from number 1 to count. */
static inline void made_people(struct inventory *inventory, size_t count)
{
    inventory->people = memory_resize(inventory->people, count + 1, sizeof *inventory->people);
    for (size_t i = 1; i <= count; i++) {
        memset(&inventory->people[i], 0, sizeof inventory->people[i]);
        inventory->people[i].hourly_rate = NAN;
        inventory->people[i].capacity_hours = NAN;
    }
    inventory->people_count = count + 1;
}

/* A set of the members given, in ascending order. */
static inline uint32_t made_members(struct inventory *inventory, const uint32_t *member,
                                    uint32_t count)
{
    uint32_t n = (uint32_t)inventory->set_count++, end = inventory->set_start[n];

    inventory->set_start = memory_resize(inventory->set_start, n + 2, sizeof *inventory->set_start);
    inventory->set_start[n] = end;
    inventory->set_start[n + 1] = end + count;
    inventory->set_member = memory_resize(inventory->set_member, (size_t)end + count + 1,
                                          sizeof *inventory->set_member);
    for (uint32_t i = 0; i < count; i++)
        inventory->set_member[end + i] = member[i];
    return n;
}

/* The set of the members from first to last. */
static inline void made_range(struct inventory *inventory, enum field field, size_t index,
                              uint32_t first, uint32_t last)
{
    uint32_t member[256];

    for (uint32_t i = first; i <= last; i++)
        member[i - first] = i;
    made_link(inventory, field, index, made_members(inventory, member, last - first + 1));
}

static inline uint64_t made_random(uint64_t *seed)
{
    return random_next(seed) >> 32;
}

#endif
