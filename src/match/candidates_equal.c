#include <string.h>

#include "base/memory.h"
#include "match/candidates_finder.h"
#include "match/radix.h"

/* All pairs of a few reports; of many only those with the first one. */
static void add_group(struct finder *finder, const uint32_t *reports, uint32_t count)
{
    uint32_t i, k, lead = count <= CANDIDATES_ALL ? count : 1;

    for (i = 0; i < lead; i++)
        for (k = i + 1; k < count; k++)
            finder_add(finder, reports[i], reports[k]);
}

/* Those of many reports that are equal by another key too. */
void find_equal_within(struct finder *finder, enum key_sort sort, const uint32_t *reports,
                       uint32_t count)
{
    uint64_t *order = memory_resize(NULL, count, sizeof *order);
    uint32_t *equal = memory_resize(NULL, count, sizeof *equal);
    uint32_t i, end;

    for (i = 0; i < count; i++)
        order[i] = (uint64_t)key_of(finder->keys, sort, reports[i]) << 32 | i;
    radix_sort(order, count, 1);
    for (i = 0; i < count; i = end) {
        for (end = i; end < count && order[end] >> 32 == order[i] >> 32; end++)
            equal[end - i] = reports[(uint32_t)order[end]];
        if (order[i] >> 32 && end - i > 1)
            add_group(finder, equal, end - i);
    }
    memory_free(order);
    memory_free(equal);
}

static void add_block(struct finder *finder, enum candidate_sign sign, const uint32_t *reports,
                      uint32_t count)
{
    /* The other keys are among the columns of kinds. */
    static const enum key_sort others[] = {KEY_ROWS, KEY_CORE, KEY_RECIPIENTS, KEY_OWNER};
    size_t i;

    finder->blocks = MEMORY_ROOM(finder->blocks, finder->block_count, finder->block_capacity);
    finder->blocks[finder->block_count++] =
        (struct block){sign, (uint32_t)finder->member_count, count};
    finder->members = memory_grow(finder->members, finder->member_count + count,
                                  &finder->member_capacity, sizeof *finder->members);
    memcpy(finder->members + finder->member_count, reports, count * sizeof *reports);
    finder->member_count += count;
    for (i = 0; i < sizeof others / sizeof *others; i++)
        if (finder->keys->key[others[i]])
            find_equal_within(finder, others[i], reports, count);
    find_kinds(finder, reports, count);
}

static bool all_equal(const struct keys *keys, enum key_sort sort, const uint32_t *reports,
                      uint32_t count)
{
    uint32_t i;

    for (i = 1; i < count; i++)
        if (key_of(keys, sort, reports[i]) != key_of(keys, sort, reports[0]))
            return false;
    return true;
}

/* Many reports are a block by the strictest key that they have in common; stricter tells which key
 * that would be, or is the key itself. */
static void add_equal(struct finder *finder, enum key_sort sort, enum key_sort stricter,
                      enum candidate_sign sign)
{
    struct key_groups groups;
    uint32_t k;

    if (!finder->keys->key[sort])
        return;
    key_groups_make(finder->keys, sort, &groups);
    for (k = 1; k < groups.count; k++) {
        const uint32_t *reports = groups.report + groups.start[k];
        uint32_t count = groups.start[k + 1] - groups.start[k];

        if (count < 2)
            continue;
        add_group(finder, reports, count);
        if (count > CANDIDATES_ALL &&
            (stricter == sort || !all_equal(finder->keys, stricter, reports, count)))
            add_block(finder, sign, reports, count);
    }
    key_groups_clear(&groups);
}

void find_equal(struct finder *finder)
{
    add_equal(finder, KEY_ROWS, KEY_ROWS, SIGN_ROWS);
    add_equal(finder, KEY_NAME, KEY_ROWS, SIGN_NAME_EQUAL);
    add_equal(finder, KEY_CORE, KEY_NAME, SIGN_NAME_CORE);
    add_equal(finder, KEY_FIELDS, KEY_ROWS, SIGN_FIELDS_EQUAL);
    add_equal(finder, KEY_DESCRIPTION, KEY_ROWS, SIGN_DESCRIPTION_EQUAL);
}
