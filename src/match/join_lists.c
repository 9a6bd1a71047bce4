#include "match/join_lists.h"

#include <string.h>

#include "base/memory.h"
#include "match/radix.h"

void join_lists_make(const struct join_sets *sets,
                     uint32_t (*entries)(const struct join_sets *sets, uint32_t place,
                                         const void *context),
                     const void *context, struct join_lists *lists)
{
    uint32_t place, i, count, sum = 0;
    uint32_t *here = memory_alloc(sets->count, sizeof *here);

    lists->members = sets->members;
    lists->start = memory_alloc((size_t)sets->members + 3, sizeof *lists->start);
    for (place = 0; place < sets->count; place++) {
        here[place] = count = entries(sets, place, context);
        for (i = 0; i < count; i++)
            lists->start[sets->member[sets->start[place] + i] + 2]++;
        sum += count;
    }
    for (i = 2; i <= sets->members + 2; i++)
        lists->start[i] += lists->start[i - 1];
    lists->place = memory_resize(NULL, sum, sizeof *lists->place);
    lists->position = memory_resize(NULL, sum, sizeof *lists->position);
    for (place = 0; place < sets->count; place++)
        for (i = 0; i < here[place]; i++) {
            uint32_t at = lists->start[sets->member[sets->start[place] + i] + 1]++;

            lists->place[at] = place;
            lists->position[at] = i;
        }
    memory_free(here);
}

void join_lists_full(const struct join_sets *sets, const struct join_lists *wanted,
                     struct join_lists *lists)
{
    uint32_t place, i, m;

    *lists = (struct join_lists){.members = sets->members};
    lists->start = memory_alloc((size_t)sets->members + 3, sizeof *lists->start);
    for (i = 0; i < sets->start[sets->count]; i++)
        lists->start[sets->member[i] + 2]++;
    for (m = 1; m <= sets->members; m++)
        if (wanted->start[m] == wanted->start[m + 1])
            lists->start[m + 2] = 0;
    for (i = 2; i <= sets->members + 2; i++)
        lists->start[i] += lists->start[i - 1];
    lists->place = memory_resize(NULL, lists->start[sets->members + 2], sizeof *lists->place);
    for (place = 0; place < sets->count; place++)
        for (i = sets->start[place]; i < sets->start[place + 1]; i++) {
            m = sets->member[i];
            if (wanted->start[m] != wanted->start[m + 1])
                lists->place[lists->start[m + 1]++] = place;
        }
}

void join_lists_clear(struct join_lists *lists)
{
    memory_free(lists->start);
    memory_free(lists->place);
    memory_free(lists->position);
    *lists = (struct join_lists){0};
}

static uint64_t list_steps(const struct join_lists *lists, uint32_t member)
{
    uint64_t count = lists->start[member + 1] - lists->start[member];

    return count ? count * (count - 1) / 2 : 0;
}

uint64_t join_lists_steps(const struct join_lists *lists)
{
    uint64_t steps = 0;
    uint32_t member;

    for (member = 1; member <= lists->members; member++)
        steps += list_steps(lists, member);
    return steps;
}

/* How many sets lie behind a place up to that size. */
static uint32_t sets_behind(const struct join_sets *sets, uint32_t place, uint64_t most)
{
    uint32_t low = place, high = sets->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (sets->size[middle] <= most)
            low = middle + 1;
        else
            high = middle;
    }
    return low > place ? low - place - 1 : 0;
}

uint64_t join_long_steps(const struct join_sets *sets, const struct join_lists *lists,
                         uint32_t (*entries)(const struct join_sets *sets, uint32_t place,
                                             const void *context),
                         const void *context, const struct join_long *how)
{
    enum { LONG = 64 }; /* members up to which signatures decide nearly all */
    uint64_t steps = 0, pairs = 0, unlike;
    uint32_t place, i;

    for (place = 0; place < sets->count; place++) {
        uint32_t count = sets->start[place + 1] - sets->start[place], in_lists;
        uint64_t met = 0, behind;

        if (count <= LONG)
            continue;
        behind = sets_behind(sets, place,
                             how->most.part
                                 ? (uint64_t)sets->size[place] * how->most.whole / how->most.part
                                 : UINT64_MAX);
        in_lists = entries(sets, place, context);
        for (i = 0; i < in_lists && met < behind; i++) {
            uint32_t member = sets->member[sets->start[place] + i];

            met += lists->start[member + 1] - lists->start[member];
        }
        met = met < behind ? met : behind;
        pairs += met;
        steps += 2 * met * count;
    }
    unlike = pairs > how->most_pairs ? pairs - how->most_pairs : 0;
    return !unlike ? steps
                   : steps / pairs * how->most_pairs + steps / pairs * unlike / how->least.whole *
                                                           (how->least.whole - how->least.part);
}

