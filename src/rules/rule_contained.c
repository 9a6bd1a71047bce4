#include "rules/merging.h"

bool rule_contained(const struct look *look, struct finding *finding, struct facts *facts)
{
    return merging_into_keep(look, RELATION_CONTAINED, finding, facts);
}
