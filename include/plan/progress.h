/* How far the changes have come: what is proposed, and what became of each decision.
 *
 * Money is cents a year and hours are hours a year, if done. Of what is done or gone the list no
 * longer tells what it cost, so a line says of how many changes its sums are; see also pare
 * compare. Of several decisions on one action the last counts. */
#ifndef PARE_PLAN_PROGRESS_H
#define PARE_PLAN_PROGRESS_H

#include "model/decision.h"
#include "plan/plan.h"

enum stage_of_change {
    CHANGE_PROPOSED, /* in the plan, and nobody has decided */
    CHANGE_ACCEPTED, /* agreed, not yet due */
    CHANGE_OVERDUE,  /* agreed, and its day has passed */
    CHANGE_DONE,     /* said to be done, but the list shows it as before */
    CHANGE_VERIFIED, /* done, and the list shows it */
    CHANGE_REJECTED, /* neither is proposed again before its review date */
    CHANGE_DEFERRED,
    CHANGE_LOST, /* decided on a report that the list does not have */
    CHANGE_COUNT
};

struct progress_line {
    size_t count, known; /* known: in saving and hours */
    int64_t saving;
    double hours;
};

struct progress {
    struct progress_line line[CHANGE_COUNT];
    enum stage_of_change *decided; /* by decision; CHANGE_COUNT where a later one counts */
};

const char *stage_of_change_name(enum stage_of_change stage);
/* In arena. */
void progress_find(struct arena *arena, const struct plan *plan, const struct plan_options *options,
                   struct progress *progress);

#endif
