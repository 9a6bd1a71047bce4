/* What people answered, as evidence: a question that was answered yes is likely, one that was
 * answered no is settled. Where two people disagree, the one who needs the report is right; who
 * answers twice is taken at the last word. */
#ifndef PARE_SRC_RULES_ANSWERS_H
#define PARE_SRC_RULES_ANSWERS_H

#include "rules/look.h"

/* Settles a finding of strength ask by its answers; false where somebody said no. Facts tell who
 * said what. */
bool answers_settle(const struct look *look, struct finding *finding, struct facts *facts);

#endif
