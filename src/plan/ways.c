#include "plan/ways.h"

#include <math.h>

/* What a proposal aims at where nobody set a target. */
static const double half = 0.5;

static struct plan_options without_target(struct plan_options options)
{
    options.target_share = options.target_hours = NAN;
    options.target_amount = 0;
    return options;
}

void ways_make(const struct findings *findings, const struct plan_options *options,
               const struct plan *plan, struct ways *ways)
{
    struct plan_options way[WAY_COUNT];

    for (size_t i = 0; i < WAY_COUNT; i++)
        way[i] = without_target(*options);
    way[WAY_CERTAIN].certain_only = true;
    way[WAY_TARGET].target_share = half;
    *ways = (struct ways){.asked = plan->has_target ? WAY_TARGET : WAY_ALL};
    for (size_t i = 0; i < WAY_COUNT; i++) {
        if (i != ways->asked)
            ways->own[i] = plan_make(findings, &way[i]);
        ways->plan[i] = i == ways->asked ? plan : ways->own[i];
    }
}

void ways_clear(struct ways *ways)
{
    for (size_t i = 0; i < WAY_COUNT; i++)
        plan_free(ways->own[i]);
}
