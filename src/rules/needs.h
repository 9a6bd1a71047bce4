/* What a rule cannot do without, from needs.def. */
#ifndef PARE_SRC_RULES_NEEDS_H
#define PARE_SRC_RULES_NEEDS_H

#include "rules/findings.h"

struct need {
    uint64_t fields;        /* a bit for each, one is enough; 0: none are needed */
    enum relation relation; /* of a group that the report must be in; RELATION_NONE: none */
    bool lacks_ground;      /* of what it looks up there is nothing */
};

/* By rule. */
void needs_fill(const struct grounds *grounds, struct need needs[RULE_COUNT]);

#endif
