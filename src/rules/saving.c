#include "rules/saving.h"

#include <math.h>

#include "rules/grounds.h"
#include "rules/likeness.h"

/* The survivor serves the faster of the two rhythms. */
static void merge(const struct finding *finding, const struct common_parts *parts,
                  const struct assumptions *assumptions, struct state *survivor,
                  struct state *retired)
{
    if (retired->runs > survivor->runs)
        survivor->runs = retired->runs;
    if (finding->relation == RELATION_VARIANT)
        state_merge_variant(survivor, retired, parts->readers_union, assumptions);
    else
        state_merge(survivor, retired, parts->coverage, parts->readers_union, assumptions);
}

static void apply(const struct finding *finding, const struct common_parts *parts,
                  const struct assumptions *assumptions, struct state *state, struct state *other)
{
    switch (finding->action) {
    case ACTION_RETIRE:
        state_retire(state);
        break;
    case ACTION_MERGE:
        merge(finding, parts, assumptions, other, state);
        break;
    case ACTION_SIMPLIFY:
        state_simplify(state, assumptions);
        break;
    case ACTION_DROP_RECIPIENTS:
        state_drop_recipients(state, finding->to_readers);
        break;
    case ACTION_CHANGE_CHANNEL:
        state_change_channel(state);
        break;
    default: /* a question has at stake what its rhythm would save, where it names one */
        if (finding->to_runs > 0)
            state_set_runs(state, finding->to_runs, assumptions);
    }
}

/* The states before the finding and what they cost: of the report, and of the other one where there
 * is one. */
struct before {
    const struct state *state[2];
    const struct cost *cost[2];
    struct common_parts parts; /* of a merge */
    int count;
    struct state of_other; /* what the second of each points to */
    struct cost cost_of_other;
};

static int64_t saving_under(const struct finding *finding, const struct assumptions *assumptions,
                            const struct before *before, struct saving *saving)
{
    struct state after[2];
    struct cost cost;
    int i;

    for (i = 0; i < before->count; i++)
        after[i] = *before->state[i];
    apply(finding, &before->parts, assumptions, &after[0], &after[before->count - 1]);
    *saving = (struct saving){0};
    for (i = 0; i < before->count; i++) {
        state_cost_of_making(&after[i], &cost);
        saving->producer += cost_producer(before->cost[i]) - cost_producer(&cost);
        saving->cash += cost_cash(before->cost[i]) - cost_cash(&cost);
        saving->hours += before->cost[i]->hours - cost.hours;
    }
    return saving->producer;
}

/* False where there is nothing to cost. */
static bool find_before(const struct look *look, const struct finding *finding,
                        struct before *before)
{
    const struct baseline *baseline = look->grounds->baseline;

    if (!look->basis->costed || !baseline->basis[finding->other].costed)
        return false;
    before->count = 1;
    before->cost[0] = before->cost[1] = look_cost(look);
    before->state[0] = before->state[1] = look_state(look);
    if (finding->other != finding->report) {
        before->count = 2;
        baseline_state(baseline, finding->other, &before->of_other);
        state_cost_of_making(&before->of_other, &before->cost_of_other);
        before->state[1] = &before->of_other;
        before->cost[1] = &before->cost_of_other;
    }
    if (finding->action == ACTION_MERGE)
        before->parts = *common_parts_of(look, finding->other);
    return true;
}

/* A question that names no rhythm is about nothing that is costed. */
static bool changes_nothing(const struct finding *finding)
{
    return (finding->action == ACTION_ASK || finding->action == ACTION_SHARE_PRODUCTION) &&
           !(finding->to_runs > 0);
}

int64_t saving_alone(const struct look *look, const struct finding *finding)
{
    struct before before;
    struct saving saving;

    if (changes_nothing(finding))
        return 0;
    return find_before(look, finding, &before)
               ? saving_under(finding, look->grounds->assumptions, &before, &saving)
               : 0;
}

/* What is not known of both reports of a merge: mostly nothing, and then nothing need be costed. */
static enum field field_in_doubt(const struct look *look, const struct finding *finding)
{
    const struct common_parts *parts;

    if (finding->action != ACTION_MERGE)
        return FIELD_COUNT;
    parts = common_parts_of(look, finding->other);
    if (isnan(parts->coverage) && finding->relation != RELATION_VARIANT)
        return FIELD_fields;
    return isnan(parts->readers_union) ? FIELD_recipients : FIELD_COUNT;
}

enum field saving_doubt(const struct look *look, const struct finding *finding)
{
    const struct assumptions *assumptions = look->grounds->assumptions;
    enum field unknown = field_in_doubt(look, finding);
    struct before before;
    struct saving saving;
    double shared;

    if (unknown == FIELD_COUNT || !find_before(look, finding, &before))
        return FIELD_COUNT;
    if (isnan(before.parts.readers_union)) {
        shared = assume_at(assumptions, ASSUMPTION_MERGE_OVERLAP, OUTLOOK_LOW);
        before.parts.readers_union =
            before.state[0]->readers * (1 - shared) + before.state[1]->readers;
    }
    if (unknown == FIELD_fields)
        before.parts.coverage = assume_at(assumptions, ASSUMPTION_MERGE_COVERAGE, OUTLOOK_LOW);
    return saving_under(finding, assumptions, &before, &saving) > 0 ? FIELD_COUNT : unknown;
}

void saving_range(const struct look *look, const struct finding *finding, struct alone *alone)
{
    const struct grounds *grounds = look->grounds;
    struct before before;
    struct saving saving;

    if (!find_before(look, finding, &before))
        return;
    alone->low = alone->high = saving_under(finding, grounds->assumptions, &before, &saving);
    alone->cash = saving.cash;
    alone->hours = saving.hours;
    if (finding->action == ACTION_RETIRE)
        return; /* nothing is left behind, so no assumption moves it */
    alone->low = saving_under(finding, &grounds->low, &before, &saving);
    alone->high = saving_under(finding, &grounds->high, &before, &saving);
}
