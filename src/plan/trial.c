#include "plan/trial.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    TRIED_MOVES = 6,    /* 2^6 is 64 combinations */
    GREEDY_MOVES = 24,  /* above, moves are ranked once and not after every step */
    PLAYED_MOVES = 256, /* above, a move is ranked by what it saves alone */
    KEPT_STEPS = 32,    /* steps of a sequence that become items */
};

/* Without a target always what is realisable; hours as whole millionths. */
static int64_t value_of(const struct trial *trial, const struct saving *saving, double probability)
{
    const struct plan_options *options = trial->options;
    bool targeted = plan_options_have_target(options);
    double share = targeted && options->basis == BASIS_THEORETICAL ? 1 : probability;
    bool reading = targeted && options->include_reading;

    if (!isnan(options->target_hours))
        return llround(share * (saving->hours + (reading ? saving->reader_hours : 0)) * 1e6);
    return money_times(saving->producer, share) +
           (reading ? money_times(saving->reader, share) : 0);
}

/* What is done when nothing is in needs no costs. */
static void play(struct trial *trial)
{
    size_t moves = trial->scene.move_count;

    if (memchr(trial->in, 1, moves))
        scene_play(&trial->scene, trial->in, trial->scene.costing->assumptions, trial->done);
    else
        memset(trial->done, 0, moves * sizeof *trial->done);
}

static void add_done(const struct trial *trial, size_t i, struct item *item)
{
    const struct scene *scene = &trial->scene;
    const struct done *done = &trial->done[i];
    double probability = move_probability(&scene->moves[i], done, scene->costing->assumptions);

    item->value += value_of(trial, &done->saving, probability);
    item->theoretical += done->saving.producer;
    item->realisable += money_times(done->saving.producer, probability);
    item->theoretical_hours += done->saving.hours;
    item->hours += probability * done->saving.hours;
    item->people += done->people;
    item->disruption += done->disruption;
    item->count++;
}

/* What was played comes to. False where something in the set has no effect: the smaller set, which
 * is measured, says the same. */
static bool add_up(struct trial *trial, struct item *item)
{
    bool all = true;

    memset(item, 0, sizeof *item);
    for (size_t i = 0; i < trial->scene.move_count; i++) {
        all = all && (trial->done[i].effective || !trial->in[i]);
        if (trial->done[i].effective)
            add_done(trial, i, item);
    }
    return all;
}

static bool measure(struct trial *trial, struct item *item)
{
    play(trial);
    return add_up(trial, item);
}

