/* Sets of numbers of which each is kept once. */
#ifndef PARE_INPUT_SETS_H
#define PARE_INPUT_SETS_H

#include "model/inventory.h"

struct sets;

/* The sets go into the inventory. */
struct sets *sets_new(struct inventory *inventory);
/* The number of the set with these members, which are sorted and freed of repetitions in place. */
uint32_t sets_add(struct sets *sets, uint32_t *members, size_t count);
/* The same for many at once, which hides the time that memory takes. */
struct members {
    uint32_t *list;
    size_t count;
    uint32_t set; /* gets the number; 0 is left alone where list is NULL */
};
void sets_add_batch(struct sets *sets, struct members *batch, size_t count);
void sets_free(struct sets *sets);

#endif
