/* The state of a report from the cells of the inventory, and what of it is kept in the baseline. */
#ifndef PARE_SRC_MODEL_COST_STATE_H
#define PARE_SRC_MODEL_COST_STATE_H

#include "model/cost.h"

/* That of a report of which nothing is known; its basis is 0. */
void state_assume(const struct assumptions *assumptions, struct state *state);
/* From the cells; needs people by set and the scale of owners. Returns whether the effort was
 * assumed. */
bool state_fill(const struct baseline *baseline, size_t index, struct state *state);
/* What of a state the baseline keeps. */
void state_keep(const struct baseline *baseline, const struct state *state, bool effort_assumed,
                size_t index, struct cost_basis *basis);

#endif
