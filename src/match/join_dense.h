/* The join of dense sets: most of their members are in many of the sets, so that lists of the sets
 * with a member would bring the same pairs together again and again.
 *
 * Frequent members are bits of a row for each set, and every pair whose sizes allow it is compared
 * once; rare members are looked at where the bits are not enough to tell. What that takes is known
 * from sizes and frequencies before anything is compared. For sets without weights. */
#ifndef PARE_MATCH_JOIN_DENSE_H
#define PARE_MATCH_JOIN_DENSE_H

#include "match/join_lists.h"

struct join_dense {
    const struct join_sets *sets;
    const struct join *join;
    bool within;             /* containment, else Jaccard */
    uint32_t first;          /* the first frequent member */
    uint32_t blocks;         /* of a row */
    uint64_t steps;          /* words of rows and rare members that are compared, at most */
    uint32_t *rare;          /* by place: how many rare members it has */
    uint32_t *last;          /* by place: behind the last one that it is compared with */
    uint64_t *rows;          /* by place */
    uint32_t *left;          /* by place and block: bits from there on */
    struct join_task *tasks; /* of places */
};

/* Foresees steps; UINT64_MAX where they are certainly more than most, or rows would need too much
 * memory. */
void join_dense_init(struct join_dense *dense, const struct join_sets *sets,
                     const struct join *join, bool within, uint64_t most);
/* By tasks that have done nothing yet; their steps are those that were made. */
void join_dense_run(struct join_dense *dense, struct join_task *tasks);
void join_dense_clear(struct join_dense *dense);

#endif
