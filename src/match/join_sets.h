/* Sets made ready for a join: members renumbered from the rarest to the most frequent, sets in the
 * order of their size, members that stand in one set only left out (they are never common). */
#ifndef PARE_MATCH_JOIN_SETS_H
#define PARE_MATCH_JOIN_SETS_H

#include "match/join.h"

struct join_sets {
    uint32_t count;
    uint32_t *number;    /* by place: the set's number in the join */
    uint32_t *size;      /* by place: weight of all its members, ascending */
    uint32_t *start;     /* by place: where its members begin */
    uint32_t *member;    /* ascending */
    uint64_t *signature; /* by place: a bit for each member, see join_sets.c */
    uint32_t *weight;    /* by member; NULL: each counts 1 */
    uint32_t members;    /* how many there are */
};

enum signature_sort {
    SIGNATURE_PARITY, /* a bit is set where an odd number of members fall on it */
    SIGNATURE_ANY     /* where any member falls on it */
};

void join_sets_make(const struct join *join, enum signature_sort sort, struct join_sets *sets);
void join_sets_clear(struct join_sets *sets);

static inline uint32_t member_weight(const struct join_sets *sets, uint32_t member)
{
    return sets->weight ? sets->weight[member] : 1;
}

/* Weight of the members of a set from that position on. */
uint32_t join_sets_rest(const struct join_sets *sets, uint32_t place, uint32_t position);

#endif
