/* The combinations of what can be done in one bundle, tried and measured. */
#ifndef PARE_SRC_PLAN_TRIAL_H
#define PARE_SRC_PLAN_TRIAL_H

#include "plan/options.h"

/* What a member was before a move. */
struct passed {
    uint32_t member;
    struct shape shape;
};

/* A bundle being worked on; in and done have a place for each move. */
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

/* Fills items with those worth choosing between; the scene is built, in, always and done have their
 * places. items is to be freed with memory_free. */
void trial_run(struct trial *trial);

#endif
