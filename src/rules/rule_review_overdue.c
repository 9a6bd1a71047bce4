#include "rules/grounds.h"
#include "rules/look.h"

/* Whether a mandated report is needed is not for its owner to decide. */
bool rule_review_overdue(const struct look *look, struct finding *finding, struct facts *facts)
{
    double years;

    if (!report_has(&look->report, FIELD_last_review) || look->mandate == MANDATE_GIVEN)
        return false;
    years = ((double)look->grounds->as_of - look->report.last_review) / 365.2425;
    tell_date(facts, FACT_REVIEWED, years, look->report.last_review);
    finding->strength = STRENGTH_ASK;
    return years > threshold(look, ASSUMPTION_REVIEW_YEARS);
}
