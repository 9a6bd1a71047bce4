/* Without a target bundles do not depend on each other: what saves most in each is told at once, so
 * that its scene is built once and nothing is kept of what is not chosen. */
#include "plan/chosen.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "plan/ahead.h"
#include "plan/trial.h"

#include <string.h>

enum { BUNDLES_A_TASK = 256 };

struct choosing {
    const struct bundles *bundles;
    const struct costing *costing;
    const struct plan_options *options;
    struct outlooks outlooks;
    struct planned *actions; /* those of a bundle begin where its findings do in bundles */
    uint32_t *count;         /* of them, by bundle */
    struct largest *largest; /* by task */
};

static void choose_in_bundle(const struct choosing *choosing, size_t b, struct arena *scratch,
                             struct largest *largest)
{
    const uint32_t *start = &choosing->bundles->start[b];
    struct trial trial = {.options = choosing->options, .arena = scratch};
    const struct item *last;

    trial_run(&trial, choosing->costing, choosing->bundles->finding + start[0],
              start[1] - start[0]);
    last = &trial.items[trial.count - 1];
    largest->fixed += trial.items[0].count;
    largest->value += last->value;
    largest->disruption += last->disruption;
    choosing->count[b] = last->count;
    chosen_tell_item(&choosing->outlooks, &trial.scene, last, (uint32_t)b,
                     choosing->actions + start[0]);
    trial_end(&trial);
}

static void choose_task(void *context, size_t task)
{
    const struct choosing *choosing = context;
    size_t from = task * BUNDLES_A_TASK, to = from + BUNDLES_A_TASK;
    struct arena *scratch = arena_new();

    for (size_t b = from; b < to && b < choosing->bundles->count; b++) {
        bundles_look_ahead(choosing->costing->findings, choosing->bundles, b, 1);
        choose_in_bundle(choosing, b, scratch, &choosing->largest[task]);
        arena_reset(scratch);
    }
    arena_free(scratch);
}

/* Closes the gaps that findings which were not chosen have left; returns how many actions there
 * are. */
static size_t close_gaps(const struct choosing *choosing)
{
    size_t count = 0;

    for (size_t b = 0; b < choosing->bundles->count; b++) {
        memmove(choosing->actions + count, choosing->actions + choosing->bundles->start[b],
                choosing->count[b] * sizeof *choosing->actions);
        count += choosing->count[b];
    }
    return count;
}

void chosen_largest(struct plan *plan, const struct bundles *bundles, const struct costing *costing,
                    const struct plan_options *options, struct largest *largest)
{
    size_t tasks = (bundles->count + BUNDLES_A_TASK - 1) / BUNDLES_A_TASK;
    struct choosing choosing = {.bundles = bundles, .costing = costing, .options = options};

    outlooks_init(&choosing.outlooks, costing->assumptions);
    choosing.actions = memory_alloc(bundles->start[bundles->count], sizeof *choosing.actions);
    choosing.count = memory_alloc(bundles->count, sizeof *choosing.count);
    choosing.largest = memory_alloc(tasks, sizeof *choosing.largest);
    parallel_for(tasks, options->threads, choose_task, &choosing);
    *largest = (struct largest){0, 0, 0};
    for (size_t i = 0; i < tasks; i++) {
        largest->value += choosing.largest[i].value;
        largest->disruption += choosing.largest[i].disruption;
        largest->fixed += choosing.largest[i].fixed;
    }
    plan->count = close_gaps(&choosing);
    plan->actions = memory_resize(choosing.actions, plan->count, sizeof *plan->actions);
    memory_free(choosing.largest);
    memory_free(choosing.count);
}
