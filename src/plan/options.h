/* What can be done in one bundle: the sets of its findings that are worth choosing between.
 *
 * Up to 64 combinations all are tried; beyond that the steps of a greedy sequence. Kept are those
 * that save more than every one that disturbs no more; without a target the first and the last of
 * these. The first holds what is in every plan: what was agreed to, and what is certain. */
#ifndef PARE_PLAN_OPTIONS_H
#define PARE_PLAN_OPTIONS_H

#include "plan/bundles.h"
#include "plan/recost.h"

struct item {
    int64_t value;      /* what the target is measured in: cents, or hours in millionths */
    int64_t disruption; /* tenths */
    int64_t theoretical, realisable; /* cents of producer cost */
    double theoretical_hours, hours, people;
    uint32_t *finding; /* what is done, in the order of findings */
    uint32_t count;
};

/* By bundle its items: disruption and value rise from each to the next. */
struct menu {
    struct item *item;
    uint32_t *start;       /* item[start[b]] up to item[start[b + 1]] */
    size_t count;          /* bundles */
    struct arena **arenas; /* with the lists of findings */
    size_t arena_count;
};

void menu_make(struct menu *menu, const struct bundles *bundles, const struct costing *costing,
               const struct plan_options *options);
/* Gives back all but the chosen item of each bundle, which have new numbers from now on. */
void menu_keep(struct menu *menu, uint32_t *chosen);
void menu_clear(struct menu *menu);

#endif
