#include "model/foresight.h"

static const enum field sets[] = {FIELD_recipients, FIELD_fields};
enum { SETS = sizeof sets / sizeof *sets };

void foresee_columns(const struct inventory *inventory, const enum field *fields, size_t count,
                     uint32_t report)
{
    for (size_t i = 0; i < count; i++) {
        const uint32_t *column = inventory->columns[fields[i]].number;

        if (column)
            __builtin_prefetch(&column[report]);
    }
}

/* Of what costs rest on beside the basis. */
static void foresee_amounts(const struct inventory *inventory, uint32_t report)
{
    static const enum field fields[] = {FIELD_run_cost, FIELD_annual_cost};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const double *column = inventory->columns[fields[i]].value;

        if (column)
            __builtin_prefetch(&column[report]);
    }
}

void foresee_cells(const struct baseline *baseline, uint32_t report)
{
    __builtin_prefetch(&baseline->basis[report]);
    foresee_amounts(baseline->inventory, report);
    foresee_columns(baseline->inventory, sets, SETS, report);
}

void foresee_sets(const struct baseline *baseline, uint32_t report)
{
    const struct inventory *inventory = baseline->inventory;

    for (int i = 0; i < SETS; i++)
        __builtin_prefetch(&inventory->set_start[inventory_cell(inventory, sets[i], report)]);
    __builtin_prefetch(&baseline->readers[inventory_cell(inventory, FIELD_recipients, report)]);
}

void foresee_members(const struct baseline *baseline, uint32_t report)
{
    const struct inventory *inventory = baseline->inventory;

    for (int i = 0; i < SETS; i++) {
        uint32_t set = inventory_cell(inventory, sets[i], report);

        if (set)
            __builtin_prefetch(&inventory->set_member[inventory->set_start[set]]);
    }
}
