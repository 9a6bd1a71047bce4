#include "sections/notice_index.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

struct keyed_action {
    uint32_t report, action;
};

static int by_key(const void *a, const void *b)
{
    const struct keyed_action *x = a, *y = b;

    if (x->report != y->report)
        return x->report > y->report ? 1 : -1;
    return (x->action > y->action) - (x->action < y->action);
}

/* Actions by the report that they are done to, or that takes in another. */
uint32_t *notice_index(struct arena *arena, const struct plan *plan, bool into, size_t *count)
{
    struct keyed_action *keyed = memory_alloc(plan->count, sizeof *keyed);
    uint32_t *index = ARENA_ARRAY(arena, plan->count, uint32_t);
    size_t i;

    *count = 0;
    for (i = 0; i < plan->count; i++) {
        const struct planned *planned = &plan->actions[i];
        bool merges = plan->findings->list[planned->finding].action == ACTION_MERGE;

        if (!into || merges)
            keyed[(*count)++] =
                (struct keyed_action){into ? planned->other : planned->report, (uint32_t)i};
    }
    if (*count)
        qsort(keyed, *count, sizeof *keyed, by_key);
    for (i = 0; i < *count; i++)
        index[i] = keyed[i].action;
    memory_free(keyed);
    return index;
}

/* The first place whose report is not below. */
static size_t find_actions(const struct plan *plan, const uint32_t *index, size_t count, bool into,
                           uint32_t report)
{
    size_t low = 0;

    while (low < count) {
        size_t middle = low + (count - low) / 2;
        const struct planned *planned = &plan->actions[index[middle]];

        if ((into ? planned->other : planned->report) < report)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

size_t notices_actions(const struct notices *notices, uint32_t report, size_t *count)
{
    const struct plan *plan = notices->story->plan;
    size_t first = find_actions(plan, notices->action, plan->count, false, report);

    *count = find_actions(plan, notices->action, plan->count, false, report + 1) - first;
    return first;
}

size_t notices_absorbed(const struct notices *notices, uint32_t report, size_t *count)
{
    const struct plan *plan = notices->story->plan;
    size_t all = notices->absorbed_count;
    size_t first = find_actions(plan, notices->absorbed, all, true, report);

    *count = find_actions(plan, notices->absorbed, all, true, report + 1) - first;
    return first;
}

/* Letters and digits in lower case, the rest a dash: no path, no hidden file, no name that a system
 * keeps for itself, whatever people are called. */
const char *notice_file(struct arena *arena, struct text name, size_t again)
{
    enum { LONGEST = 60 };
    struct arena *scratch = arena_new();
    struct text folded = utf8_fold(scratch, name);
    char *key = arena_alloc(arena, sizeof "notice-" + LONGEST + 24);
    size_t size = sizeof "notice-" - 1, i;

    memcpy(key, "notice-", size);
    for (i = 0; i < folded.size && size < sizeof "notice-" - 1 + LONGEST; i++) {
        int byte = byte_lower((unsigned char)folded.data[i]);
        bool letter = byte_is_alpha(byte) || byte_is_digit(byte);

        if (letter ||
            ((byte == '.' || byte == '@') && key[size - 1] != '-' && key[size - 1] != '.'))
            key[size++] = (char)byte;
        else if (key[size - 1] != '-')
            key[size++] = '-';
    }
    while (size && (key[size - 1] == '-' || key[size - 1] == '.'))
        size--;
    key[size] = '\0';
    arena_free(scratch);
    return again ? arena_printf(arena, "%s-%zu", key, again + 1).data : key;
}
