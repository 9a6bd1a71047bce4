#include "rules/needs.h"

#include "rules/grounds.h"

#include <string.h>

void needs_fill(const struct grounds *grounds, struct need needs[RULE_COUNT])
{
    memset(needs, 0, RULE_COUNT * sizeof *needs);
#define NEEDS_GROUND(rule, member) needs[RULE_##rule].lacks_ground |= !grounds->member;
#define NEEDS_FIELD(rule, field) needs[RULE_##rule].fields |= (uint64_t)1 << FIELD_##field;
#define NEEDS_GROUP(rule, kind) needs[RULE_##rule].relation = RELATION_##kind;
#include "rules/needs.def"
}
