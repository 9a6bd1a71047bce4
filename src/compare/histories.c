/* Each report through all editions. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/link.h"
#include "compare/parts.h"

struct by_id {
    struct text id;
    uint32_t report;
};

static int compare_ids(const void *a, const void *b)
{
    const struct by_id *x = a, *y = b;
    int order = text_compare(x->id, y->id);

    return order ? order : (x->report > y->report) - (x->report < y->report);
}

/* Numbers of the reports in the order of their ids: nothing depends on that of the rows. */
static uint32_t *sorted_reports(struct arena *arena, const struct inventory *inventory)
{
    struct by_id *list = memory_alloc(inventory->count, sizeof *list);
    uint32_t *order = ARENA_ARRAY(arena, inventory->count, uint32_t), i;

    for (i = 0; i < inventory->count; i++)
        list[i] =
            (struct by_id){inventory_text(inventory, inventory->columns[FIELD_id].number[i]), i};
    qsort(list, inventory->count, sizeof *list, compare_ids);
    for (i = 0; i < inventory->count; i++)
        order[i] = list[i].report;
    memory_free(list);
    return order;
}

/* Histories grow while editions are read. */
struct pool {
    struct history *list;
    size_t count, capacity;
};

static struct history *add_history(struct comparing *comparing, struct pool *pool, size_t edition)
{
    struct comparison *comparison = comparing->comparison;
    struct history *history;
    size_t i;

    pool->list = MEMORY_ROOM(pool->list, pool->count, pool->capacity);
    history = &pool->list[pool->count++];
    *history = (struct history){
        .score = 1, .like = COMPARE_NONE, .part_of = COMPARE_NONE, .first = (uint32_t)edition};
    history->stands = ARENA_ARRAY(comparison->arena, comparison->edition_count, struct stand);
    for (i = 0; i < comparison->edition_count; i++)
        history->stands[i].report = COMPARE_NONE;
    return history;
}

static void join(struct history *history, size_t edition, uint32_t report, float score)
{
    history->stands[edition].report = report;
    history->last = (uint32_t)edition;
    if (score < history->score)
        history->score = score;
}

/* The histories so far, those of the edition just before first. */
static uint32_t *order_pool(struct arena *arena, const struct pool *pool, size_t edition,
                            size_t *recent)
{
    uint32_t *order = ARENA_ARRAY(arena, pool->count, uint32_t);
    size_t count = 0, i;

    for (i = 0; i < pool->count; i++)
        if (pool->list[i].last + 1 == edition)
            order[count++] = (uint32_t)i;
    *recent = count;
    for (i = 0; i < pool->count; i++)
        if (pool->list[i].last + 1 != edition)
            order[count++] = (uint32_t)i;
    return order;
}

static void take_links(struct comparing *comparing, struct pool *pool, size_t edition,
                       const struct linking *linking, const uint32_t *histories,
                       const uint32_t *reports)
{
    size_t i;

    for (i = 0; i < linking->after_count; i++) {
        const struct linked *link = &linking->links[i];

        if (link->before == LINK_NONE) {
            struct history *history = add_history(comparing, pool, edition);

            history->like = link->like == LINK_NONE ? COMPARE_NONE : histories[link->like];
            if (link->part_of != LINK_NONE)
                history->part_of = histories[link->part_of];
            join(history, edition, reports[i], 1);
        } else {
            join(&pool->list[histories[link->before]], edition, reports[i], link->score);
        }
    }
}

static void link_edition(struct comparing *comparing, struct pool *pool, size_t edition)
{
    const struct comparison *comparison = comparing->comparison;
    const struct inventory *inventory = comparison->editions[edition].inventory;
    struct arena *arena = arena_new();
    struct linking linking = {.lexicon = &comparing->lexicon,
                              .threads = comparing->options->threads};
    uint32_t *histories = order_pool(arena, pool, edition, &linking.recent);
    uint32_t *reports = sorted_reports(arena, inventory);
    size_t i;

    linking.before_count = pool->count;
    linking.after_count = inventory->count;
    linking.ids = inventory->ids_given && comparison->editions[0].inventory->ids_given;
    linking.before = ARENA_ARRAY(arena, pool->count, struct traits);
    linking.after = ARENA_ARRAY(arena, inventory->count, struct traits);
    for (i = 0; i < pool->count; i++) {
        const struct history *history = &pool->list[histories[i]];

        linking.before[i] = comparing->traits[history->last][history->stands[history->last].report];
    }
    for (i = 0; i < inventory->count; i++)
        linking.after[i] = comparing->traits[edition][reports[i]];
    link_find(arena, &linking);
    take_links(comparing, pool, edition, &linking, histories, reports);
    arena_free(arena);
}

static void begin_pool(struct comparing *comparing, struct pool *pool)
{
    const struct inventory *inventory = comparing->comparison->editions[0].inventory;
    struct arena *arena = arena_new();
    uint32_t *reports = sorted_reports(arena, inventory);
    size_t i;

    comparing->history_of = ARENA_ARRAY(comparing->comparison->arena, inventory->count, uint32_t);
    for (i = 0; i < inventory->count; i++) {
        join(add_history(comparing, pool, 0), 0, reports[i], 1);
        comparing->history_of[reports[i]] = (uint32_t)i;
    }
    arena_free(arena);
}

/* In the order of ids, so that numbers in the lexicon do not tell of rows either. */
static void take_traits(struct comparing *comparing, size_t edition)
{
    const struct inventory *inventory = comparing->comparison->editions[edition].inventory;
    struct arena *arena = arena_new();
    uint32_t *reports = sorted_reports(arena, inventory);
    size_t source = lexicon_add(&comparing->lexicon, inventory), i;

    comparing->traits[edition] =
        ARENA_ARRAY(comparing->lexicon.arena, inventory->count, struct traits);
    for (i = 0; i < inventory->count; i++)
        traits_take(&comparing->lexicon, source, reports[i],
                    &comparing->traits[edition][reports[i]]);
    arena_free(arena);
}

void find_histories(struct comparing *comparing)
{
    struct comparison *comparison = comparing->comparison;
    struct pool pool = {NULL, 0, 0};
    size_t edition;

    comparing->traits = ARENA_ARRAY(comparison->arena, comparison->edition_count, struct traits *);
    for (edition = 0; edition < comparison->edition_count; edition++)
        take_traits(comparing, edition);
    begin_pool(comparing, &pool);
    for (edition = 1; edition < comparison->edition_count; edition++)
        link_edition(comparing, &pool, edition);
    comparison->histories = ARENA_ARRAY(comparison->arena, pool.count, struct history);
    if (pool.count)
        memcpy(comparison->histories, pool.list, pool.count * sizeof *pool.list);
    comparison->history_count = pool.count;
    memory_free(pool.list);
}

bool report_in(const struct comparison *comparison, const struct history *history, size_t edition,
               struct report *report)
{
    if (history->stands[edition].report == COMPARE_NONE)
        return false;
    inventory_report(comparison->editions[edition].inventory, history->stands[edition].report,
                     report);
    return true;
}
