#include "rules/saving.h"

#include <math.h>

#include "rules/grounds.h"
#include "rules/likeness.h"

/* The survivor serves the faster of the two rhythms: costs.md 4.2. */
static void merge(const struct look *look, const struct finding *finding,
                  const struct assumptions *assumptions, struct state *survivor,
                  struct state *retired)
{
    struct likeness likeness;

    likeness_of(look, finding->other, &likeness);
    if (retired->runs > survivor->runs)
        survivor->runs = retired->runs;
    if (finding->relation == RELATION_VARIANT)
        state_merge_variant(survivor, retired, likeness.readers_union, assumptions);
    else
        state_merge(survivor, retired, likeness.coverage, likeness.readers_union, assumptions);
}

static void apply(const struct look *look, const struct finding *finding,
                  const struct assumptions *assumptions, struct state *state, struct state *other)
{
    switch (finding->action) {
    case ACTION_RETIRE:
        state_retire(state);
        break;
    case ACTION_MERGE:
        merge(look, finding, assumptions, other, state);
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

static int64_t saving_under(const struct look *look, const struct finding *finding,
                            const struct assumptions *assumptions, const struct state before[2],
                            struct saving *saving)
{
    struct state after[2] = {before[0], before[1]};
    struct saving of_other;

    apply(look, finding, assumptions, &after[0], &after[1]);
    saving_between(&before[0], &after[0], saving);
    if (finding->other == finding->report)
        return saving->producer;
    saving_between(&before[1], &after[1], &of_other);
    saving->producer += of_other.producer;
    saving->cash += of_other.cash;
    saving->hours += of_other.hours;
    return saving->producer;
}

void saving_alone(const struct look *look, struct finding *finding)
{
    const struct grounds *grounds = look->grounds;
    struct state before[2];
    struct saving saving;

    if (!look->cost->costed || !grounds->baseline->cost[finding->other].costed)
        return;
    baseline_state(grounds->baseline, grounds->inventory, grounds->assumptions, finding->report,
                   &before[0]);
    before[1] = before[0];
    if (finding->other != finding->report)
        baseline_state(grounds->baseline, grounds->inventory, grounds->assumptions,
                       finding->other, &before[1]);
    finding->low = saving_under(look, finding, &grounds->low, before, &saving);
    finding->high = saving_under(look, finding, &grounds->high, before, &saving);
    finding->saving = saving_under(look, finding, grounds->assumptions, before, &saving);
    finding->cash = saving.cash;
    finding->hours = saving.hours;
}
