#include "rules/merging.h"
#include "rules/strength.h"

bool rule_same(const struct look *look, struct finding *finding, struct facts *facts)
{
    return merging_into_keep(look, RELATION_SAME, strength_of_same, finding, facts);
}
