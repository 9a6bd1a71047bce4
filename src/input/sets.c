#include "input/sets.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/memory.h"

struct slot {
    uint32_t hash, number; /* 0: empty */
};

struct sets {
    struct inventory *inventory;
    struct slot *slots;
    size_t slot_count, start_capacity, member_capacity;
};

struct sets *sets_new(struct inventory *inventory)
{
    struct sets *sets = memory_alloc(1, sizeof *sets);

    sets->inventory = inventory;
    sets->slot_count = 64;
    sets->slots = memory_alloc(sets->slot_count, sizeof *sets->slots);
    sets->start_capacity = inventory->set_count + 1;
    sets->member_capacity = inventory->set_start[inventory->set_count];
    return sets;
}

void sets_free(struct sets *sets)
{
    memory_free(sets->slots);
    memory_free(sets);
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

/* Most sets are small. */
static void sort_numbers(uint32_t *numbers, size_t count)
{
    size_t i, j;

    if (count > 40) {
        qsort(numbers, count, sizeof *numbers, compare_numbers);
        return;
    }
    for (i = 1; i < count; i++) {
        uint32_t number = numbers[i];

        for (j = i; j && numbers[j - 1] > number; j--)
            numbers[j] = numbers[j - 1];
        numbers[j] = number;
    }
}

static size_t drop_repeated(uint32_t *numbers, size_t count)
{
    size_t kept = 0, i;

    for (i = 0; i < count; i++)
        if (!kept || numbers[kept - 1] != numbers[i])
            numbers[kept++] = numbers[i];
    return kept;
}

static void grow_slots(struct sets *sets)
{
    struct slot *old = sets->slots;
    size_t old_count = sets->slot_count;
    size_t mask = old_count * 2 - 1;
    size_t i, at;

    sets->slot_count = old_count * 2;
    sets->slots = memory_alloc(sets->slot_count, sizeof *sets->slots);
    for (i = 0; i < old_count; i++) {
        if (!old[i].number)
            continue;
        for (at = old[i].hash & mask; sets->slots[at].number; at = (at + 1) & mask)
            ;
        sets->slots[at] = old[i];
    }
    memory_free(old);
}

static bool set_is(const struct inventory *inventory, uint32_t number, const uint32_t *members,
                   size_t count)
{
    struct set set = inventory_set(inventory, number);

    return set.count == count &&
           (!count || memcmp(set.member, members, count * sizeof *members) == 0);
}

static uint32_t new_set(struct sets *sets, const uint32_t *members, size_t count)
{
    struct inventory *inventory = sets->inventory;
    size_t number = inventory->set_count++;
    size_t end = inventory->set_start[number] + count;

    if (number + 2 > sets->start_capacity)
        inventory->set_start = memory_grow(inventory->set_start, number + 2, &sets->start_capacity,
                                           sizeof *inventory->set_start);
    if (end > sets->member_capacity)
        inventory->set_member = memory_grow(inventory->set_member, end, &sets->member_capacity,
                                            sizeof *inventory->set_member);
    if (count)
        memcpy(inventory->set_member + inventory->set_start[number], members,
               count * sizeof *members);
    inventory->set_start[number + 1] = (uint32_t)end;
    return (uint32_t)number;
}

uint32_t sets_add(struct sets *sets, uint32_t *members, size_t count)
{
    uint32_t hash;
    size_t at, mask;

    if (sets->inventory->set_count * 2 > sets->slot_count)
        grow_slots(sets);
    sort_numbers(members, count);
    count = drop_repeated(members, count);
    hash = (uint32_t)XXH3_64bits(members, count * sizeof *members);
    mask = sets->slot_count - 1;
    for (at = hash & mask; sets->slots[at].number; at = (at + 1) & mask)
        if (sets->slots[at].hash == hash &&
            set_is(sets->inventory, sets->slots[at].number, members, count))
            return sets->slots[at].number;
    sets->slots[at].hash = hash;
    sets->slots[at].number = new_set(sets, members, count);
    return sets->slots[at].number;
}
