#include "rules/merging.h"

bool rule_same(const struct look *look, struct finding *finding, struct facts *facts)
{
    return merging_into_keep(look, RELATION_SAME, finding, facts);
}
