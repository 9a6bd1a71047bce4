#include "rules/needs.h"

#include "rules/grounds.h"

#include <string.h>

_Static_assert(RULE_COUNT < 32, "a set of rules has a bit for each");

#define BIT(rule) ((uint32_t)1 << RULE_##rule)

void needs_fill(const struct grounds *grounds, struct needs *needs)
{
    memset(needs, 0, sizeof *needs);
    needs->always = ((uint32_t)1 << RULE_COUNT) - 1;
#define NEEDS_GROUND(rule, member) needs->lack_ground |= grounds->member ? 0 : BIT(rule);
#define NEEDS_FIELD(rule, field)                                                                   \
    needs->fields |= (uint64_t)1 << FIELD_##field;                                                 \
    needs->with_field[FIELD_##field] |= BIT(rule);                                                 \
    needs->always &= ~BIT(rule);
#define NEEDS_GROUP(rule, kind)                                                                    \
    needs->in_group[RELATION_##kind] |= BIT(rule);                                                 \
    needs->always &= ~BIT(rule);
#include "rules/needs.def"
}
