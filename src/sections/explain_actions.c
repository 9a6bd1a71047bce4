/* What is proposed for a report, each step as the difference of two costed states that can be
 * recomputed by hand. */
#include <math.h>

#include "plan/course.h"
#include "sections/explain_state.h"
#include "sections/words.h"

enum { MOST_LINES = 8 };

/* One action: a row, and lines that say how its figures come about. */
struct part_told {
    const struct course_step *step;
    struct text line[MOST_LINES];
    size_t count;
};

struct line {
    const struct part_told *of;
    size_t number; /* 0: the action itself */
};

struct lines {
    const struct told *told;
    struct line *list;
    size_t count;
};

static void add_line(struct part_told *part, struct text line)
{
    part->line[part->count++] = line;
}

static int64_t producer_of(const struct state *state)
{
    struct cost cost;

    state_cost(state, &cost);
    return cost_producer(&cost);
}

static struct text state_line(const struct told *told, const char *when, uint32_t report,
                              const struct state *state)
{
    struct text label = report_label(told->story->inventory, report), how;
    struct marks marks;

    marks_of_action(told, report, state, &marks);
    how = state_text(told->arena, state, &marks);
    return arena_printf(told->arena, "%s, %.*s: %.*s", when, TEXT_ARGS(label), TEXT_ARGS(how));
}

/* The survivor as often as the one that goes, where that runs more often: plan/plays.c. */
static void tell_more_runs(const struct told *told, const struct course_step *step, double effort,
                           struct part_told *part)
{
    const struct state *retired = &step->before[0], *survivor = &step->before[1];
    struct text label = report_label(told->story->inventory, step->report[1]);

    if (retired->runs > survivor->runs)
        add_line(part, arena_printf(told->arena,
                                    "%.*s has to run %.10g times instead of %.10g; a run of it "
                                    "then takes %.10g h (alpha %.10g)",
                                    TEXT_ARGS(label), retired->runs, survivor->runs, effort,
                                    assume(told->story->assumptions, ASSUMPTION_ALPHA)));
}

/* The part of a run of the one that goes which the survivor takes over, as model/action.c has it.
 */
static double share_moved(const struct told *told, const struct course_step *step, bool variant,
                          struct text *why)
{
    const struct assumptions *assumptions = told->story->assumptions;
    double marginal = assume(assumptions, ASSUMPTION_VARIANT_MARGINAL);
    double delta = assume(assumptions, ASSUMPTION_DELTA), only;

    if (variant) {
        *why = arena_printf(told->arena,
                            "a variant keeps %.10g of its work (variant.marginal): "
                            "%.10g",
                            marginal, marginal);
        return marginal;
    }
    if (step->terms) {
        only = 1 - (double)step->shared / step->terms;
        *why = arena_printf(told->arena,
                            "%u of the %u fields of the one that goes are on the other, so %.10g "
                            "of it moves, all that is still wanted (delta %.10g): %.10g",
                            step->shared, step->terms, only, delta, delta * only);
    } else {
        only = 1 - assume(assumptions, ASSUMPTION_MERGE_COVERAGE);
        *why = arena_printf(told->arena,
                            "fields of both are not known: 1 - merge.coverage %.10g of it moves, "
                            "as far as it is still wanted (delta %.10g): %.10g",
                            1 - only, delta, delta * only);
    }
    return delta * only;
}

static void tell_merge(const struct told *told, const struct course_step *step,
                       struct part_told *part)
{
    const struct findings *findings = told->story->findings;
    const struct finding *finding = &findings->list[step->planned->finding];
    const struct state *retired = &step->before[0], *after = &step->after[1];
    double runs = fmin(retired->runs, after->runs) / after->runs, share, moved;
    struct text why, often = text_of("");

    share = share_moved(told, step, finding->relation == RELATION_VARIANT, &why);
    moved = after->runs > 0 ? share * runs * retired->effort : 0;
    if (runs < 1)
        often = arena_printf(told->arena, " x %.10g/%.10g", retired->runs, after->runs);
    tell_more_runs(told, step, after->effort - moved, part);
    add_line(part,
             arena_printf(told->arena,
                          "%.*s x %.10g h%.*s = %.10g h a run; %.10g h before + that = %.10g h",
                          TEXT_ARGS(why), retired->effort, TEXT_ARGS(often), moved,
                          after->effort - moved, after->effort));
}

