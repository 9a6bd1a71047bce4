/* Looks ahead among bundles: what their scenes are built from is fetched in time. */
#ifndef PARE_SRC_PLAN_AHEAD_H
#define PARE_SRC_PLAN_AHEAD_H

#include "plan/bundles.h"

/* at: the bundle that is worked on next. Changes nothing. */
void bundles_look_ahead(const struct findings *findings, const struct bundles *bundles, size_t at);

#endif
