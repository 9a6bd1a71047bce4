#include "match/join.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "match/join_lists.h"
#include "match/join_method.h"
#include "match/join_sets.h"
#include "match/radix.h"

/* The join by prefixes (Bayardo, Ma, Srikant: Scaling up all pairs similarity search, WWW 2007):
 * two sets that have at least r in common, of members taken from the rarest on, share one of the
 * first members of each, up to where less than r is left. Every list of sets that share such a
 * member is compared within itself; a pair belongs to the list of its first common member. A long
 * list is parted further by the second common member, and so on: the same argument holds with what
 * is already common counted in. Signatures bound what differs (Sandes, Teodoro, Melo: Bitmap
 * filter, 2020). */

/* Parting a list is worth it where it has more comparisons than this for each entry of the parts.
 */
enum { STEPS_PER_ENTRY = 24, DEEPEST = 8, AHEAD = 8 };

struct entry {
    uint64_t signature;
    uint32_t place, size;
    uint32_t position; /* of the last common member */
    uint32_t rest;     /* weight of the members behind it */
};

/* The sets of a list: all share `depth` members of the weight `common`, the first that they share.
 */
struct list {
    const struct entry *entry;
    uint32_t count, depth, common;
};

struct alike {
    const struct join_sets *sets;
    struct join_lists lists;
    const struct join *join;
    struct fraction least;
    struct join_method method;
};

/* What a set must have in common with any other at least. */
static uint32_t required(struct fraction least, uint32_t size)
{
    return (uint32_t)(((uint64_t)size * least.part + least.whole - 1) / least.whole);
}

/* What two sets must have in common. */
static uint32_t required_both(struct fraction least, uint32_t a, uint32_t b)
{
    uint64_t both = (uint64_t)a + b, sum = (uint64_t)least.part + least.whole;

    return (uint32_t)((both * least.part + sum - 1) / sum);
}

