/* The combinations of what can be done in one bundle, tried and measured. */
#ifndef PARE_SRC_PLAN_TRIAL_H
#define PARE_SRC_PLAN_TRIAL_H

#include "plan/options.h"

/* What a member was before a move. */
struct passed {
    uint32_t member;
    struct shape shape;
};

/* A bundle being worked on; in, always and done have a place for each move. */
struct trial {
    struct scene scene;
    const struct plan_options *options;
    bool *in, *always;
    struct done *done;
    struct passed *passed; /* by the moves that are played one by one, the last one last */
    size_t passed_count;
    struct arena *arena; /* for what the items list */
    struct item *items;  /* of this bundle */
    size_t count, capacity;
    int64_t least_disruption, most_value; /* of them */
};

/* Builds the scene of the findings of a bundle and fills items with those worth choosing between;
 * options and arena are set before. */
void trial_run(struct trial *trial, const struct costing *costing, const uint32_t *finding,
               size_t count);
/* Gives back what is not in the arena. */
void trial_end(struct trial *trial);

#endif
