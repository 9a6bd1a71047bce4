/* The choice of one item in each bundle: a covering multiple-choice knapsack.
 *
 * Least disruption with a value of at least the target; of equals the larger value. Exact by
 * dynamic programming over disruption, after everything is set aside that the relaxation proves
 * useless; beyond its size the greedy sequence on the hull, with the bound of the relaxation. */
#ifndef PARE_PLAN_SELECT_H
#define PARE_PLAN_SELECT_H

#include "plan/options.h"

struct selection {
    uint32_t *chosen; /* by bundle: the number of an item of the menu */
    int64_t value, disruption;
    double bound; /* no choice that reaches the target has less disruption; tenths */
    bool reached;
    const char *method; /* "exact", "greedy" */
};

void select_target(const struct menu *menu, int64_t target, struct selection *selection);
void selection_clear(struct selection *selection);

#endif