static void tell_frequency(const struct told *told, const struct course_step *step,
                           struct part_told *part)
{
    double alpha = assume(told->story->assumptions, ASSUMPTION_ALPHA);
    double from = step->before[0].runs, to = step->after[0].runs;

    add_line(part,
             arena_printf(told->arena,
                          "a run that covers more takes more: 1 - alpha %.10g + alpha %.10g x "
                          "%.10g/%.10g = %.10g times the work, %.10g h",
                          alpha, alpha, from, to, 1 - alpha + alpha * from / to,
                          step->after[0].effort));
}

static void tell_simplify(const struct told *told, const struct course_step *step,
                          struct part_told *part)
{
    double less = assume(told->story->assumptions, ASSUMPTION_SIMPLIFY);

    add_line(part,
             arena_printf(told->arena, "1 - simplify %.10g = %.10g of the work stays: %.10g h",
                          less, 1 - less, step->after[0].effort));
}

static void tell_recipients(const struct told *told, const struct course_step *step,
                            struct part_told *part)
{
    add_line(part, arena_printf(told->arena, "%.10g get it instead of %.10g; reading is apart",
                                step->after[0].readers, step->before[0].readers));
}

/* For a frequency the share in short, where it comes to the same cent. */
static struct text in_short(const struct told *told, const struct course_step *step, int64_t before)
{
    double alpha = assume(told->story->assumptions, ASSUMPTION_ALPHA);
    double from = step->before[0].runs, to = step->after[0].runs;
    double share = (1 - alpha) * (1 - to / from);
    struct text cost = words_cents(told->arena, before);
    struct text saving = words_cents(told->arena, step->planned->theoretical);

    if (!(to < from) || llround((double)before * share) != step->planned->theoretical)
        return text_of("");
    return arena_printf(told->arena,
                        "; or (1 - alpha %.10g) x (1 - %.10g/%.10g) = %.10g x %.*s = %.*s", alpha,
                        to, from, share, TEXT_ARGS(cost), TEXT_ARGS(saving));
}

/* The savings as difference, then what of it is expected. */
static void tell_saving(const struct told *told, const struct course_step *step,
                        struct part_told *part)
{
    const struct planned *planned = step->planned;
    struct text before, after, all = words_cents(told->arena, planned->theoretical);
    struct text expected = words_cents(told->arena, planned->realisable), shorter;
    int64_t sum[2] = {0, 0};

    for (size_t i = 0; i < step->reports; i++) {
        sum[0] += producer_of(&step->before[i]);
        sum[1] += producer_of(&step->after[i]);
    }
    before = words_cents(told->arena, sum[0]);
    after = words_cents(told->arena, sum[1]);
    shorter = in_short(told, step, sum[0]);
    add_line(part, arena_printf(told->arena, "saving %.*s - %.*s = %.*s%.*s", TEXT_ARGS(before),
                                TEXT_ARGS(after), TEXT_ARGS(all), TEXT_ARGS(shorter)));
    add_line(part, arena_printf(told->arena, "expected %.*s x %.10g (%s) = %.*s", TEXT_ARGS(all),
                                planned->probability,
                                planned->probability < 1
                                    ? told->story->assumptions->list[planned->sticks].key
                                    : "agreed",
                                TEXT_ARGS(expected)));
}

static void tell_step(const struct told *told, const struct course_step *step,
                      struct part_told *part)
{
    /* By action; the others need no words between before and after. */
    static void (*const tells[ACTION_COUNT])(const struct told *, const struct course_step *,
                                             struct part_told *) = {
        [ACTION_MERGE] = tell_merge,
        [ACTION_REDUCE_FREQUENCY] = tell_frequency,
        [ACTION_SIMPLIFY] = tell_simplify,
        [ACTION_DROP_RECIPIENTS] = tell_recipients,
    };
    enum action action = order_of_planned(told->story->plan, step->planned).action;

