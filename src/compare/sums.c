/* From the cost of the first edition to that of the last, step by step, and the trend over all. */
#include <math.h>

#include "compare/parts.h"

static void add_step(struct comparison *comparison, enum cost_step step, int64_t amount)
{
    comparison->steps[step].amount += amount;
    comparison->steps[step].reports++;
}

static enum cost_step step_of_new(const struct history *history)
{
    if (history->part_of != COMPARE_NONE && history->origin != ORIGIN_FOUND)
        return STEP_SPLIT;
    switch (history->origin) {
    case ORIGIN_STARTED:
        return STEP_STARTED;
    case ORIGIN_FOUND:
        return STEP_FOUND;
    default:
        return STEP_UNTOLD;
    }
}

/* A report that could not be costed before has not become dearer. */
static void add_change(struct comparison *comparison, const struct change *change)
{
    const struct history *history = &comparison->histories[change->history];
    const struct stand *before = &history->stands[0];
    const struct stand *after = &history->stands[comparison->edition_count - 1];
    int64_t amount = after->producer - before->producer;

    if (change->kind == CHANGE_NEW)
        add_step(comparison, step_of_new(history), amount);
    else if (change->kind == CHANGE_GONE && amount + change->decided)
        add_step(comparison, STEP_GONE, amount + change->decided);
    else if (before->known != after->known && after->report != COMPARE_NONE)
        add_step(comparison, STEP_LEARNED, amount);
    else if (amount + change->decided)
        add_step(comparison,
                 !change->decided && change_is_effort(comparison, change) ? STEP_EFFORT
                                                                          : STEP_OTHER,
                 amount + change->decided);
}

static void sum_steps(struct comparison *comparison)
{
    const struct edition *first = &comparison->editions[0];
    const struct edition *last = &comparison->editions[comparison->edition_count - 1];
    size_t i;

    for (i = 0; i < comparison->change_count; i++)
        add_change(comparison, &comparison->changes[i]);
    for (i = 0; i < comparison->realised_count; i++)
        if (comparison->realised[i].seen != SEEN_NOT_YET)
            add_step(comparison, STEP_REALISED, -comparison->realised[i].saving);
    comparison->steps[STEP_BEFORE] = (struct cost_step_sum){first->producer, first->reports};
    comparison->steps[STEP_AFTER] = (struct cost_step_sum){last->producer, last->reports};
}

/* Known later, though it was there: no growth. */
static bool is_found_later(const struct history *history)
{
    return history->first > 0 ? history->origin == ORIGIN_FOUND : !history->stands[0].known;
}

static void sum_edition(struct comparison *comparison, size_t number)
{
    struct edition *edition = &comparison->editions[number];
    size_t i;

    for (i = 0; i < comparison->history_count; i++) {
        const struct history *history = &comparison->histories[i];
        const struct stand *stand = &history->stands[number];
        bool is = stand->report != COMPARE_NONE;
        bool was = number > 0 && history->stands[number - 1].report != COMPARE_NONE;

        edition->gone += number > 0 && was && !is;
        if (!is)
            continue;
        edition->reports++;
        edition->fresh += number > 0 && history->first == number;
        edition->found += number > 0 && history->first == number && is_found_later(history);
        edition->returned += number > 0 && !was && history->first < number;
        edition->producer += stand->producer;
        edition->reader += stand->reader;
        edition->hours += stand->hours;
        if (number > 0 && is_found_later(history))
            edition->found_cost += stand->producer;
    }
}

void sum_up(struct comparing *comparing)
{
    struct comparison *comparison = comparing->comparison;
    size_t edition;

    for (edition = 0; edition < comparison->edition_count; edition++)
        sum_edition(comparison, edition);
    sum_steps(comparison);
}
