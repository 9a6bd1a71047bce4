#include "plan/course.h"

#include "base/memory.h"
#include "plan/recost.h"

static void take_step(struct scene *scene, const struct move *move,
                      const struct assumptions *assumptions, struct course_step *step)
{
    struct member *members = scene->members;
    struct done done = {.saving = {0, 0, 0, 0, 0}};
    uint32_t member[2];

    step->reports = move_members(scene, move, member);
    for (size_t i = 0; i < step->reports; i++) {
        step->report[i] = members[member[i]].report;
        step->before[i] = members[member[i]].now.state;
    }
    if (step->reports == 2 && members[member[0]].now.terms_known &&
        members[member[1]].now.terms_known) {
        step->terms = members[member[0]].now.terms.count;
        step->shared = set_shared(members[member[0]].now.terms, members[member[1]].now.terms);
    }
    move_play(scene, move, assumptions, &done);
    for (size_t i = 0; i < step->reports; i++)
        step->after[i] = members[member[i]].now.state;
}

/* Chosen actions, those of one bundle together: a slice of plan->actions. */
struct actions {
    const struct planned *first;
    size_t count;
};

static const struct planned *planned_of(const struct actions *actions, uint32_t finding)
{
    for (size_t i = 0; i < actions->count; i++)
        if (actions->first[i].finding == finding)
            return &actions->first[i];
    return NULL;
}

/* Appends the steps of the bundle that the scene is of. */
static void walk(const struct actions *actions, struct scene *scene, struct course_step *steps,
                 size_t *count)
{
    bool *none = ARENA_ARRAY(scene->arena, scene->move_count, bool);
    struct done *done = ARENA_ARRAY(scene->arena, scene->move_count, struct done);

    /* Nothing done: everything is as it was. */
    scene_play(scene, none, scene->costing->assumptions, done);
    for (size_t i = 0; i < scene->move_count; i++) {
        struct course_step *step = &steps[*count];

        step->planned = planned_of(actions, scene->moves[i].finding);
        if (!step->planned)
            continue;
        take_step(scene, &scene->moves[i], scene->costing->assumptions, step);
        ++*count;
    }
}

static void walk_bundle(const struct plan *plan, const struct costing *costing,
                        const struct actions *actions, uint32_t bundle, struct course_step *steps,
                        size_t *count)
{
    struct arena *scratch = arena_new();
    uint32_t from = plan->bundle_start[bundle];
    struct scene scene;

    scene_build(&scene, scratch, costing, plan->bundle_finding + from,
                plan->bundle_start[bundle + 1] - from);
    scene.tells_terms = true;
    walk(actions, &scene, steps, count);
    scene_clear(&scene);
    arena_free(scratch);
}

/* Bundle by bundle, or the one bundle alone. */
static struct course_step *find(struct arena *arena, const struct plan *plan,
                                const struct plan_options *options, const uint32_t *only,
                                size_t *count)
{
    const struct findings *findings = plan->findings;
    double *justified = memory_alloc(findings->inventory->count, sizeof *justified);
    struct course_step *steps = ARENA_ARRAY(arena, plan->count + 1, struct course_step);
    struct usual_readers usual;
    struct costing costing = {findings, &findings->baseline, findings->assumptions,
                              &usual,   options->verdict,    justified};
    struct actions actions;

    usual_readers_find(findings, &usual);
    justified_fill(findings, options, justified);
    *count = 0;
    for (size_t from = 0; from < plan->count; from += actions.count) {
        uint32_t bundle = plan->actions[from].bundle;

        actions = (struct actions){plan->actions + from, 1};
        while (from + actions.count < plan->count && actions.first[actions.count].bundle == bundle)
            actions.count++;
        if (!only || *only == bundle)
            walk_bundle(plan, &costing, &actions, bundle, steps, count);
    }
    memory_free(justified);
    return steps;
}

struct course_step *course_find(struct arena *arena, const struct plan *plan,
                                const struct plan_options *options, uint32_t bundle, size_t *count)
{
    return find(arena, plan, options, &bundle, count);
}

struct course_step *course_find_all(struct arena *arena, const struct plan *plan,
                                    const struct plan_options *options, size_t *count)
{
    return find(arena, plan, options, NULL, count);
}
