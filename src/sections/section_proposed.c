/* What is proposed, one row for each kind of change, the largest of each as an example. */
#include "sections/proposal.h"
#include "sections/proposed_questions.h"
#include "sections/sections.h"
#include "sections/words.h"

struct kind {
    enum action action;
    size_t changes;
    double hours;
    int64_t saving, expected;
    const struct planned *largest;
};

struct kinds {
    const struct story *story;
    struct arena *arena;
    struct kind list[ACTION_COUNT + 1]; /* the last: together */
    size_t count;
};

static void add(struct kind *kind, const struct planned *planned)
{
    kind->changes++;
    kind->hours += planned->hours;
    kind->saving += planned->theoretical;
    kind->expected += planned->realisable;
    if (!kind->largest || planned->theoretical > kind->largest->theoretical)
        kind->largest = planned;
}

static void gather(struct kinds *kinds)
{
    const struct plan *plan = kinds->story->plan;
    struct kind by_action[ACTION_COUNT] = {0}, together = {.action = ACTION_KEEP};

    for (size_t i = 0; i < plan->count; i++) {
        enum action action = order_of_planned(plan, &plan->actions[i]).action;

        add(&by_action[action], &plan->actions[i]);
        add(&together, &plan->actions[i]);
        by_action[action].action = action;
    }
    for (size_t i = 0; i < ACTION_COUNT; i++)
        if (by_action[i].changes)
            kinds->list[kinds->count++] = by_action[i];
    together.hours = plan->totals.realisable_hours;
    kinds->list[kinds->count++] = together;
}

static struct text example(const struct kinds *kinds, const struct planned *planned)
{
    const struct inventory *inventory = kinds->story->inventory;
    struct order order = order_of_planned(kinds->story->plan, planned);
    const uint32_t *name = inventory->columns[FIELD_name].number;
    struct text report = inventory_text(inventory, name[planned->report]);
    struct text words;

    if (order.action == ACTION_RETIRE)
        return report;
    if (order.action == ACTION_MERGE)
        words = inventory_text(inventory, name[planned->other]);
    else
        words = words_order(kinds->arena, inventory, order);
    return arena_printf(kinds->arena, "%.*s%s %.*s", TEXT_ARGS(report),
                        order.action != ACTION_MERGE         ? ":"
                        : order.relation == RELATION_VARIANT ? " with"
                                                             : " into",
                        TEXT_ARGS(words));
}

static enum row_style kind_row(const void *context, size_t index, struct cell *cells)
{
    const struct kinds *kinds = context;
    const struct kind *kind = &kinds->list[index];
    bool last = index + 1 == kinds->count;

    cells[0] = cell_string(last ? "Together" : action_heading(kind->action));
    cells[1] = cell_count((int64_t)kind->changes);
    cells[2] = cell_hours(kind->hours);
    cells[3] = cell_money(kind->expected);
    if (!last)
        cells[4] = cell_text(example(kinds, kind->largest));
    return last ? ROW_TOTAL : ROW_PLAIN;
}

void section_proposed(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = ""},
        {.title = "changes", .number = true, .adds_up = true},
        {.title = "hours a year", .number = true, .adds_up = true},
        {.title = "expected", .number = true, .adds_up = true},
        {.title = "for example", .fit = FIT_CUT},
    };
    struct kinds *kinds = ARENA_ARRAY(document->arena, 1, struct kinds);

    if (!story->plan->count) {
        proposed_questions(document, story);
        return;
    }
    kinds->story = story;
    kinds->arena = document->arena;
    gather(kinds);
    document_table(document, &(struct table_block){.title = "What we propose",
                                                   .columns = columns,
                                                   .column_count = 5,
                                                   .row_count = kinds->count,
                                                   .row = kind_row,
                                                   .context = kinds});
}
