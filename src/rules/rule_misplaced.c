#include "rules/grounds.h"
#include "rules/look.h"

static uint32_t unit_of_owner(const struct look *look)
{
    const struct report *report = &look->report;

    if (report_has(report, FIELD_department))
        return report->department;
    return report_has(report, FIELD_owner)
               ? inventory_person(look->grounds->inventory, report->owner)->department
               : 0;
}

bool rule_misplaced(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct inventory *inventory = look->grounds->inventory;
    struct set readers = look->report.recipients;
    uint32_t unit = 0, own = unit_of_owner(look), i;

    if (!own || !look->grounds->any_units ||
        readers.count < threshold(look, ASSUMPTION_MISPLACED_READERS))
        return false;
    for (i = 0; i < readers.count; i++) {
        uint32_t sits = inventory_person(inventory, readers.member[i])->department;

        if (!sits || sits == own || (unit && sits != unit))
            return false;
        unit = sits;
    }
    tell_both(facts, FACT_READ_ELSEWHERE, readers.count, readers.count,
              inventory_text(inventory, unit));
    finding->strength = STRENGTH_ASK;
    return true;
}
