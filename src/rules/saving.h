/* What a finding would save if it alone were done: the cost of the states before minus the cost of
 * the states after, low, expected and high. */
#ifndef PARE_SRC_RULES_SAVING_H
#define PARE_SRC_RULES_SAVING_H

#include "rules/look.h"

/* Fills in saving, low, high, cash and hours; 0 where the costs are not known. */
void saving_alone(const struct look *look, struct finding *finding);

#endif
