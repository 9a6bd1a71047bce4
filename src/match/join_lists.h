/* For each member the sets that stand in its list, and the tasks that work the lists.
 *
 * Lists are in the order of places, so by ascending size. A task has lists of its own and writes
 * its own pairs; what comes out does not depend on who works it. */
#ifndef PARE_MATCH_JOIN_LISTS_H
#define PARE_MATCH_JOIN_LISTS_H

#include <stdatomic.h>
#include <stdbool.h>

#include "match/join.h"

struct join_lists {
    uint32_t members;
    uint32_t *start;    /* by member: its list; start[members + 1] is the end */
    uint32_t *place;    /* the set */
    uint32_t *position; /* where the member stands in it; NULL in full lists */
};

/* entries tells in how many lists a set stands, at its members from the first on. */
void join_lists_make(const struct join_sets *sets,
                     uint32_t (*entries)(const struct join_sets *sets, uint32_t place,
                                         const void *context),
                     const void *context, struct join_lists *lists);
/* Every set with every member that has a list in wanted. */
void join_lists_full(const struct join_sets *sets, const struct join_lists *wanted,
                     struct join_lists *lists);
void join_lists_clear(struct join_lists *lists);
/* Comparisons if every list were compared with itself. */
uint64_t join_lists_steps(const struct join_lists *lists);
/* What comes to these where sets are so large that comparing two of them is no single step: members
 * that are gone through. A pair is of a set and one behind it up to size * most.whole / most.part;
 * those that are found, most_pairs at most, are gone through wholly, of others as much as unlike
 * pairs may differ by. entries as for join_lists_make. */
struct join_long {
    struct fraction most, least;
    uint64_t most_pairs;
};
uint64_t join_long_steps(const struct join_sets *sets, const struct join_lists *lists,
                         uint32_t (*entries)(const struct join_sets *sets, uint32_t place,
                                             const void *context),
                         const void *context, const struct join_long *how);

enum { JOIN_TASKS = 128 };

/* How many pairs all tasks may keep together; what is beyond is counted only. How many steps are
 * counted before they are made. */
struct join_limit {
    atomic_uint_least64_t found; /* in lots of JOIN_LOT */
    atomic_uint_least64_t steps; /* in lots of JOIN_STEP_LOT, where they are counted */
    uint64_t most, most_steps;
};
enum { JOIN_LOT = 4096, JOIN_STEP_LOT = 1 << 20 };

void join_limit_init(struct join_limit *limit, const struct join_sets *sets,
                     const struct join *join);

struct join_task {
    uint32_t first, end;  /* members */
    uint64_t steps, told; /* told: to the limit */
    uint64_t found;
    struct join_limit *limit; /* NULL: none */
    uint64_t *pairs;          /* a << 32 | b */
    size_t count, capacity;
};

/* JOIN_TASKS tasks of about the same work. */
struct join_task *join_tasks_make(const struct join_lists *lists, struct join_limit *limit);
void join_task_add(struct join_task *task, uint32_t a, uint32_t b);
/* Tells the limit how many steps were counted. */
void join_task_tell(struct join_task *task);
/* All tasks have certainly found or counted more than may be: nothing of it will be kept. */
bool join_task_is_idle(const struct join_task *task);
uint64_t join_tasks_steps(struct join_task *tasks);
/* Sorts the pairs of all tasks, each once, and frees the tasks; none where the limit was passed. */
void join_tasks_gather(struct join_task *tasks, unsigned threads, struct set_pairs *pairs);

#endif
