/* The order of reports that does not depend on the order of rows: by id, in bytes. */
#ifndef PARE_MATCH_RANKS_H
#define PARE_MATCH_RANKS_H

#include "model/inventory.h"

/* ranked: reports in that order; rank: by report, its place there. Rows without ids keep theirs. */
void ranks_make(const struct inventory *inventory, uint32_t *rank, uint32_t *ranked);

#endif
