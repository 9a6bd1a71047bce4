/* Which report of a later edition is which of an earlier one: one to one, not by the id alone.
 *
 * Equal names with what else is known first, then by what speaks for and against it, the surest
 * first. Both lists are in the order of ids, so that no order of rows shows. */
#ifndef PARE_SRC_COMPARE_LINK_H
#define PARE_SRC_COMPARE_LINK_H

#include "compare/traits.h"

#define LINK_NONE UINT32_MAX

struct linked {
    uint32_t before;  /* number in the list before, or LINK_NONE */
    float score;      /* 0..1; 1 where the names are equal */
    uint32_t part_of; /* where before is LINK_NONE: the one that it was split off, or LINK_NONE */
    uint32_t like;    /* where before is LINK_NONE: the report that went and is most like it */
};

struct linking {
    struct lexicon *lexicon;
    struct traits *before, *after;
    size_t before_count, after_count;
    size_t recent; /* so many of before, the first ones, stood in the edition just before */
    bool ids;      /* ids stand in the files */
    unsigned threads;
    struct linked *links; /* by after */
    uint32_t *after_of;   /* by before: number in after, or LINK_NONE */
    double id_evidence;   /* what equal ids say: logarithm of the odds */
};

/* Fills links and after_of, which are in arena. */
void link_find(struct arena *arena, struct linking *linking);

/* The steps of it. */
void link_equal(struct linking *linking);
void link_alike(struct linking *linking);

static inline void link_pair(struct linking *linking, uint32_t before, uint32_t after, float score)
{
    linking->links[after].before = before;
    linking->links[after].score = score;
    linking->after_of[before] = after;
}

#endif
