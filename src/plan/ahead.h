/* Looks ahead among bundles: what their scenes are built from is fetched in time. */
#ifndef PARE_SRC_PLAN_AHEAD_H
#define PARE_SRC_PLAN_AHEAD_H

#include "plan/bundles.h"

/* at: the bundle that is worked on next; least: findings of those of which a scene is built.
 * Changes nothing. */
void bundles_look_ahead(const struct findings *findings, const struct bundles *bundles, size_t at,
                        uint32_t least);

#endif
