#include <math.h>

#include "sections/explain.h"
#include "sections/words.h"

enum { MOST_STEPS = 10 };

struct step {
    const char *what;
    int64_t cents;
    struct text how;
};

struct steps {
    struct arena *arena;
    struct step list[MOST_STEPS];
    size_t count;
};

static void add_step(struct steps *steps, const char *what, int64_t cents, struct text how)
{
    if (cents)
        steps->list[steps->count++] = (struct step){what, cents, how};
}

static enum row_style step_row(const void *context, size_t index, struct cell *cells)
{
    const struct steps *steps = context;
    const struct step *step = &steps->list[index];

    cells[0] = cell_string(step->what);
    cells[1] = cell_money(step->cents);
    cells[2] = cell_text(words_cents(steps->arena, step->cents));
    cells[3] = cell_text(step->how);
    return ROW_PLAIN;
}

/* Each line is one component as model/cost.c has it, with the numbers that went in. */
static void fill_steps(const struct told *told, const struct state *s, const struct cost *cost,
                       struct steps *steps)
{
    struct arena *arena = told->arena;
    const char *assumed = cost->effort_assumed ? " (assumed)" : "";

    add_step(steps, "making and sending", cost->work,
             arena_printf(arena, "%.10g runs x %.10g h%s x %.2f an hour%s", s->runs, s->effort,
                          assumed, s->rate,
                          s->bau_share > 0 ? ", less what would go on without it" : ""));
    add_step(steps, "upkeep", cost->upkeep,
             arena_printf(arena, "%.10g h a year x %.2f an hour", s->fixed_hours, s->rate));
    add_step(steps, "cash of the runs", cost->run_cash,
             arena_printf(arena, "%.10g runs x %.2f", s->runs, s->run_cash));
    add_step(steps, "print and post", cost->paper,
             arena_printf(arena, "%.10g runs x %.10g copies x (%.10g pages x %.4g + %.4g post)",
                          s->runs, s->copies, s->pages, s->page_cost, s->post_cost));
    add_step(steps, "fixed cost", cost->fixed_cash, text_of("a year, whatever the runs"));
    add_step(steps, "together", cost_producer(cost), text_of("producer cost a year"));
    add_step(steps, "reading", cost->reading,
             arena_printf(arena, "%.10g runs x %.10g people x %.0f %% who read x %.10g min; apart",
                          s->runs, s->readers, 100 * s->read_share, s->read_minutes));
    add_step(steps, "meetings", cost->meeting,
             arena_printf(arena, "%.10g runs x %.10g people x %.10g min; apart", s->runs,
                          s->meeting_people, s->meeting_minutes));
}

void explain_cost(struct document *document, const struct told *told)
{
    static const struct column columns[] = {{.key = "what", .title = ""},
                                            {.key = "money"},
                                            {.title = "money", .number = true},
                                            {.key = "how", .title = "", .fit = FIT_WRAP}};
    const struct findings *findings = told->story->findings;
    const struct cost *cost = &findings->baseline.cost[told->report.index];
    struct steps *steps = ARENA_ARRAY(document->arena, 1, struct steps);
    struct state state;

    baseline_state(&findings->baseline, told->story->inventory, told->story->assumptions,
                   told->report.index, &state);
    steps->arena = document->arena;
    if (cost->costed)
        fill_steps(told, &state, cost, steps);
    document_table(document, &(struct table_block){.key = "cost",
                                                   .title = "WHAT IT COSTS A YEAR",
                                                   .columns = columns,
                                                   .column_count = 4,
                                                   .row_count = steps->count,
                                                   .row = step_row,
                                                   .context = steps});
    if (!cost->costed)
        document_note(document, text_of("Not costed: its frequency is not known, it is listed "
                                        "twice, or it is no longer active."));
}
