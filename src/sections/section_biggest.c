#include "sections/pick.h"
#include "sections/sections.h"
#include "sections/words.h"

/* The changes that are worth most, as many as fit a screen. */
enum { MOST = 10, FACTS = 2 };

struct biggest {
    const struct story *story;
    struct arena *arena;
    size_t picked[MOST], count;
    size_t others;
    int64_t others_saving, together;
};

static int64_t saving_of(const struct story *story, size_t action)
{
    return story->plan->actions[action].theoretical;
}

static const struct finding *finding_of(const struct story *story, size_t action)
{
    return &story->findings->list[story->plan->actions[action].finding];
}

static uint32_t report_of(const struct story *story, size_t action)
{
    return story->plan->actions[action].report;
}

/* Two rows a change: which report and what it saves, then what to do and why. */
static enum row_style biggest_row(const void *context, size_t index, struct cell *cells)
{
    const struct biggest *biggest = context;
    const struct story *story = biggest->story;
    const struct finding *finding;
    struct order order;
    struct text words, why;

    if (index == 2 * biggest->count + (biggest->others > 0)) {
        cells[0] = cell_string(biggest->together == story->plan->totals.theoretical
                                   ? "Together"
                                   : "Together, of those shown");
        cells[2] = cell_money(biggest->together);
        return ROW_TOTAL;
    }
    if (index == 2 * biggest->count) {
        cells[0] = cell_text(arena_printf(biggest->arena, "%zu smaller", biggest->others));
        cells[2] = cell_money(biggest->others_saving);
        return ROW_PLAIN;
    }
    finding = finding_of(story, biggest->picked[index / 2]);
    order = order_of_planned(story->plan, &story->plan->actions[biggest->picked[index / 2]]);
    if (index % 2 == 0) {
        cells[0] = cell_text(report_title(biggest->arena, story->inventory, order.report));
        cells[1] = cell_string(strength_name(finding->strength));
        cells[2] = cell_money(saving_of(story, biggest->picked[index / 2]));
        return ROW_PLAIN;
    }
    words = words_order(biggest->arena, story->inventory, order);
    why = words_why(biggest->arena, story->findings, finding, FACTS);
    cells[0] =
        cell_text(arena_printf(biggest->arena, "%.*s: %.*s", TEXT_ARGS(words), TEXT_ARGS(why)));
    return ROW_DETAIL;
}

void section_biggest(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = ""},
        {.title = "if done", .number = true, .adds_up = true},
    };
    struct biggest *biggest = ARENA_ARRAY(document->arena, 1, struct biggest);
    size_t i;

    biggest->story = story;
    biggest->arena = document->arena;
    biggest->count =
        pick_largest(story, story->plan->count, MOST, saving_of, report_of, biggest->picked);
    if (!biggest->count)
        return;
    for (i = 0; i < story->plan->count; i++) {
        if (saving_of(story, i) <= 0 || !pick_shows(story, report_of(story, i)))
            continue;
        biggest->others++;
        biggest->others_saving += saving_of(story, i);
    }
    biggest->together = biggest->others_saving;
    for (i = 0; i < biggest->count; i++) {
        biggest->others--;
        biggest->others_saving -= saving_of(story, biggest->picked[i]);
    }
    document_table(
        document, &(struct table_block){.title = biggest->others ? "Ten biggest" : "Which",
                                        .columns = columns,
                                        .column_count = 3,
                                        .row_count = 2 * biggest->count + 1 + (biggest->others > 0),
                                        .row = biggest_row,
                                        .context = biggest});
}
