/* "If you mow the lawn, the grass comes back": what was away or rarer in an edition and is there
 * again, and new reports that are much like one that went. */
#include "compare/parts.h"

static void add(struct comparison *comparison, enum regrowth kind, size_t history, int64_t cost)
{
    comparison->regrown[comparison->regrown_count++] =
        (struct regrown){kind, (uint32_t)history, cost};
}

/* The least runs it had in an edition between, where it was there. */
static size_t rarest(const struct comparison *comparison, const struct history *history)
{
    size_t best = 0, i;

    for (i = 1; i + 1 < comparison->edition_count; i++)
        if (history->stands[i].report != COMPARE_NONE &&
            history->stands[i].runs < history->stands[best].runs)
            best = i;
    return best;
}

static bool was_away(const struct comparison *comparison, const struct history *history)
{
    size_t i;

    for (i = history->first + 1; i + 1 < comparison->edition_count; i++)
        if (history->stands[i].report == COMPARE_NONE || !history->stands[i].active)
            return true;
    return false;
}

static void look_at(struct comparison *comparison, size_t number)
{
    const struct history *history = &comparison->histories[number];
    size_t last = comparison->edition_count - 1, low;
    const struct stand *now = &history->stands[last];

    if (now->report == COMPARE_NONE || !now->active)
        return;
    if (history->first > 0 && history->like != COMPARE_NONE) {
        add(comparison, REGROWTH_COPY, number, now->producer);
    } else if (was_away(comparison, history)) {
        add(comparison, REGROWTH_RETURNED, number, now->producer);
    } else if (history->first == 0) {
        low = rarest(comparison, history);
        if (low && now->runs > history->stands[low].runs)
            add(comparison, REGROWTH_FASTER, number, now->producer - history->stands[low].producer);
    }
}

void find_regrown(struct comparing *comparing)
{
    struct comparison *comparison = comparing->comparison;
    size_t i;

    comparison->regrown = ARENA_ARRAY(comparison->arena, comparison->history_count, struct regrown);
    for (i = 0; i < comparison->history_count; i++)
        look_at(comparison, i);
}
