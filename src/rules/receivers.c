#include "rules/receivers.h"

#include "rules/grounds.h"

static bool has_member(struct set set, uint32_t person)
{
    uint32_t low = 0, high = set.count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (set.member[middle] < person)
            low = middle + 1;
        else
            high = middle;
    }
    return low < set.count && set.member[low] == person;
}

static uint32_t lists_with(const struct grounds *grounds, struct set readers, uint32_t person)
{
    const struct inventory *inventory = grounds->inventory;
    uint32_t lists = 0, i;

    for (i = 0; grounds->any_members && i < readers.count; i++) {
        uint32_t members = inventory_person(inventory, readers.member[i])->members;

        lists += members && has_member(inventory_set(inventory, members), person);
    }
    return lists;
}

uint32_t receivers_lists_of(const struct look *look, uint32_t person)
{
    return lists_with(look->grounds, look->report.recipients, person);
}

uint32_t receivers_first_list_of(const struct look *look, uint32_t person)
{
    const struct inventory *inventory = look->grounds->inventory;
    struct set readers = look->report.recipients;
    uint32_t i;

    for (i = 0; i < readers.count; i++) {
        uint32_t members = inventory_person(inventory, readers.member[i])->members;

        if (members && has_member(inventory_set(inventory, members), person))
            break;
    }
    return i;
}

bool receivers_among(const struct grounds *grounds, struct set readers, uint32_t person)
{
    return has_member(readers, person) || lists_with(grounds, readers, person);
}

bool receivers_have(const struct look *look, uint32_t person)
{
    return receivers_among(look->grounds, look->report.recipients, person);
}

bool receivers_are_known(const struct look *look)
{
    const struct inventory *inventory = look->grounds->inventory;
    struct set readers = look->report.recipients;
    uint32_t i;

    if (!report_has(&look->report, FIELD_recipients))
        return false;
    for (i = 0; i < readers.count; i++) {
        const struct person *person = inventory_person(inventory, readers.member[i]);

        if (person->is_list && !person->members)
            return false;
    }
    return true;
}
