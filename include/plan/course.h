/* How the figures of chosen actions come about: the reports as they are before and after each, in
 * the order in which the actions are done. What a step saves is the cost of its states before less
 * that after, to the cent planned->theoretical. */
#ifndef PARE_PLAN_COURSE_H
#define PARE_PLAN_COURSE_H

#include "plan/plan.h"

struct course_step {
    const struct planned *planned;
    uint32_t report[2]; /* that it is done to, and the survivor of a merge */
    size_t reports;     /* 2 in a merge, else 1 */
    struct state before[2], after[2];
    uint32_t shared, terms; /* in a merge: what is on the first, and what of it on the second too;
                               terms 0 where that is not known */
};

/* The steps of one bundle, in arena; plan as plan_make gave it with the same options. */
struct course_step *course_find(struct arena *arena, const struct plan *plan,
                                const struct plan_options *options, uint32_t bundle, size_t *count);

/* The steps of all bundles, in the order of plan->actions by bundle. */
struct course_step *course_find_all(struct arena *arena, const struct plan *plan,
                                    const struct plan_options *options, size_t *count);

#endif
