/* All rules as one table. */
#ifndef PARE_SRC_RULES_RULES_H
#define PARE_SRC_RULES_RULES_H

#include <math.h>

#include "rules/strength.h"

/* Runs one rule over one look; the finding is filled in and settled where it returns true. */
bool rules_try(const struct look *look, enum rule rule, struct finding *finding,
               struct facts *facts);

#endif
