#include "plan/decisions.h"
#include "sections/sections.h"
#include "sections/words.h"

struct context {
    const struct story *story;
    struct arena *arena;
};

static enum row_style action_row(const void *context, size_t index, struct cell *cells)
{
    const struct context *told = context;
    const struct story *story = told->story;
    const struct planned *planned = &story->plan->actions[index];
    const struct finding *finding = &story->findings->list[planned->finding];
    struct order order = order_of_planned(story->plan, planned);
    struct text report = report_id(story->inventory, order.report);
    const struct decision *decision = decision_on(story->findings, finding);
    struct text found = report_id(story->inventory, finding->report);

    cells[0] = cell_text(
        arena_printf(told->arena, "%s:%.*s", action_name(finding->action), TEXT_ARGS(report)));
    cells[1] = cell_text(
        arena_printf(told->arena, "%s:%.*s", rule_info(finding->rule)->name, TEXT_ARGS(found)));
    cells[2] = cell_text(arena_printf(told->arena, "B%u", planned->bundle + 1));
    cells[3] = cell_text(report);
    cells[4] = cell_string(action_name(finding->action));
    cells[5] = words_to(told->arena, story->inventory, order);
    cells[6] = cell_count(planned->wave);
    cells[7] = cell_money(planned->theoretical);
    cells[8] = cell_money(planned->realisable);
    cells[9] = cell_money(planned->low);
    cells[10] = cell_money(planned->high);
    cells[11] = cell_number(planned->hours);
    cells[12] = cell_money(money_times(planned->theoretical_cash, planned->probability));
    cells[13] = cell_number(planned->one_off_hours);
    cells[14] = cell_number(plan_payback(planned->one_off_hours, planned->hours));
    cells[15] = cell_number(planned->people);
    cells[16] = cell_number(planned->disruption);
    cells[18] = decision ? cell_string(choice_name(decision->choice)) : cell_null();
    return ROW_PLAIN;
}

void section_actions(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.key = "id"},
        {.key = "finding"},
        {.key = "bundle"},
        {.key = "report"},
        {.key = "action"},
        {.key = "to"},
        {.key = "wave", .number = true},
        {.key = "theoretical", .number = true},
        {.key = "realisable", .number = true},
        {.key = "low", .number = true},
        {.key = "high", .number = true},
        {.key = "hours", .number = true},
        {.key = "cash", .number = true},
        {.key = "one_off_hours", .number = true},
        {.key = "payback_months", .number = true},
        {.key = "people", .number = true},
        {.key = "disruption", .number = true},
        {.key = "needs"},
        {.key = "decision"},
    };
    struct context *context = ARENA_ARRAY(document->arena, 1, struct context);

    *context = (struct context){story, document->arena};
    document_table(document, &(struct table_block){.key = "actions",
                                                   .columns = columns,
                                                   .column_count = sizeof columns / sizeof *columns,
                                                   .row_count = story->plan->count,
                                                   .row = action_row,
                                                   .context = context});
}
