/* What was planned or decided beside what is to be seen in the last edition.
 *
 * The saving of a report is its cost before less its cost after, measured. Where several actions
 * touch one report each takes what the plan gives it, in the order of attribution, and the last one
 * that is to be seen the rest: so the savings of all actions add up to what was measured, to the
 * cent. */
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "compare/parts.h"
#include "plan/course.h"
#include "plan/decisions.h"

/* What an action takes off one report. */
struct effect {
    uint32_t report, realised;
    int64_t planned;
};

struct effects {
    struct effect *list;
    size_t count, capacity;
};

static void add_effect(struct effects *effects, uint32_t report, size_t realised, int64_t planned)
{
    effects->list = MEMORY_ROOM(effects->list, effects->count, effects->capacity);
    effects->list[effects->count++] = (struct effect){report, (uint32_t)realised, planned};
}

static int64_t cost_of(const struct state *state)
{
    struct cost cost;

    state_cost(state, &cost);
    return cost_producer(&cost);
}

static struct realised *add_realised(struct comparing *comparing, uint32_t report,
                                     enum action action)
{
    struct comparison *comparison = comparing->comparison;
    struct realised *realised = &comparison->realised[comparison->realised_count++];

    *realised = (struct realised){.report = report,
                                  .action = action,
                                  .history = comparing->history_of[report],
                                  .to_runs = NAN,
                                  .to_readers = NAN};
    return realised;
}

static void add_planned(struct comparing *comparing, const struct course_step *step,
                        struct effects *effects)
{
    const struct findings *findings = comparing->comparison->plan->findings;
    const struct planned *planned = step->planned;
    const struct finding *finding = &findings->list[planned->finding];
    /* A question whether it could be rarer, accepted, is that action. */
    enum action action = isnan(planned->to_runs) ? finding->action : ACTION_REDUCE_FREQUENCY;
    struct realised *realised = add_realised(comparing, planned->report, action);
    size_t number = comparing->comparison->realised_count - 1, i;

    realised->planned = planned;
    realised->decision = decision_on(findings, finding);
    if (realised->decision && realised->decision->choice != CHOICE_ACCEPT)
        realised->decision = NULL;
    realised->to_runs = planned->to_runs;
    realised->to_readers = finding->to_readers;
    for (i = 0; i < step->reports; i++)
        add_effect(effects, step->report[i], number,
                   cost_of(&step->before[i]) - cost_of(&step->after[i]));
}

/* Of two decisions on the same action the later row holds. */
static bool is_replaced(const struct inventory *inventory, const struct decision *decision)
{
    uint32_t last = inventory->last_decision[decision->report];

    for (; last; last = inventory->decisions[last - 1].before) {
        const struct decision *later = &inventory->decisions[last - 1];

        if (later == decision)
            return false;
        if (later->action == decision->action && (!later->to || later->to == decision->to))
            return true;
    }
    return false;
}

/* Accepted, but the plan of the first edition has nothing to it: only what was measured is told. */
static void add_decided(struct comparing *comparing, struct effects *effects)
{
    struct comparison *comparison = comparing->comparison;
    const struct inventory *inventory = comparison->editions[0].inventory;
    bool *planned = memory_alloc(inventory->decision_count, sizeof *planned);
    size_t i;

    for (i = 0; i < comparison->realised_count; i++)
        if (comparison->realised[i].decision)
            planned[comparison->realised[i].decision - inventory->decisions] = true;
    for (i = 0; i < inventory->decision_count; i++) {
        const struct decision *decision = &inventory->decisions[i];
        struct realised *realised;

        if (decision->report == DECISION_LOST || decision->choice != CHOICE_ACCEPT ||
            decision->action == ACTION_KEEP || planned[i] || is_replaced(inventory, decision))
            continue;
        realised = add_realised(comparing, decision->report, (enum action)decision->action);
        realised->decision = decision;
        add_effect(effects, decision->report, comparison->realised_count - 1, 0);
    }
    memory_free(planned);
}

static void add_all(struct comparing *comparing, struct effects *effects)
{
    struct arena *arena = arena_new();
    size_t count, i;
    struct course_step *steps =
        course_find_all(arena, comparing->comparison->plan, comparing->plan_options, &count);

    for (i = 0; i < count; i++)
        add_planned(comparing, &steps[i], effects);
    arena_free(arena);
    add_decided(comparing, effects);
}

/* What is left of a report that is done away with costs no more than it must. */
static bool is_done_away(const struct comparing *comparing, const struct history *history)
{
    const struct comparison *comparison = comparing->comparison;
    const struct edition *first = &comparison->editions[0];
    const struct stand *after = &history->stands[comparison->edition_count - 1];
    struct state state;

    if (after->report == COMPARE_NONE || !after->active)
        return true;
    baseline_state(&first->baseline, history->stands[0].report, &state);
    state_retire(&state);
    return after->known && history->stands[0].producer > 0 && after->producer <= cost_of(&state);
}

