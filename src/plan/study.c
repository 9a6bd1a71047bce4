#include "plan/study.h"

#include "base/memory.h"
#include "base/parallel.h"

#include <math.h>

enum { BUNDLES_A_TASK = 256 };

struct recosting {
    const struct study *study;
    struct costing costing;
    struct result *parts; /* by task */
};

static double measure_of(const struct plan_options *options, const struct saving *saving)
{
    if (!isnan(options->target_hours))
        return 100 * (saving->hours + (options->include_reading ? saving->reader_hours : 0));
    return (double)(saving->producer + (options->include_reading ? saving->reader : 0));
}

static void recost_bundle(const struct recosting *recosting, size_t b, struct arena *scratch,
                          struct result *result)
{
    const struct study *study = recosting->study;
    const struct plan *plan = study->plan;
    const struct costing *costing = &recosting->costing;
    uint32_t from = plan->bundle_start[b], moves = plan->bundle_start[b + 1] - from;
    uint32_t first = study->first[b], last = study->first[b + 1];
    bool *in = ARENA_ARRAY(scratch, moves, bool);
    struct done *done = ARENA_ARRAY(scratch, moves, struct done);
    struct scene scene;

    if (first == last)
        return;
    scene_build(&scene, scratch, costing, plan->bundle_finding + from, moves);
    /* Actions stand in the order of moves. */
    for (size_t i = 0; i < moves && first < last; i++) {
        in[i] = scene.moves[i].finding == plan->actions[first].finding;
        first += in[i];
    }
    scene_play(&scene, in, costing->assumptions, done);
    for (size_t i = 0; i < moves; i++) {
        if (!done[i].effective)
            continue;
        double saving = measure_of(study->options, &done[i].saving);
        double share = move_probability(&scene.moves[i], &done[i], costing->assumptions);
        result->theoretical += saving;
        result->realisable += share * saving;
    }
    scene_clear(&scene);
}

static void recost_task(void *context, size_t task)
{
    const struct recosting *recosting = context;
    size_t from = task * BUNDLES_A_TASK, to = from + BUNDLES_A_TASK;
    struct arena *scratch = arena_new();

    for (size_t b = from; b < to && b < recosting->study->plan->bundle_count; b++) {
        recost_bundle(recosting, b, scratch, &recosting->parts[task]);
        arena_reset(scratch);
    }
    arena_free(scratch);
}

static double target_under(const struct study *study, const struct baseline *baseline)
{
    const struct plan_options *options = study->options;

    if (isnan(options->target_share))
        return (double)study->plan->target;
    return options->target_share *
           (double)(baseline->producer + (options->include_reading ? baseline->reader : 0));
}

/* An inventory that was read with other working days a year: what counts them runs as much more or
 * less often. */
static struct frequency *move_workdays(struct arena *arena, const struct inventory *inventory,
                                       double factor)
{
    struct frequency *moved = ARENA_ARRAY(arena, inventory->frequency_count, struct frequency);

    for (size_t i = 0; i < inventory->frequency_count; i++) {
        moved[i] = inventory->frequencies[i];
        if (moved[i].business_days)
            moved[i].runs *= factor;
    }
    return moved;
}

/* Costs the inventory anew; findings are a copy that points to what was moved. */
static void recost_baseline(struct arena *arena, const struct assumptions *assumptions,
                            struct inventory *inventory, struct findings *findings)
{
    double days = assume(assumptions, ASSUMPTION_WORKDAYS);
    double days_before = assume(findings->assumptions, ASSUMPTION_WORKDAYS);

    *inventory = *findings->inventory;
    if (days != days_before && days_before > 0)
        inventory->frequencies = move_workdays(arena, inventory, days / days_before);
    findings->inventory = inventory;
    baseline_compute(arena, inventory, findings->relations ? findings->relations->listed_as : NULL,
                     assumptions, 1, &findings->baseline);
}

struct result study_recost(const struct study *study, const struct assumptions *assumptions,
                           bool moves_baseline)
{
    struct findings findings = *study->plan->findings;
    struct inventory inventory;
    size_t tasks = (study->plan->bundle_count + BUNDLES_A_TASK - 1) / BUNDLES_A_TASK;
    struct arena *arena = arena_new();
    struct recosting recosting = {study,
                                  {&findings, &findings.baseline, assumptions, &study->usual,
                                   study->options->verdict, study->justified},
                                  NULL};
    struct result result = {0, 0, 0};

    if (moves_baseline)
        recost_baseline(arena, assumptions, &inventory, &findings);
    recosting.parts = ARENA_ARRAY(arena, tasks, struct result);
    parallel_for(tasks, study->options->threads, recost_task, &recosting);
    for (size_t i = 0; i < tasks; i++) {
        result.theoretical += recosting.parts[i].theoretical;
        result.realisable += recosting.parts[i].realisable;
    }
    result.target = target_under(study, &findings.baseline);
    arena_free(arena);
    return result;
}

void study_init(struct study *study, const struct plan *plan, const struct plan_options *options)
{
    *study = (struct study){.plan = plan, .options = options};
    study->first = memory_alloc(plan->bundle_count + 2, sizeof *study->first);
    for (size_t i = 0; i < plan->count; i++)
        study->first[plan->actions[i].bundle + 1]++;
    for (size_t b = 0; b < plan->bundle_count; b++)
        study->first[b + 1] += study->first[b];
    usual_readers_find(plan->findings, &study->usual);
    study->justified = memory_alloc(plan->findings->inventory->count, sizeof *study->justified);
    justified_fill(plan->findings, options, study->justified);
}

void study_clear(struct study *study)
{
    memory_free(study->justified);
    memory_free(study->first);
}
