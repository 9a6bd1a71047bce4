/* What stands beside a plan and in none of its totals: what is to be asked, and what somebody
 * outside would have to allow. */
#include "plan/chosen.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "plan/ahead.h"

#include <math.h>

/* All that is chosen and all that is asked, less what is chosen alone. */
static int64_t stake_of(struct scene *scene, const bool *is_chosen, struct arena *scratch)
{
    bool *in = ARENA_ARRAY(scratch, scene->move_count, bool);
    struct done *done = ARENA_ARRAY(scratch, scene->move_count, struct done);
    int64_t saving[2] = {0, 0};

    for (int with_asked = 0; with_asked < 2; with_asked++) {
        bool any = with_asked;

        for (size_t i = 0; i < scene->move_count; i++) {
            in[i] = with_asked || is_chosen[scene->moves[i].finding];
            any = any || in[i];
        }
        if (!any)
            continue;
        scene_play(scene, in, scene->costing->assumptions, done);
        for (size_t i = 0; i < scene->move_count; i++)
            saving[with_asked] += done[i].effective ? done[i].saving.producer : 0;
    }
    return saving[1] > saving[0] ? saving[1] - saving[0] : 0;
}

/* A question about a report of which nothing else is known needs no scene. */
static bool stands_alone(const struct findings *findings, const uint32_t *start,
                         const uint32_t *finding)
{
    return start[1] - start[0] == 1 && !findings->list[finding[start[0]]].superseded;
}

static bool asks(const enum standing *standing, const uint32_t *start, const uint32_t *finding)
{
    for (uint32_t i = start[0]; i < start[1]; i++)
        if (standing[finding[i]] == STANDING_ASK)
            return true;
    return false;
}

enum { BUNDLES_A_TASK = 256 };

/* Bundles of what is chosen and what is asked. */
struct staking {
    const struct costing *costing;
    const enum standing *standing;
    const bool *is_chosen;
    struct bundles bundles;
    int64_t *stake; /* by task */
};

static int64_t stake_of_bundle(const struct staking *staking, size_t b, struct arena *scratch)
{
    const struct findings *findings = staking->costing->findings;
    const uint32_t *start = staking->bundles.start + b, *finding = staking->bundles.finding;
    struct scene scene;
    int64_t stake;

    if (!asks(staking->standing, start, finding))
        return 0;
    if (stands_alone(findings, start, finding)) {
        stake = findings->list[finding[start[0]]].saving;
        return stake > 0 ? stake : 0;
    }
    scene_build(&scene, scratch, staking->costing, finding + start[0], start[1] - start[0]);
    scene.skips_reading = true;
    stake = stake_of(&scene, staking->is_chosen, scratch);
    scene_clear(&scene);
    arena_reset(scratch);
    return stake;
}

static void stake_task(void *context, size_t task)
{
    const struct staking *staking = context;
    size_t from = task * BUNDLES_A_TASK, to = from + BUNDLES_A_TASK;
    struct arena *scratch = arena_new();

    for (size_t b = from; b < to && b < staking->bundles.count; b++) {
        bundles_look_ahead(staking->costing->findings, &staking->bundles, b, 2);
        staking->stake[task] += stake_of_bundle(staking, b, scratch);
    }
    arena_free(scratch);
}

int64_t chosen_at_stake(const struct plan *plan, const enum standing *standing,
                        const struct costing *costing, unsigned threads)
{
    const struct findings *findings = plan->findings;
    bool *is_chosen = memory_alloc(findings->count, sizeof *is_chosen);
    bool *included = memory_alloc(findings->count, sizeof *included);
    struct staking staking = {.costing = costing, .standing = standing, .is_chosen = is_chosen};
    size_t tasks;
    int64_t sum = 0;

    for (size_t i = 0; i < plan->count; i++)
        is_chosen[plan->actions[i].finding] = true;
    for (size_t i = 0; i < findings->count; i++)
        included[i] = is_chosen[i] || standing[i] == STANDING_ASK;
    bundles_find(findings, included, &staking.bundles);
    tasks = (staking.bundles.count + BUNDLES_A_TASK - 1) / BUNDLES_A_TASK;
    staking.stake = memory_alloc(tasks, sizeof *staking.stake);
    parallel_for(tasks, threads, stake_task, &staking);
    for (size_t i = 0; i < tasks; i++)
        sum += staking.stake[i];
    memory_free(staking.stake);
    bundles_clear(&staking.bundles);
    memory_free(included);
    memory_free(is_chosen);
    return sum;
}

static void tell_outside(const struct costing *costing, size_t index, struct planned *planned)
{
    const struct assumptions *assumptions = costing->assumptions;
    const struct finding *finding = &costing->findings->list[index];
    double share = assume(assumptions, ASSUMPTION_P_OUTSIDE);
    double once = assume(assumptions, ASSUMPTION_ONCE_OUTSIDE);
    struct alone alone;

    finding_alone(costing->findings, finding, &alone);
    *planned = (struct planned){
        .finding = (uint32_t)index,
        .report = finding->report,
        .other = finding->other,
        .from_runs = NAN,
        .to_runs = finding->to_runs,
        .wave = 3,
        .sticks = ASSUMPTION_P_OUTSIDE,
        .probability = share,
        .theoretical = finding->saving,
        .theoretical_cash = alone.cash,
        .theoretical_hours = alone.hours,
        .realisable = money_times(finding->saving, share),
        .low = money_times(alone.low, assume_at(assumptions, ASSUMPTION_P_OUTSIDE, OUTLOOK_LOW)),
        .high = money_times(alone.high, assume_at(assumptions, ASSUMPTION_P_OUTSIDE, OUTLOOK_HIGH)),
        .hours = alone.hours * share,
        .one_off_hours = once,
    };
}

void chosen_outside(struct plan *plan, const enum standing *standing, const struct costing *costing)
{
    const struct findings *findings = plan->findings;

    for (size_t i = 0; i < findings->count; i++)
        plan->outside_count += standing[i] == STANDING_OUTSIDE;
    plan->outside = ARENA_ARRAY(plan->arena, plan->outside_count, struct planned);
    for (size_t i = 0, k = 0; i < findings->count; i++)
        if (standing[i] == STANDING_OUTSIDE)
            tell_outside(costing, i, &plan->outside[k++]);
}
