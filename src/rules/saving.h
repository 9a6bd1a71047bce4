/* What a finding would save if it alone were done: the cost of the states before minus the cost of
 * the states after, low, expected and high. */
#ifndef PARE_SRC_RULES_SAVING_H
#define PARE_SRC_RULES_SAVING_H

#include "rules/look.h"

/* Cents a year; 0 where the costs are not known. */
int64_t saving_alone(const struct look *look, const struct finding *finding);
/* The field that is not known and without which a merge may cost more than it saves, where both
 * have as little of it in common as the low guess says; FIELD_COUNT where there is none. */
enum field saving_doubt(const struct look *look, const struct finding *finding);
/* alone is 0 before, and stays so where the costs are not known. */
void saving_range(const struct look *look, const struct finding *finding, struct alone *alone);

#endif
