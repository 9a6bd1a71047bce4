/* What speaks for one rung less where only names, recipients and frequencies are known. A strong
 * sign is worth a question of its own, a weak one only beside another. */
#ifndef PARE_SRC_RULES_SLOW_SIGNS_H
#define PARE_SRC_RULES_SLOW_SIGNS_H

#include "rules/look.h"

struct slow_signs {
    unsigned strong, weak;
    double cap; /* the fastest rhythm that a strong sign names; 0 where none names one */
};

void slow_signs_read(const struct look *look, struct slow_signs *signs, struct facts *facts);

#endif
