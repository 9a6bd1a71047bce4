/* Actions as transitions between states of reports (struct state, model/cost.h).
 *
 * A saving is the cost of the state before minus the cost of the state after; nothing else is ever
 * called a saving. Every transition keeps a state valid; none looks at mandates, the callers do. */
#ifndef PARE_MODEL_ACTION_H
#define PARE_MODEL_ACTION_H

#include "model/cost.h"

enum action {
#define ACTION(NAME, key) ACTION_##NAME,
#include "model/actions.def"
#undef ACTION
    ACTION_COUNT
} __attribute__((packed)); /* one byte: there are millions */

const char *action_name(enum action action);
/* By its name or by the words of the documents ("stop", "less often"); -1 where it is none. */
int action_parse(struct text t);

/* Nothing is left of it but what it cost in any case. */
void state_retire(struct state *state);
/* retired goes into survivor. coverage: the part of what is on retired that survivor has;
 * readers_after: people in the union of both; NAN where unknown. */
void state_merge(struct state *survivor, struct state *retired, double coverage,
                 double readers_after, const struct assumptions *assumptions);
/* member becomes a parameter of survivor and keeps the share variant.marginal of its effort. */
void state_merge_variant(struct state *survivor, struct state *member, double readers_after,
                         const struct assumptions *assumptions);
/* One issue covers k = runs/to periods: times and cash of a run grow by the share alpha (reading:
 * beta) of the further periods. */
void state_set_runs(struct state *state, double to, const struct assumptions *assumptions);
void state_simplify(struct state *state, const struct assumptions *assumptions);
void state_drop_recipients(struct state *state, double readers_left);
/* No print and no post any more. */
void state_change_channel(struct state *state);

/* Producer cost, cash of it, reader cost and hours: the cost before less the cost after; cents a
 * year. */
struct saving {
    int64_t producer, cash, reader;
    double hours, reader_hours;
};

#endif
