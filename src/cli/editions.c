#include "cli/editions.h"

#include "base/memory.h"

static struct inventory *read_later(const struct options *options, size_t edition)
{
    struct input_options input = options->input;
    struct assumptions assumptions = options->assumptions;

    input.assumptions_count = input.decisions_count = input.answers_count = 0;
    return inventory_read(options->files.list + edition, 1, &input, &assumptions);
}

struct inventory **editions_read(struct options *options, size_t *count)
{
    bool each = options->command->stage == STAGE_COMPARE;
    struct inventory **editions;
    size_t i;

    *count = each ? options->files.count : 1;
    editions = memory_alloc(*count, sizeof *editions);
    editions[0] = inventory_read(options->files.list, each ? 1 : options->files.count,
                                 &options->input, &options->assumptions);
    for (i = 1; i < *count; i++)
        editions[i] = read_later(options, i);
    return editions;
}

void editions_free(struct inventory **editions, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        inventory_free(editions[i]);
    memory_free(editions);
}

struct comparison *editions_compare(const struct options *options, struct inventory *const *later,
                                    const struct plan *plan,
                                    const struct plan_options *plan_options)
{
    const struct compare_options compared = {
        .day = options->judge.as_of == options->today ? DATE_UNKNOWN : options->judge.as_of,
        .today = options->today,
        .threads = options->plan.threads,
    };
    const struct inventory **all = memory_alloc(options->files.count, sizeof *all);
    struct comparison *comparison;
    size_t i;

    all[0] = plan->findings->inventory;
    for (i = 1; i < options->files.count; i++)
        all[i] = later[i - 1];
    comparison = compare_editions(all, options->files.count, plan, plan_options, &compared);
    memory_free(all);
    return comparison;
}
