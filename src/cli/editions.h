/* The inventories of a run: one, of all files; or an edition a file, where they are compared. */
#ifndef PARE_CLI_EDITIONS_H
#define PARE_CLI_EDITIONS_H

#include "cli/options.h"

/* What the first one's side files say of assumptions holds for all; decisions and answers are about
 * the first one. */
struct inventory **editions_read(struct options *options, size_t *count);
void editions_free(struct inventory **editions, size_t count);

/* later: the editions behind the one that the plan is of. */
struct comparison *editions_compare(const struct options *options, struct inventory *const *later,
                                    const struct plan *plan,
                                    const struct plan_options *plan_options);

#endif
