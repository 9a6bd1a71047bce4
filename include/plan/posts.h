/* Whole posts that freed hours could take away: only then is time cash.
 *
 * Counted by unit, for hours of people in different units make no post. */
#ifndef PARE_PLAN_POSTS_H
#define PARE_PLAN_POSTS_H

#include "plan/plan.h"

/* Posts that the realisable hours of the plan amount to, unit by unit, each rounded down. */
size_t posts_possible(const struct plan *plan);
/* Counts so many posts, as far as they are possible, into the cash of the plan: each the hours of a
 * post at the default rate. Returns how many that were. */
size_t posts_remove(struct plan *plan, size_t asked);

#endif
