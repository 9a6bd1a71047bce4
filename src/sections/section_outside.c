#include "sections/sections.h"
#include "sections/words.h"

/* What law, contract or grant would have to allow first: a table of its own, in no total and no
 * plan. */
enum { SHOWN = 5, FACTS = 2 };

struct context {
    const struct story *story;
    struct arena *arena;
};

/* Two rows a change for people, the second of which says what to do and why. */
static enum row_style outside_row(const void *context, size_t index, struct cell *cells)
{
    const struct context *told = context;
    const struct plan *plan = told->story->plan;
    const struct planned *planned = &plan->outside[index / 2];
    const struct finding *finding = &plan->findings->list[planned->finding];
    struct order order = order_of_planned(plan, planned);
    struct text words, why;

    if (index % 2 == 1) {
        words = words_order(told->arena, told->story->inventory, order);
        why = words_why(told->arena, plan->findings, finding, FACTS);
        cells[1] =
            cell_text(arena_printf(told->arena, "%.*s: %.*s", TEXT_ARGS(words), TEXT_ARGS(why)));
        return ROW_DETAIL;
    }
    cells[0] = cell_text(report_id(told->story->inventory, planned->report));
    cells[1] = cell_text(report_title(told->arena, told->story->inventory, planned->report));
    cells[2] = cell_string(action_name(order.action));
    cells[3] = words_to(told->arena, told->story->inventory, order);
    cells[4] = cell_money(planned->theoretical);
    cells[5] = cell_money(planned->realisable);
    return ROW_PLAIN;
}

void section_outside(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.key = "report"},
        {.title = "", .fit = FIT_CUT},
        {.key = "action"},
        {.key = "to"},
        {.key = "theoretical", .title = "if allowed", .number = true},
        {.key = "realisable", .title = "expected", .number = true},
    };
    struct context *context = ARENA_ARRAY(document->arena, 1, struct context);

    *context = (struct context){story, document->arena};
    document_table(document,
                   &(struct table_block){.key = "outside",
                                         .title = story->plan->outside_count
                                                      ? "Needs approval from outside, in no "
                                                        "total"
                                                      : NULL,
                                         .columns = columns,
                                         .column_count = 6,
                                         .row_count = 2 * story->plan->outside_count,
                                         .limit = SHOWN,
                                         .row = outside_row,
                                         .context = context});
}
