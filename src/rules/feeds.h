/* Which reports are made from others: their names or ids stand among the sources of these. */
#ifndef PARE_SRC_RULES_FEEDS_H
#define PARE_SRC_RULES_FEEDS_H

#include "rules/grounds.h"

/* Fills grounds->fed from the arena, and leaves it NULL where nobody names sources. Needs active.
 */
void feeds_find(struct grounds *grounds, struct arena *arena);

#endif
