#include "plan/select.h"

#include "base/memory.h"
#include "plan/hull.h"

#include <math.h>
#include <string.h>

/* Beyond this the table of the dynamic programme takes more than a second or 64 MiB. */
static const double most_cells = 64e6, most_work = 4e8;

static void take(const struct menu *menu, struct selection *selection, uint32_t bundle,
                 uint32_t item)
{
    const struct item *before = &menu->item[selection->chosen[bundle]];

    selection->value += menu->item[item].value - before->value;
    selection->disruption += menu->item[item].disruption - before->disruption;
    selection->chosen[bundle] = item;
}

static void start_selection(const struct menu *menu, struct selection *selection)
{
    *selection = (struct selection){.method = "exact"};
    selection->chosen = memory_alloc(menu->count, sizeof *selection->chosen);
    for (uint32_t b = 0; b < menu->count; b++) {
        selection->chosen[b] = menu->start[b];
        selection->value += menu->item[menu->start[b]].value;
        selection->disruption += menu->item[menu->start[b]].disruption;
    }
}

/* The relaxation at the target: what the greedy sequence had chosen before the step that reaches
 * it, and the slope of that step. */
struct relaxed {
    uint32_t *chosen;
    int64_t value;
    double price; /* disruption for a unit of value */
    double bound;
    int64_t enough; /* disruption of a choice that reaches the target */
};

/* The least disturbing single change that reaches the target from where the sequence stood. */
static int64_t finish_with_one(const struct menu *menu, const struct selection *selection,
                               int64_t target)
{
    int64_t least = INT64_MAX;

    for (uint32_t b = 0; b < menu->count; b++)
        for (uint32_t i = selection->chosen[b] + 1; i < menu->start[b + 1]; i++) {
            const struct item *item = &menu->item[i], *now = &menu->item[selection->chosen[b]];

            if (selection->value + item->value - now->value < target)
                continue;
            if (item->disruption - now->disruption < least)
                least = item->disruption - now->disruption;
            break;
        }
    return least;
}

/* Takes steps until the target is reached; false where it cannot be. */
static bool take_steps(const struct menu *menu, int64_t target, struct selection *selection,
                       struct relaxed *relaxed)
{
    size_t count, i = 0;
    struct hull_step *steps = hull_steps(menu, &count);

    while (i < count && selection->value + steps[i].value < target) {
        take(menu, selection, steps[i].bundle, steps[i].item);
        i++;
    }
    if (i < count) {
        double part = (double)(target - selection->value) / (double)steps[i].value;

        memcpy(relaxed->chosen, selection->chosen, menu->count * sizeof *relaxed->chosen);
        relaxed->value = selection->value;
        relaxed->price = (double)steps[i].disruption / (double)steps[i].value;
        relaxed->bound = (double)selection->disruption + part * (double)steps[i].disruption;
        relaxed->enough = selection->disruption + finish_with_one(menu, selection, target);
        take(menu, selection, steps[i].bundle, steps[i].item);
    }
    memory_free(steps);
    return selection->value >= target;
}

/* The bundles that are still open: items that a choice as good as the best known can hold. */
struct core {
    uint32_t *bundle;
    size_t count;
    bool *open;    /* by item of the menu */
    int64_t value; /* of the least disturbing open items of all bundles */
    int64_t disruption;
    double work; /* open items of the bundles in the core */
};

/* What a choice that holds the item costs at least beyond the relaxation: its reduced cost. */
static double reduced_cost(const struct menu *menu, const struct relaxed *relaxed, uint32_t bundle,
                           uint32_t number)
{
    const struct item *item = &menu->item[number];
    const struct item *chosen = &menu->item[relaxed->chosen[bundle]];

    return (double)(item->disruption - chosen->disruption) -
           relaxed->price * (double)(item->value - chosen->value);
}

/* Sets aside every item whose choices all disturb more than the best that is known. The margin is
 * for the rounding of the reduced costs, which are sums of a few doubles. */
static void find_core(const struct menu *menu, const struct relaxed *relaxed, struct core *core)
{
    double room = (double)relaxed->enough - relaxed->bound;

    room += 0.01 + 1e-9 * (double)relaxed->enough;
    for (uint32_t b = 0; b < menu->count; b++) {
        uint32_t first = UINT32_MAX, open = 0;

        for (uint32_t i = menu->start[b]; i < menu->start[b + 1]; i++) {
            core->open[i] = reduced_cost(menu, relaxed, b, i) <= room;
            if (core->open[i] && first == UINT32_MAX)
                first = i;
            open += core->open[i];
        }
        core->value += menu->item[first].value;
        core->disruption += menu->item[first].disruption;
        if (open < 2)
            continue;
        core->bundle[core->count++] = b;
        core->work += open;
    }
}

