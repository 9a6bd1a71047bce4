#include "sections/explain_state.h"

#include <math.h>

#include "sections/words.h"

static struct text exact_text(struct arena *arena, double number)
{
    return arena_printf(arena, "%.10g", number);
}

/* Two decimals, more where two would not say what is reckoned with. */
static struct text price_text(struct arena *arena, double price)
{
    return fabs(price * 100 - round(price * 100)) < 1e-7 ? arena_printf(arena, "%.2f", price)
                                                         : exact_text(arena, price);
}

int64_t part_cents(const struct cost *cost, enum part part)
{
    const int64_t cents[PART_COUNT] = {
        [PART_WORK] = cost->work,         [PART_UPKEEP] = cost->upkeep,
        [PART_RUN_CASH] = cost->run_cash, [PART_PAPER] = cost->paper,
        [PART_FIXED] = cost->fixed_cash,
    };

    return cents[part];
}

/* What is on every page, and what every copy takes beyond its pages. */
static struct text paper_text(struct arena *arena, const struct state *s, const struct marks *marks)
{
    struct text price = price_text(arena, s->page_cost), post = price_text(arena, s->post_cost);
    struct text pages =
        arena_printf(arena, "%.10g runs%s x %.10g copies x ", s->runs, marks->runs, s->copies);

    if (s->post_cost > 0)
        return arena_printf(arena, "%.*s(%.10g pages x %.*s%s + %.*s post)", TEXT_ARGS(pages),
                            s->pages, TEXT_ARGS(price), marks->page_cost, TEXT_ARGS(post));
    return arena_printf(arena, "%.*s%.10g pages x %.*s%s", TEXT_ARGS(pages), s->pages,
                        TEXT_ARGS(price), marks->page_cost);
}

struct text part_text(struct arena *arena, const struct state *s, const struct marks *marks,
                      enum part part)
{
    struct text bau = text_of("");

    if (s->bau_share > 0)
        bau = arena_printf(arena, " x (1 - %.10g that goes on without it)", s->bau_share);
    if (part == PART_WORK)
        return arena_printf(arena, "%.10g runs%s x %.10g h%.*s%.*s x %.*s", s->runs, marks->runs,
                            s->effort, TEXT_ARGS(marks->effort), TEXT_ARGS(bau),
                            TEXT_ARGS(marks->rate));
    if (part == PART_UPKEEP)
        return arena_printf(arena, "%.10g h a year%s x %.*s", s->fixed_hours, marks->upkeep,
                            TEXT_ARGS(marks->rate));
    if (part == PART_RUN_CASH) {
        struct text price = price_text(arena, s->run_cash);

        return arena_printf(arena, "%.10g runs%s x %.*s", s->runs, marks->runs, TEXT_ARGS(price));
    }
    return part == PART_PAPER ? paper_text(arena, s, marks) : text_of("a year, whatever the runs");
}

/* The rate of a person is never printed, nor the mean of a few; then there is no product to show.
 */
static struct text rate_text(const struct told *told, const struct report *report, double rate)
{
    const struct inventory *inventory = told->story->inventory;
    const double *department = told->story->findings->baseline.department_rate;
    const struct person *owner = report->owner ? inventory_person(inventory, report->owner) : NULL;
    struct text price = price_text(told->arena, rate);
    uint32_t unit = report->department;

    if (report->hourly_rate >= 0)
        return arena_printf(told->arena, "%.*s an hour", TEXT_ARGS(price));
    if (owner && owner->hourly_rate >= 0)
        return text_of("the rate of its owner (people file)");
    if (!unit && owner)
        unit = owner->department;
    if (department && !isnan(department[unit]))
        return text_of("the mean rate of its department (people file)");
    return arena_printf(told->arena, "%.*s an hour (rate)", TEXT_ARGS(price));
}

/* Imputed hours by their assumption; less than that where they would be more than one post. */
static struct text effort_mark(const struct told *told, const struct report *report,
                               const struct state *state)
{
    const struct assumption *assumption =
        &told->story->assumptions->list[report->frequency->coded ? ASSUMPTION_EFFORT_AUTOMATIC
                                                                 : effort_rhythm(state->runs)];

    if (!told->story->findings->baseline.basis[report->index].effort_assumed)
        return text_of("");
    if (fabs(assumption->value - state->effort) < 1e-9)
        return arena_printf(told->arena, " (%s)", assumption->key);
    return arena_printf(told->arena, " (%s %.10g, cut: its owner's hours stop at post.hours)",
                        assumption->key, assumption->value);
}

void marks_find(const struct told *told, uint32_t number, const struct state *state,
                struct marks *marks)
{
    const struct inventory *inventory = told->story->inventory;
    bool coded, assumed = told->story->findings->baseline.basis[number].effort_assumed;
    struct report report;

    inventory_report(inventory, number, &report);
    coded = assumed && report.frequency->coded && !(report.fixed_hours >= 0);
    *marks = (struct marks){
        .runs =
            report.frequency->business_days && !(report.runs_per_year >= 0) ? " (workdays)" : "",
        .upkeep = coded ? " (upkeep.automatic)" : "",
        .page_cost = report.page_cost >= 0 ? "" : " (page.cost)",
        .read_share = report.read_share >= 0 ? ""
                      : report.readers >= 0  ? " (readers in the log)"
                                             : " (read.share)",
        .read_minutes = report.read_minutes >= 0 ? ""
                        : report.pages >= 0      ? " (pages x read.page)"
                                                 : " (read.minutes)",
        .rate = rate_text(told, &report, state->rate),
        .effort = effort_mark(told, &report, state),
    };
}

void marks_of_action(const struct told *told, uint32_t number, const struct state *state,
                     struct marks *marks)
{
    struct report report;

    inventory_report(told->story->inventory, number, &report);
    *marks = (struct marks){"", "", "", "", "", rate_text(told, &report, state->rate), text_of("")};
}

struct text state_text(struct arena *arena, const struct state *state, const struct marks *marks)
{
    static const char *const names[PART_COUNT] = {
        [PART_WORK] = "",
        [PART_UPKEEP] = "upkeep",
        [PART_RUN_CASH] = "cash of the runs",
        [PART_PAPER] = "print and post",
        [PART_FIXED] = "fixed cost",
    };
    struct text all = text_of(""), sum;
    struct cost cost;
    size_t parts = 0;

    state_cost(state, &cost);
    for (int part = 0; part < PART_COUNT; part++) {
        int64_t cents = part_cents(&cost, (enum part)part);
        struct text amount = words_cents(arena, cents);
        struct text how = part_text(arena, state, marks, (enum part)part);
        bool bare = part == PART_FIXED || !state->alive;

        if (!cents)
            continue;
        if (bare)
            how = text_of("");
        all = arena_printf(arena, "%.*s%s%s%s%.*s%s%.*s", TEXT_ARGS(all), parts ? " + " : "",
                           names[part], *names[part] && !bare ? " " : "", TEXT_ARGS(how),
                           bare ? " " : " = ", TEXT_ARGS(amount));
        parts++;
    }
    sum = words_cents(arena, cost_producer(&cost));
    if (parts == 0)
        return state->alive ? sum : text_of("nothing is left: 0.00");
    return parts == 1 ? all
                      : arena_printf(arena, "%.*s; together %.*s", TEXT_ARGS(all), TEXT_ARGS(sum));
}
