#include "plan/choices.h"

#include "base/memory.h"
#include "plan/recost.h"

/* A bundle with its chosen actions, being tried. */
struct trying {
    const struct plan *plan;
    const struct bundle_choice *choice;
    struct scene scene;
    struct assumptions low, high;
    bool *in;
    struct done *done;
};

static bool is_in(const struct trying *trying, uint32_t finding, uint32_t set)
{
    const struct bundle_choice *choice = trying->choice;

    for (uint32_t i = 0; i < choice->count; i++)
        if (trying->plan->actions[choice->first + i].finding == finding)
            return choice->decisions == 1 ? set & 1 : set >> i & 1;
    return false;
}

static void add_expected(struct trying *trying, struct outcome *outcome)
{
    const struct scene *scene = &trying->scene;
    const struct assumptions *assumptions = scene->costing->assumptions;

    scene_play(&trying->scene, trying->in, assumptions, trying->done);
    outcome->allowed = true;
    for (size_t i = 0; i < scene->move_count; i++) {
        const struct done *done = &trying->done[i];
        double share = move_probability(&scene->moves[i], done, assumptions);

        if (trying->in[i] && !done->effective)
            outcome->allowed = false;
        if (!done->effective)
            continue;
        outcome->agreed.saving += done->saving.producer;
        outcome->agreed.cash += done->saving.cash;
        outcome->agreed.hours += done->saving.hours;
        outcome->expected.saving += money_times(done->saving.producer, share);
        outcome->expected.cash += money_times(done->saving.cash, share);
        outcome->expected.hours += share * done->saving.hours;
        outcome->one_off_hours += done->once;
    }
}

static void add_range(struct trying *trying, const struct assumptions *assumptions, int64_t *agreed,
                      int64_t *expected)
{
    const struct scene *scene = &trying->scene;

    scene_play(&trying->scene, trying->in, assumptions, trying->done);
    for (size_t i = 0; i < scene->move_count; i++) {
        const struct done *done = &trying->done[i];

        if (!done->effective)
            continue;
        *agreed += done->saving.producer;
        *expected += money_times(done->saving.producer,
                                 move_probability(&scene->moves[i], done, assumptions));
    }
}

static void try_set(struct trying *trying, uint32_t set, struct outcome *outcome)
{
    for (size_t i = 0; i < trying->scene.move_count; i++)
        trying->in[i] = is_in(trying, trying->scene.moves[i].finding, set);
    add_expected(trying, outcome);
    add_range(trying, &trying->low, &outcome->agreed.low, &outcome->expected.low);
    add_range(trying, &trying->high, &outcome->agreed.high, &outcome->expected.high);
}

static void try_choice(struct arena *arena, struct trying *trying, const struct costing *costing,
                       struct bundle_choice *choice)
{
    const struct plan *plan = trying->plan;
    uint32_t from = plan->bundle_start[choice->bundle];
    size_t moves = plan->bundle_start[choice->bundle + 1] - from;
    struct arena *scratch = arena_new();

    choice->decisions = choice->count > CHOICE_ACTIONS ? 1 : choice->count;
    choice->outcome = ARENA_ARRAY(arena, (size_t)1 << choice->decisions, struct outcome);
    trying->choice = choice;
    trying->in = ARENA_ARRAY(scratch, moves, bool);
    trying->done = ARENA_ARRAY(scratch, moves, struct done);
    scene_build(&trying->scene, scratch, costing, plan->bundle_finding + from, moves);
    for (uint32_t set = 0; set < 1u << choice->decisions; set++)
        try_set(trying, set, &choice->outcome[set]);
    scene_clear(&trying->scene);
    arena_free(scratch);
}

void choices_find(struct arena *arena, const struct plan *plan, const struct plan_options *options,
                  struct choices *choices)
{
    const struct findings *findings = plan->findings;
    double *justified = memory_alloc(findings->inventory->count, sizeof *justified);
    struct usual_readers usual;
    struct costing costing = {findings, &findings->baseline, findings->assumptions,
                              &usual,   options->verdict,    justified};
    struct trying trying = {.plan = plan};

    usual_readers_find(findings, &usual);
    justified_fill(findings, options, justified);
    assumptions_recast(findings->assumptions, OUTLOOK_LOW, &trying.low);
    assumptions_recast(findings->assumptions, OUTLOOK_HIGH, &trying.high);
    *choices = (struct choices){ARENA_ARRAY(arena, plan->count, struct bundle_choice), 0};
    for (uint32_t i = 0; i < plan->count; i++) {
        uint32_t bundle = plan->actions[i].bundle;

        if (i == 0 || bundle != plan->actions[i - 1].bundle)
            choices->list[choices->count++] = (struct bundle_choice){.bundle = bundle, .first = i};
        choices->list[choices->count - 1].count++;
    }
    for (size_t i = 0; i < choices->count; i++)
        try_choice(arena, &trying, &costing, &choices->list[i]);
    memory_free(justified);
}
