#include "plan/sensitivity.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "plan/recost.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BUNDLES_A_TASK = 256, STEPS = 60 };

/* What is moved: one assumption, or a run of them in the order of assumptions.def. */
static const struct moved {
    const char *key; /* NULL: that of the assumption */
    enum assumption_name first, last;
    bool moves_baseline;
} list_of_moved[] = {
    {NULL, ASSUMPTION_ALPHA, ASSUMPTION_ALPHA, false},
    {NULL, ASSUMPTION_BETA, ASSUMPTION_BETA, false},
    {NULL, ASSUMPTION_DELTA, ASSUMPTION_DELTA, false},
    {NULL, ASSUMPTION_SIMPLIFY, ASSUMPTION_SIMPLIFY, false},
    {NULL, ASSUMPTION_VARIANT_MARGINAL, ASSUMPTION_VARIANT_MARGINAL, false},
    {NULL, ASSUMPTION_MERGE_COVERAGE, ASSUMPTION_MERGE_COVERAGE, false},
    {NULL, ASSUMPTION_MERGE_OVERLAP, ASSUMPTION_MERGE_OVERLAP, false},
    {"p", ASSUMPTION_P_RETIRE_LOGS, ASSUMPTION_P_OUTSIDE, false},
    {NULL, ASSUMPTION_RATE, ASSUMPTION_RATE, true},
    {NULL, ASSUMPTION_WORKDAYS, ASSUMPTION_WORKDAYS, true},
    {"effort", ASSUMPTION_EFFORT_DAILY, ASSUMPTION_UPKEEP_AUTOMATIC, true},
    {NULL, ASSUMPTION_PAGE_COST, ASSUMPTION_PAGE_COST, true},
    {NULL, ASSUMPTION_READ_SHARE, ASSUMPTION_READ_SHARE, true},
    {NULL, ASSUMPTION_READ_MINUTES, ASSUMPTION_READ_MINUTES, true},
};

enum { MOVED_COUNT = sizeof list_of_moved / sizeof *list_of_moved };

/* Saving and target under one set of assumptions, in cents or hundredths of an hour. */
struct result {
    double theoretical, realisable, target;
};

struct study {
    const struct plan *plan;
    const struct plan_options *options;
    struct usual_readers usual;
    double *justified;
    uint32_t *first; /* by bundle: its first action */
};

struct recosting {
    const struct study *study;
    struct costing costing;
    struct result *parts; /* by task */
};

static double measure_of(const struct plan_options *options, const struct saving *saving)
{
    if (!isnan(options->target_hours))
        return 100 * (saving->hours + (options->include_reading ? saving->reader_hours : 0));
    return (double)(saving->producer + (options->include_reading ? saving->reader : 0));
}

static void recost_bundle(const struct recosting *recosting, size_t b, struct arena *scratch,
                          struct result *result)
{
    const struct study *study = recosting->study;
    const struct plan *plan = study->plan;
    const struct costing *costing = &recosting->costing;
    uint32_t from = plan->bundle_start[b], moves = plan->bundle_start[b + 1] - from;
    uint32_t first = study->first[b], last = study->first[b + 1];
    bool *in = ARENA_ARRAY(scratch, moves, bool);
    struct done *done = ARENA_ARRAY(scratch, moves, struct done);
    struct scene scene;

    if (first == last)
        return;
    scene_build(&scene, scratch, costing, plan->bundle_finding + from, moves);
    /* Actions stand in the order of moves. */
    for (size_t i = 0; i < moves && first < last; i++) {
        in[i] = scene.moves[i].finding == plan->actions[first].finding;
        first += in[i];
    }
    scene_play(&scene, in, costing->assumptions, done);
    for (size_t i = 0; i < moves; i++) {
        if (!done[i].effective)
            continue;
        double saving = measure_of(study->options, &done[i].saving);
        double share = move_probability(&scene.moves[i], &done[i], costing->assumptions);
        result->theoretical += saving;
        result->realisable += share * saving;
    }
    scene_clear(&scene);
}

static void recost_task(void *context, size_t task)
{
    const struct recosting *recosting = context;
    size_t from = task * BUNDLES_A_TASK, to = from + BUNDLES_A_TASK;
    struct arena *scratch = arena_new();

    for (size_t b = from; b < to && b < recosting->study->plan->bundle_count; b++)
        recost_bundle(recosting, b, scratch, &recosting->parts[task]);
    arena_free(scratch);
}

static double target_under(const struct study *study, const struct baseline *baseline)
{
    const struct plan_options *options = study->options;

    if (isnan(options->target_share))
        return (double)study->plan->target;
    return options->target_share *
           (double)(baseline->producer + (options->include_reading ? baseline->reader : 0));
}