static int compare_findings(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

/* Without a target what disturbs least is asked for, which is what is in every plan, and what saves
 * most; nothing between them. */
static bool lies_between(const struct trial *trial, const struct item *item)
{
    return trial->count && !plan_options_have_target(trial->options) &&
           item->disruption > trial->least_disruption && item->value < trial->most_value;
}

static void keep_item(struct trial *trial, struct item item)
{
    const struct scene *scene = &trial->scene;
    uint32_t count = 0;

    if (lies_between(trial, &item))
        return;
    if (!trial->count || item.disruption < trial->least_disruption)
        trial->least_disruption = item.disruption;
    if (!trial->count || item.value > trial->most_value)
        trial->most_value = item.value;
    item.finding = ARENA_ARRAY(trial->arena, item.count, uint32_t);
    for (size_t i = 0; i < scene->move_count; i++)
        if (trial->done[i].effective)
            item.finding[count++] = scene->moves[i].finding;
    if (count > 1)
        qsort(item.finding, count, sizeof *item.finding, compare_findings);
    trial->items = MEMORY_ROOM(trial->items, trial->count, trial->capacity);
    trial->items[trial->count++] = item;
}

/* What is in every plan: agreed to, or certain and paying. */
static void choose_always(struct trial *trial)
{
    const struct scene *scene = &trial->scene;
    const struct finding *findings = scene->costing->findings->list;

    for (size_t i = 0; i < scene->move_count; i++) {
        const struct move *move = &scene->moves[i];

        trial->in[i] = move->accepted || findings[move->finding].strength == STRENGTH_CERTAIN;
    }
    play(trial);
    for (size_t i = 0; i < scene->move_count; i++) {
        const struct done *done = &trial->done[i];

        trial->always[i] = trial->in[i] && done->effective &&
                           (scene->moves[i].accepted || done->saving.producer > 0);
    }
}

/* That alone is the first item, and also there where every combination has a part without effect.
 * Mostly it has just been played. */
static void try_always(struct trial *trial, struct item *item)
{
    size_t moves = trial->scene.move_count;

    if (memcmp(trial->in, trial->always, moves) != 0) {
        memcpy(trial->in, trial->always, moves);
        play(trial);
    }
    add_up(trial, item);
    keep_item(trial, *item);
}

/* Plays one move after those that are played; what it changes can be taken back. */
static bool go_on(struct trial *trial, size_t i, struct item *item)
{
    struct scene *scene = &trial->scene;
    const struct move *move = &scene->moves[i];
    uint32_t member[2];
    size_t members = move_members(scene, move, member);

    for (size_t m = 0; m < members; m++)
        trial->passed[trial->passed_count++] =
            (struct passed){member[m], scene->members[member[m]].now};
    if (!scene_step(scene, move, scene->costing->assumptions, &trial->done[i]))
        return false;
    add_done(trial, i, item);
    return true;
}

/* To where so many shapes had passed. */
static void go_back(struct trial *trial, size_t to)
{
    while (trial->passed_count > to) {
        const struct passed *passed = &trial->passed[--trial->passed_count];

        trial->scene.members[passed->member].now = passed->shape;
    }
}

static void begin(struct trial *trial, struct item *item)
{
    scene_rewind(&trial->scene);
    trial->passed_count = 0;
    memset(item, 0, sizeof *item);
}

static void try_from(struct trial *trial, size_t i, const struct item *before, bool has_more);

/* What follows where the move is in the set. Where it has no effect the smaller set, which is tried
 * too, says the same. */
static void try_with(struct trial *trial, size_t i, const struct item *before, bool has_more)
{
    size_t passed = trial->passed_count;
    struct item item = *before;

    if (go_on(trial, i, &item))
        try_from(trial, i + 1, &item, has_more || !trial->always[i]);
    go_back(trial, passed);
}

/* All sets of the moves from i on, after those before it of which some are done. */
static void try_from(struct trial *trial, size_t i, const struct item *before, bool has_more)
{
    if (i == trial->scene.move_count) {
        if (has_more)
            keep_item(trial, *before);
        return;
    }
    try_with(trial, i, before, has_more);
    trial->done[i].effective = false;
    if (!trial->always[i])
        try_from(trial, i + 1, before, has_more);
}

/* Sets that begin alike are played together as far as they are. */
static void try_all(struct trial *trial)
{
    struct item item;

    try_always(trial, &item);
    begin(trial, &item);
    try_from(trial, 0, &item, false);
}

/* Saving for each point of disruption; what disturbs nobody is divided by one tenth. */
static double worth(const struct item *with, const struct item *without)
{
    double gain = (double)(with->value - without->value);
    double points = (double)(with->disruption - without->disruption);

    return gain > 0 ? gain / fmax(points, 1) : 0;
}

/* Whether all moves that are in from i on have an effect; item gets what they add. */
static bool play_rest(struct trial *trial, size_t i, struct item *item)
{
    for (; i < trial->scene.move_count; i++)
        if (trial->in[i] && !go_on(trial, i, item))
            return false;
    return true;
}

/* The move that is worth most beside those that are in; -1 where none pays. Those before it are
 * played once for all that follow. */
static long best_next(struct trial *trial, const struct item *now)
{
    struct item before, item;
    double most = 0;
    long best = -1;
    bool all = true;

    begin(trial, &before);
    for (size_t i = 0; all && i < trial->scene.move_count; i++) {
        size_t passed = trial->passed_count;

        if (trial->in[i]) {
            all = go_on(trial, i, &before);
            continue;
        }
        item = before;
        if (go_on(trial, i, &item) && play_rest(trial, i + 1, &item) && worth(&item, now) > most) {
            most = worth(&item, now);
            best = (long)i;
        }
        go_back(trial, passed);
    }
    return best;
}

static void try_greedy(struct trial *trial)
{
    struct item now;
    long next;

    try_always(trial, &now);
    while ((next = best_next(trial, &now)) >= 0) {
        trial->in[next] = true;
        measure(trial, &now);
        keep_item(trial, now);
    }
}

struct ranked {
    double worth;
    size_t move;
};

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->worth != y->worth)
        return x->worth < y->worth ? 1 : -1;
    return (x->move > y->move) - (x->move < y->move);
}

