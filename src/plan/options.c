#include "plan/options.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "plan/ahead.h"
#include "plan/trial.h"

#include <string.h>

enum { BUNDLES_A_TASK = 256 };

/* One task: a run of bundles, with the items that it kept. */
struct batch {
    struct arena *arena;
    struct item *items;
    size_t count, capacity;
};

struct making {
    const struct bundles *bundles;
    const struct costing *costing;
    const struct plan_options *options;
    struct batch *batches;
    uint32_t *kept; /* by bundle: how many items */
};

/* Of the many that are tried few are kept, with lists of their own. */
static void keep_item(struct batch *batch, const struct item *item)
{
    struct item *kept;

    batch->items = MEMORY_ROOM(batch->items, batch->count, batch->capacity);
    kept = &batch->items[batch->count++];
    *kept = *item;
    kept->finding = ARENA_ARRAY(batch->arena, item->count, uint32_t);
    if (item->count)
        memcpy(kept->finding, item->finding, item->count * sizeof *item->finding);
}

static void make_bundle(struct making *making, struct batch *batch, struct arena *scratch, size_t b)
{
    const uint32_t *start = &making->bundles->start[b];
    struct trial trial = {.options = making->options, .arena = scratch};

    trial_run(&trial, making->costing, making->bundles->finding + start[0], start[1] - start[0]);
    for (size_t i = 0; i < trial.count; i++)
        keep_item(batch, &trial.items[i]);
    making->kept[b] = (uint32_t)trial.count;
    trial_end(&trial);
}

static void make_batch(void *context, size_t task)
{
    struct making *making = context;
    struct batch *batch = &making->batches[task];
    size_t from = task * BUNDLES_A_TASK, to = from + BUNDLES_A_TASK;
    struct arena *scratch = arena_new();

    batch->arena = arena_new();
    for (size_t b = from; b < to && b < making->bundles->count; b++) {
        bundles_look_ahead(making->costing->findings, making->bundles, b, 1);
        make_bundle(making, batch, scratch, b);
        arena_reset(scratch);
    }
    arena_free(scratch);
}

static void gather(struct menu *menu, const struct making *making)
{
    size_t total = 0, at = 0;

    for (size_t i = 0; i < menu->arena_count; i++)
        total += making->batches[i].count;
    menu->item = memory_alloc(total, sizeof *menu->item);
    menu->start = memory_alloc(menu->count + 1, sizeof *menu->start);
    menu->arenas = memory_alloc(menu->arena_count, sizeof *menu->arenas);
    for (size_t i = 0; i < menu->arena_count; i++) {
        const struct batch *batch = &making->batches[i];

        if (batch->count)
            memcpy(menu->item + at, batch->items, batch->count * sizeof *menu->item);
        at += batch->count;
        menu->arenas[i] = batch->arena;
        memory_free(batch->items);
    }
    for (size_t b = 0; b < menu->count; b++)
        menu->start[b + 1] = menu->start[b] + making->kept[b];
}

void menu_make(struct menu *menu, const struct bundles *bundles, const struct costing *costing,
               const struct plan_options *options)
{
    size_t tasks = (bundles->count + BUNDLES_A_TASK - 1) / BUNDLES_A_TASK;
    struct making making = {bundles, costing, options, NULL, NULL};

    making.batches = memory_alloc(tasks, sizeof *making.batches);
    making.kept = memory_alloc(bundles->count, sizeof *making.kept);
    parallel_for(tasks, options->threads, make_batch, &making);
    *menu = (struct menu){.count = bundles->count, .arena_count = tasks};
    gather(menu, &making);
    memory_free(making.kept);
    memory_free(making.batches);
}

/* There is at least one item in each bundle, so that none is moved up. */
void menu_keep(struct menu *menu, uint32_t *chosen)
{
    for (uint32_t b = 0; b < menu->count; b++) {
        menu->item[b] = menu->item[chosen[b]];
        menu->start[b] = chosen[b] = b;
    }
    menu->start[menu->count] = (uint32_t)menu->count;
    menu->item = memory_resize(menu->item, menu->count, sizeof *menu->item);
}

void menu_clear(struct menu *menu)
{
    for (size_t i = 0; i < menu->arena_count; i++)
        arena_free(menu->arenas[i]);
    memory_free(menu->arenas);
    memory_free(menu->item);
    memory_free(menu->start);
    *menu = (struct menu){0};
}
