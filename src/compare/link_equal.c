/* Links of reports whose names are equal: the more else is equal the earlier, and only where there
 * is one of a kind on each side. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/link.h"

enum {
    BY_ID = 1,
    BY_DEPARTMENT = 2,
    BY_OWNER = 4,
    BY_DESCRIPTION = 8,
    BY_RUNS = 16,
    BY_SETS = 32,
    BY_ALL = BY_DEPARTMENT | BY_OWNER | BY_DESCRIPTION | BY_RUNS | BY_SETS
};

struct key {
    uint32_t part[9];
    uint32_t index;
    bool after;
};

static void fill_key(const struct traits *traits, unsigned by, struct key *key)
{
    uint64_t runs = isnan(traits->runs) ? 0 : (uint64_t)llround(traits->runs * 1000) + 1;

    memset(key, 0, sizeof *key);
    key->part[0] = traits->name;
    key->part[1] = by & BY_ID ? traits->id : 0;
    key->part[2] = by & BY_DEPARTMENT ? traits->department : 0;
    key->part[3] = by & BY_OWNER ? traits->owner : 0;
    key->part[4] = by & BY_DESCRIPTION ? traits->description : 0;
    key->part[5] = by & BY_RUNS ? (uint32_t)runs : 0;
    key->part[6] = by & BY_SETS ? traits->recipients : 0;
    key->part[7] = by & BY_SETS ? traits->fields : 0;
    key->part[8] = by & BY_SETS ? traits->sources : 0;
}

static int compare_parts(const struct key *a, const struct key *b)
{
    size_t i;

    for (i = 0; i < 9; i++)
        if (a->part[i] != b->part[i])
            return a->part[i] < b->part[i] ? -1 : 1;
    return 0;
}

static int compare_keys(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    int order = compare_parts(x, y);

    if (order)
        return order;
    if (x->after != y->after)
        return x->after ? 1 : -1;
    return (x->index > y->index) - (x->index < y->index);
}

static bool differ(uint32_t a, uint32_t b)
{
    return a && b && a != b;
}

/* A common name, but other people in another unit: it is looked at again beside all others. */
static bool is_doubtful(const struct traits *a, const struct traits *b)
{
    return differ(a->department, b->department) &&
           (differ(a->owner, b->owner) || differ(a->description, b->description));
}

/* Keys of all that are not linked yet, equal ones together, those before first. */
static struct key *sorted_keys(const struct linking *linking, unsigned by, size_t *count)
{
    struct key *keys = memory_alloc(linking->before_count + linking->after_count, sizeof *keys);
    uint32_t i;

    *count = 0;
    for (i = 0; i < linking->before_count; i++) {
        if (linking->after_of[i] != LINK_NONE)
            continue;
        fill_key(&linking->before[i], by, &keys[*count]);
        keys[(*count)++].index = i;
    }
    for (i = 0; i < linking->after_count; i++) {
        if (linking->links[i].before != LINK_NONE)
            continue;
        fill_key(&linking->after[i], by, &keys[*count]);
        keys[*count].after = true;
        keys[(*count)++].index = i;
    }
    qsort(keys, *count, sizeof *keys, compare_keys);
    return keys;
}

static size_t run_end(const struct key *keys, size_t count, size_t from, size_t *middle)
{
    size_t end = from;

    while (end < count && compare_parts(&keys[from], &keys[end]) == 0)
        end++;
    for (*middle = from; *middle < end && !keys[*middle].after; (*middle)++)
        ;
    return end;
}

/* many: where nothing tells those of a kind apart they are paired in the order of their ids. */
static void link_by(struct linking *linking, unsigned by, bool many)
{
    size_t count, from, middle, end, i;
    struct key *keys = sorted_keys(linking, by, &count);

    for (from = 0; from < count; from = end) {
        end = run_end(keys, count, from, &middle);
        if (!keys[from].part[0] || (!many && (middle - from != 1 || end - middle != 1)))
            continue;
        for (i = 0; from + i < middle && middle + i < end; i++) {
            uint32_t before = keys[from + i].index, after = keys[middle + i].index;

            if (many || !is_doubtful(&linking->before[before], &linking->after[after]))
                link_pair(linking, before, after, 1);
        }
    }
    memory_free(keys);
}

/* How much equal ids say: as often as a name that stands once in each edition has kept its id.
 * Below half of the time ids were given anew, and say nothing. Shares are drawn towards the middle
 * by one case each way (Laplace). */
