/* For a page or a workbook on which a person decides: by bundle, the figures of every set of its
 * chosen actions, costed anew.
 *
 * Bundles are independent, so the figures of a choice are sums of one look-up for each bundle.
 * Agreed figures are those of `pare plan --as-decided` to the cent; expected ones are after what
 * usually fails. A bundle of more than CHOICE_ACTIONS actions is one decision: all of it or
 * nothing. */
#ifndef PARE_PLAN_CHOICES_H
#define PARE_PLAN_CHOICES_H

#include "plan/plan.h"

enum { CHOICE_ACTIONS = 6 };

/* Cents and hours a year of producer cost. */
struct figures {
    int64_t saving, low, high, cash;
    double hours;
};

/* What one set of actions comes to. */
struct outcome {
    bool allowed; /* false where an action of the set would have no effect or no ground */
    struct figures agreed, expected;
    double one_off_hours;
};

struct bundle_choice {
    uint32_t bundle;
    uint32_t first, count;   /* its actions: plan->actions[first] and on */
    uint32_t decisions;      /* count, or 1 where it is decided as one */
    struct outcome *outcome; /* by set: bit i is action first + i; 2 to the power of decisions */
};

struct choices {
    struct bundle_choice *list; /* in the order of plan->actions */
    size_t count;
};

/* In arena; plan as plan_make gave it with the same options. */
void choices_find(struct arena *arena, const struct plan *plan, const struct plan_options *options,
                  struct choices *choices);

#endif
