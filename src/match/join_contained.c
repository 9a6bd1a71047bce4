#include "base/memory.h"
#include "base/parallel.h"
#include "match/join.h"
#include "match/join_lists.h"
#include "match/join_sets.h"

/* A set that lies nearly wholly in another one shares one of its rarest members with it: the first
 * n - need + 1, where need is what must be common. Those stand in the lists of the parts; the lists
 * of the wholes hold every set, for the same members only. */

struct contained {
    const struct join_sets *sets;
    struct join_lists parts, wholes;
    struct fraction least;
    uint32_t smallest;
    bool only_count;
    struct join_task *tasks;
};

static uint32_t needed(const struct contained *contained, uint32_t size)
{
    uint64_t part = contained->least.part, whole = contained->least.whole;

    return (uint32_t)((size * part + whole - 1) / whole);
}

static uint32_t prefix(const struct join_sets *sets, uint32_t place, const void *context)
{
    const struct contained *contained = context;
    uint32_t size = sets->size[place], need = needed(contained, size);
    uint32_t shared = sets->start[place + 1] - sets->start[place];

    if (size < contained->smallest || !need || shared < need)
        return 0;
    return shared - need + 1;
}

/* Whether need of the part's members are in the whole, none of them before the position. */
static bool holds(const struct join_sets *sets, uint32_t part, uint32_t whole, uint32_t position,
                  uint32_t need)
{
    const uint32_t *p = sets->member + sets->start[part], *first = p + position;
    const uint32_t *p_end = sets->member + sets->start[part + 1];
    const uint32_t *w = sets->member + sets->start[whole];
    const uint32_t *w_end = sets->member + sets->start[whole + 1];
    uint32_t common = 0;

    while (p < p_end && w < w_end && (ptrdiff_t)common + (p_end - p) >= (ptrdiff_t)need) {
        if (*p == *w && p < first)
            return false;
        common += *p == *w;
        if (*p < *w)
            p++;
        else
            p += *p == *w++;
    }
    return common >= need;
}

/* First of the ascending places that is behind the one given. */
static uint32_t behind(const uint32_t *places, uint32_t count, uint32_t place)
{
    uint32_t low = 0, high = count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (places[middle] <= place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Bits are cleared one by one: few may be set, and not every processor that we run on counts bits.
 */
static bool at_most_bits(uint64_t bits, uint32_t most)
{
    while (bits && most--)
        bits &= bits - 1;
    return !bits;
}

static void work_member(const struct contained *contained, uint32_t member, uint64_t *signature,
                        struct join_task *task)
{
    const struct join_sets *sets = contained->sets;
    const struct join_lists *parts = &contained->parts;
    uint32_t first = contained->wholes.start[member];
    uint32_t count = contained->wholes.start[member + 1] - first, i, k;
    const uint32_t *whole = contained->wholes.place + first;

    for (k = 0; k < count && !contained->only_count; k++)
        signature[k] = ~sets->any[whole[k]];
    for (i = parts->start[member]; i < parts->start[member + 1]; i++) {
        uint32_t part = parts->place[i], need = needed(contained, sets->size[part]);
        uint32_t missing = sets->size[part] - need;
        uint64_t mine = sets->any[part];

        k = behind(whole, count, part);
        task->steps += count - k;
        for (; k < count && !contained->only_count; k++)
            if (at_most_bits(mine & signature[k], missing) &&
                holds(sets, part, whole[k], parts->position[i], need))
                join_task_add(task, sets->number[part], sets->number[whole[k]]);
    }
}

static void work_task(void *context, size_t index)
{
    const struct contained *contained = context;
    struct join_task *task = &contained->tasks[index];
    uint32_t member, longest = 0;
    uint64_t *signature;

    for (member = task->first; member < task->end; member++)
        if (contained->wholes.start[member + 1] - contained->wholes.start[member] > longest)
            longest = contained->wholes.start[member + 1] - contained->wholes.start[member];
    signature = memory_resize(NULL, longest, sizeof *signature);
    for (member = task->first; member < task->end; member++)
        work_member(contained, member, signature, task);
    memory_free(signature);
}

struct set_pairs join_contained(const struct join_sets *sets, const struct join *join)
{
    struct contained contained = {
        .sets = sets, .least = join->least, .smallest = join->smallest, .only_count = true};
    uint64_t most = join->most_steps ? join->most_steps : JOIN_STEPS;
    struct set_pairs pairs = {0};
    struct join_limit limit;

    join_lists_make(sets, prefix, &contained, &contained.parts);
    join_lists_full(sets, &contained.parts, &contained.wholes);
    join_limit_init(&limit, sets, join);
    contained.tasks = join_tasks_make(&contained.wholes, &limit);
    parallel_for(JOIN_TASKS, join->threads, work_task, &contained);
    pairs.steps = join_tasks_steps(contained.tasks);
    contained.only_count = false;
    pairs.refused = pairs.steps > most;
    if (!pairs.refused)
        parallel_for(JOIN_TASKS, join->threads, work_task, &contained);
    join_tasks_gather(contained.tasks, &pairs);
    join_lists_clear(&contained.parts);
    join_lists_clear(&contained.wholes);
    return pairs;
}
