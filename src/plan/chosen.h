/* The chosen items told as planned actions: recosted at all three outlooks, added up. */
#ifndef PARE_PLAN_CHOSEN_H
#define PARE_PLAN_CHOSEN_H

#include "plan/options.h"

/* chosen: by bundle, the number of an item of the menu. Fills actions and their totals. */
void chosen_tell(struct plan *plan, const struct bundles *bundles, const struct menu *menu,
                 const uint32_t *chosen, const struct costing *costing, unsigned threads);
/* What the ask findings would save beyond the chosen actions. */
int64_t chosen_at_stake(const struct plan *plan, const enum standing *standing,
                        const struct costing *costing, unsigned threads);
/* Findings that would need somebody outside: in no total. */
void chosen_outside(struct plan *plan, const enum standing *standing,
                    const struct costing *costing);

#endif
