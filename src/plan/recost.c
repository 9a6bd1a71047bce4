#include "plan/recost.h"

#include <math.h>
#include <stdlib.h>

static int compare_reports(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

static uint32_t member_of(const struct scene *scene, uint32_t report)
{
    size_t low = 0, high = scene->member_count;

    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (scene->members[middle].report <= report)
            low = middle;
        else
            high = middle;
    }
    return (uint32_t)low;
}

/* Unions of thousands of sets would grow with the square of their number: the people of such
 * families are counted as where only numbers are known. */
enum { UNITED_MOVES = 2000 };

static void fill_member(struct scene *scene, struct member *member, uint32_t report)
{
    const struct costing *costing = scene->costing;
    const struct inventory *inventory = costing->findings->inventory;
    const uint32_t *recipients = inventory->columns[FIELD_recipients].number;
    const uint32_t *fields = inventory->columns[FIELD_fields].number;
    uint32_t people = recipients ? recipients[report] : 0, terms = fields ? fields[report] : 0;
    struct shape *shape = &member->before;

    member->report = report;
    baseline_state(costing->baseline, report, &shape->state);
    amounts_of(&shape->state, &shape->cost);
    shape->people = inventory_set(inventory, people);
    if (costing->baseline->readers[people].lists)
        shape->people = people_opened(scene->arena, inventory, shape->people);
    shape->people_known =
        people && scene->move_count <= UNITED_MOVES && shape->state.readers == shape->people.count;
    shape->readers_open = baseline_readers_open(costing->baseline, report);
    shape->terms = inventory_set(inventory, terms);
    shape->terms_known = terms && scene->move_count <= UNITED_MOVES && shape->terms.count > 0;
    shape->justified =
        costing->justified[report] > 0 ? costing->justified[report] : shape->state.runs;
    shape->floor = floor_of(costing->findings, report);
    shape->into = (uint32_t)(member - scene->members);
}

static bool needs_other(const struct finding *finding)
{
    return finding->action == ACTION_MERGE || finding->action == ACTION_RETIRE;
}

/* Most scenes are of few reports and moves, for which a call for each comparison is dear. */
enum { FEW = 16 };

static void sort_reports(uint32_t *report, size_t count)
{
    size_t i, k;

    if (count > FEW) {
        qsort(report, count, sizeof *report, compare_reports);
        return;
    }
    for (i = 1; i < count; i++) {
        uint32_t placed = report[i];

        for (k = i; k > 0 && report[k - 1] > placed; k--)
            report[k] = report[k - 1];
        report[k] = placed;
    }
}

static void fill_members(struct scene *scene, const uint32_t *finding, size_t count)
{
    const struct finding *list = scene->costing->findings->list;
    uint32_t *report = ARENA_ARRAY(scene->arena, 2 * count, uint32_t);

    for (size_t i = 0; i < count; i++) {
        report[2 * i] = list[finding[i]].report;
        report[2 * i + 1] = needs_other(&list[finding[i]]) ? list[finding[i]].other : report[2 * i];
    }
    sort_reports(report, 2 * count);
    for (size_t i = 0; i < 2 * count; i++)
        if (i == 0 || report[i] != report[i - 1])
            report[scene->member_count++] = report[i];
    scene->members = ARENA_ARRAY(scene->arena, scene->member_count, struct member);
    for (size_t i = 0; i < scene->member_count; i++)
        fill_member(scene, &scene->members[i], report[i]);
}

/* The order of attribution: actions as in actions.def, of merges first the same, then the
 * contained, then variants, then as the findings stand. */
static uint64_t rank_of(const struct finding *finding, const struct move *move)
{
    uint64_t relation = move->action == ACTION_MERGE ? finding->relation : 0;

    return (uint64_t)move->action << 48 | relation << 40 | move->finding;
}

static int compare_moves(const void *a, const void *b)
{
    const struct move *x = a, *y = b;

    return (x->rank > y->rank) - (x->rank < y->rank);
}

static void sort_moves(struct move *moves, size_t count)
{
    size_t i, k;

    if (count > FEW) {
        qsort(moves, count, sizeof *moves, compare_moves);
        return;
    }
    for (i = 1; i < count; i++) {
        struct move placed = moves[i];

        for (k = i; k > 0 && moves[k - 1].rank > placed.rank; k--)
            moves[k] = moves[k - 1];
        moves[k] = placed;
    }
}

/* Evidence holds for the group that a report goes into, whether or not the report
 * itself is made less often. */
static void give_reason(struct member *member, double to_runs)
{
    member->before.justified = to_runs;
    member->has_frequency = true;
}

void scene_build(struct scene *scene, struct arena *arena, const struct costing *costing,
                 const uint32_t *finding, size_t count)
{
    *scene = (struct scene){.costing = costing, .arena = arena, .move_count = count};
    fill_members(scene, finding, count);
    scene->moves = ARENA_ARRAY(arena, count, struct move);
    for (size_t i = 0; i < count; i++) {
        const struct finding *f = &costing->findings->list[finding[i]];
        enum verdict verdict = costing->verdict ? costing->verdict[finding[i]] : VERDICT_NONE;
        struct move *move = &scene->moves[i];

        move->finding = finding[i];
        move->member = member_of(scene, f->report);
        move->action = action_of(f);
        move->accepted = verdict == VERDICT_ACCEPTED || verdict == VERDICT_DONE;
        move->rank = rank_of(f, move);
        move->other = needs_other(f) ? member_of(scene, f->other) : move->member;
        if (move->action == ACTION_REDUCE_FREQUENCY)
            give_reason(&scene->members[move->member], f->to_runs);
    }
    sort_moves(scene->moves, count);
}

void scene_clear(struct scene *scene)
{
    arena_free(scene->unions);
    scene->unions = NULL;
    scene->united = 0;
    for (size_t i = 0; i < scene->member_count; i++)
        scene->members[i].people_unions = scene->members[i].terms_unions = NULL;
}

/* Unions are kept from play to play until they are as large as this: 1 MiB. */
enum { KEPT_UNITED = 1 << 18 };

void scene_rewind(struct scene *scene)
{
    if (scene->united > KEPT_UNITED)
        scene_clear(scene);
    for (size_t i = 0; i < scene->member_count; i++)
        scene->members[i].now = scene->members[i].before;
}

bool scene_step(struct scene *scene, const struct move *move, const struct assumptions *assumptions,
                struct done *done)
{
    *done = (struct done){
        .report = scene->members[move->member].report, .from_runs = NAN, .to_runs = NAN};
    done->effective = move_play(scene, move, assumptions, done);
    return done->effective;
}

void scene_play(struct scene *scene, const bool *in, const struct assumptions *assumptions,
                struct done *done)
{
    scene_rewind(scene);
    for (size_t i = 0; i < scene->move_count; i++) {
        if (in[i])
            scene_step(scene, &scene->moves[i], assumptions, &done[i]);
        else
            done[i].effective = false;
    }
}

double move_probability(const struct move *move, const struct done *done,
                        const struct assumptions *assumptions)
{
    return move->accepted ? 1 : assume(assumptions, done->sticks);
}
