#include "plan/hull.h"

#include "base/memory.h"

#include <stdlib.h>

static double slope(int64_t value, int64_t disruption)
{
    return (double)value / (double)disruption;
}

/* Adds the hull of one bundle's items; slopes fall strictly. */
static size_t add_hull(const struct menu *menu, uint32_t bundle, struct hull_step *steps)
{
    size_t count = 0;

    for (uint32_t i = menu->start[bundle] + 1; i < menu->start[bundle + 1]; i++) {
        const struct item *item = &menu->item[i];
        struct hull_step step = {bundle, i, item->value - item[-1].value,
                                 item->disruption - item[-1].disruption};

        while (count > 0 && slope(steps[count - 1].value, steps[count - 1].disruption) <=
                                slope(step.value, step.disruption)) {
            count--;
            step.value += steps[count].value;
            step.disruption += steps[count].disruption;
        }
        steps[count++] = step;
    }
    return count;
}

static int compare_steps(const void *a, const void *b)
{
    const struct hull_step *x = a, *y = b;
    double p = slope(x->value, x->disruption), q = slope(y->value, y->disruption);

    if (p != q)
        return p < q ? 1 : -1;
    return (x->item > y->item) - (x->item < y->item);
}

struct hull_step *hull_steps(const struct menu *menu, size_t *count)
{
    struct hull_step *steps = memory_alloc(menu->start[menu->count], sizeof *steps);

    *count = 0;
    for (uint32_t b = 0; b < menu->count; b++)
        *count += add_hull(menu, b, steps + *count);
    if (*count)
        qsort(steps, *count, sizeof *steps, compare_steps);
    return steps;
}