/* An inventory that was read with other working days a year: what counts them runs as much more or
 * less often. */
static struct frequency *move_workdays(struct arena *arena, const struct inventory *inventory,
                                       double factor)
{
    struct frequency *moved = ARENA_ARRAY(arena, inventory->frequency_count, struct frequency);

    for (size_t i = 0; i < inventory->frequency_count; i++) {
        moved[i] = inventory->frequencies[i];
        if (moved[i].business_days)
            moved[i].runs *= factor;
    }
    return moved;
}

/* Costs the inventory anew; findings are a copy that points to what was moved. */
static void recost_baseline(struct arena *arena, const struct assumptions *assumptions,
                            struct inventory *inventory, struct findings *findings)
{
    double days = assume(assumptions, ASSUMPTION_WORKDAYS);
    double days_before = assume(findings->assumptions, ASSUMPTION_WORKDAYS);

    *inventory = *findings->inventory;
    if (days != days_before && days_before > 0)
        inventory->frequencies = move_workdays(arena, inventory, days / days_before);
    findings->inventory = inventory;
    baseline_compute(arena, inventory, findings->relations ? findings->relations->listed_as : NULL,
                     assumptions, &findings->baseline);
}

/* The same actions under other assumptions; the inventory is costed anew where they move it. */
static struct result recost(const struct study *study, const struct assumptions *assumptions,
                            bool moves_baseline)
{
    struct findings findings = *study->plan->findings;
    struct inventory inventory;
    size_t tasks = (study->plan->bundle_count + BUNDLES_A_TASK - 1) / BUNDLES_A_TASK;
    struct arena *arena = arena_new();
    struct recosting recosting = {study,
                                  {&findings, &findings.baseline, assumptions, &study->usual,
                                   study->options->verdict, study->justified},
                                  NULL};
    struct result result = {0, 0, 0};

    if (moves_baseline)
        recost_baseline(arena, assumptions, &inventory, &findings);
    recosting.parts = ARENA_ARRAY(arena, tasks, struct result);
    parallel_for(tasks, study->options->threads, recost_task, &recosting);
    for (size_t i = 0; i < tasks; i++) {
        result.theoretical += recosting.parts[i].theoretical;
        result.realisable += recosting.parts[i].realisable;
    }
    result.target = target_under(study, &findings.baseline);
    arena_free(arena);
    return result;
}

static bool is_group(const struct moved *moved)
{
    return moved->first != moved->last;
}

/* Assumptions with one at x; those moved together are all scaled by x, shares to 1 at most. */
static void set_at(const struct study *study, const struct moved *moved, double x,
                   struct assumptions *assumptions)
{
    *assumptions = *study->plan->findings->assumptions;
    for (int name = (int)moved->first; name <= (int)moved->last; name++) {
        struct assumption *assumption = &assumptions->list[name];

        assumption->value = is_group(moved) ? assumption->value * x : x;
        if (strcmp(assumption->unit, "share") == 0)
            assumption->value = fmin(assumption->value, 1);
    }
}

static void set_outlook(const struct study *study, const struct moved *moved, enum outlook outlook,
                        struct assumptions *assumptions)
{
    *assumptions = *study->plan->findings->assumptions;
    for (int name = (int)moved->first; name <= (int)moved->last; name++)
        assumptions->list[name].value = assume_at(assumptions, (enum assumption_name)name, outlook);
}

static double missing(const struct study *study, const struct moved *moved, double x,
                      bool theoretical)
{
    struct assumptions assumptions;
    struct result result;

    set_at(study, moved, x, &assumptions);
    result = recost(study, &assumptions, moved->moves_baseline);
    return (theoretical ? result.theoretical : result.realisable) - result.target;
}

/* Where the saving is the target, between a and b; by halving, but first where a straight line
 * would have it, since the saving is nearly one. NAN where it is never missed or never reached
 * there. */
static double switching(const struct study *study, const struct moved *moved, double a, double b,
                        bool theoretical)
{
    double at_a = missing(study, moved, a, theoretical);
    double at_b = missing(study, moved, b, theoretical);
    double width = b - a;

    if ((at_a < 0) == (at_b < 0))
        return NAN;
    for (int step = 0; step < STEPS && b - a > 1e-6 * width; step++) {
        double straight = a + (b - a) * at_a / (at_a - at_b);
        double x = step % 2 ? (a + b) / 2 : straight;
        double at_x = missing(study, moved, x, theoretical);

        /* Half a cent: nearer than money goes. */
        if (fabs(at_x) < 0.5)
            return x;
        if ((at_x < 0) == (at_a < 0)) {
            a = x;
            at_a = at_x;
        } else {
            b = x;
            at_b = at_x;
        }
    }
    return (a + b) / 2;
}

