#include "plan/plan.h"

#include "base/memory.h"
#include "plan/chosen.h"
#include "plan/hull.h"
#include "plan/select.h"

#include <math.h>

/* Points of the frontier that are told; of more, every so many. */
enum { FRONTIER_POINTS = 100 };

void plan_options_init(struct plan_options *options)
{
    *options = (struct plan_options){.target_share = NAN, .target_hours = NAN, .threads = 1};
}

bool plan_options_have_target(const struct plan_options *options)
{
    return !isnan(options->target_share) || options->target_amount > 0 ||
           !isnan(options->target_hours);
}

/* What a choice is measured in: cents, or millionths of an hour as in options.c. */
static int64_t cost_before(const struct findings *findings, const struct plan_options *options)
{
    const struct baseline *baseline = &findings->baseline;

    if (!isnan(options->target_hours))
        return llround((baseline->hours + (options->include_reading ? baseline->reader_hours : 0)) *
                       1e6);
    return baseline->producer + (options->include_reading ? baseline->reader : 0);
}

/* A share is rounded up: half of an odd number of cents is reached by the larger half. */
static int64_t target_of(const struct findings *findings, const struct plan_options *options)
{
    if (!isnan(options->target_hours))
        return llround(options->target_hours * 1e6);
    if (options->target_amount > 0)
        return options->target_amount;
    return (int64_t)ceil(options->target_share * (double)cost_before(findings, options) - 1e-6);
}

static int64_t most_of(const struct menu *menu)
{
    int64_t most = 0;

    for (size_t b = 0; b < menu->count; b++)
        most += menu->item[menu->start[b + 1] - 1].value;
    return most;
}

/* Millionths of an hour are told as hundredths. */
static int64_t told(const struct plan *plan, int64_t value)
{
    return plan->in_hours ? llround((double)value / 1e4) : value;
}

static void add_item(struct frontier_point *point, const struct item *item, int sign)
{
    point->theoretical += sign * item->theoretical;
    point->realisable += sign * item->realisable;
    point->hours += sign * item->hours;
    point->disruption += sign * (double)item->disruption / 10;
    point->actions = sign > 0 ? point->actions + item->count : point->actions - item->count;
}

static void touch(struct crowd *crowd, struct frontier_point *point, const struct item *item)
{
    for (uint32_t i = 0; i < item->count; i++)
        crowd_add(crowd, crowd->findings->list[item->finding[i]].report);
    point->people = crowd->people;
}

static void find_frontier(struct plan *plan, const struct menu *menu,
                          const struct usual_readers *usual)
{
    struct crowd crowd;
    size_t count, every;
    struct hull_step *steps = hull_steps(menu, &count);
    uint32_t *now = memory_alloc(menu->count, sizeof *now);
    struct frontier_point point = {0};

    crowd_init(&crowd, plan->findings, usual);
    every = count / FRONTIER_POINTS + 1;
    plan->frontier = ARENA_ARRAY(plan->arena, count / every + 2, struct frontier_point);
    for (uint32_t b = 0; b < menu->count; b++) {
        now[b] = menu->start[b];
        add_item(&point, &menu->item[now[b]], 1);
        touch(&crowd, &point, &menu->item[now[b]]);
    }
    plan->frontier[plan->frontier_count++] = point;
    for (size_t i = 0; i < count; i++) {
        add_item(&point, &menu->item[now[steps[i].bundle]], -1);
        add_item(&point, &menu->item[steps[i].item], 1);
        touch(&crowd, &point, &menu->item[steps[i].item]);
        now[steps[i].bundle] = steps[i].item;
        if ((i + 1) % every == 0 || i + 1 == count)
            plan->frontier[plan->frontier_count++] = point;
    }
    crowd_clear(&crowd);
    memory_free(now);
    memory_free(steps);
}

/* Bundles depend on each other through the target. */
static void choose_together(struct plan *plan, const struct bundles *bundles,
                            const struct costing *costing, const struct plan_options *options)
{
    int64_t target = target_of(plan->findings, options);
    struct selection selection;
    struct menu menu;

    menu_make(&menu, bundles, costing, options);
    for (size_t b = 0; b < menu.count; b++)
        plan->fixed += menu.item[menu.start[b]].count;
    select_target(&menu, target, &selection);
    plan->method = selection.method;
    plan->bound = selection.bound / 10;
    plan->after = told(plan, cost_before(plan->findings, options) - selection.value);
    plan->most = told(plan, most_of(&menu));
    plan->target = told(plan, target);
    plan->reached = plan->reachable = selection.reached;
    find_frontier(plan, &menu, costing->usual);
    menu_keep(&menu, selection.chosen);
    memory_trim();
    chosen_tell(plan, bundles, &menu, selection.chosen, costing, options->threads);
    selection_clear(&selection);
    menu_clear(&menu);
}

