#include "compare/compare.h"

#include "base/memory.h"
#include "compare/parts.h"

struct comparison *compare_editions(const struct inventory *const *inventories, size_t count,
                                    const struct plan *plan,
                                    const struct plan_options *plan_options,
                                    const struct compare_options *options)
{
    struct comparison *comparison = memory_alloc(1, sizeof *comparison);
    struct comparing comparing = {.comparison = comparison,
                                  .plan_options = plan_options,
                                  .options = options,
                                  .assumptions = plan->findings->assumptions};
    size_t i;

    comparison->arena = arena_new();
    comparison->plan = plan;
    comparison->edition_count = count;
    comparison->editions = ARENA_ARRAY(comparison->arena, count, struct edition);
    for (i = 0; i < count; i++)
        comparison->editions[i].inventory = inventories[i];
    lexicon_init(&comparing.lexicon);
    find_histories(&comparing);
    cost_histories(&comparing);
    find_origins(&comparing);
    find_changes(&comparing);
    find_realised(&comparing);
    find_regrown(&comparing);
    sum_up(&comparing);
    lexicon_clear(&comparing.lexicon);
    return comparison;
}

void comparison_free(struct comparison *comparison)
{
    if (!comparison)
        return;
    arena_free(comparison->arena);
    memory_free(comparison);
}
