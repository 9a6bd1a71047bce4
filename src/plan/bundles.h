/* Bundles: findings that touch each other's reports through a merge, and so are costed together. */
#ifndef PARE_PLAN_BUNDLES_H
#define PARE_PLAN_BUNDLES_H

#include "plan/plan.h"

struct bundles {
    uint32_t *finding; /* by bundle; within one in the order of findings */
    uint32_t *start;   /* finding[start[b]] up to finding[start[b + 1]] */
    size_t count;
};

/* Over the findings that are included; bundles are numbered by their first finding. */
void bundles_find(const struct findings *findings, const bool *included, struct bundles *bundles);
void bundles_clear(struct bundles *bundles);

#endif
