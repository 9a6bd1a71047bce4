/* How many people a report has as far as plans are concerned: where that is unknown, the median of
 * the reports of the same rhythm. */
#ifndef PARE_PLAN_READERS_H
#define PARE_PLAN_READERS_H

#include "plan/plan.h"

enum { RHYTHM_COUNT = 5 };

struct usual_readers {
    double median[RHYTHM_COUNT]; /* daily, weekly, monthly, quarterly, yearly; NAN: nobody tells */
};

void usual_readers_find(const struct findings *findings, struct usual_readers *usual);
/* open: there may be more than the state knows. NAN where no report tells how many it has. */
double readers_or_usual(const struct usual_readers *usual, const struct state *state, bool open);

/* The people that changes touch: each counts once where the list says who it is; where it gives
 * only numbers, those add. */
struct crowd {
    const struct findings *findings;
    const struct usual_readers *usual;
    bool *seen, *touched; /* by person; by report */
    double people;        /* NAN where one is not known */
    size_t reports;
};

void crowd_init(struct crowd *crowd, const struct findings *findings,
                const struct usual_readers *usual);
void crowd_add(struct crowd *crowd, uint32_t report);
void crowd_clear(struct crowd *crowd);

/* Who is in a set, lists opened where their members are known: in ascending order, in arena. */
struct set people_opened(struct arena *arena, const struct inventory *inventory, struct set people);
/* In ascending order; equal to a or b where the other adds nothing, else in arena. Number 0. */
struct set set_union(struct arena *arena, struct set a, struct set b);
uint32_t set_shared(struct set a, struct set b);

#endif
