#include "rules/grounds.h"
#include "rules/look.h"

/* One question for each such owner, at the report that costs most. A team is no single point. */
bool rule_single_point(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct grounds *grounds = look->grounds;
    const struct ownership *own;

    if (!report_has(&look->report, FIELD_owner) || !grounds->ownership ||
        inventory_person(grounds->inventory, look->report.owner)->is_list)
        return false;
    own = &grounds->ownership[look->report.owner];
    tell_number(facts, FACT_OWNS, own->reports, (double)own->hours / 1e6);
    finding->strength = STRENGTH_ASK;
    return own->costliest == look->report.index &&
           own->reports >= threshold(look, ASSUMPTION_OWNER_REPORTS);
}
