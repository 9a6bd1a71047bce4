#include "rules/grounds.h"
#include "rules/look.h"

bool rule_owner_left(const struct look *look, struct finding *finding, struct facts *facts)
{
    if (!look->grounds->any_left || !report_has(&look->report, FIELD_owner) ||
        inventory_person(look->grounds->inventory, look->report.owner)->active != KNOWN_NO)
        return false;
    tell(facts, FACT_OWNER_LEFT);
    finding->strength = STRENGTH_ASK;
    return true;
}
