#include "match/join_method.h"

#include "base/parallel.h"
#include "match/join_dense.h"

/* Fewer steps than these are not worth it to look for a method that takes less, or to count what
 * lists take when they are parted. */
enum { SOME_STEPS = 50000000, MANY_STEPS = 200000000 };

/* Lists that are parted take less than their squares. Counted up to what is too much in any case;
 * then one more is told. */
static uint64_t count_steps(struct join_method *method, void *context, uint64_t most)
{
    uint64_t steps;

    if (method->long_steps > most)
        return method->long_steps;
    method->limit.most_steps = most - method->long_steps;
    method->only_count = true;
    parallel_for(JOIN_TASKS, method->join->threads, method->work, context);
    method->only_count = false;
    steps = join_tasks_steps(method->tasks);
    if (steps > method->limit.most_steps)
        steps = method->limit.most_steps + 1;
    method->limit.most_steps = UINT64_MAX;
    return steps + method->long_steps;
}

static uint64_t lesser(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

struct set_pairs join_method_run(struct join_method *method, void *context)
{
    const struct join *join = method->join;
    uint64_t most = join->most_steps ? join->most_steps : JOIN_STEPS;
    struct set_pairs pairs = {.steps = method->list_steps + method->long_steps};
    struct join_dense dense = {.steps = UINT64_MAX};

    if (pairs.steps > lesser(SOME_STEPS, most) && !method->sets->weight)
        join_dense_init(&dense, method->sets, join, method->within, pairs.steps);
    if (pairs.steps > lesser(most, dense.steps) && dense.steps > MANY_STEPS)
        pairs.steps = count_steps(method, context, lesser(most, dense.steps));
    if (dense.steps < pairs.steps) {
        pairs.steps = dense.steps;
        if (pairs.steps <= most)
            join_dense_run(&dense, method->tasks);
    } else if (pairs.steps <= most)
        parallel_for(JOIN_TASKS, join->threads, method->work, context);
    pairs.refused = pairs.steps > most;
    pairs.made = join_tasks_steps(method->tasks);
    join_tasks_gather(method->tasks, join->threads, &pairs);
    join_dense_clear(&dense);
    return pairs;
}
