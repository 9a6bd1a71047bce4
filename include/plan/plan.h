/* The actions that go together, bundle by bundle, and what they save without counting twice.
 *
 * The fourth product. A bundle is a connected component over groups whose action is retire or
 * merge; bundles are independent, so their savings add up. Savings are differences of costed
 * states, attributed in the order of actions.def. What must be asked, is rejected or needs outside
 * approval is in no figure but its own. */
#ifndef PARE_PLAN_PLAN_H
#define PARE_PLAN_PLAN_H

#include "rules/findings.h"

enum basis { BASIS_REALISABLE, BASIS_THEORETICAL, BASIS_COUNT };

/* What a person said to a finding. */
enum verdict { VERDICT_NONE, VERDICT_ACCEPTED, VERDICT_REJECTED, VERDICT_DEFERRED, VERDICT_DONE };

struct plan_options {
    double target_share;   /* of baseline producer cost; NAN where none */
    int64_t target_amount; /* cents; 0 where none */
    double target_hours;   /* NAN where none */
    enum basis basis;
    bool include_reading;        /* the target is met on producer and reader cost together */
    bool as_decided;             /* the accepted actions and nothing else */
    bool certain_only;           /* no more than the certain actions */
    const enum verdict *verdict; /* by finding; NULL without decisions */
    unsigned threads;
};

/* No target, realisable basis, one thread. */
void plan_options_init(struct plan_options *options);

bool plan_options_have_target(const struct plan_options *options);

/* One chosen action. What is realisable of cash and of reading is theirs times the probability. */
struct planned {
    uint32_t finding; /* number in findings */
    uint32_t bundle;
    uint32_t report;             /* that it is done to: of a frequency, the survivor of a merge */
    uint32_t other;              /* survivor, or the report itself */
    double from_runs, to_runs;   /* NAN where the action is not about frequency */
    int wave;                    /* 1 quick wins, 2 agreements, 3 outside approval */
    enum assumption_name sticks; /* the share of such actions that stick; 1 where accepted */
    double probability;
    int64_t theoretical, theoretical_cash, realisable, low, high; /* cents */
    int64_t theoretical_reading; /* saving of reader cost, in no other figure */
    double hours;                /* realisable a year */
    double theoretical_hours, theoretical_reading_hours;
    double one_off_hours, people, disruption;
};

/* Months until freed hours make good what a change takes once; NAN where it frees none. */
double plan_payback(double once, double hours_a_year);

/* Sums over the chosen actions; cents a year, one_off once. */
struct totals {
    int64_t theoretical, theoretical_cash, realisable, realisable_cash, low, high, one_off;
    int64_t at_stake; /* what the ask findings would save together, in no other figure */
    int64_t reading, theoretical_reading; /* of reader cost, in no other figure */
    double theoretical_hours, realisable_hours, reading_hours, theoretical_reading_hours;
    double one_off_hours;  /* with task force, questions and notices */
    double payback_months; /* one-off hours against freed hours; NAN where none are freed */
    int64_t first_year;    /* realisable, once it has taken effect, less the one-off cost */
    double people;  /* who are touched, each counted once where they are known; NAN: nobody is */
    size_t reports; /* that are changed or go */
    size_t gone;    /* that go */
    size_t posts;   /* whole posts whose cost is in realisable_cash; see plan/posts.h */
};

/* One point of the efficient frontier: the least disruption for that saving. */
struct frontier_point {
    int64_t theoretical, realisable;
    double hours, disruption, people;
    size_t actions;
};

struct plan {
    struct arena *arena;
    const struct findings *findings;
    struct planned *actions; /* by bundle, then in the order of attribution; freed with the plan */
    size_t count;
    size_t bundle_count;
    uint32_t *bundle_finding; /* by bundle all findings that may be chosen, chosen or not */
    uint32_t *bundle_start;   /* bundle_finding[bundle_start[b]] up to [bundle_start[b + 1]] */
    struct planned *outside;  /* what law, contract or grant would have to allow: in no total */
    size_t outside_count;
    struct totals totals;
    bool has_target, reached, reachable;
    bool reached_theoretical, reached_realisable; /* by the chosen actions, on each basis */
    enum basis basis;
    bool in_hours; /* target, before, after, most and saved are hundredths of an hour, else cents */
    int64_t target;        /* to be saved */
    int64_t before, after; /* producer cost (with reading where asked) without and with the plan */
    int64_t most;          /* the largest saving that any choice reaches, on the basis */
    int64_t saved[BASIS_COUNT]; /* by the chosen actions */
    int64_t protected_cost;     /* producer cost of reports that are protected */
    double disruption, bound;   /* bound: nothing that reaches the target disturbs less */
    size_t fixed;               /* actions that are in every plan: agreed to, or certain */
    const char *method; /* how the actions were chosen: "largest", "exact", "greedy", "decided" */
    struct frontier_point *frontier;
    size_t frontier_count;
};

struct plan *plan_make(const struct findings *findings, const struct plan_options *options);
void plan_free(struct plan *plan);

#endif
