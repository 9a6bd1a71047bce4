#include "compare/link.h"

void link_find(struct arena *arena, struct linking *linking)
{
    size_t all = linking->before_count, i;

    linking->links = ARENA_ARRAY(arena, linking->after_count, struct linked);
    linking->after_of = ARENA_ARRAY(arena, linking->before_count, uint32_t);
    for (i = 0; i < linking->after_count; i++)
        linking->links[i] = (struct linked){LINK_NONE, 0, LINK_NONE, LINK_NONE};
    for (i = 0; i < linking->before_count; i++)
        linking->after_of[i] = LINK_NONE;
    /* What came back after a pause must not take the place of what was there all the time. */
    linking->before_count = linking->recent;
    link_equal(linking);
    linking->before_count = all;
    if (linking->recent < all)
        link_equal(linking);
    link_alike(linking);
}
