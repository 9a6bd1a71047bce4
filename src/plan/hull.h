/* The relaxation of the choice: from the first item of each bundle along its concave hull, steps of
 * falling value for each point of disruption. Every prefix is the best choice for what it reaches.
 */
#ifndef PARE_PLAN_HULL_H
#define PARE_PLAN_HULL_H

#include "plan/options.h"

struct hull_step {
    uint32_t bundle;
    uint32_t item;             /* the item of the menu after the step */
    int64_t value, disruption; /* that it adds; both above 0 */
};

/* In the order of taking; *count gets their number. To be freed with memory_free. */
struct hull_step *hull_steps(const struct menu *menu, size_t *count);

#endif
