/* Actions as transitions between states of reports. A saving is the cost of the state before minus
 * the cost of the state after; nothing else is ever called a saving. */
#ifndef PARE_MODEL_ACTION_H
#define PARE_MODEL_ACTION_H

#include "model/cost.h"

enum action {
#define ACTION(NAME, key) ACTION_##NAME,
#include "model/actions.def"
#undef ACTION
    ACTION_COUNT
};

const char *action_name(enum action action);

/* What the cost of a report depends on. Rates in money, times in hours or minutes, per run or year
 * as in fields.def. */
struct state {
    bool alive;
    double runs, effort, rate, bau_share, run_cash, page_cost, post_cost, pages, copies;
    double fixed_hours, fixed_cash, fixed_avoidable;
    double readers, read_share, read_minutes, meeting_minutes, meeting_people;
};

/* The state in which the inventory shows a report. */
void state_of(const struct report *report, const struct cost *cost,
              const struct assumptions *assumptions, struct state *state);
void state_cost(const struct state *state, const struct assumptions *assumptions,
                struct cost *cost);

/* One issue covers k = runs/to periods: times and cash of a run grow by the share alpha (reading:
 * beta) of the further periods. costs.md 3.4. */
void state_set_runs(struct state *state, double to, const struct assumptions *assumptions);
void state_retire(struct state *state);
/* d is merged into s: coverage is the part of d's fields that s has, overlap the part of d's
 * readers that s has; both NAN where unknown. costs.md 4. */
void state_merge(struct state *survivor, struct state *retired, double coverage, double overlap,
                 const struct assumptions *assumptions);
void state_simplify(struct state *state, const struct assumptions *assumptions);
void state_drop_recipients(struct state *state, double readers_left);
void state_change_channel(struct state *state);

#endif
