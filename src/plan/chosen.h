/* The chosen items told as planned actions: recosted at all three outlooks, added up. */
#ifndef PARE_PLAN_CHOSEN_H
#define PARE_PLAN_CHOSEN_H

#include "plan/options.h"

/* What comes of choosing the largest saving in each bundle: value and disruption as in items. */
struct largest {
    int64_t value, disruption;
    size_t fixed; /* actions that are in every plan */
};

/* The assumptions of low and of high savings. */
struct outlooks {
    struct assumptions low, high;
};

void outlooks_init(struct outlooks *outlooks, const struct assumptions *assumptions);
/* What the item does in the scene of its bundle: an action for each of its findings. */
void chosen_tell_item(const struct outlooks *outlooks, struct scene *scene, const struct item *item,
                      uint32_t bundle, struct planned *actions);
/* chosen: by bundle, the number of an item of the menu. Fills actions. */
void chosen_tell(struct plan *plan, const struct bundles *bundles, const struct menu *menu,
                 const uint32_t *chosen, const struct costing *costing, unsigned threads);
/* Chooses in each bundle what saves most, and fills actions. */
void chosen_largest(struct plan *plan, const struct bundles *bundles, const struct costing *costing,
                    const struct plan_options *options, struct largest *largest);
/* Keeps the bundles and fills the totals of the actions. */
void chosen_add_up(struct plan *plan, const struct bundles *bundles, const struct costing *costing);
/* What the ask findings would save beyond the chosen actions. */
int64_t chosen_at_stake(const struct plan *plan, const enum standing *standing,
                        const struct costing *costing, unsigned threads);
/* Findings that would need somebody outside: in no total. */
void chosen_outside(struct plan *plan, const enum standing *standing,
                    const struct costing *costing);

#endif
