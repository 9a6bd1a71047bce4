/* Three ways side by side, in figures. What speaks for and against each is told by section_choice.
 */
#include <math.h>

#include "sections/proposal.h"
#include "sections/sections.h"

struct context {
    struct document *document;
    const struct story *story;
};

/* What all changes together come to, on the basis on which the target is set. */
static struct text out_of_reach(struct document *document, const struct plan *plan)
{
    struct text most =
        document_share(document, plan->before ? (double)plan->most / (double)plan->before : 0);

    return document_text(document, "out of reach today: all changes come to %.*s", TEXT_ARGS(most));
}

static enum row_style way_row(const void *context, size_t index, struct cell *cells)
{
    static const char *const keys[WAY_COUNT] = {"certain", "evidence", "target"};
    const struct context *told = context;
    const struct story *story = told->story;
    enum way way = way_order[index];
    const struct plan *plan = story->ways->plan[way];
    const struct totals *totals = &plan->totals;
    int64_t cost = story->findings->baseline.producer;

    cells[0] = cell_text(way_words(told->document, story, way));
    cells[9] = cell_string(keys[way]);
    cells[8] = cell_flag(way != WAY_TARGET || plan->reached);
    if (way == WAY_TARGET && !plan->reached) {
        cells[7] = cell_text(out_of_reach(told->document, plan));
        return ROW_PLAIN;
    }
    cells[1] = cell_count((int64_t)plan->count);
    cells[2] = cell_number(isnan(totals->people) ? NAN : round(totals->people));
    cells[3] = cell_hours(totals->realisable_hours);
    cells[4] = cell_money(totals->realisable);
    if (cost)
        cells[5] = cell_share((double)totals->realisable / (double)cost);
    cells[6] = cell_hours(way_once(story, way));
    return ROW_PLAIN;
}

void section_ways(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = ""},
        {.key = "actions", .title = "changes", .number = true},
        {.key = "people", .title = "people", .number = true},
        {.key = "hours", .title = "hours", .number = true},
        {.key = "realisable", .title = "money", .number = true},
        {.key = "share", .title = "of cost", .number = true},
        {.key = "one_off_hours", .title = "once", .number = true},
        {.title = "", .number = true},
        {.key = "reached"},
        {.key = "way"},
    };
    struct context *context = ARENA_ARRAY(document->arena, 1, struct context);

    if (!story->plan->count || story->plan_options->as_decided)
        return;
    *context = (struct context){document, story};
    document_table(document, &(struct table_block){.key = "ways",
                                                   .title = "Three ways",
                                                   .columns = columns,
                                                   .column_count = 10,
                                                   .row_count = WAY_COUNT,
                                                   .row = way_row,
                                                   .context = context});
    document_note(
        document,
        document_text(document,
                      "We propose %s. People: how many notice. Hours, money and share of the "
                      "cost: a year, expected. Once: hours to make the changes.",
                      way_letter(way_proposed(story))));
}
