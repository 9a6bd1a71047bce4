/* The actions that go together, bundle by bundle, and what they save without counting twice.
 *
 * The fourth product. A bundle is a connected component over groups whose action is retire or merge;
 * bundles are independent, so their savings add up. Savings are differences of costed states,
 * attributed in the order of actions.def. */
#ifndef PARE_PLAN_PLAN_H
#define PARE_PLAN_PLAN_H

#include "rules/findings.h"

enum basis { BASIS_REALISABLE, BASIS_THEORETICAL };

struct plan_options {
    double target_share;   /* of baseline producer cost; NAN where none */
    int64_t target_amount; /* cents; 0 where none */
    double target_hours;   /* NAN where none */
    enum basis basis;
    bool include_reading;
    unsigned threads;
};

struct planned {
    uint32_t finding; /* number in findings */
    uint32_t bundle;
    int wave; /* 1 quick wins, 2 agreements, 3 outside approval */
    int64_t theoretical, realisable, low, high, cash, one_off; /* cents a year; one_off once */
    double hours, one_off_hours, payback_months, people, disruption;
};

struct totals {
    int64_t theoretical, theoretical_cash, realisable, realisable_cash, low, high, one_off;
    int64_t at_stake; /* what the ask findings would save together, in no other figure */
    double theoretical_hours, realisable_hours, one_off_hours, payback_months;
};

struct plan {
    struct arena *arena;
    const struct findings *findings;
    struct planned *actions;
    size_t count;
    struct totals totals;
    bool has_target, reached, reachable;
    int64_t target, before, after, bound;
    double disruption;
    const char *method; /* how the actions were chosen: "largest", "exact", "greedy" */
};

struct plan *plan_make(const struct findings *findings, const struct plan_options *options);
void plan_free(struct plan *plan);

#endif
