/* How candidates are gathered: pairs first, their signs later. */
#ifndef PARE_MATCH_CANDIDATES_FINDER_H
#define PARE_MATCH_CANDIDATES_FINDER_H

#include "match/candidates.h"
#include "match/candidates_keys.h"

struct finder {
    struct keys keys;
    unsigned threads;
    uint64_t *pairs; /* a << 32 | b, not yet sorted */
    size_t count, capacity;
    struct candidates *found;
    size_t block_capacity, member_count, member_capacity;
};

void finder_add(struct finder *finder, uint32_t a, uint32_t b);

/* Reports with an equal key: their pairs, and blocks where they are many. */
void find_equal(struct finder *finder);
/* Pairs of those reports that are equal by another key. */
void find_equal_within(struct finder *finder, enum key_sort sort, const uint32_t *reports,
                       uint32_t count);
/* Reports with alike names, fields, recipients and descriptions. */
void find_alike(struct finder *finder);

#endif