    part->step = step;
    for (size_t i = 0; i < step->reports; i++)
        add_line(part, state_line(told, "before", step->report[i], &step->before[i]));
    if (tells[action])
        tells[action](told, step, part);
    for (size_t i = 0; i < step->reports; i++)
        if (step->reports == 1 || i == 1 || producer_of(&step->after[i]))
            add_line(part, state_line(told, "after", step->report[i], &step->after[i]));
    tell_saving(told, step, part);
}

static struct text joined(struct arena *arena, const struct part_told *part)
{
    struct text all = text_of("");

    for (size_t i = 0; i < part->count; i++)
        all = arena_printf(arena, "%.*s%s%.*s", TEXT_ARGS(all), i ? "; " : "",
                           TEXT_ARGS(part->line[i]));
    return all;
}

static enum row_style action_row(const void *context, size_t index, struct cell *cells)
{
    const struct lines *lines = context;
    const struct told *told = lines->told;
    const struct line *line = &lines->list[index];
    const struct planned *planned = line->of->step->planned;
    const struct inventory *inventory = told->story->inventory;
    struct order order = order_of_planned(told->story->plan, planned);
    struct text words = words_order(told->arena, inventory, order);
    struct text id = report_label(inventory, order.report);

    if (line->number) {
        cells[0] = cell_text(line->of->line[line->number - 1]);
        return ROW_DETAIL;
    }
    cells[0] = cell_text(arena_printf(told->arena, "%.*s: %.*s", TEXT_ARGS(id), TEXT_ARGS(words)));
    cells[1] = cell_money(planned->theoretical);
    cells[2] = cell_text(words_cents(told->arena, planned->theoretical));
    cells[3] = cell_money(planned->realisable);
    cells[4] = cell_text(words_cents(told->arena, planned->realisable));
    cells[5] = cell_number(planned->one_off_hours);
    cells[6] = cell_text(joined(told->arena, line->of));
    return ROW_PLAIN;
}

static bool step_is_about(const struct course_step *step, uint32_t report)
{
    return step->report[0] == report || (step->reports == 2 && step->report[1] == report) ||
           step->planned->other == report;
}

static void add_part(struct lines *lines, const struct part_told *part)
{
    for (size_t i = 0; i <= part->count; i++)
        lines->list[lines->count++] = (struct line){part, i};
}

static void take_bundle(struct lines *lines, uint32_t bundle)
{
    const struct told *told = lines->told;
    const struct story *story = told->story;
    size_t count;
    struct course_step *steps =
        course_find(told->arena, story->plan, story->plan_options, bundle, &count);
    struct part_told *parts = ARENA_ARRAY(told->arena, count, struct part_told);

    lines->list = ARENA_ARRAY(told->arena, count * (MOST_LINES + 1), struct line);
    for (size_t i = 0; i < count; i++) {
        if (!step_is_about(&steps[i], told->report.index))
            continue;
        tell_step(told, &steps[i], &parts[i]);
        add_part(lines, &parts[i]);
    }
}

/* All that is planned for one report is in one bundle. */
static void find_lines(struct lines *lines)
{
    const struct plan *plan = lines->told->story->plan;
    uint32_t report = lines->told->report.index;

    for (size_t i = 0; i < plan->count; i++) {
        if (plan->actions[i].report != report && plan->actions[i].other != report)
            continue;
        take_bundle(lines, plan->actions[i].bundle);
        return;
    }
}

void explain_actions(struct document *document, const struct told *told)
{
    static const struct column columns[] = {
        {.key = "action", .title = "", .fit = FIT_WRAP},
        {.key = "theoretical"},
        {.title = "if done", .number = true},
        {.key = "realisable"},
        {.title = "expected", .number = true},
        {.key = "one_off_hours", .title = "hours, once", .number = true},
        {.key = "how"}};
    struct lines *lines = ARENA_ARRAY(document->arena, 1, struct lines);

    lines->told = told;
    find_lines(lines);
    if (lines->count)
        document_table(document, &(struct table_block){.key = "planned",
                                                       .title = "What is proposed together",
                                                       .columns = columns,
                                                       .column_count = 7,
                                                       .row_count = lines->count,
                                                       .row = action_row,
                                                       .context = lines});
}
