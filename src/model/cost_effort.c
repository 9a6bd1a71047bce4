#include "model/cost_effort.h"

#include "model/cost.h"
#include "model/cost_cells.h"

static const struct frequency *frequency_of(const struct inventory *inventory, size_t index)
{
    return &inventory->frequencies[inventory_cell(inventory, FIELD_frequency, index)];
}

double runs_of(const struct inventory *inventory, size_t index)
{
    return known_or(number_of(inventory, FIELD_runs_per_year, index),
                    frequency_of(inventory, index)->runs);
}

/* h/run where the input tells, in the order of trust; NAN where it does not. What costs a sum a
 * year and tells no hours is paid for by that sum. */
static double effort_given(const struct inventory *inventory, size_t index, double runs)
{
    double effort = number_of(inventory, FIELD_effort_hours, index);
    double low = number_of(inventory, FIELD_effort_low, index);
    double high = number_of(inventory, FIELD_effort_high, index);

    effort = known_or(effort, number_of(inventory, FIELD_effort_minutes, index) / 60);
    effort =
        known_or(effort, runs > 0 ? number_of(inventory, FIELD_annual_hours, index) / runs : NAN);
    effort = known_or(effort, (low + high) / 2);
    if (isnan(effort) && !isnan(number_of(inventory, FIELD_annual_cost, index)))
        return 0;
    return effort;
}

/* The limits are the geometric means of 250, 52, 12, 4 and 1 runs a year: the nearest rhythm in
 * proportion. */
enum assumption_name effort_rhythm(double runs)
{
    static const struct {
        double least;
        enum assumption_name name;
    } rhythms[] = {{114, ASSUMPTION_EFFORT_DAILY},
                   {25, ASSUMPTION_EFFORT_WEEKLY},
                   {6.93, ASSUMPTION_EFFORT_MONTHLY},
                   {2, ASSUMPTION_EFFORT_QUARTERLY},
                   {0, ASSUMPTION_EFFORT_YEARLY}};
    size_t i = 0;

    while (runs < rhythms[i].least)
        i++;
    return rhythms[i].name;
}

struct effort effort_of(const struct inventory *inventory, const struct assumptions *assumptions,
                        size_t index, double runs)
{
    struct effort effort = {effort_given(inventory, index, runs),
                            number_of(inventory, FIELD_fixed_hours, index), false, false};
    bool coded = frequency_of(inventory, index)->coded;

    effort.run_assumed = isnan(effort.per_run);
    effort.upkeep_assumed = isnan(effort.upkeep) && effort.run_assumed && coded;
    if (effort.run_assumed)
        effort.per_run = coded ? assume(assumptions, ASSUMPTION_EFFORT_AUTOMATIC)
                               : assume(assumptions, effort_rhythm(runs));
    effort.upkeep =
        known_or(effort.upkeep,
                 effort.upkeep_assumed ? assume(assumptions, ASSUMPTION_UPKEEP_AUTOMATIC) : 0);
    return effort;
}

double assumed_hours(const struct effort *effort, double runs, double bau_share)
{
    return (effort->run_assumed ? runs * effort->per_run * (1 - bau_share) : 0) +
           (effort->upkeep_assumed ? effort->upkeep : 0);
}

double runs_costed(const struct inventory *inventory, size_t index, bool *once)
{
    static const enum field whole_year[] = {FIELD_annual_hours, FIELD_annual_cost,
                                            FIELD_fixed_hours, FIELD_fixed_cost};
    double runs = runs_of(inventory, index);

    *once = isnan(runs);
    for (size_t i = 0; isnan(runs) && i < sizeof whole_year / sizeof *whole_year; i++)
        if (!isnan(number_of(inventory, whole_year[i], index)))
            runs = i < 2 ? 1 : 0;
    return runs;
}
