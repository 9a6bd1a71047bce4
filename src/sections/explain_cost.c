#include <math.h>

#include "sections/explain_state.h"
#include "sections/words.h"

enum { MOST_STEPS = PART_COUNT + 3 };

struct step {
    const char *what;
    struct cell cents;
    struct text money, how;
};

struct steps {
    struct arena *arena;
    struct step list[MOST_STEPS];
    size_t count;
};

static void add_step(struct steps *steps, const char *what, int64_t cents, struct text how)
{
    if (cents)
        steps->list[steps->count++] =
            (struct step){what, cell_money(cents), words_cents(steps->arena, cents), how};
}

static void add_unknown(struct steps *steps, const char *what, struct text why)
{
    steps->list[steps->count++] = (struct step){what, cell_null(), text_of("not known"), why};
}

static enum row_style step_row(const void *context, size_t index, struct cell *cells)
{
    const struct steps *steps = context;
    const struct step *step = &steps->list[index];

    cells[0] = cell_string(step->what);
    cells[1] = step->cents;
    cells[2] = cell_text(step->money);
    cells[3] = cell_text(step->how);
    return ROW_PLAIN;
}

/* Time of readers is at the assumed rate, whoever they are. */
static void tell_reading(struct steps *steps, const struct state *s, const struct marks *marks,
                         const struct cost *cost)
{
    struct arena *arena = steps->arena;
    struct text more = text_of("");

    if (s->interrupt_minutes > 0)
        more = arena_printf(arena, " + %.10g (interrupt.minutes)", s->interrupt_minutes);
    if (isnan(s->readers))
        add_unknown(steps, "reading", text_of("who gets it is not known; apart"));
    add_step(steps, "reading", cost->reading,
             arena_printf(arena,
                          "%.10g runs%s x %.10g who get it x %.10g %% who read%s x %s%.10g%s%.*s%s "
                          "min / 60 x %.2f an hour (rate); apart",
                          s->runs, marks->runs, s->readers, 100 * s->read_share, marks->read_share,
                          more.size ? "(" : "", s->read_minutes, marks->read_minutes,
                          TEXT_ARGS(more), more.size ? ")" : "", s->reader_rate));
    add_step(steps, "meetings", cost->meeting,
             arena_printf(arena,
                          "%.10g runs%s x %.10g people x %.10g min / 60 x %.2f an hour "
                          "(rate); apart",
                          s->runs, marks->runs, s->meeting_people, s->meeting_minutes,
                          s->reader_rate));
}

/* Each line is one component as model/cost.c has it, with the numbers that went in. */
static void fill_steps(const struct told *told, const struct state *state, const struct cost *cost,
                       struct steps *steps)
{
    static const char *const names[PART_COUNT] = {
        [PART_WORK] = "making and sending",   [PART_UPKEEP] = "upkeep",
        [PART_RUN_CASH] = "cash of the runs", [PART_PAPER] = "print and post",
        [PART_FIXED] = "fixed cost",
    };
    struct marks marks;

    marks_find(told, told->report.index, state, &marks);
    for (int part = 0; part < PART_COUNT; part++)
        add_step(steps, names[part], part_cents(cost, (enum part)part),
                 part_text(told->arena, state, &marks, (enum part)part));
    add_step(steps, "together", cost_producer(cost), text_of("producer cost a year"));
    tell_reading(steps, state, &marks, cost);
}

static struct text why_not_costed(const struct told *told)
{
    const struct report *report = &told->report;
    const struct inventory *inventory = told->story->inventory;
    uint32_t listed_as = told->story->relations->listed_as[report->index];
    struct text status = inventory_text(inventory, report->status);
    const char *kind = frequency_status_name(report->frequency->status);

    if (listed_as != report->index)
        return arena_printf(told->arena,
                            "Not costed: it is listed twice, and its cost stands with %.*s.",
                            TEXT_ARGS(report_label(inventory, listed_as)));
    if (status_is_inactive(status))
        return arena_printf(told->arena,
                            "Costs nothing: its status is \"%.*s\", so it is no longer produced.",
                            TEXT_ARGS(status));
    if (report->frequency->status != FREQUENCY_UNKNOWN)
        return arena_printf(told->arena,
                            "Not costed: its frequency is \"%s\", which tells no number of runs.",
                            kind);
    return text_of(report_has(report, FIELD_frequency)
                       ? "Not costed: its frequency could not be read; pare check tells more."
                       : "Not costed: no frequency is given.");
}

void explain_cost(struct document *document, const struct told *told)
{
    static const struct column columns[] = {{.key = "what", .title = ""},
                                            {.key = "money"},
                                            {.title = "money", .number = true},
                                            {.key = "how", .title = "", .fit = FIT_WRAP}};
    const struct findings *findings = told->story->findings;
    struct cost cost = baseline_cost(&findings->baseline, told->report.index);
    struct steps *steps = ARENA_ARRAY(document->arena, 1, struct steps);
    struct state state;

    baseline_state(&findings->baseline, told->report.index, &state);
    steps->arena = document->arena;
    if (cost.costed)
        fill_steps(told, &state, &cost, steps);
    document_table(document, &(struct table_block){.key = "cost",
                                                   .title = "What it costs a year",
                                                   .columns = columns,
                                                   .column_count = 4,
                                                   .row_count = steps->count,
                                                   .row = step_row,
                                                   .context = steps});
    if (!cost.costed)
        document_note(document, why_not_costed(told));
}
