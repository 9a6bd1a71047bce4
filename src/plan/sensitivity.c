#include "plan/sensitivity.h"

#include "plan/study.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* STEPS: of the search for a switching value, told to four digits; SWITCHED: swings that get one.
 */
enum { STEPS = 40, SWITCHED = 7 };

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
    result = study_recost(study, &assumptions, moved->moves_baseline);
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
    for (int step = 0; step < STEPS && b - a > 1e-5 * width; step++) {
        double straight = a + (b - a) * at_a / (at_a - at_b);
        double x = step % 2 ? (a + b) / 2 : straight;
        double at_x = missing(study, moved, x, theoretical);

        /* Half a cent: nearer than money goes. */
        if (fabs(at_x) <= 0.5)
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
                           struct swing *swing)
{
    const struct assumption *assumption = &study->plan->findings->assumptions->list[moved->first];
    bool is_share = !is_group(moved) && strcmp(assumption->unit, "share") == 0;
    double low = fmin(swing->low_value, swing->high_value);
    double high = fmax(swing->low_value, swing->high_value);
    double least = is_share ? 0 : fmax(2 * low - high, 0.01 * high);
    double most = is_share ? 1 : 2 * high - low;

    if (!study->plan->has_target || moved->first == ASSUMPTION_P_RETIRE_LOGS)
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

/* A swing with what was moved for it. */
struct found {
    struct swing swing;
    const struct moved *moved;
};

static bool find_swing(const struct study *study, const struct moved *moved,
                       const struct result *expected, struct found *found)
{
    struct swing *swing = &found->swing;
    const struct assumptions *now = study->plan->findings->assumptions;
    const struct assumption *assumption = &now->list[moved->first];
    struct assumptions at_low, at_high;
    struct result low, high;

    set_outlook(study, moved, OUTLOOK_LOW, &at_low);
    set_outlook(study, moved, OUTLOOK_HIGH, &at_high);
    low = study_recost(study, &at_low, moved->moves_baseline);
    high = study_recost(study, &at_high, moved->moves_baseline);
    found->moved = moved;
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
    return true;
}

static int compare_swings(const void *a, const void *b)
{
    const struct swing *x = &((const struct found *)a)->swing;
    const struct swing *y = &((const struct found *)b)->swing;
    int64_t wide = llabs(x->high - x->low), other = llabs(y->high - y->low);

    if (wide != other)
        return wide < other ? 1 : -1;
    return strcmp(x->key, y->key);
}

void sensitivity_find(struct arena *arena, const struct plan *plan,
                      const struct plan_options *options, struct sensitivity *sensitivity)
{
    struct study study;
    struct result expected;
    struct found found[MOVED_COUNT];

    study_init(&study, plan, options);
    expected = study_recost(&study, plan->findings->assumptions, false);
    *sensitivity = (struct sensitivity){ARENA_ARRAY(arena, MOVED_COUNT, struct swing), 0};
    for (size_t i = 0; i < MOVED_COUNT; i++)
        if (find_swing(&study, &list_of_moved[i], &expected, &found[sensitivity->count]))
            sensitivity->count++;
    qsort(found, sensitivity->count, sizeof *found, compare_swings);
    for (size_t i = 0; i < sensitivity->count; i++) {
        if (i < SWITCHED)
            find_switching(&study, found[i].moved, &found[i].swing);
        sensitivity->swings[i] = found[i].swing;
    }
    study_clear(&study);
}
