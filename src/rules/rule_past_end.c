#include "rules/grounds.h"
#include "rules/unread.h"

/* Inactive reports are no part of the baseline, so this one is in the list as if it were alive. */
bool rule_past_end(const struct look *look, struct finding *finding, struct facts *facts)
{
    if (!report_has(&look->report, FIELD_end_date) || look->report.end_date >= look->grounds->as_of)
        return false;
    tell_date(facts, FACT_ENDED, 0, look->report.end_date);
    unread_for_long(look, unread_opens(look).known ? facts : NULL);
    finding->hints = 2; /* a date is more than a guess from a name */
    finding->strength = STRENGTH_ASK;
    return true;
}
