/* How much work a report is: as given, or imputed by its rhythm. */
#ifndef PARE_SRC_MODEL_COST_EFFORT_H
#define PARE_SRC_MODEL_COST_EFFORT_H

#include "model/assumptions.h"
#include "model/inventory.h"

/* h/run and h/year: given, or assumed. */
struct effort {
    double per_run, upkeep;
    bool run_assumed, upkeep_assumed;
};

/* Runs a year by number or frequency; NAN where neither tells. */
double runs_of(const struct inventory *inventory, size_t index);
/* The runs to cost: figures for a whole year need no frequency, *once says so. NAN where nothing
 * can be costed. */
double runs_costed(const struct inventory *inventory, size_t index, bool *once);
struct effort effort_of(const struct inventory *inventory, const struct assumptions *assumptions,
                        size_t index, double runs);
/* Hours of a year that rest on an assumption. */
double assumed_hours(const struct effort *effort, double runs, double bau_share);

#endif