/* A share can be anything; the rest is looked at as far again beyond its low and high as these are
 * apart: a switch at a fiftieth of the rate tells nobody anything. */
static void find_switching(const struct study *study, const struct moved *moved,
                           const struct assumption *assumption, struct swing *swing)
{
    bool is_share = !is_group(moved) && strcmp(assumption->unit, "share") == 0;
    double low = fmin(swing->low_value, swing->high_value);
    double high = fmax(swing->low_value, swing->high_value);
    double least = is_share ? 0 : fmax(2 * low - high, 0.01 * high);
    double most = is_share ? 1 : 2 * high - low;

    swing->switching = swing->switching_theoretical = NAN;
    if (!study->plan->has_target)
        return;
    swing->switching = switching(study, moved, least, most, false);
    swing->switching_theoretical = switching(study, moved, least, most, true);
}

/* How many changes stick is told as the mean share, by what they save. */
static void tell_shares(const struct study *study, const struct result *low,
                        const struct result *expected, const struct result *high,
                        struct swing *swing)
{
    double share = expected->target / expected->theoretical;

    swing->unit = "share";
    swing->value = expected->realisable / expected->theoretical;
    swing->low_value = low->realisable / low->theoretical;
    swing->high_value = high->realisable / high->theoretical;
    swing->switching_theoretical = NAN;
    swing->switching = study->plan->has_target && share <= 1 ? share : NAN;
}

/* The mean factor of those that are moved together. */
static double factor_of(const struct moved *moved, const struct assumptions *from,
                        const struct assumptions *to)
{
    double sum = 0;
    int count = 0;

    for (int name = (int)moved->first; name <= (int)moved->last; name++)
        if (from->list[name].value > 0) {
            sum += to->list[name].value / from->list[name].value;
            count++;
        }
    return count ? sum / count : 1;
}

static bool find_swing(const struct study *study, const struct moved *moved,
                       const struct result *expected, struct swing *swing)
{
    const struct assumptions *now = study->plan->findings->assumptions;
    const struct assumption *assumption = &now->list[moved->first];
    struct assumptions at_low, at_high;
    struct result low, high;

    set_outlook(study, moved, OUTLOOK_LOW, &at_low);
    set_outlook(study, moved, OUTLOOK_HIGH, &at_high);
    low = recost(study, &at_low, moved->moves_baseline);
    high = recost(study, &at_high, moved->moves_baseline);
    *swing = (struct swing){moved->key ? moved->key : assumption->key,
                            assumption->unit,
                            assumption->value,
                            assumption->low,
                            assumption->high,
                            llround(low.realisable),
                            llround(high.realisable),
                            NAN,
                            NAN};
    if (swing->low == swing->high || !(expected->theoretical > 0))
        return false;
    if (moved->first == ASSUMPTION_P_RETIRE_LOGS) {
        tell_shares(study, &low, expected, &high, swing);
        return true;
    }
    if (is_group(moved)) {
        swing->unit = "factor";
        swing->value = 1;
        swing->low_value = factor_of(moved, now, &at_low);
        swing->high_value = factor_of(moved, now, &at_high);
    }
    find_switching(study, moved, assumption, swing);
    return true;
}

static int compare_swings(const void *a, const void *b)
{
    const struct swing *x = a, *y = b;
    int64_t wide = llabs(x->high - x->low), other = llabs(y->high - y->low);

    if (wide != other)
        return wide < other ? 1 : -1;
    return strcmp(x->key, y->key);
}

void sensitivity_find(struct arena *arena, const struct plan *plan,
                      const struct plan_options *options, struct sensitivity *sensitivity)
{
    struct study study = {.plan = plan, .options = options};
    struct result expected;

    study.first = memory_alloc(plan->bundle_count + 2, sizeof *study.first);
    for (size_t i = 0; i < plan->count; i++)
        study.first[plan->actions[i].bundle + 1]++;
    for (size_t b = 0; b < plan->bundle_count; b++)
        study.first[b + 1] += study.first[b];
    usual_readers_find(plan->findings, &study.usual);
    study.justified = memory_alloc(plan->findings->inventory->count, sizeof *study.justified);
    justified_fill(plan->findings, options, study.justified);
    expected = recost(&study, plan->findings->assumptions, false);
    *sensitivity = (struct sensitivity){ARENA_ARRAY(arena, MOVED_COUNT, struct swing), 0};
    for (size_t i = 0; i < MOVED_COUNT; i++)
        if (find_swing(&study, &list_of_moved[i], &expected,
                       &sensitivity->swings[sensitivity->count]))
            sensitivity->count++;
    qsort(sensitivity->swings, sensitivity->count, sizeof *sensitivity->swings, compare_swings);
    memory_free(study.justified);
    memory_free(study.first);
}
