#include "sections/change_list.h"

#include <stdlib.h>

#include "base/memory.h"
#include "sections/deciding.h"
#include "sections/pick.h"
#include "sections/words.h"

enum { SHOWN = 40, FACTS = 2 };

struct listed {
    struct text id;
    int64_t expected;
    size_t action;
};

struct list {
    const struct story *story;
    struct arena *arena;
    struct listed *rows;
    size_t count;
    int64_t theoretical, realisable; /* of the rows together */
};

static int by_size(const void *a, const void *b)
{
    const struct listed *x = a, *y = b;
    int order = text_compare(x->id, y->id);

    if (x->expected != y->expected)
        return x->expected < y->expected ? 1 : -1;
    return order ? order : (x->action > y->action) - (x->action < y->action);
}

static struct list *make_list(struct arena *arena, const struct story *story)
{
    const struct plan *plan = story->plan;
    struct list *list = ARENA_ARRAY(arena, 1, struct list);
    size_t i;

    *list = (struct list){story, arena, ARENA_ARRAY(arena, plan->count, struct listed), 0, 0, 0};
    for (i = 0; i < plan->count; i++) {
        const struct planned *planned = &plan->actions[i];

        if (!pick_shows(story, planned->report))
            continue;
        list->rows[list->count++] =
            (struct listed){report_id(story->inventory, planned->report), planned->realisable, i};
        list->theoretical += planned->theoretical;
        list->realisable += planned->realisable;
    }
    if (list->count)
        qsort(list->rows, list->count, sizeof *list->rows, by_size);
    return list;
}

/* Two rows a change: which report and what it saves, then what to do and why. */
static enum row_style list_row(const void *context, size_t index, struct cell *cells)
{
    const struct list *list = context;
    const struct plan *plan = list->story->plan;
    const struct planned *planned;
    const struct finding *finding;
    struct text words, why;

    if (index == 2 * list->count) {
        cells[0] = cell_string(list->count < plan->count ? "Together, of those shown" : "Together");
        cells[2] = cell_money(list->theoretical);
        cells[3] = cell_money(list->realisable);
        return ROW_TOTAL;
    }
    planned = &plan->actions[list->rows[index / 2].action];
    finding = &plan->findings->list[planned->finding];
    if (index % 2 == 0) {
        cells[0] = cell_text(report_title(list->arena, list->story->inventory, planned->report));
        cells[1] = cell_string(strength_name(finding->strength));
        cells[2] = cell_money(planned->theoretical);
        cells[3] = cell_money(planned->realisable);
        return ROW_PLAIN;
    }
    words = words_order(list->arena, list->story->inventory, order_of_planned(plan, planned));
    why = words_why(list->arena, plan->findings, finding, FACTS);
    cells[0] = cell_text(arena_printf(list->arena, "%.*s: %.*s", TEXT_ARGS(words), TEXT_ARGS(why)));
    return ROW_DETAIL;
}

/* By planned action the place of its row. */
static size_t *places(const struct list *list)
{
    size_t *place = ARENA_ARRAY(list->arena, list->count, size_t);
    size_t i;

    for (i = 0; i < list->count; i++)
        place[list->rows[i].action] = i;
    return place;
}

void change_list(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .head = "Change", .fit = FIT_CUT},
        {.title = "", .head = "Strength"},
        {.title = "if done", .number = true, .adds_up = true},
        {.title = "expected", .number = true, .adds_up = true},
    };
    const struct list *list = make_list(document->arena, story);
    const struct table_block table = {.title = "The changes",
                                      .columns = columns,
                                      .column_count = 4,
                                      .row_count = 2 * list->count + 1,
                                      .limit = SHOWN,
                                      .row = list_row,
                                      .context = list};

    if (!list->count && story->plan->count)
        document_note(document, text_of("None of the changes is among the reports shown."));
    /* Totals of decisions need every row that takes part in a bundle. */
    else if (list->count < story->plan->count)
        document_table(document, &table);
    else if (list->count)
        deciding_list(document, story, places(list), &table);
}
