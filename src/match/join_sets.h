/* Sets made ready for a join: members renumbered from the rarest to the most frequent, sets in the
 * order of their size, members that stand in one set only left out (they are never common). */
#ifndef PARE_MATCH_JOIN_SETS_H
#define PARE_MATCH_JOIN_SETS_H

#include "match/tokens.h"

/* What the sets are made from: each ascending and distinct. */
struct set_source {
    const struct words *sets;
    uint32_t count;
    uint32_t last_member;   /* the greatest number of a member */
    const uint32_t *weight; /* by member; NULL: each counts 1 */
};

struct join_sets {
    uint32_t count;
    uint32_t *number; /* by place: the set's number in the source */
    uint32_t *size;   /* by place: weight of all its members, ascending */
    uint32_t *start;  /* by place: where its members begin */
    uint32_t *member; /* ascending */
    uint32_t *weight; /* by member; NULL: each counts 1 */
    uint32_t *rest;   /* as member: weight of it and of those behind it; NULL: each counts 1 */
    /* By place: signatures, a bit for each hash of a member. In parity it is set where an odd
     * number of members have it, in any where any has; any is of two hashes. NULL with weights. */
    uint64_t *parity, (*any)[2];
    uint32_t members; /* how many there are */
};

void join_sets_make(const struct set_source *source, unsigned threads, struct join_sets *sets);
void join_sets_clear(struct join_sets *sets);

static inline uint32_t member_weight(const struct join_sets *sets, uint32_t member)
{
    return sets->weight ? sets->weight[member] : 1;
}

/* Weight of the members of a set from that one on, which may be its end. */
static inline uint32_t join_sets_rest(const struct join_sets *sets, uint32_t place, uint32_t at)
{
    uint32_t end = sets->start[place + 1];

    return !sets->rest ? end - at : at < end ? sets->rest[at] : 0;
}

/* How many members of a set, from that one on, have at least so much weight from them to the end.
 */
uint32_t join_sets_while(const struct join_sets *sets, uint32_t place, uint32_t at, uint32_t least);

#endif
