#include "model/foresight.h"

#include "model/cost_cells.h"

static const enum field sets[] = {FIELD_recipients, FIELD_fields};
enum { SETS = sizeof sets / sizeof *sets };

void foresee_cells(const struct baseline *baseline, uint32_t report)
{
    __builtin_prefetch(&baseline->basis[report]);
    for (int i = 0; i < SETS; i++) {
        const uint32_t *column = baseline->inventory->columns[sets[i]].number;

        if (column)
            __builtin_prefetch(&column[report]);
    }
}

void foresee_sets(const struct baseline *baseline, uint32_t report)
{
    const struct inventory *inventory = baseline->inventory;

    for (int i = 0; i < SETS; i++)
        __builtin_prefetch(&inventory->set_start[link_of(inventory, sets[i], report)]);
    __builtin_prefetch(&baseline->readers[link_of(inventory, FIELD_recipients, report)]);
}

void foresee_members(const struct baseline *baseline, uint32_t report)
{
    const struct inventory *inventory = baseline->inventory;

    for (int i = 0; i < SETS; i++) {
        uint32_t set = link_of(inventory, sets[i], report);

        if (set)
            __builtin_prefetch(&inventory->set_member[inventory->set_start[set]]);
    }
}
