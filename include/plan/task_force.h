/* Who has to sit at the table: the fewest owners whose reports carry most of what the plan saves.
 *
 * Owners are counted by the reports that the actions are done to; where no owner is known, units
 * are. Savings are realisable, cents and hours a year. The share that is enough is the assumption
 * taskforce.share. */
#ifndef PARE_PLAN_TASK_FORCE_H
#define PARE_PLAN_TASK_FORCE_H

#include "plan/plan.h"

struct task_force_member {
    uint32_t person; /* number of the owner; 0 where units are counted */
    uint32_t unit;   /* number of the text of the unit, 0 where it is not known */
    size_t actions;
    int64_t saving;
    double hours;
    double together; /* share of the whole saving with all those before, 0..1 */
};

struct task_force {
    struct task_force_member *member; /* in arena; the largest saving first */
    size_t count;
    size_t of;       /* owners, or units, that the plan touches */
    bool by_unit;    /* no owner is known, so units are counted */
    bool enough;     /* the members carry the share; false where too much has no owner */
    int64_t saving;  /* of the members */
    int64_t unowned; /* saving of reports whose owner is not known */
};

void task_force_find(struct arena *arena, const struct plan *plan, struct task_force *force);
/* The name of a member: of the person, else of the unit. */
struct text task_force_name(const struct inventory *inventory,
                            const struct task_force_member *member);

#endif
