#include "sections/order.h"

#include <stdlib.h>

#include "base/memory.h"
#include "sections/words.h"

struct keyed {
    struct text id;
    uint32_t report;
};

static int by_id(const void *a, const void *b)
{
    const struct keyed *x = a, *y = b;
    int order = text_compare(x->id, y->id);

    return order ? order : (x->report > y->report) - (x->report < y->report);
}

uint32_t *order_by_id(struct arena *arena, const struct inventory *inventory)
{
    struct keyed *keyed = memory_alloc(inventory->count, sizeof *keyed);
    uint32_t *order = ARENA_ARRAY(arena, inventory->count, uint32_t);
    size_t i;

    for (i = 0; i < inventory->count; i++)
        keyed[i] = (struct keyed){report_id(inventory, i), (uint32_t)i};
    if (inventory->count)
        qsort(keyed, inventory->count, sizeof *keyed, by_id);
    for (i = 0; i < inventory->count; i++)
        order[i] = keyed[i].report;
    memory_free(keyed);
    return order;
}
