/* What a plan's saving rests on: each assumption alone at its low and at its high, the others as
 * expected, with the same actions; and the value at which the target is just missed.
 *
 * Shares that stick and imputed efforts are each moved together: as the mean share, and as a
 * factor. */
#ifndef PARE_PLAN_SENSITIVITY_H
#define PARE_PLAN_SENSITIVITY_H

#include "plan/plan.h"

struct swing {
    const char *key, *unit; /* of the assumption; "p" and "effort" for those moved together */
    double value, low_value, high_value;
    int64_t low, high; /* the realisable saving with it, in what plan->target is measured in */
    /* Where the chosen actions just miss the target on each basis; NAN where no value that somebody
     * could believe does, and beyond the seven widest. */
    double switching, switching_theoretical;
};

struct sensitivity {
    struct swing *swings; /* the widest first; those that move nothing are left out */
    size_t count;
};

/* In arena; plan as plan_make gave it with the same options. */
void sensitivity_find(struct arena *arena, const struct plan *plan,
                      const struct plan_options *options, struct sensitivity *sensitivity);

#endif
