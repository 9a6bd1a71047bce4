#include "match/candidates_soft.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "match/join_lists.h"

enum {
    MOST_WORDS = 32, /* longer names are found by the words that they share */
    LOT = 32
};

struct soft {
    const struct keys *keys;
    struct join_task *tasks;
};

/* The set with one of its words replaced by another one; false where that stands in it already. */
static bool replace(struct words set, uint32_t word, uint32_t by, uint32_t *out)
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
        if (set.word[i] != word)
            out[count++] = set.word[i];
    }
    if (!placed)
        out[count++] = by;
    return true;
}

/* A core with one word replaced: is it that of another name? */
struct question {
    uint32_t core, hash, count;
    uint32_t word[MOST_WORDS + 1];
};

/* Where many of them would stand is fetched before the first is looked for, so that the waits for
 * memory overlap. */
struct lot {
    struct question question[LOT];
    unsigned count;
};

static void ask_lot(const struct keys *keys, struct lot *lot, struct join_task *task)
{
    unsigned i;

    for (i = 0; i < lot->count; i++) {
        const struct question *q = &lot->question[i];
        uint32_t other = numbering_find(&keys->numbers, (struct words){q->word, q->count}, q->hash);

        if (other)
            join_task_add(task, q->core, other);
    }
    lot->count = 0;
}

/* Asks for the set with the word replaced. */
static void ask(const struct keys *keys, struct words set, uint32_t core, uint32_t word,
                uint32_t by, struct lot *lot, struct join_task *task)
{
    struct question *q;

    if (lot->count == LOT)
        ask_lot(keys, lot, task);
    q = &lot->question[lot->count];
    if (!replace(set, word, by, q->word))
        return;
    q->core = core;
    q->count = set.count;
    q->hash = words_hash((struct words){q->word, q->count});
    numbering_fetch(&keys->numbers, q->hash);
    lot->count++;
}

/* Neighbours of the words as they were written: what a word is mapped to may be the wrong one. */
static void find_for(const struct keys *keys, uint32_t name, struct lot *lot,
                     struct join_task *task)
{
    const struct tokens *tokens = keys->tokens;
    const struct word_lists *neighbours = &tokens->neighbours;
    struct words stem = keys->stems[name], core = keys->cores[keys->core_of_name[name]];
    uint32_t i, k;

    if (core.count < 2 || core.count > MOST_WORDS)
        return;
    for (i = 0; i < stem.count; i++)
        for (k = neighbours->start[stem.word[i]]; k < neighbours->start[stem.word[i] + 1]; k++)
            ask(keys, core, keys->core_of_name[name], tokens->same_as[stem.word[i]],
                tokens->same_as[neighbours->word[k]], lot, task);
}

static void work_task(void *context, size_t index)
{
    struct soft *soft = context;
    struct join_task *task = &soft->tasks[index];
    struct lot lot = {.count = 0};
    uint32_t name;

    for (name = task->first; name < task->end; name++)
        find_for(soft->keys, name, &lot, task);
    ask_lot(soft->keys, &lot, task);
    /* Words that are none of the list are looked for often: only where names are few. */
    for (name = task->first; soft->keys->contents && name < task->end; name++)
        find_shortened(soft->keys, name, task);
}

void soft_make(struct keys *keys, unsigned threads)
{
    struct soft soft = {keys, memory_alloc(JOIN_TASKS, sizeof(struct join_task))};
    uint64_t names = keys->tokens->name_total;
    uint32_t i;

    for (i = 0; i < JOIN_TASKS; i++) {
        soft.tasks[i].first = (uint32_t)(names * i / JOIN_TASKS);
        soft.tasks[i].end = (uint32_t)(names * (i + 1) / JOIN_TASKS);
    }
    parallel_for(JOIN_TASKS, threads, work_task, &soft);
    join_tasks_gather(soft.tasks, threads, &keys->soft);
}

bool soft_has(const struct keys *keys, uint32_t core, uint32_t other)
{
    uint32_t a = core < other ? core : other, b = core < other ? other : core;
    size_t low = 0, high = keys->soft.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct set_pair *pair = &keys->soft.pairs[middle];

        if (pair->a < a || (pair->a == a && pair->b < b))
            low = middle + 1;
        else
            high = middle;
    }
    return low < keys->soft.count && keys->soft.pairs[low].a == a && keys->soft.pairs[low].b == b;
}
