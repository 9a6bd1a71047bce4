/* What speaks for two entries of different editions being one report, and what against: logarithms
 * of odds that add up (Fellegi and Sunter 1969). */
#ifndef PARE_SRC_COMPARE_EVIDENCE_H
#define PARE_SRC_COMPARE_EVIDENCE_H

#include "compare/likeness.h"
#include "compare/link.h"

/* How many of all entries have a text or a set. */
struct counts {
    uint32_t *owner, *department, *description; /* by text */
    uint32_t *recipients, *fields;              /* by set */
    bool *rolls;          /* by text: a bare name that stands there with several years at once */
    bool *units;          /* by text: a bare name that stands in several departments at once */
    struct table *slots;  /* names with a gap for one word, in each edition */
    uint32_t *fillers[2]; /* by slot: different names with that gap, in each edition */
    size_t entries;
};

/* Frees nothing but slots: the rest is in arena. */
void counts_clear(struct counts *counts);
void counts_find(struct arena *arena, const struct linking *linking, struct counts *counts);

/* From here on two entries are taken for one, or for much alike. */
#define EVIDENCE_SAME 0.7
#define EVIDENCE_LIKE (-1.0)

double evidence_of(const struct linking *linking, const struct weights *weights,
                   const struct counts *counts, const struct traits *a, const struct traits *b);

#endif
