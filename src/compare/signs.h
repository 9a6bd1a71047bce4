/* Which entries of a list share the most telling signs with one that is looked for: words of the
 * name, how they begin and end, description, readers, content. A sign that very many have tells
 * nothing. */
#ifndef PARE_SRC_COMPARE_SIGNS_H
#define PARE_SRC_COMPARE_SIGNS_H

#include "compare/traits.h"

enum { SIGNS_LIKELY = 24 };

struct signs {
    const struct lexicon *lexicon;
    struct table *table;
    uint32_t *start, *entry; /* by sign: entry[start[s]] up to [start[s + 1]] */
    size_t count;            /* entries */
};

/* The likeliest first; ties in the order of the list. */
struct likely {
    uint32_t entry[SIGNS_LIKELY];
    float shared[SIGNS_LIKELY];
    size_t count;
};

/* In arena, but for the table. Entry i is list[chosen[i]]. */
void signs_index(struct arena *arena, const struct lexicon *lexicon, const struct traits *list,
                 const uint32_t *chosen, size_t count, struct signs *signs);
void signs_clear(struct signs *signs);
/* shared and touched are scratch, one for each entry; shared is 0 before and after. */
void signs_search(const struct signs *signs, const struct traits *traits, float *shared,
                  uint32_t *touched, struct likely *likely);

#endif
