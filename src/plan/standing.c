#include "plan/standing.h"

#include "base/memory.h"

#include <math.h>

double floor_of(const struct findings *findings, uint32_t report)
{
    const struct inventory *inventory = findings->inventory;
    const uint32_t *least = inventory->columns[FIELD_min_frequency].number;
    double floor = least ? inventory->frequencies[least[report]].runs : NAN;

    if (!isnan(floor))
        return floor;
    return findings->protected_by_mandate[report] ? INFINITY : 0;
}

enum action action_of(const struct finding *finding)
{
    if (finding->action == ACTION_ASK && !isnan(finding->to_runs))
        return ACTION_REDUCE_FREQUENCY;
    return finding->action;
}

/* Whether there is a transition of costed states behind the finding. */
static bool can_be_costed(const struct findings *findings, const struct finding *finding)
{
    const struct cost_basis *basis = findings->baseline.basis;
    enum action action = action_of(finding);

    if (!basis[finding->report].costed || finding->relation == RELATION_SHARED)
        return false;
    if (action == ACTION_MERGE)
        return finding->other != finding->report && basis[finding->other].costed;
    if (action == ACTION_REDUCE_FREQUENCY)
        return finding->to_runs > 0 && finding->to_runs < basis[finding->report].runs;
    return action == ACTION_RETIRE || action == ACTION_SIMPLIFY ||
           action == ACTION_DROP_RECIPIENTS || action == ACTION_CHANGE_CHANNEL;
}

static bool needs_outside(const struct findings *findings, const struct finding *finding)
{
    enum action action = action_of(finding);

    if (finding->outside)
        return true;
    if (action == ACTION_REDUCE_FREQUENCY)
        return finding->to_runs < floor_of(findings, finding->report);
    return findings->protected_by_mandate[finding->report] &&
           (action == ACTION_RETIRE || action == ACTION_MERGE);
}

/* Where the requirement itself may have ended its owner can say so; to stop it takes more. */
static bool is_of_the_past(const struct finding *finding)
{
    return finding->rule == RULE_past_end && !finding->outside;
}

static enum standing standing_of(const struct findings *findings,
                                 const struct plan_options *options, size_t index)
{
    const struct finding *finding = &findings->list[index];
    enum verdict verdict = options->verdict ? options->verdict[index] : VERDICT_NONE;
    bool accepted = verdict == VERDICT_ACCEPTED || verdict == VERDICT_DONE;

    if (!can_be_costed(findings, finding))
        return STANDING_NONE;
    if (needs_outside(findings, finding) && (accepted || !is_of_the_past(finding)))
        return finding->superseded ? STANDING_NONE : STANDING_OUTSIDE;
    if (verdict == VERDICT_REJECTED || verdict == VERDICT_DEFERRED)
        return STANDING_NONE;
    if (accepted)
        return STANDING_OPEN;
    if (options->as_decided)
        return STANDING_NONE;
    if (options->certain_only && finding->strength == STRENGTH_LIKELY)
        return STANDING_NONE;
    return finding->strength == STRENGTH_ASK ? STANDING_ASK : STANDING_OPEN;
}

/* Several rules may want one report less often, or gone: the stronger finding stands, of equal ones
 * that which takes less away, then the first. */
static bool is_stronger(const struct finding *a, const struct finding *b)
{
    if (a->strength != b->strength)
        return a->strength > b->strength;
    return a->to_runs > b->to_runs;
}

static void drop_superseded(const struct findings *findings, size_t from, size_t to,
                            enum standing *standing)
{
    long best[ACTION_COUNT];

    for (int action = 0; action < ACTION_COUNT; action++)
        best[action] = -1;
    for (size_t i = from; i < to; i++) {
        const struct finding *finding = &findings->list[i];
        long *first = &best[action_of(finding)];

        if (action_of(finding) == ACTION_MERGE ||
            (standing[i] != STANDING_OPEN && standing[i] != STANDING_ASK))
            continue;
        if (*first >= 0 && !is_stronger(finding, &findings->list[*first])) {
            standing[i] = STANDING_NONE;
            continue;
        }
        if (*first >= 0)
            standing[*first] = STANDING_NONE;
        *first = (long)i;
    }
}

void standing_fill(const struct findings *findings, const struct plan_options *options,
                   enum standing *standing)
{
    size_t from = 0;

    for (size_t i = 0; i < findings->count; i++)
        standing[i] = standing_of(findings, options, i);
    for (size_t i = 1; i <= findings->count; i++)
        if (i == findings->count || findings->list[i].report != findings->list[from].report) {
            drop_superseded(findings, from, i, standing);
            from = i;
        }
}

void justified_from(const struct findings *findings, const enum standing *standing,
                    double *justified)
{
    for (size_t i = 0; i < findings->count; i++)
        if (standing[i] == STANDING_OPEN &&
            action_of(&findings->list[i]) == ACTION_REDUCE_FREQUENCY)
            justified[findings->list[i].report] = findings->list[i].to_runs;
}

void justified_fill(const struct findings *findings, const struct plan_options *options,
                    double *justified)
{
    struct plan_options all = *options;
    enum standing *standing = memory_alloc(findings->count, sizeof *standing);

    all.as_decided = all.certain_only = false;
    standing_fill(findings, &all, standing);
    justified_from(findings, standing, justified);
    memory_free(standing);
}
