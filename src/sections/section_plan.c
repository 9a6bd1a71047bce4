#include <math.h>

#include "sections/sections.h"

static struct cell in_unit(const struct plan *plan, int64_t amount)
{
    return plan->in_hours ? cell_hours((double)amount / 100) : cell_money(amount);
}

static const char *basis_name(enum basis basis)
{
    return basis == BASIS_THEORETICAL ? "theoretical" : "realisable";
}

static void add_record(struct document *document, const struct plan *plan)
{
    const struct entry entries[] = {
        {"target", plan->has_target && plan->before
                       ? cell_share((double)plan->target / (double)plan->before)
                       : cell_null()},
        {"target_amount", plan->has_target ? in_unit(plan, plan->target) : cell_null()},
        {"basis", cell_string(basis_name(plan->basis))},
        {"reached", plan->has_target ? cell_flag(plan->reached) : cell_null()},
        {"reachable", plan->has_target ? cell_flag(plan->reachable) : cell_null()},
        {"before", in_unit(plan, plan->before)},
        {"after", in_unit(plan, plan->after)},
        {"theoretical", cell_money(plan->totals.theoretical)},
        {"realisable", cell_money(plan->totals.realisable)},
        {"cash", cell_money(plan->totals.realisable_cash)},
        {"low", cell_money(plan->totals.low)},
        {"high", cell_money(plan->totals.high)},
        {"disruption", cell_number(plan->disruption)},
        {"method", cell_string(plan->method)},
        {"bound", cell_number(plan->bound)},
    };

    document_record(document, "plan", entries, sizeof entries / sizeof *entries);
}

static enum row_style frontier_row(const void *context, size_t index, struct cell *cells)
{
    const struct frontier_point *point = &((const struct plan *)context)->frontier[index];

    cells[0] = cell_count((int64_t)point->actions);
    cells[1] = cell_number(point->people);
    cells[2] = cell_number(point->disruption);
    cells[3] = cell_number(point->hours);
    cells[4] = cell_money(point->theoretical);
    cells[5] = cell_money(point->realisable);
    return ROW_PLAIN;
}

void section_plan(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.key = "actions", .number = true},     {.key = "people", .number = true},
        {.key = "disruption", .number = true},  {.key = "hours", .number = true},
        {.key = "theoretical", .number = true}, {.key = "realisable", .number = true},
    };

    add_record(document, story->plan);
    document_table(document, &(struct table_block){.key = "frontier",
                                                   .columns = columns,
                                                   .column_count = 6,
                                                   .row_count = story->plan->frontier_count,
                                                   .row = frontier_row,
                                                   .context = story->plan});
}
