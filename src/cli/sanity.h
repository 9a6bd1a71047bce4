/* What an author should look at again before anybody else does; told on stderr, never in a
 * document. */
#ifndef PARE_CLI_SANITY_H
#define PARE_CLI_SANITY_H

#include "base/out.h"
#include "plan/plan.h"

void sanity_tell(const struct findings *findings, const struct plan *plan, struct out *out);

#endif
