#include "sections/headcount.h"

#include "base/memory.h"

/* A list is opened once, so that lists which hold each other come to an end. */
static void count_set(const struct inventory *inventory, struct set set, bool *seen,
                      struct headcount *headcount)
{
    uint32_t i;

    for (i = 0; i < set.count; i++) {
        const struct person *person = inventory_person(inventory, set.member[i]);

        if (seen[set.member[i]])
            continue;
        seen[set.member[i]] = true;
        if (person->members)
            count_set(inventory, inventory_set(inventory, person->members), seen, headcount);
        else if (person->is_list)
            headcount->unknown_lists++;
        else
            headcount->recipients++;
    }
}

void headcount_take(const struct inventory *inventory, struct headcount *headcount)
{
    const uint32_t *owner = inventory->columns[FIELD_owner].number;
    const uint32_t *recipients = inventory->columns[FIELD_recipients].number;
    bool *owns = memory_alloc(inventory->people_count + 1, sizeof *owns);
    bool *seen = memory_alloc(inventory->people_count + 1, sizeof *seen);
    bool *counted = memory_alloc(inventory->set_count + 1, sizeof *counted);
    size_t i;

    *headcount = (struct headcount){0, 0, 0};
    for (i = 0; i < inventory->count; i++) {
        if (owner && owner[i] && !owns[owner[i]]) {
            owns[owner[i]] = true;
            headcount->owners++;
        }
        if (recipients && recipients[i] && !counted[recipients[i]]) {
            counted[recipients[i]] = true;
            count_set(inventory, inventory_set(inventory, recipients[i]), seen, headcount);
        }
    }
    memory_free(counted);
    memory_free(seen);
    memory_free(owns);
}
