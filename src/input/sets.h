/* Sets of numbers of which each is kept once. */
#ifndef PARE_INPUT_SETS_H
#define PARE_INPUT_SETS_H

#include "model/inventory.h"

struct sets;

/* The sets go into the inventory. */
struct sets *sets_new(struct inventory *inventory);
/* The number of the set with these members, which are sorted and freed of repetitions in place. */
uint32_t sets_add(struct sets *sets, uint32_t *members, size_t count);

/* Members on their way to a set. */
struct members {
    uint32_t *list; /* NULL: nothing is known, and set stays 0 */
    uint32_t count, hash, set;
};

/* Sorts and hashes; may be done for many at once in several threads. */
void members_prepare(struct members *members);
/* Numbers of prepared sets, which hides the time that memory takes. */
void sets_add_batch(struct sets *sets, struct members *batch, size_t count);
bool sets_are_empty(const struct sets *sets);
/* The memory of members that come in ascending order of their places becomes that of the sets; only
 * while there are none. */
void sets_adopt(struct sets *sets, uint32_t *members, size_t capacity);
void sets_free(struct sets *sets);

#endif
