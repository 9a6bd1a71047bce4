/* The ways that a proposal sets side by side: the certain changes only, every change that evidence
 * speaks for, and what reaches a target. One of them is the plan that was asked for; the others are
 * made for the comparison, each a plan of its own. */
#ifndef PARE_PLAN_WAYS_H
#define PARE_PLAN_WAYS_H

#include "plan/plan.h"

enum way { WAY_CERTAIN, WAY_ALL, WAY_TARGET, WAY_COUNT };

struct ways {
    const struct plan *plan[WAY_COUNT];
    enum way asked;              /* that is the plan of the document */
    struct plan *own[WAY_COUNT]; /* those made here; NULL where it is the plan given */
};

/* plan as plan_make gave it with these options. Without a target the third way is half the cost. */
void ways_make(const struct findings *findings, const struct plan_options *options,
               const struct plan *plan, struct ways *ways);
void ways_clear(struct ways *ways);

#endif