static double worth_alone(struct trial *trial, size_t i, const struct item *start)
{
    const struct scene *scene = &trial->scene;
    struct item now;
    bool pays;

    if (scene->move_count > PLAYED_MOVES)
        return (double)scene->costing->findings->list[scene->moves[i].finding].saving;
    trial->in[i] = true;
    pays = measure(trial, &now);
    trial->in[i] = false;
    return pays ? worth(&now, start) : 0;
}

/* For families of dozens and more: each move is weighed once, alone, then they go in by that order;
 * a few steps of the way become items. */
static void try_ranked(struct trial *trial)
{
    size_t moves = trial->scene.move_count, count = 0, step;
    struct ranked *ranked = memory_alloc(moves, sizeof *ranked);
    struct item start, now;

    try_always(trial, &start);
    for (size_t i = 0; i < moves; i++) {
        double alone = trial->always[i] ? 0 : worth_alone(trial, i, &start);
        if (alone > 0)
            ranked[count++] = (struct ranked){alone, i};
    }
    qsort(ranked, count, sizeof *ranked, compare_ranked);
    step = count / KEPT_STEPS + 1;
    for (size_t i = 0; i < count; i++) {
        trial->in[ranked[i].move] = true;
        if ((i + 1) % step != 0 && i + 1 != count)
            continue;
        measure(trial, &now);
        keep_item(trial, now);
    }
    memory_free(ranked);
}

static int compare_items(const void *a, const void *b)
{
    const struct item *x = a, *y = b;

    if (x->disruption != y->disruption)
        return x->disruption < y->disruption ? -1 : 1;
    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    if (x->count != y->count)
        return x->count < y->count ? -1 : 1;
    for (uint32_t i = 0; i < x->count; i++)
        if (x->finding[i] != y->finding[i])
            return x->finding[i] < y->finding[i] ? -1 : 1;
    return 0;
}

/* Ties: the smaller disruption, then fewer actions, then the first ids. */
static void drop_dominated(struct trial *trial)
{
    size_t kept = 0;

    qsort(trial->items, trial->count, sizeof *trial->items, compare_items);
    for (size_t i = 0; i < trial->count; i++)
        if (kept == 0 || trial->items[i].value > trial->items[kept - 1].value)
            trial->items[kept++] = trial->items[i];
    trial->count = kept;
}

/* What was kept before a larger one came lies between them as well. */
static void drop_between(struct trial *trial)
{
    if (plan_options_have_target(trial->options) || trial->count <= 2)
        return;
    trial->items[1] = trial->items[trial->count - 1];
    trial->count = 2;
}

void trial_run(struct trial *trial, const struct costing *costing, const uint32_t *finding,
               size_t count)
{
    struct arena *arena = trial->arena;

    scene_build(&trial->scene, arena, costing, finding, count);
    trial->scene.skips_reading = !trial->options->include_reading;
    trial->in = ARENA_ARRAY(arena, count, bool);
    trial->always = ARENA_ARRAY(arena, count, bool);
    trial->done = ARENA_ARRAY(arena, count, struct done);
    choose_always(trial);
    if (count <= GREEDY_MOVES)
        trial->passed = ARENA_ARRAY(arena, 2 * count, struct passed);
    if (count <= TRIED_MOVES)
        try_all(trial);
    else if (count <= GREEDY_MOVES)
        try_greedy(trial);
    else
        try_ranked(trial);
    drop_dominated(trial);
    drop_between(trial);
}

void trial_end(struct trial *trial)
{
    scene_clear(&trial->scene);
    memory_free(trial->items);
    trial->items = NULL;
}
