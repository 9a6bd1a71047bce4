/* How many people make reports and how many get them. */
#ifndef PARE_SECTIONS_HEADCOUNT_H
#define PARE_SECTIONS_HEADCOUNT_H

#include "model/inventory.h"

/* Each counted once. Lists whose members are known count as these, the others are unknown_lists. */
struct headcount {
    size_t owners, recipients, unknown_lists;
};

void headcount_take(const struct inventory *inventory, struct headcount *headcount);

#endif
