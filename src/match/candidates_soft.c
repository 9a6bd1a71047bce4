#include "match/candidates_soft.h"

#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "match/join_lists.h"

/* Longer names are found by the words that they share. */
enum { MOST_WORDS = 32 };

struct soft {
    const struct keys *keys;
    struct join_task *tasks;
};

/* The set with one of its words replaced by another one; false where that stands in it already. */
static bool replace(struct words set, uint32_t at, uint32_t by, uint32_t *out)
{
    uint32_t i, count = 0;
    bool placed = false;

    for (i = 0; i < set.count; i++) {
        if (set.word[i] == by)
            return false;
        if (!placed && by < set.word[i]) {
            out[count++] = by;
            placed = true;
        }
        if (i != at)
            out[count++] = set.word[i];
    }
    if (!placed)
        out[count++] = by;
    return true;
}

static void find_for(const struct keys *keys, uint32_t core, struct join_task *task)
{
    const struct word_lists *neighbours = &keys->tokens->neighbours;
    struct words set = keys->cores[core];
    uint32_t out[MOST_WORDS + 1], i, k, other;

    if (set.count < 2 || set.count > MOST_WORDS)
        return;
    for (i = 0; i < set.count; i++)
        for (k = neighbours->start[set.word[i]]; k < neighbours->start[set.word[i] + 1]; k++)
            if (replace(set, i, neighbours->word[k], out)) {
                other = keys_find_core(keys, (struct words){out, set.count});
                if (other)
                    join_task_add(task, core, other);
            }
}

static void work_task(void *context, size_t index)
{
    struct soft *soft = context;
    struct join_task *task = &soft->tasks[index];
    uint32_t core;

    for (core = task->first; core < task->end; core++)
        find_for(soft->keys, core, task);
}

struct set_pairs soft_pairs(const struct keys *keys, unsigned threads)
{
    struct soft soft = {keys, memory_alloc(JOIN_TASKS, sizeof(struct join_task))};
    struct set_pairs pairs = {0};
    uint64_t cores = keys->last[KEY_CORE];
    uint32_t i;

    for (i = 0; i < JOIN_TASKS; i++) {
        soft.tasks[i].first = (uint32_t)(cores * i / JOIN_TASKS) + 1;
        soft.tasks[i].end = (uint32_t)(cores * (i + 1) / JOIN_TASKS) + 1;
    }
    parallel_for(JOIN_TASKS, threads, work_task, &soft);
    join_tasks_gather(soft.tasks, &pairs);
    return pairs;
}
