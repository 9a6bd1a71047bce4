#include "model/assumptions.h"

#include <math.h>
#include <string.h>

static const struct assumption defaults[] = {
#define ASSUMPTION(NAME, key, value, low, high, unit, source)                                      \
    {key, unit, value, low, high, source, "default"},
#include "model/assumptions.def"
#undef ASSUMPTION
};

void assumptions_init(struct assumptions *assumptions)
{
    memcpy(assumptions->list, defaults, sizeof defaults);
    assumptions->currency = "";
}

int assumption_find(struct text key)
{
    for (int i = 0; i < ASSUMPTION_COUNT; i++)
        if (text_is_nocase(key, defaults[i].key))
            return i;
    return -1;
}

/* Nothing that is assumed is near a million million: products of a few stay finite. Units that are
 * not here have no other limits. */
static const struct {
    const char *unit;
    double least, most;
} ranges[] = {
    {"share", 0, 1}, {"days/year", 1, 366}, {"h/year", 0, 8784}, {"1..5", 1, 5}, {"", 0, 1e12},
};

void assumption_range(enum assumption_name name, double *least, double *most)
{
    size_t i = 0;

    while (*ranges[i].unit && strcmp(ranges[i].unit, defaults[name].unit) != 0)
        i++;
    *least = ranges[i].least;
    *most = ranges[i].most;
}

bool assumption_allows(enum assumption_name name, double value)
{
    double least, most;

    assumption_range(name, &least, &most);
    return value >= least && value <= most;
}

static bool is_between(const struct assumption *assumption, double value)
{
    return value >= fmin(assumption->low, assumption->high) &&
           value <= fmax(assumption->low, assumption->high);
}

bool assumption_brackets(const struct assumption *assumption)
{
    return is_between(assumption, assumption->value);
}

/* The bound as far from the new value, in proportion, as it was from the old one. */
static double follow(enum assumption_name name, double bound, double old, double value)
{
    double moved = old > 0 ? bound * (value / old) : value;

    return assumption_allows(name, moved) ? moved : value;
}

void assumption_set(struct assumptions *assumptions, enum assumption_name name, double value,
                    double low, double high, const char *from)
{
    struct assumption *assumption = &assumptions->list[name];
    double old = assumption->value;

    if (!is_between(assumption, value)) {
        assumption->low = follow(name, assumption->low, old, value);
        assumption->high = follow(name, assumption->high, old, value);
    }
    assumption->value = value;
    assumption->from = from;
    if (!isnan(low))
        assumption->low = low;
    if (!isnan(high))
        assumption->high = high;
}

double assume_at(const struct assumptions *assumptions, enum assumption_name name,
                 enum outlook outlook)
{
    const struct assumption *assumption = &assumptions->list[name];
    const double at[OUTLOOK_COUNT] = {assumption->low, assumption->value, assumption->high};

    return at[outlook];
}

/* What actions leave behind and how often they stick; rate, workdays and effort move cost and
 * saving alike and stay out of the range (they are in the tornado). */
static const enum assumption_name ranged[] = {
    ASSUMPTION_ALPHA,
    ASSUMPTION_BETA,
    ASSUMPTION_DELTA,
    ASSUMPTION_SIMPLIFY,
    ASSUMPTION_VARIANT_MARGINAL,
    ASSUMPTION_P_RETIRE_LOGS,
    ASSUMPTION_P_RETIRE_OWNER,
    ASSUMPTION_P_MERGE_EXACT,
    ASSUMPTION_P_MERGE_NEAR,
    ASSUMPTION_P_VARIANT,
    ASSUMPTION_P_FREQUENCY_STRONG,
    ASSUMPTION_P_FREQUENCY_WEAK,
    ASSUMPTION_P_SIMPLIFY,
    ASSUMPTION_P_RECIPIENTS,
    ASSUMPTION_P_CHANNEL,
    ASSUMPTION_P_OUTSIDE,
};

void assumptions_recast(const struct assumptions *assumptions, enum outlook outlook,
                        struct assumptions *recast)
{
    *recast = *assumptions;
    for (size_t i = 0; i < sizeof ranged / sizeof *ranged; i++)
        recast->list[ranged[i]].value = assume_at(assumptions, ranged[i], outlook);
}
