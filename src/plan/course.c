#include "plan/course.h"

#include "base/memory.h"
#include "plan/recost.h"

static uint32_t root_of(const struct scene *scene, uint32_t number)
{
    while (scene->members[number].into != number)
        number = scene->members[number].into;
    return number;
}

/* The members that a move changes: in a merge the one that goes and the one that stays. */
static size_t members_of(const struct scene *scene, const struct move *move, uint32_t member[2])
{
    if (move->action == ACTION_MERGE) {
        member[0] = move->member;
        member[1] = root_of(scene, move->other);
        return 2;
    }
    member[0] = move->action == ACTION_REDUCE_FREQUENCY ? root_of(scene, move->member)
                                                        : move->member;
    return 1;
}

static void take_step(struct scene *scene, const struct move *move,
                      const struct assumptions *assumptions, struct course_step *step)
{
    struct member *members = scene->members;
    struct done done = {.saving = {0, 0, 0, 0, 0}};
    uint32_t member[2];

    step->reports = members_of(scene, move, member);
    for (size_t i = 0; i < step->reports; i++) {
        step->report[i] = members[member[i]].report;
        step->before[i] = members[member[i]].now;
    }
    if (step->reports == 2 && members[member[0]].terms_known_now &&
        members[member[1]].terms_known_now) {
        step->terms = members[member[0]].terms_now.count;
        step->shared = set_shared(members[member[0]].terms_now, members[member[1]].terms_now);
    }
    move_play(scene, move, assumptions, &done);
    for (size_t i = 0; i < step->reports; i++)
        step->after[i] = members[member[i]].now;
}

static const struct planned *planned_of(const struct plan *plan, uint32_t finding)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->actions[i].finding == finding)
            return &plan->actions[i];
    return NULL;
}

static struct course_step *walk(struct arena *arena, const struct plan *plan, struct scene *scene,
                                size_t *count)
{
    struct course_step *steps = ARENA_ARRAY(arena, scene->move_count, struct course_step);
    bool *none = ARENA_ARRAY(scene->arena, scene->move_count, bool);
    struct done *done = ARENA_ARRAY(scene->arena, scene->move_count, struct done);

    /* Nothing done: everything is as it was. */
    scene_play(scene, none, scene->costing->assumptions, done);
    *count = 0;
    for (size_t i = 0; i < scene->move_count; i++) {
        struct course_step *step = &steps[*count];

        step->planned = planned_of(plan, scene->moves[i].finding);
        if (!step->planned)
            continue;
        take_step(scene, &scene->moves[i], scene->costing->assumptions, step);
        ++*count;
    }
    return steps;
}

struct course_step *course_find(struct arena *arena, const struct plan *plan,
                                const struct plan_options *options, uint32_t bundle, size_t *count)
{
    const struct findings *findings = plan->findings;
    double *justified = memory_alloc(findings->inventory->count, sizeof *justified);
    struct arena *scratch = arena_new();
    uint32_t from = plan->bundle_start[bundle];
    struct usual_readers usual;
    struct costing costing = {findings, &findings->baseline, findings->assumptions,
                              &usual,   options->verdict,    justified};
    struct course_step *steps;
    struct scene scene;

    usual_readers_find(findings, &usual);
    justified_fill(findings, options, justified);
    scene_build(&scene, scratch, &costing, plan->bundle_finding + from,
                plan->bundle_start[bundle + 1] - from);
    steps = walk(arena, plan, &scene, count);
    scene_clear(&scene);
    arena_free(scratch);
    memory_free(justified);
    return steps;
}