static uint32_t first_open(const struct menu *menu, const struct core *core, uint32_t bundle)
{
    uint32_t i = menu->start[bundle];

    while (!core->open[i])
        i++;
    return i;
}

/* For each total of disruption the most value that can be had with exactly that, and the fewest
 * actions for it. */
struct table_row {
    int64_t value; /* -1 where nothing has that total */
    int64_t actions;
};

static void add_bundle(const struct menu *menu, const struct core *core, uint32_t bundle,
                       size_t room, const struct table_row *before, struct table_row *after,
                       uint8_t *choice)
{
    uint32_t first = first_open(menu, core, bundle);
    const struct item *base = &menu->item[first];

    for (size_t d = 0; d <= room; d++)
        after[d] = (struct table_row){-1, 0};
    for (uint32_t i = first; i < menu->start[bundle + 1]; i++) {
        size_t more = (size_t)(menu->item[i].disruption - base->disruption);
        int64_t value = menu->item[i].value - base->value;

        for (size_t d = more; core->open[i] && d <= room; d++) {
            const struct table_row *from = &before[d - more];
            struct table_row row = {from->value + value, from->actions + menu->item[i].count};

            if (from->value < 0 || row.value < after[d].value ||
                (row.value == after[d].value && row.actions >= after[d].actions))
                continue;
            after[d] = row;
            choice[d] = (uint8_t)(i - first);
        }
    }
}

/* Chooses in the core so that the target is reached with the least total; false where it does not
 * fit. */
static bool solve_core(const struct menu *menu, int64_t target, size_t room,
                       const struct core *core, struct selection *selection)
{
    size_t width = room + 1, d = 0;
    uint8_t *choice = memory_alloc(core->count * width, sizeof *choice);
    struct table_row *before = memory_alloc(width, sizeof *before);
    struct table_row *after = memory_alloc(width, sizeof *after);

    for (size_t i = 1; i < width; i++)
        before[i].value = -1;
    for (size_t k = 0; k < core->count; k++) {
        struct table_row *swap = before;

        add_bundle(menu, core, core->bundle[k], room, before, after, choice + k * width);
        before = after;
        after = swap;
    }
    while (d < width && (before[d].value < 0 || core->value + before[d].value < target))
        d++;
    bool found = d < width;
    for (uint32_t b = 0; found && b < menu->count; b++)
        take(menu, selection, b, first_open(menu, core, b));
    for (size_t k = core->count; found && k-- > 0;) {
        uint32_t bundle = core->bundle[k], first = first_open(menu, core, bundle);
        uint32_t item = first + choice[k * width + d];

        take(menu, selection, bundle, item);
        d -= (size_t)(menu->item[item].disruption - menu->item[first].disruption);
    }
    memory_free(choice);
    memory_free(before);
    memory_free(after);
    return found;
}

static bool solve_exactly(const struct menu *menu, int64_t target, const struct relaxed *relaxed,
                          struct selection *selection)
{
    struct core core = {0};
    bool solved = false;

    core.bundle = memory_alloc(menu->count, sizeof *core.bundle);
    core.open = memory_alloc(menu->start[menu->count], sizeof *core.open);
    find_core(menu, relaxed, &core);
    double width = (double)(relaxed->enough - core.disruption) + 1;
    if (width >= 1 && width * (double)core.count <= most_cells && width * core.work <= most_work)
        solved = solve_core(menu, target, (size_t)width - 1, &core, selection);
    memory_free(core.bundle);
    memory_free(core.open);
    return solved;
}

void select_target(const struct menu *menu, int64_t target, struct selection *selection)
{
    struct relaxed relaxed = {0};

    start_selection(menu, selection);
    selection->bound = (double)selection->disruption;
    selection->reached = selection->value >= target;
    if (selection->reached)
        return;
    relaxed.chosen = memory_alloc(menu->count, sizeof *relaxed.chosen);
    selection->reached = take_steps(menu, target, selection, &relaxed);
    if (!selection->reached) {
        selection->bound = (double)selection->disruption;
    } else if (solve_exactly(menu, target, &relaxed, selection)) {
        selection->bound = (double)selection->disruption;
    } else {
        selection->method = "greedy";
        selection->bound = ceil(relaxed.bound - 1e-6);
    }
    memory_free(relaxed.chosen);
}

void selection_clear(struct selection *selection)
{
    memory_free(selection->chosen);
    *selection = (struct selection){0};
}
