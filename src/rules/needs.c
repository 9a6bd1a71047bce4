#include "rules/needs.h"

#include <string.h>

void needs_fill(struct need needs[RULE_COUNT])
{
    memset(needs, 0, RULE_COUNT * sizeof *needs);
#define NEEDS_FIELD(rule, field) needs[RULE_##rule].fields |= (uint64_t)1 << FIELD_##field;
#define NEEDS_GROUP(rule, kind) needs[RULE_##rule].relation = RELATION_##kind;
#include "rules/needs.def"
}
