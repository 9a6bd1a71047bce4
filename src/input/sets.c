#include "input/sets.h"

#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/memory.h"

enum { FEW = 16 };

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

/* Most sets are small and in no order: counting for each number how many are less takes no jump
 * that a processor could guess wrong, and is done for all at once. Equal numbers come to one place;
 * the places behind it are filled from it. Numbers count things in memory, so they fit into an int.
 */
static void sort_few(uint32_t *numbers, size_t count)
{
    typedef int32_t lanes __attribute__((vector_size(16)));
    lanes a, b, c, d, less[FEW / 4] = {{0}};
    int32_t copy[FEW], before[FEW];
    size_t i;

    memset(copy, 0x7F, sizeof copy);
    memcpy(copy, numbers, count * sizeof *numbers);
    memset(numbers, 0, count * sizeof *numbers);
    memcpy(&a, copy, sizeof a);
    memcpy(&b, copy + 4, sizeof b);
    memcpy(&c, copy + 8, sizeof c);
    memcpy(&d, copy + 12, sizeof d);
    for (i = 0; i < count; i++) {
        lanes number = {copy[i], copy[i], copy[i], copy[i]};

        less[0] -= a > number;
        less[1] -= b > number;
        less[2] -= c > number;
        less[3] -= d > number;
    }
    memcpy(before, less, sizeof before);
    for (i = 0; i < count; i++)
        numbers[before[i]] = (uint32_t)copy[i];
    for (i = 1; i < count; i++)
        numbers[i] = numbers[i] < numbers[i - 1] ? numbers[i - 1] : numbers[i];
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

/* Parts around the middle one of three, until they are small. What splits badly goes to qsort. */
static void sort_numbers(uint32_t *numbers, size_t count)
{
    int splits = 0;

    for (; count > FEW; splits++) {
        uint32_t a = numbers[0], b = numbers[count / 2], c = numbers[count - 1];
        uint32_t pivot = a < b ? (b < c ? b : a < c ? c : a) : (a < c ? a : b < c ? c : b);
        size_t left = 0, right = count - 1;

        if (splits > 32) {
            qsort(numbers, count, sizeof *numbers, compare_numbers);
            return;
        }
        for (;; left++, right--) {
            while (numbers[left] < pivot)
                left++;
            while (numbers[right] > pivot)
                right--;
            if (left >= right)
                break;
            a = numbers[left];
            numbers[left] = numbers[right];
            numbers[right] = a;
        }
        sort_numbers(numbers + right + 1, count - right - 1);
        count = right + 1;
    }
    sort_few(numbers, count);
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

    /* Written first: a page of new memory that is read first is given twice by the system. */
    sets->slot_count = old_count * 2;
    sets->slots = memory_pages(sets->slot_count * sizeof *sets->slots);
    memset(sets->slots, 0, sets->slot_count * sizeof *sets->slots);
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
        memmove(inventory->set_member + inventory->set_start[number], members,
                count * sizeof *members);
    inventory->set_start[number + 1] = (uint32_t)end;
    return (uint32_t)number;
}

static uint32_t add_hashed(struct sets *sets, const uint32_t *members, size_t count, uint32_t hash)
{
    size_t mask = sets->slot_count - 1;
    size_t at;

    for (at = hash & mask; sets->slots[at].number; at = (at + 1) & mask)
        if (sets->slots[at].hash == hash &&
            set_is(sets->inventory, sets->slots[at].number, members, count))
            return sets->slots[at].number;
    sets->slots[at].hash = hash;
    sets->slots[at].number = new_set(sets, members, count);
    return sets->slots[at].number;
}

static void reserve_slots(struct sets *sets, size_t count)
{
    while (sets->slot_count / 4 * 3 < sets->inventory->set_count + count)
        grow_slots(sets);
}

void members_prepare(struct members *members)
{
    if (!members->list)
        return;
    sort_numbers(members->list, members->count);
    members->count = (uint32_t)drop_repeated(members->list, members->count);
    members->hash = (uint32_t)XXH3_64bits(members->list, members->count * sizeof *members->list);
}

uint32_t sets_add(struct sets *sets, uint32_t *list, size_t count)
{
    struct members members = {list, (uint32_t)count, 0, 0};

    members_prepare(&members);
    reserve_slots(sets, 1);
    return add_hashed(sets, list, members.count, members.hash);
}

void sets_add_batch(struct sets *sets, struct members *batch, size_t count)
{
    size_t i;

    reserve_slots(sets, count);
    for (i = 0; i < count; i++)
        __builtin_prefetch(&sets->slots[batch[i].hash & (sets->slot_count - 1)]);
    for (i = 0; i < count; i++)
        if (batch[i].list)
            batch[i].set = add_hashed(sets, batch[i].list, batch[i].count, batch[i].hash);
}

bool sets_are_empty(const struct sets *sets)
{
    return sets->inventory->set_count == 1;
}

void sets_adopt(struct sets *sets, uint32_t *members, size_t capacity)
{
    memory_free(sets->inventory->set_member);
    sets->inventory->set_member = members;
    sets->member_capacity = capacity;
}
