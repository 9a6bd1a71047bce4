/* By which method sets are joined: by lists of the sets that share a member, or by rows of bits.
 *
 * Both find the same pairs. What each takes is foreseen, the lesser is done, and neither where it
 * is too much. */
#ifndef PARE_MATCH_JOIN_METHOD_H
#define PARE_MATCH_JOIN_METHOD_H

#include "match/join_lists.h"

struct join_method {
    const struct join_sets *sets;
    const struct join *join;
    bool within;                              /* containment, else Jaccard */
    void (*work)(void *context, size_t task); /* of the lists */
    struct join_task *tasks;
    struct join_limit limit;
    uint64_t list_steps; /* comparisons in the lists, at most */
    uint64_t long_steps; /* what comes to these in large sets */
    bool only_count;     /* work counts the comparisons and makes none */
};

/* context: that of work. Takes over the tasks. */
struct set_pairs join_method_run(struct join_method *method, void *context);

#endif
