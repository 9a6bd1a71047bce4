#include "rules/merging.h"

bool rule_variant(const struct look *look, struct finding *finding, struct facts *facts)
{
    return merging_into_keep(look, RELATION_VARIANT, finding, facts);
}
