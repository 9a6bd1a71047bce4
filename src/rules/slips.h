/* What readers wrote on the slips about a report: of what one person said the last holds. */
#ifndef PARE_SRC_RULES_SLIPS_H
#define PARE_SRC_RULES_SLIPS_H

#include "rules/look.h"

struct slips {
    double rating;             /* mean of how clear it is, 1..5; NAN where nobody said */
    uint32_t wanting;          /* people to whom something is missing or wrong */
    struct text wants;         /* what one of them wrote */
    uint32_t readers_of_parts; /* people who said which parts they use */
    uint32_t used;             /* fields that anybody of them uses */
};

/* All nothing and NAN where no slip came back. */
void slips_read(const struct look *look, struct slips *slips);

#endif
