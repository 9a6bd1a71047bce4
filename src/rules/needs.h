/* What a rule cannot do without, from needs.def. */
#ifndef PARE_SRC_RULES_NEEDS_H
#define PARE_SRC_RULES_NEEDS_H

#include "rules/findings.h"

/* Sets of rules and of fields have a bit for each. */
struct needs {
    uint64_t fields;                   /* that any rule needs */
    uint32_t with_field[FIELD_COUNT];  /* rules for which that field is enough of a report */
    uint32_t in_group[RELATION_COUNT]; /* rules for which it must be in such a group */
    uint32_t always;                   /* rules that do without both */
    uint32_t lack_ground;              /* rules that look up what there is not */
};

void needs_fill(const struct grounds *grounds, struct needs *needs);

#endif
