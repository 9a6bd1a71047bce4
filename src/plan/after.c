#include "plan/after.h"

#include "base/memory.h"
#include "plan/recost.h"

static void fill_now(struct arena *arena, const struct plan *plan, struct after *after)
{
    const struct findings *findings = plan->findings;
    const struct inventory *inventory = findings->inventory;
    struct report report;
    size_t i;

    after->state = ARENA_ARRAY(arena, inventory->count, struct state);
    after->people = ARENA_ARRAY(arena, inventory->count, struct set);
    after->terms = ARENA_ARRAY(arena, inventory->count, struct set);
    after->changed = ARENA_ARRAY(arena, inventory->count, bool);
    for (i = 0; i < inventory->count; i++) {
        inventory_report(inventory, i, &report);
        baseline_state(&findings->baseline, i, &after->state[i]);
        after->people[i] = report.recipients;
        after->terms[i] = report.fields;
    }
}

static bool is_chosen(const struct planned *first, size_t count, uint32_t finding)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (first[i].finding == finding)
            return true;
    return false;
}

static struct set kept(struct arena *arena, struct set set)
{
    uint32_t *member = ARENA_ARRAY(arena, set.count, uint32_t);
    uint32_t i;

    for (i = 0; i < set.count; i++)
        member[i] = set.member[i];
    return (struct set){member, set.count, set.number};
}

/* A list whose members nobody knows: it is not opened when readers are united. */
static bool is_closed_list(const struct inventory *inventory, uint32_t person)
{
    return inventory->people[person].is_list && !inventory->people[person].members;
}

static void add_member(struct arena *arena, struct set *set, uint32_t person)
{
    uint32_t *member = ARENA_ARRAY(arena, set->count + 1, uint32_t);
    uint32_t i = 0, k;

    while (i < set->count && set->member[i] < person)
        i++;
    if (i < set->count && set->member[i] == person)
        return;
    for (k = 0; k < i; k++)
        member[k] = set->member[k];
    member[i] = person;
    for (k = i; k < set->count; k++)
        member[k + 1] = set->member[k];
    *set = (struct set){member, set->count + 1, set->number};
}

static void add_closed_lists(struct arena *arena, const struct inventory *inventory, uint32_t from,
                             struct set *set)
{
    struct report report;
    uint32_t i;

    inventory_report(inventory, from, &report);
    for (i = 0; i < report.recipients.count; i++)
        if (is_closed_list(inventory, report.recipients.member[i]))
            add_member(arena, set, report.recipients.member[i]);
}

/* Lists that cannot be opened get what stays, as they got what was merged into it. */
static void keep_lists(struct arena *arena, const struct plan *plan, struct after *after)
{
    const struct findings *findings = plan->findings;
    size_t i;

    for (i = 0; i < plan->count; i++) {
        const struct planned *planned = &plan->actions[i];

        if (findings->list[planned->finding].action != ACTION_MERGE)
            continue;
        add_closed_lists(arena, findings->inventory, planned->other,
                         &after->people[planned->other]);
        add_closed_lists(arena, findings->inventory, planned->report,
                         &after->people[planned->other]);
    }
}

/* The sets of a play live only as long as its scene. A set that nothing was added to stays what it
 * is: lists in it are not opened. */
static void take_members(struct arena *arena, const struct scene *scene, struct after *after)
{
    size_t i;

    for (i = 0; i < scene->member_count; i++) {
        const struct member *member = &scene->members[i];
        uint32_t report = member->report;

        after->state[report] = member->now.state;
        after->changed[report] = true;
        if (member->now.people.count != member->before.people.count)
            after->people[report] = kept(arena, member->now.people);
        if (member->now.terms.count != member->before.terms.count)
            after->terms[report] = kept(arena, member->now.terms);
    }
}

static void play_bundle(struct arena *arena, const struct plan *plan, const struct costing *costing,
                        const struct planned *first, size_t count, struct after *after)
{
    uint32_t from = plan->bundle_start[first->bundle];
    size_t moves = plan->bundle_start[first->bundle + 1] - from, i;
    struct arena *scratch = arena_new();
    bool *in = ARENA_ARRAY(scratch, moves, bool);
    struct done *done = ARENA_ARRAY(scratch, moves, struct done);
    struct scene scene;

    scene_build(&scene, scratch, costing, plan->bundle_finding + from, moves);
    scene.tells_terms = true;
    for (i = 0; i < moves; i++)
        in[i] = is_chosen(first, count, scene.moves[i].finding);
    scene_play(&scene, in, costing->assumptions, done);
    take_members(arena, &scene, after);
    scene_clear(&scene);
    arena_free(scratch);
}

void after_find(struct arena *arena, const struct plan *plan, const struct plan_options *options,
                struct after *after)
{
    const struct findings *findings = plan->findings;
    double *justified = memory_alloc(findings->inventory->count, sizeof *justified);
    struct usual_readers usual;
    struct costing costing = {findings, &findings->baseline, findings->assumptions,
                              &usual,   options->verdict,    justified};
    size_t from, to;

    usual_readers_find(findings, &usual);
    justified_fill(findings, options, justified);
    fill_now(arena, plan, after);
    for (from = 0; from < plan->count; from = to) {
        for (to = from; to < plan->count && plan->actions[to].bundle == plan->actions[from].bundle;
             to++)
            ;
        play_bundle(arena, plan, &costing, plan->actions + from, to - from, after);
    }
    keep_lists(arena, plan, after);
    memory_free(justified);
}
