/* A plan's actions costed again and again under other assumptions. */
#ifndef PARE_SRC_PLAN_STUDY_H
#define PARE_SRC_PLAN_STUDY_H

#include "plan/recost.h"

/* Saving and target under one set of assumptions, in cents or hundredths of an hour. */
struct result {
    double theoretical, realisable, target;
};

struct study {
    const struct plan *plan;
    const struct plan_options *options;
    struct usual_readers usual;
    double *justified;
    uint32_t *first; /* by bundle: its first action */
};

/* plan as plan_make gave it with the same options. */
void study_init(struct study *study, const struct plan *plan, const struct plan_options *options);
void study_clear(struct study *study);
/* The same actions under other assumptions; the inventory is costed anew where they move it. */
struct result study_recost(const struct study *study, const struct assumptions *assumptions,
                           bool moves_baseline);

#endif
