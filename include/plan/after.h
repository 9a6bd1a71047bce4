/* Every report as it is once the chosen actions are done: what it costs then, who gets it, what is
 * on it. */
#ifndef PARE_PLAN_AFTER_H
#define PARE_PLAN_AFTER_H

#include "plan/plan.h"

struct after {
    struct state *state;        /* by report; as costed */
    struct set *people, *terms; /* by report; numbers are those of now where nothing changed */
    bool *changed;              /* by report: an action was done to it */
};

/* In arena; plan as plan_make gave it with the same options. The costs of the states differ from
 * the baseline by the theoretical saving, to the cent. */
void after_find(struct arena *arena, const struct plan *plan, const struct plan_options *options,
                struct after *after);

#endif
