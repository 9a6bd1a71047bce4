#include "rules/ahead.h"

#include "model/foresight.h"

/* How many reports before it is needed each step is taken. */
enum { GROUPS = 24, CELLS = 16, SETS = 10, MEMBERS = 5 };

static void fetch_groups(const struct grounds *grounds, uint32_t report)
{
    const struct relations *relations = grounds->relations;
    int relation;

    for (relation = 0; relation < RELATION_COUNT; relation++) {
        const uint32_t *group_of = relations->group_of[relation];

        if (group_of && group_of[report])
            __builtin_prefetch(&relations->groups[group_of[report] - 1]);
    }
}

/* What else is compared of two reports. */
static void fetch_cells(const struct grounds *grounds, uint32_t keep)
{
    static const enum field fields[] = {FIELD_name, FIELD_description, FIELD_owner,
                                        FIELD_department, FIELD_sources};

    foresee_cells(grounds->baseline, keep);
    foresee_columns(grounds->inventory, fields, sizeof fields / sizeof *fields, keep);
    __builtin_prefetch(&grounds->active[keep]);
}

static void fetch_sets(const struct grounds *grounds, uint32_t report)
{
    foresee_sets(grounds->baseline, report);
}

static void fetch_members(const struct grounds *grounds, uint32_t report)
{
    foresee_members(grounds->baseline, report);
    table_prefetch(grounds->inventory->strings,
                   inventory_cell(grounds->inventory, FIELD_name, report));
}

/* Takes a step for the reports that are kept of the groups of a report, if that is another one. */
static void for_kept(const struct grounds *grounds, uint32_t report,
                     void (*step)(const struct grounds *grounds, uint32_t keep))
{
    const struct relations *relations = grounds->relations;
    int relation;

    for (relation = 0; relation < RELATION_COUNT; relation++) {
        const uint32_t *group_of = relations->group_of[relation];
        uint32_t group = group_of ? group_of[report] : 0;

        if (group && relations->groups[group - 1].keep != report)
            step(grounds, relations->groups[group - 1].keep);
    }
}

void look_ahead(const struct grounds *grounds, size_t at)
{
    if (!grounds->relations || at + GROUPS >= grounds->inventory->count)
        return;
    fetch_groups(grounds, (uint32_t)at + GROUPS);
    for_kept(grounds, (uint32_t)at + CELLS, fetch_cells);
    fetch_sets(grounds, (uint32_t)at + SETS);
    for_kept(grounds, (uint32_t)at + SETS, fetch_sets);
    fetch_members(grounds, (uint32_t)at + MEMBERS);
    for_kept(grounds, (uint32_t)at + MEMBERS, fetch_members);
}