/* Bits of a number, counted in parallel (Knuth, TAOCP 7.1.3, equation 62). */
static unsigned count_bits(uint64_t bits)
{
    bits -= bits >> 1 & UINT64_C(0x5555555555555555);
    bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
    bits = (bits + (bits >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    return (unsigned)(bits * UINT64_C(0x0101010101010101) >> 56);
}

/* Members that differ are at least the bits that differ; they may be (1-t)/(1+t) of both. */
static bool may_be_alike(struct fraction least, const struct entry *a, const struct entry *b)
{
    unsigned differ = count_bits(a->signature ^ b->signature);

    return differ * ((uint64_t)least.part + least.whole) <=
           ((uint64_t)a->size + b->size) * (least.whole - least.part);
}

/* The members behind the last common one. */
static const uint32_t *behind(const struct join_sets *sets, const struct entry *e)
{
    return sets->member + sets->start[e->place] + e->position + 1;
}

static const uint32_t *end_of(const struct join_sets *sets, const struct entry *e)
{
    return sets->member + sets->start[e->place + 1];
}

/* How many members both have behind the positions; stops where need is reached or cannot be. */
static uint32_t common_count(const struct join_sets *sets, const struct entry *a,
                             const struct entry *b, uint32_t need)
{
    const uint32_t *x = behind(sets, a), *x_end = end_of(sets, a);
    const uint32_t *y = behind(sets, b), *y_end = end_of(sets, b);
    ptrdiff_t missing = (ptrdiff_t)need; /* of members, so it fits where memory does */

    while (missing > 0 && x_end - x >= missing && y_end - y >= missing) {
        uint32_t m = *x, n = *y;

        missing -= m == n;
        x += m <= n;
        y += n <= m;
    }
    return need - (uint32_t)missing;
}

/* The same by weight. */
static uint32_t common_weight(const struct join_sets *sets, const struct entry *a,
                              const struct entry *b, uint32_t need)
{
    const uint32_t *x = behind(sets, a), *x_end = end_of(sets, a);
    const uint32_t *y = behind(sets, b), *y_end = end_of(sets, b);
    const uint32_t *x_rest = sets->rest + (x - sets->member);
    const uint32_t *y_rest = sets->rest + (y - sets->member);
    uint32_t common = 0;

    while (common < need && x < x_end && y < y_end && common + *x_rest >= need &&
           common + *y_rest >= need) {
        uint32_t m = *x, n = *y;

        if (m == n)
            common += sets->weight[m];
        x += m <= n;
        x_rest += m <= n;
        y += n <= m;
        y_rest += n <= m;
    }
    return common;
}

static uint32_t common_behind(const struct join_sets *sets, const struct entry *a,
                              const struct entry *b, uint32_t need)
{
    return sets->weight ? common_weight(sets, a, b, need) : common_count(sets, a, b, need);
}

/* Whether the list is that of the first common members: before the last one there are no others. */
static bool is_first_list(const struct join_sets *sets, const struct entry *a,
                          const struct entry *b, uint32_t depth)
{
    return !set_common_exceeds(sets->member + sets->start[a->place], a->position,
                               sets->member + sets->start[b->place], b->position, depth - 1);
}

/* Whether the members of the list and all behind them would be enough: required_both without its
 * division, which most pairs are spared so. */
static bool can_reach(const struct alike *alike, const struct list *list, const struct entry *a,
                      const struct entry *b)
{
    uint64_t common = (uint64_t)list->common + (a->rest < b->rest ? a->rest : b->rest);

    return common * ((uint64_t)alike->least.part + alike->least.whole) >=
           ((uint64_t)a->size + b->size) * alike->least.part;
}

static void compare(const struct alike *alike, const struct list *list, const struct entry *a,
                    const struct entry *b, struct join_task *task)
{
    uint32_t need;

    if (!can_reach(alike, list, a, b) ||
        !join_wants(alike->join, alike->sets->number[a->place], alike->sets->number[b->place]) ||
        !is_first_list(alike->sets, a, b, list->depth))
        return;
    need = required_both(alike->least, a->size, b->size);
    if (list->common < need &&
        list->common + common_behind(alike->sets, a, b, need - list->common) < need)
        return;
    join_task_add(task, alike->sets->number[a->place], alike->sets->number[b->place]);
}

/* The last size that a set may have to be alike; entries come by ascending size. */
static uint32_t largest(struct fraction least, uint32_t size)
{
    uint64_t most = (uint64_t)size * least.whole / least.part;

    return most > UINT32_MAX ? UINT32_MAX : (uint32_t)most;
}

static void compare_all(const struct alike *alike, const struct list *list, struct join_task *task)
{
    bool signatures = !alike->sets->weight;
    uint32_t i, k;

    for (i = 0; i < list->count; i++) {
        const struct entry *a = &list->entry[i];
        uint32_t most = largest(alike->least, a->size);

        for (k = i + 1; k < list->count && list->entry[k].size <= most; k++)
            if (!signatures || may_be_alike(alike->least, a, &list->entry[k]))
                compare(alike, list, a, &list->entry[k], task);
    }
}

/* Pairs that share nothing beyond the members of the list; the parts hold all others. */
static void compare_complete(const struct alike *alike, const struct list *list,
                             struct join_task *task)
{
    struct entry *complete = memory_resize(NULL, list->count, sizeof *complete);
    uint32_t count = 0, i, k;

    for (i = 0; i < list->count; i++)
        if (list->common >= required(alike->least, list->entry[i].size))
            complete[count++] = list->entry[i];
    for (i = 0; i < count; i++) {
        uint32_t most = largest(alike->least, complete[i].size);

        for (k = i + 1; k < count && complete[k].size <= most; k++, task->steps++)
            if (!alike->method.only_count &&
                !common_behind(alike->sets, &complete[i], &complete[k], 1))
                compare(alike, list, &complete[i], &complete[k], task);
    }
    memory_free(complete);
}

/* How far a set goes on in the parts: where less than required would be left. */
static uint32_t part_entries(const struct alike *alike, const struct list *list,
                             const struct entry *e)
{
    uint32_t need = required(alike->least, e->size);

    return join_sets_while(alike->sets, e->place, alike->sets->start[e->place] + e->position + 1,
                           need > list->common ? need - list->common : 0);
}

static uint32_t add_parts(const struct alike *alike, const struct list *list, const struct entry *e,
                          uint32_t *member, struct entry *part)
{
    const struct join_sets *sets = alike->sets;
    uint32_t count = part_entries(alike, list, e), i;
    uint32_t at = sets->start[e->place] + e->position + 1;

    for (i = 0; i < count; i++, at++) {
        member[i] = sets->member[at];
        part[i] = *e;
        part[i].position = at - sets->start[e->place];
        part[i].rest = join_sets_rest(sets, e->place, at + 1);
    }
    return count;
}

static void work_list(const struct alike *alike, const struct list *list, struct join_task *task);

/* In all parts; the sets stand far apart, so each is fetched before it is gone through. */
static uint64_t count_entries(const struct alike *alike, const struct list *list)
{
    const struct join_sets *sets = alike->sets;
    uint64_t entries = 0;
    uint32_t i;

    for (i = 0; i < list->count; i++) {
        if (i + AHEAD < list->count) {
            const struct entry *next = &list->entry[i + AHEAD];

            __builtin_prefetch(&sets->member[sets->start[next->place] + next->position + 1]);
        }
        entries += part_entries(alike, list, &list->entry[i]);
    }
    return entries;
}

/* Steps in all parts: where most sets have the same members, more than in the list itself. */
static uint64_t parts_steps(const uint64_t *keys, uint32_t entries)
{
    uint64_t steps = 0;
    uint32_t i, end;

    for (i = 0; i < entries; i = end) {
        for (end = i + 1; end < entries && keys[end] >> 32 == keys[i] >> 32; end++)
            ;
        steps += (uint64_t)(end - i) * (end - i - 1) / 2;
    }
    return steps;
}

/* Entries of the parts are brought together by their member; within a part they keep their order.
 * False, and nothing compared, where that would be no less work than the list of so many steps. */
static bool work_parts(const struct alike *alike, const struct list *list, uint32_t entries,
                       uint64_t steps, struct join_task *task)
{
    struct entry *part = memory_resize(NULL, entries, sizeof *part);
    struct entry *sorted = memory_resize(NULL, entries, sizeof *sorted);
    uint32_t *member = memory_resize(NULL, entries, sizeof *member);
    uint64_t *keys = memory_resize(NULL, entries, sizeof *keys);
    uint32_t i, end, at = 0;

    for (i = 0; i < list->count; i++)
        at += add_parts(alike, list, &list->entry[i], member + at, part + at);
    for (i = 0; i < entries; i++)
        keys[i] = (uint64_t)member[i] << 32 | i;
    radix_sort(keys, entries, 1);
    for (i = 0; i < entries; i++)
        sorted[i] = part[keys[i] & UINT32_MAX];
    memory_free(part);
    memory_free(member);
    bool is_less = parts_steps(keys, entries) < steps;
    task->steps += (uint64_t)STEPS_PER_ENTRY * entries;
    if (is_less)
        compare_complete(alike, list, task);
    for (i = 0; i < entries && is_less; i = end) {
        struct list next = {sorted + i, 0, list->depth + 1, list->common};

        for (end = i; end < entries && keys[end] >> 32 == keys[i] >> 32; end++)
            ;
        next.count = end - i;
        next.common += member_weight(alike->sets, (uint32_t)(keys[i] >> 32));
        work_list(alike, &next, task);
    }
    memory_free(sorted);
    memory_free(keys);
    return is_less;
}

static void work_list(const struct alike *alike, const struct list *list, struct join_task *task)
{
    uint64_t steps = (uint64_t)list->count * (list->count - 1) / 2;

    if (list->count < 2 || join_task_is_idle(task))
        return;
    if (steps > (uint64_t)STEPS_PER_ENTRY * list->count && list->depth < DEEPEST) {
        uint64_t entries = count_entries(alike, list);

        if (steps > STEPS_PER_ENTRY * (entries + list->count) && entries < UINT32_MAX &&
            work_parts(alike, list, (uint32_t)entries, steps, task))
            return;
    }
    task->steps += steps;
    if (alike->method.only_count)
        join_task_tell(task);
    else
        compare_all(alike, list, task);
}

/* Fetches the sets that stand behind `at` in the lists, also in the next ones, as most are short:
 * first where a set is, then its members. */
static void fetch_sets(const struct alike *alike, uint32_t at)
{
    const struct join_sets *sets = alike->sets;
    const struct join_lists *lists = &alike->lists;
    uint32_t end = lists->start[lists->members + 1];

    if (at + 4 * AHEAD < end) {
        uint32_t place = lists->place[at + 4 * AHEAD];

        __builtin_prefetch(&sets->size[place]);
        __builtin_prefetch(&sets->start[place]);
        if (sets->parity)
            __builtin_prefetch(&sets->parity[place]);
    }
    if (at + 2 * AHEAD < end)
        __builtin_prefetch(&sets->member[sets->start[lists->place[at + 2 * AHEAD]] +
                                         lists->position[at + 2 * AHEAD]]);
}

static void work_member(const struct alike *alike, uint32_t member, struct join_task *task)
{
    uint32_t first = alike->lists.start[member], count = alike->lists.start[member + 1] - first, i;
    struct entry *entries = memory_resize(NULL, count, sizeof *entries);
    struct list list = {entries, count, 1, member_weight(alike->sets, member)};

    for (i = 0; i < count; i++) {
        uint32_t place = alike->lists.place[first + i], position = alike->lists.position[first + i];

        fetch_sets(alike, first + i);
        entries[i] = (struct entry){
            alike->sets->parity ? alike->sets->parity[place] : 0, place, alike->sets->size[place],
            position, join_sets_rest(alike->sets, place, alike->sets->start[place] + position + 1)};
    }
    work_list(alike, &list, task);
    memory_free(entries);
}

static void work_task(void *context, size_t index)
{
    const struct alike *alike = context;
    struct join_task *task = &alike->method.tasks[index];
    uint32_t member;

    for (member = task->first; member < task->end; member++)
        if (alike->lists.start[member + 1] - alike->lists.start[member] > 1)
            work_member(alike, member, task);
}

/* Where a set stands in lists: at its members from the rarest on, while enough is left. */
static uint32_t prefix(const struct join_sets *sets, uint32_t place, const void *least)
{
    uint32_t need = required(*(const struct fraction *)least, sets->size[place]);

    return need ? join_sets_while(sets, place, sets->start[place], need) : 0;
}

struct set_pairs join_alike(const struct join_sets *sets, const struct join *join)
{
    struct alike alike = {.sets = sets, .join = join, .least = join->least};
    struct join_method *method = &alike.method;
    struct set_pairs pairs;

    join_lists_make(sets, prefix, &join->least, &alike.lists);
    *method = (struct join_method){.sets = sets, .join = join, .work = work_task};
    join_limit_init(&method->limit, sets, join);
    method->tasks = join_tasks_make(&alike.lists, &method->limit);
    method->long_steps =
        join_long_steps(sets, &alike.lists, prefix, &join->least,
                        &(struct join_long){join->least, join->least, method->limit.most});
    method->list_steps = join_lists_steps(&alike.lists);
    pairs = join_method_run(method, &alike);
    join_lists_clear(&alike.lists);
    return pairs;
}

void set_pairs_clear(struct set_pairs *pairs)
{
    memory_free(pairs->pairs);
    *pairs = (struct set_pairs){0};
}
