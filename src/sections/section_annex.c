/* The annex: every report, what it costs, and what is proposed for it. */
#include <math.h>

#include "sections/order.h"
#include "sections/pick.h"
#include "sections/proposal.h"
#include "sections/sections.h"
#include "sections/words.h"

struct annex {
    const struct story *story;
    struct arena *arena;
    uint32_t *order; /* of the rows */
    size_t count;
    uint32_t *action; /* by report: number of its action in the plan + 1 */
};

/* What is done to a report that stays comes before what is done to the one that goes into it. */
static void fill_actions(struct annex *annex)
{
    const struct plan *plan = annex->story->plan;

    for (size_t i = 0; i < plan->count; i++)
        if (!annex->action[plan->actions[i].report])
            annex->action[plan->actions[i].report] = (uint32_t)i + 1;
}

static struct cell proposed(const struct annex *annex, uint32_t report)
{
    const struct story *story = annex->story;
    uint32_t action = annex->action[report];

    if (story->relations->listed_as[report] != report)
        return cell_string("listed twice");
    if (action)
        return cell_text(
            words_order(annex->arena, story->inventory,
                        order_of_planned(story->plan, &story->plan->actions[action - 1])));
    return cell_string(story->findings->protected_by_mandate[report] ? "protected" : "");
}

static enum row_style annex_row(const void *context, size_t index, struct cell *cells)
{
    const struct annex *annex = context;
    const struct story *story = annex->story;
    uint32_t number = annex->order[index];
    struct cost cost = baseline_cost(&story->findings->baseline, number);
    struct report report;
    char words[32];

    inventory_report(story->inventory, number, &report);
    cells[0] = cell_text(report_title(annex->arena, story->inventory, number));
    cells[1] = cell_text(report.owner ? inventory_person_name(story->inventory, report.owner)
                                      : inventory_text(story->inventory, report.department));
    if (report.runs > 0)
        cells[2] = cell_text(arena_copy(annex->arena, frequency_words(report.runs, words)));
    else
        cells[2] = cell_string("not known");
    cells[3] = readers_cell(annex->arena, story, number);
    if (cost.costed) {
        cells[4] = cell_hours(cost.hours);
        cells[5] = cell_money(cost_producer(&cost));
    }
    cells[6] = proposed(annex, number);
    return ROW_PLAIN;
}

void section_annex(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "report"},
        {.title = "made by", .fit = FIT_CUT},
        {.title = "runs", .fit = FIT_CUT},
        {.title = "readers", .number = true},
        {.title = "hours", .number = true},
        {.title = "money", .number = true},
        {.title = "proposed", .fit = FIT_CUT},
    };
    struct annex *annex = ARENA_ARRAY(document->arena, 1, struct annex);
    uint32_t *all = order_by_id(document->arena, story->inventory);

    *annex = (struct annex){story, document->arena, all, 0,
                            ARENA_ARRAY(document->arena, story->inventory->count, uint32_t)};
    fill_actions(annex);
    for (size_t i = 0; i < story->inventory->count; i++)
        if (pick_shows(story, all[i]))
            annex->order[annex->count++] = all[i];
    document_heading(document, 1, text_of("All reports"));
    document_table(document, &(struct table_block){.title = "Every report, and what is proposed",
                                                   .columns = columns,
                                                   .column_count = 7,
                                                   .row_count = annex->count,
                                                   .row = annex_row,
                                                   .context = annex});
}