/* Whether it was away, or rarer, in an edition between the first and the last. */
static bool was_away(const struct comparison *comparison, const struct history *history)
{
    size_t i;

    for (i = 1; i + 1 < comparison->edition_count; i++)
        if (history->stands[i].report == COMPARE_NONE || !history->stands[i].active)
            return true;
    return false;
}

static bool was_rarer(const struct comparison *comparison, const struct history *history,
                      double runs)
{
    size_t i;

    for (i = 1; i + 1 < comparison->edition_count; i++)
        if (history->stands[i].report != COMPARE_NONE && history->stands[i].runs < runs)
            return true;
    return false;
}

static enum outcome_seen seen_of_number(double before, double after, double to)
{
    const double slack = 1 + 1e-6;

    if (!(after < before) && !(after <= to * slack))
        return SEEN_NOT_YET;
    return isnan(to) || after <= to * slack ? SEEN_DONE : SEEN_PARTLY;
}

static enum outcome_seen seen_of(const struct comparing *comparing, const struct realised *realised)
{
    const struct comparison *comparison = comparing->comparison;
    const struct history *history = &comparison->histories[realised->history];
    const struct stand *before = &history->stands[0];
    const struct stand *after = &history->stands[comparison->edition_count - 1];
    enum outcome_seen seen;

    if (is_done_away(comparing, history))
        return SEEN_DONE;
    switch (realised->action) {
    case ACTION_RETIRE:
    case ACTION_MERGE:
        return was_away(comparison, history) ? SEEN_GREW_BACK : SEEN_NOT_YET;
    case ACTION_REDUCE_FREQUENCY:
        seen = seen_of_number(before->runs, after->runs, realised->to_runs);
        return seen == SEEN_NOT_YET && was_rarer(comparison, history, after->runs) ? SEEN_GREW_BACK
                                                                                   : seen;
    case ACTION_DROP_RECIPIENTS:
        return seen_of_number(before->readers, after->readers, realised->to_readers);
    default:
        return after->known && after->producer < before->producer ? SEEN_DONE : SEEN_NOT_YET;
    }
}

static int compare_effects(const void *a, const void *b)
{
    const struct effect *x = a, *y = b;

    if (x->report != y->report)
        return x->report < y->report ? -1 : 1;
    return (x->realised > y->realised) - (x->realised < y->realised);
}

/* Shares what was measured of one report among the effects from..to. */
static void share_out(struct comparison *comparison, const struct effect *effects, size_t count,
                      const struct history *history, int64_t *measured)
{
    const struct stand *before = &history->stands[0];
    const struct stand *after = &history->stands[comparison->edition_count - 1];
    size_t last = count, i;

    *measured = 0;
    if (!before->known || (after->report != COMPARE_NONE && !after->known))
        return;
    for (i = 0; i < count; i++)
        if (comparison->realised[effects[i].realised].seen != SEEN_NOT_YET)
            last = i;
    if (last == count)
        return;
    *measured = before->producer - after->producer;
    comparison->realised[effects[last].realised].saving += *measured;
    for (i = 0; i < last; i++) {
        struct realised *realised = &comparison->realised[effects[i].realised];

        if (realised->seen == SEEN_NOT_YET)
            continue;
        realised->saving += effects[i].planned;
        comparison->realised[effects[last].realised].saving -= effects[i].planned;
    }
}

/* By history the number of its change, plus one. */
static uint32_t *changes_by_history(struct arena *arena, const struct comparison *comparison)
{
    uint32_t *change_of = ARENA_ARRAY(arena, comparison->history_count, uint32_t);
    size_t i;

    for (i = 0; i < comparison->change_count; i++)
        change_of[comparison->changes[i].history] = (uint32_t)i + 1;
    return change_of;
}

void find_realised(struct comparing *comparing)
{
    struct comparison *comparison = comparing->comparison;
    struct effects effects = {NULL, 0, 0};
    struct arena *scratch = arena_new();
    uint32_t *change_of = changes_by_history(scratch, comparison);
    size_t from, to, i;

    comparison->realised =
        ARENA_ARRAY(comparison->arena,
                    comparison->plan->count + comparison->editions[0].inventory->decision_count,
                    struct realised);
    add_all(comparing, &effects);
    for (i = 0; i < comparison->realised_count; i++)
        comparison->realised[i].seen = seen_of(comparing, &comparison->realised[i]);
    if (effects.count)
        qsort(effects.list, effects.count, sizeof *effects.list, compare_effects);
    for (from = 0; from < effects.count; from = to) {
        uint32_t history = comparing->history_of[effects.list[from].report];

        for (to = from; to < effects.count && effects.list[to].report == effects.list[from].report;
             to++)
            ;
        share_out(comparison, effects.list + from, to - from, &comparison->histories[history],
                  &comparison->changes[change_of[history] - 1].decided);
    }
    comparison->planned = comparison->plan->totals.theoretical;
    memory_free(effects.list);
    arena_free(scratch);
}
