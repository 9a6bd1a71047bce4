/* What speaks for two entries of different editions being one report, and what against: logarithms of
 * odds that add up (Fellegi and Sunter 1969). */
#ifndef PARE_SRC_COMPARE_EVIDENCE_H
#define PARE_SRC_COMPARE_EVIDENCE_H

#include "compare/likeness.h"
#include "compare/link.h"

/* How many of all entries have a text or a set. */
struct counts {
    uint32_t *owner, *department, *description; /* by text */
    uint32_t *recipients, *fields;                     /* by set */
    bool *rolls; /* by text: a bare name that stands there with several years at once */
    size_t entries;
};

void counts_find(struct arena *arena, const struct linking *linking, struct counts *counts);

/* From here on two entries are taken for one, or for much alike. */
#define EVIDENCE_SAME 0.0
#define EVIDENCE_LIKE (-1.5)

double evidence_of(const struct linking *linking, const struct weights *weights,
                   const struct counts *counts, const struct traits *a, const struct traits *b);

#endif
