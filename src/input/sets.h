/* Sets of numbers of which each is kept once. */
#ifndef PARE_INPUT_SETS_H
#define PARE_INPUT_SETS_H

#include "model/inventory.h"

struct sets;

/* The sets go into the inventory. */
struct sets *sets_new(struct inventory *inventory);
/* The number of the set with these members, which are sorted and freed of repetitions in place. */
uint32_t sets_add(struct sets *sets, uint32_t *members, size_t count);
void sets_free(struct sets *sets);

#endif
