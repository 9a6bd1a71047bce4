/* What there is and what it costs: by department, and report by report from the dearest on. */
#include <math.h>

#include "sections/pick.h"
#include "sections/sections.h"
#include "sections/words.h"

enum { MOST = 15 };

struct dearest {
    const struct story *story;
    struct document *document;
    struct arena *arena;
    size_t picked[MOST], count;
    size_t others;
    int64_t others_cost;
    double others_hours;
};

static int64_t cost_of(const struct story *story, size_t report)
{
    return story->relations->listed_as[report] == report
               ? baseline_producer(&story->findings->baseline, report)
               : 0;
}

static uint32_t report_of(const struct story *story, size_t report)
{
    (void)story;
    return (uint32_t)report;
}

static enum row_style dearest_row(const void *context, size_t index, struct cell *cells)
{
    const struct dearest *dearest = context;
    const struct story *story = dearest->story;
    const struct baseline *baseline = &story->findings->baseline;
    int64_t cost;

    if (index == dearest->count) {
        cells[0] =
            cell_text(document_number_of(dearest->document, dearest->others, "other", "others"));
        cells[1] = cell_hours(dearest->others_hours);
        cost = dearest->others_cost;
    } else {
        uint32_t report = (uint32_t)dearest->picked[index];

        cells[0] = cell_text(report_title(dearest->arena, story->inventory, report));
        cells[1] = cell_hours(baseline_cost(baseline, report).hours);
        cost = baseline_producer(baseline, report);
    }
    cells[2] = cell_money(cost);
    if (baseline->producer)
        cells[3] = cell_share((double)cost / (double)baseline->producer);
    return index == dearest->count ? ROW_APART : ROW_PLAIN;
}

static void tell_dearest(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = "hours", .number = true},
        {.title = "money", .number = true},
        {.title = "of cost", .number = true},
    };
    const struct baseline *baseline = &story->findings->baseline;
    struct dearest *dearest = ARENA_ARRAY(document->arena, 1, struct dearest);

    dearest->story = story;
    dearest->document = document;
    dearest->arena = document->arena;
    dearest->count =
        pick_largest(story, story->inventory->count, MOST, cost_of, report_of, dearest->picked);
    dearest->others = story->inventory->count - baseline->listed_twice - dearest->count;
    dearest->others_cost = baseline->producer;
    dearest->others_hours = baseline->hours;
    for (size_t i = 0; i < dearest->count; i++) {
        dearest->others_cost -= cost_of(story, dearest->picked[i]);
        dearest->others_hours -= baseline_cost(baseline, dearest->picked[i]).hours;
    }
    if (dearest->count < 2)
        return;
    document_chart(
        document,
        &(struct chart){CHART_PARETO, 0, 2, 3,
                        "The dearest reports first; the line is the part of the whole cost that "
                        "they have together so far."},
        &(struct table_block){.title = "The dearest reports",
                              .columns = columns,
                              .column_count = 4,
                              .row_count = dearest->count + (dearest->others > 0),
                              .row = dearest_row,
                              .context = dearest});
}

void section_have(struct document *document, const struct story *story)
{
    document_heading(document, 1, text_of("What we have, and what it costs"));
    section_costs(document, story);
    tell_dearest(document, story);
}
