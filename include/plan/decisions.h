/* Decisions of people, as the plan takes them: each finding that one is about gets its verdict. */
#ifndef PARE_PLAN_DECISIONS_H
#define PARE_PLAN_DECISIONS_H

#include "model/decision.h"
#include "plan/plan.h"

/* The verdict of each finding, in arena; NULL where nobody decided anything. A rejected or deferred
 * action is open again from its review date on; an accepted one that has a date of completion on or
 * before the as-of date is done. */
enum verdict *decisions_verdicts(struct arena *arena, const struct findings *findings);
/* What was rejected or deferred makes no other finding moot; verdicts may be NULL. */
void decisions_refuse(struct findings *findings, const enum verdict *verdicts);
/* The decision that a finding's verdict rests on, or NULL. */
const struct decision *decision_on(const struct findings *findings, const struct finding *finding);

#endif