/* An entry costs some steps by itself; a long list is parted and so costs less than its square. */
static uint64_t list_work(const struct join_lists *lists, uint32_t member)
{
    uint64_t count = lists->start[member + 1] - lists->start[member];
    uint64_t steps = list_steps(lists, member);

    return 8 * count + (steps < 256 * count ? steps : 256 * count);
}

void join_limit_init(struct join_limit *limit, const struct join_sets *sets,
                     const struct join *join)
{
    atomic_init(&limit->found, 0);
    atomic_init(&limit->steps, 0);
    limit->most_steps = UINT64_MAX;
    limit->most =
        join->most_pairs ? join->most_pairs : JOIN_PAIRS + (uint64_t)JOIN_PAIRS_EACH * sets->count;
}

struct join_task *join_tasks_make(const struct join_lists *lists, struct join_limit *limit)
{
    struct join_task *tasks = memory_alloc(JOIN_TASKS, sizeof *tasks);
    uint64_t total = 0, done = 0;
    uint32_t member, task = 0;

    for (member = 1; member <= lists->members; member++)
        total += list_work(lists, member);
    tasks[0].first = 1;
    for (member = 1; member <= lists->members; member++) {
        done += list_work(lists, member);
        while (task + 1 < JOIN_TASKS && done >= total / JOIN_TASKS * (task + 1)) {
            tasks[task].end = member + 1;
            tasks[++task].first = member + 1;
        }
    }
    for (; task < JOIN_TASKS; task++) {
        tasks[task].end = lists->members + 1;
        if (task + 1 < JOIN_TASKS)
            tasks[task + 1].first = lists->members + 1;
    }
    for (task = 0; task < JOIN_TASKS; task++)
        tasks[task].limit = limit;
    return tasks;
}

/* Whether the tasks together still keep what they find. */
static bool within_limit(struct join_task *task)
{
    if (!task->limit || task->found % JOIN_LOT)
        return true;
    return atomic_fetch_add(&task->limit->found, JOIN_LOT) + JOIN_LOT <= task->limit->most;
}

void join_task_add(struct join_task *task, uint32_t a, uint32_t b)
{
    task->found++;
    if (!within_limit(task))
        task->count = 0;
    task->pairs = MEMORY_ROOM(task->pairs, task->count, task->capacity);
    task->pairs[task->count++] = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

void join_task_tell(struct join_task *task)
{
    if (task->steps - task->told < JOIN_STEP_LOT)
        return;
    atomic_fetch_add(&task->limit->steps, task->steps - task->told);
    task->told = task->steps;
}

bool join_task_is_idle(const struct join_task *task)
{
    struct join_limit *limit = task->limit;

    return limit && (atomic_load(&limit->found) > limit->most + (uint64_t)JOIN_TASKS * JOIN_LOT ||
                     atomic_load(&limit->steps) > limit->most_steps);
}

uint64_t join_tasks_steps(struct join_task *tasks)
{
    uint64_t steps = 0;
    unsigned i;

    for (i = 0; i < JOIN_TASKS; i++) {
        steps += tasks[i].steps;
        tasks[i].steps = tasks[i].told = 0;
    }
    return steps;
}

void join_tasks_gather(struct join_task *tasks, unsigned threads, struct set_pairs *pairs)
{
    size_t total = 0, i;
    uint64_t *keys, found = 0;
    unsigned t;

    for (t = 0; t < JOIN_TASKS; t++) {
        total += tasks[t].count;
        found += tasks[t].found;
    }
    if (tasks->limit && found > tasks->limit->most)
        pairs->refused = pairs->too_many = true;
    keys = memory_resize(NULL, total, sizeof *keys);
    for (total = 0, t = 0; t < JOIN_TASKS; t++) {
        if (tasks[t].count)
            memcpy(keys + total, tasks[t].pairs, tasks[t].count * sizeof *keys);
        total += tasks[t].count;
        memory_free(tasks[t].pairs);
    }
    memory_free(tasks);
    radix_sort(keys, total, threads);
    pairs->pairs = memory_resize(NULL, total, sizeof *pairs->pairs);
    for (i = 0; i < total && !pairs->refused; i++)
        if (!i || keys[i] != keys[i - 1])
            pairs->pairs[pairs->count++] =
                (struct set_pair){(uint32_t)(keys[i] >> 32), (uint32_t)keys[i]};
    memory_free(keys);
}
