#include "plan/chosen.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "model/foresight.h"
#include "plan/ahead.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BUNDLES_A_TASK = 256 };

/* Quick wins are certain or take nothing from a reader; the rest has to be agreed. */
static int wave_of(const struct finding *finding)
{
    bool quick = finding->strength == STRENGTH_CERTAIN || finding->action == ACTION_CHANGE_CHANNEL;

    return quick ? 1 : 2;
}

double plan_payback(double once, double hours_a_year)
{
    return hours_a_year > 0 ? 12 * once / hours_a_year : NAN;
}

static void tell_expected(const struct scene *scene, size_t i, const struct done *done,
                          struct planned *planned)
{
    const struct move *move = &scene->moves[i];
    const struct assumptions *assumptions = scene->costing->assumptions;
    const struct finding *finding = &scene->costing->findings->list[move->finding];
    const struct saving *saving = &done->saving;
    double probability = move_probability(move, done, assumptions);

    planned->finding = move->finding;
    planned->report = done->report;
    planned->other = scene->members[move->other].report;
    planned->from_runs = done->from_runs;
    planned->to_runs = done->to_runs;
    planned->wave = wave_of(finding);
    planned->sticks = done->sticks;
    planned->probability = probability;
    planned->theoretical = saving->producer;
    planned->theoretical_cash = saving->cash;
    planned->theoretical_hours = saving->hours;
    planned->realisable = money_times(saving->producer, probability);
    planned->theoretical_reading = saving->reader;
    planned->theoretical_reading_hours = saving->reader_hours;
    planned->hours = probability * saving->hours;
    planned->one_off_hours = done->once;
    planned->people = done->people;
    planned->disruption = (double)done->disruption / 10;
}

struct telling {
    const struct bundles *bundles;
    const struct menu *menu;
    const uint32_t *chosen;
    const struct costing *costing;
    struct outlooks outlooks;
    struct planned *actions;
    uint32_t *start; /* by bundle: its first action */
};

void outlooks_init(struct outlooks *outlooks, const struct assumptions *assumptions)
{
    assumptions_recast(assumptions, OUTLOOK_LOW, &outlooks->low);
    assumptions_recast(assumptions, OUTLOOK_HIGH, &outlooks->high);
}