static double weigh_ids(const struct linking *linking)
{
    size_t count, from, middle, end, same = 0, all = 0;
    struct key *keys = sorted_keys(linking, 0, &count);
    double share;

    for (from = 0; from < count; from = end) {
        end = run_end(keys, count, from, &middle);
        if (middle - from != 1 || end - middle != 1)
            continue;
        all++;
        same += linking->before[keys[from].index].id == linking->after[keys[middle].index].id;
    }
    memory_free(keys);
    share = ((double)same + 1) / ((double)all + 2);
    if (!linking->ids || (all && share <= 0.5))
        return 0;
    return fmin(log(share / (1 - share)) + 2, 5.5);
}

static void link_steps(struct linking *linking)
{
    static const unsigned steps[] = {BY_DEPARTMENT | BY_OWNER | BY_DESCRIPTION | BY_RUNS,
                                     BY_DEPARTMENT | BY_OWNER | BY_DESCRIPTION,
                                     BY_DEPARTMENT | BY_OWNER,
                                     BY_DEPARTMENT | BY_DESCRIPTION,
                                     BY_DEPARTMENT,
                                     BY_OWNER,
                                     BY_DESCRIPTION,
                                     0};
    size_t i;

    link_by(linking, BY_ID | BY_ALL, true);
    if (linking->ids && linking->id_evidence > 0)
        link_by(linking, BY_ID, false);
    link_by(linking, BY_ALL, true);
    for (i = 0; i < sizeof steps / sizeof *steps; i++)
        link_by(linking, steps[i], false);
}

/* A department of before, and one of after that stands for it. */
struct moved {
    uint32_t from, to;
};

static int compare_moved(const void *a, const void *b)
{
    const struct moved *x = a, *y = b;

    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (x->to > y->to) - (x->to < y->to);
}

static void mark_departments(const struct traits *list, size_t count, bool *known)
{
    size_t i;

    for (i = 0; i < count; i++)
        known[list[i].department] = true;
}

/* Of links from a department that is there no more to one that was not there: those, sorted. */
static struct moved *find_moved(const struct linking *linking, size_t *count)
{
    size_t texts = (size_t)table_count(linking->lexicon->texts) + 1;
    bool *before = memory_alloc(texts, sizeof *before), *after = memory_alloc(texts, sizeof *after);
    struct moved *moved = memory_alloc(linking->before_count, sizeof *moved);
    size_t i;

    mark_departments(linking->before, linking->before_count, before);
    mark_departments(linking->after, linking->after_count, after);
    *count = 0;
    for (i = 0; i < linking->before_count; i++) {
        uint32_t to = linking->after_of[i];

        if (to != LINK_NONE && linking->before[i].department && linking->after[to].department &&
            !after[linking->before[i].department] && !before[linking->after[to].department])
            moved[(*count)++] =
                (struct moved){linking->before[i].department, linking->after[to].department};
    }
    if (*count)
        qsort(moved, *count, sizeof *moved, compare_moved);
    memory_free(before);
    memory_free(after);
    return moved;
}

/* A unit that got another name: the old name is gone, the new one was not there, and at least two
 * links and most of those from it lead to the new one. Its reports left are looked for under that.
 */
static bool rename_departments(struct linking *linking)
{
    size_t texts = (size_t)table_count(linking->lexicon->texts) + 1, count, from, to, end, i;
    uint32_t *now = memory_alloc(texts, sizeof *now);
    struct moved *moved = find_moved(linking, &count);
    bool any = false;

    for (from = 0; from < count; from = end) {
        for (end = from; end < count && moved[end].from == moved[from].from; end++)
            ;
        for (i = from; i < end; i = to) {
            for (to = i; to < end && moved[to].to == moved[i].to; to++)
                ;
            if (to - i >= 2 && 2 * (to - i) > end - from)
                now[moved[i].from] = moved[i].to;
        }
    }
    for (i = 0; i < linking->before_count; i++) {
        if (!now[linking->before[i].department])
            continue;
        linking->before[i].department = now[linking->before[i].department];
        any = true;
    }
    memory_free(moved);
    memory_free(now);
    return any;
}

void link_equal(struct linking *linking)
{
    linking->id_evidence = weigh_ids(linking);
    link_steps(linking);
    if (rename_departments(linking))
        link_steps(linking);
}