static void choose_apart(struct plan *plan, const struct bundles *bundles,
                         const struct costing *costing, const struct plan_options *options)
{
    struct largest largest;

    chosen_largest(plan, bundles, costing, options, &largest);
    plan->fixed = largest.fixed;
    plan->method = options->as_decided ? "decided" : "largest";
    plan->bound = (double)largest.disruption / 10;
    plan->after = told(plan, cost_before(plan->findings, options) - largest.value);
    plan->most = told(plan, largest.value);
}

static void choose(struct plan *plan, const struct bundles *bundles, const struct costing *costing,
                   const struct plan_options *options)
{
    plan->has_target = plan_options_have_target(options) && !options->as_decided;
    plan->basis = options->basis;
    plan->in_hours = !isnan(options->target_hours);
    plan->before = told(plan, cost_before(plan->findings, options));
    if (plan->has_target)
        choose_together(plan, bundles, costing, options);
    else
        choose_apart(plan, bundles, costing, options);
    chosen_add_up(plan, bundles, costing);
}

/* What the chosen actions come to on the one basis and on the other, and whether it is enough. */
static void judge_bases(struct plan *plan, const struct plan_options *options)
{
    const struct totals *totals = &plan->totals;
    int64_t *sums = plan->saved;

    sums[BASIS_THEORETICAL] = totals->theoretical;
    sums[BASIS_REALISABLE] = totals->realisable;

    if (plan->in_hours) {
        sums[BASIS_THEORETICAL] = llround(totals->theoretical_hours * 100);
        sums[BASIS_REALISABLE] = llround(totals->realisable_hours * 100);
    }
    if (options->include_reading) {
        sums[BASIS_THEORETICAL] += plan->in_hours ? llround(totals->theoretical_reading_hours * 100)
                                                  : totals->theoretical_reading;
        sums[BASIS_REALISABLE] +=
            plan->in_hours ? llround(totals->reading_hours * 100) : totals->reading;
    }
    if (!plan->has_target)
        return;
    plan->reached_theoretical = sums[BASIS_THEORETICAL] >= plan->target;
    plan->reached_realisable = sums[BASIS_REALISABLE] >= plan->target;
}

static int64_t cost_protected(const struct findings *findings)
{
    int64_t sum = 0;

    for (size_t i = 0; i < findings->inventory->count; i++)
        if (findings->protected_by_mandate[i])
            sum += baseline_producer(&findings->baseline, i);
    return sum;
}

/* From findings to a plan: what may be done, what belongs together, what can be chosen in each
 * bundle, what is chosen, what that comes to. */
struct plan *plan_make(const struct findings *findings, const struct plan_options *options)
{
    struct arena *arena = arena_new();
    struct plan *plan = ARENA_ARRAY(arena, 1, struct plan);
    enum standing *standing = memory_alloc(findings->count, sizeof *standing);
    bool *open = memory_alloc(findings->count, sizeof *open);
    struct usual_readers usual;
    double *justified = memory_alloc(findings->inventory->count, sizeof *justified);
    struct costing costing = {findings, &findings->baseline, findings->assumptions,
                              &usual,   options->verdict,    justified};
    struct bundles bundles;

    *plan = (struct plan){
        .arena = arena,
        .findings = findings,
    };
    standing_fill(findings, options, standing);
    for (size_t i = 0; i < findings->count; i++)
        open[i] = standing[i] == STANDING_OPEN;
    usual_readers_find(findings, &usual);
    if (options->as_decided || options->certain_only)
        justified_fill(findings, options, justified);
    else
        justified_from(findings, standing, justified);
    bundles_find(findings, open, &bundles);
    memory_free(open);
    memory_trim();
    choose(plan, &bundles, &costing, options);
    bundles_clear(&bundles);
    judge_bases(plan, options);
    plan->totals.at_stake = chosen_at_stake(plan, standing, &costing, options->threads);
    chosen_outside(plan, standing, &costing);
    plan->protected_cost = cost_protected(findings);
    memory_free(justified);
    memory_free(standing);
    memory_trim();
    return plan;
}

void plan_free(struct plan *plan)
{
    if (!plan)
        return;
    memory_free(plan->actions);
    arena_free(plan->arena);
}