static int compare_findings(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

static void set_chosen(const struct scene *scene, const struct item *item, bool *in)
{
    for (size_t i = 0; i < scene->move_count; i++)
        in[i] = bsearch(&scene->moves[i].finding, item->finding, item->count, sizeof *item->finding,
                        compare_findings) != NULL;
}

/* The same actions recosted at savings-low and savings-high. What has no effect there
 * saves nothing there. */
static void tell_range(struct scene *scene, const bool *in, const struct assumptions *assumptions,
                       struct done *done, struct planned *actions, bool is_high)
{
    size_t count = 0;

    scene_play(scene, in, assumptions, done);
    for (size_t i = 0; i < scene->move_count; i++) {
        double probability = move_probability(&scene->moves[i], &done[i], assumptions);
        int64_t saving = done[i].effective ? money_times(done[i].saving.producer, probability) : 0;

        if (!in[i])
            continue;
        if (is_high)
            actions[count++].high = saving;
        else
            actions[count++].low = saving;
    }
}

void chosen_tell_item(const struct outlooks *outlooks, struct scene *scene, const struct item *item,
                      uint32_t bundle, struct planned *actions)
{
    bool *in = ARENA_ARRAY(scene->arena, scene->move_count, bool);
    struct done *done = ARENA_ARRAY(scene->arena, scene->move_count, struct done);
    size_t count = 0;

    if (item->count == 0)
        return;
    set_chosen(scene, item, in);
    scene->skips_reading = false;
    scene_play(scene, in, scene->costing->assumptions, done);
    for (size_t i = 0; i < scene->move_count; i++) {
        if (!in[i])
            continue;
        actions[count].bundle = bundle;
        tell_expected(scene, i, &done[i], &actions[count++]);
    }
    tell_range(scene, in, &outlooks->low, done, actions, false);
    tell_range(scene, in, &outlooks->high, done, actions, true);
}

static void tell_bundle(const struct telling *telling, size_t b, struct arena *scratch)
{
    const struct item *item = &telling->menu->item[telling->chosen[b]];
    const uint32_t *start = &telling->bundles->start[b];
    struct scene scene;

    if (item->count == 0)
        return;
    scene_build(&scene, scratch, telling->costing, telling->bundles->finding + start[0],
                start[1] - start[0]);
    chosen_tell_item(&telling->outlooks, &scene, item, (uint32_t)b,
                     telling->actions + telling->start[b]);
    scene_clear(&scene);
}

static void tell_task(void *context, size_t task)
{
    const struct telling *telling = context;
    size_t from = task * BUNDLES_A_TASK, to = from + BUNDLES_A_TASK;
    struct arena *scratch = arena_new();

    for (size_t b = from; b < to && b < telling->bundles->count; b++) {
        bundles_look_ahead(telling->costing->findings, telling->bundles, b, 1);
        tell_bundle(telling, b, scratch);
        arena_reset(scratch);
    }
    arena_free(scratch);
}

/* Fetches in time what is read of the reports that are changed. */
static void look_ahead(const struct plan *plan, size_t at)
{
    enum { CELLS = 8, SETS = 5, MEMBERS = 2 };
    const struct baseline *baseline = &plan->findings->baseline;

    if (at + CELLS >= plan->count)
        return;
    foresee_cells(baseline, plan->actions[at + CELLS].report);
    foresee_sets(baseline, plan->actions[at + SETS].report);
    foresee_members(baseline, plan->actions[at + MEMBERS].report);
}

static void count_people(const struct plan *plan, const struct costing *costing,
                         struct totals *totals)
{
    struct crowd crowd;

    crowd_init(&crowd, plan->findings, costing->usual);
    for (size_t i = 0; i < plan->count; i++) {
        look_ahead(plan, i);
        crowd_add(&crowd, plan->actions[i].report);
    }
    totals->people = crowd.people;
    totals->reports = crowd.reports;
    crowd_clear(&crowd);
}

static void add_action(struct totals *totals, const struct planned *planned,
                       const struct finding *finding)
{
    totals->theoretical += planned->theoretical;
    totals->theoretical_cash += planned->theoretical_cash;
    totals->theoretical_hours += planned->theoretical_hours;
    totals->realisable += planned->realisable;
    totals->realisable_cash += money_times(planned->theoretical_cash, planned->probability);
    totals->realisable_hours += planned->hours;
    totals->reading += money_times(planned->theoretical_reading, planned->probability);
    totals->reading_hours += planned->probability * planned->theoretical_reading_hours;
    totals->theoretical_reading += planned->theoretical_reading;
    totals->theoretical_reading_hours += planned->theoretical_reading_hours;
    totals->low += planned->low;
    totals->high += planned->high;
    totals->one_off_hours += planned->one_off_hours;
    totals->gone += finding->action == ACTION_MERGE || finding->action == ACTION_RETIRE;
}

/* What the changes take together, once, beyond their own hours: the task force, the questions and
 * the notices. */
static double hours_around(const struct plan *plan, const struct assumptions *assumptions)
{
    double questions = 0, most = assume(assumptions, ASSUMPTION_QUESTION_COUNT);

    for (size_t i = 0; i < plan->findings->count && questions < most; i++)
        questions +=
            plan->findings->list[i].strength == STRENGTH_ASK && !plan->findings->list[i].outside;
    return assume(assumptions, ASSUMPTION_TASKFORCE_MEMBERS) *
               assume(assumptions, ASSUMPTION_TASKFORCE_HOURS) +
           fmin(questions, most) * assume(assumptions, ASSUMPTION_QUESTION_HOURS) +
           (double)plan->count * assume(assumptions, ASSUMPTION_NOTICE_HOURS);
}

static void add_up(struct plan *plan, const struct costing *costing)
{
    struct totals *totals = &plan->totals;

    totals->payback_months = NAN;
    for (size_t i = 0; i < plan->count; i++) {
        add_action(totals, &plan->actions[i], &plan->findings->list[plan->actions[i].finding]);
        plan->disruption += plan->actions[i].disruption;
    }
    if (plan->count == 0)
        return;
    totals->one_off_hours += hours_around(plan, costing->assumptions);
    totals->one_off =
        money_round(totals->one_off_hours * assume(costing->assumptions, ASSUMPTION_RATE));
    totals->first_year =
        money_times(totals->realisable,
                    fmax(12 - assume(costing->assumptions, ASSUMPTION_RAMP_MONTHS), 0) / 12) -
        totals->one_off;
    totals->payback_months = plan_payback(totals->one_off_hours, totals->realisable_hours);
    count_people(plan, costing, totals);
}

static void copy_bundles(struct plan *plan, const struct bundles *bundles)
{
    size_t findings = bundles->start[bundles->count];

    plan->bundle_count = bundles->count;
    plan->bundle_start = ARENA_ARRAY(plan->arena, bundles->count + 1, uint32_t);
    plan->bundle_finding = ARENA_ARRAY(plan->arena, findings, uint32_t);
    memcpy(plan->bundle_start, bundles->start, (bundles->count + 1) * sizeof *bundles->start);
    if (findings)
        memcpy(plan->bundle_finding, bundles->finding, findings * sizeof *bundles->finding);
}

void chosen_add_up(struct plan *plan, const struct bundles *bundles, const struct costing *costing)
{
    copy_bundles(plan, bundles);
    add_up(plan, costing);
}

void chosen_tell(struct plan *plan, const struct bundles *bundles, const struct menu *menu,
                 const uint32_t *chosen, const struct costing *costing, unsigned threads)
{
    struct telling telling = {
        .bundles = bundles, .menu = menu, .chosen = chosen, .costing = costing};

    outlooks_init(&telling.outlooks, costing->assumptions);
    telling.start = memory_alloc(bundles->count + 1, sizeof *telling.start);
    for (size_t b = 0; b < bundles->count; b++)
        telling.start[b + 1] = telling.start[b] + menu->item[chosen[b]].count;
    plan->count = telling.start[bundles->count];
    plan->actions = telling.actions = memory_alloc(plan->count, sizeof *plan->actions);
    parallel_for((bundles->count + BUNDLES_A_TASK - 1) / BUNDLES_A_TASK, threads, tell_task,
                 &telling);
    memory_free(telling.start);
}
