#include "rules/merging.h"
#include "rules/strength.h"

bool rule_variant(const struct look *look, struct finding *finding, struct facts *facts)
{
    return merging_into_keep(look, RELATION_VARIANT, strength_of_variant, finding, facts);
}
