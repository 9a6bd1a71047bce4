/* What may be in a plan: the standing of each finding, and the floors that no plan goes below. */
#ifndef PARE_PLAN_STANDING_H
#define PARE_PLAN_STANDING_H

#include "plan/plan.h"

enum standing {
    STANDING_NONE,         /* nothing to cost, superseded by a stronger finding, rejected */
    STANDING_OPEN,         /* may be chosen */
    STANDING_ASK,          /* a question; its saving is at stake */
    STANDING_OUTSIDE,      /* somebody outside would have to agree */
} __attribute__((packed)); /* one byte: there are millions */

/* By finding; verdict may be NULL. */
void standing_fill(const struct findings *findings, const struct plan_options *options,
                   enum standing *standing);
/* The least runs a year that the report may come down to. A protected report without a known
 * minimum stays where it is. */
double floor_of(const struct findings *findings, uint32_t report);
/* By report the runs a year that evidence leaves to it, whatever is chosen; 0, as it has to be
 * before, where nothing does. */
void justified_fill(const struct findings *findings, const struct plan_options *options,
                    double *justified);
/* The same from what is open, where options ask neither for what was decided nor for what is
 * certain alone. */
void justified_from(const struct findings *findings, const enum standing *standing,
                    double *justified);
/* What is done: ask findings with runs a year to come down to are about frequency. */
enum action action_of(const struct finding *finding);

#endif
