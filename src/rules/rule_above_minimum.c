#include <math.h>

#include "rules/pace.h"

/* Where the log, decisions or data show a use at this rhythm, or call for another one, that stands;
 * here only the requirement speaks. */
bool rule_above_minimum(const struct look *look, struct finding *finding, struct facts *facts)
{
    struct pace pace;

    if (!report_has(&look->report, FIELD_min_frequency) || look->mandate == MANDATE_NONE ||
        report_has(&look->report, FIELD_needed_frequency))
        return false;
    tell_number(facts, FACT_ABOVE_MINIMUM, look->report.min_frequency->runs, NAN);
    pace_read(look, &pace, facts);
    finding->to_runs = pace_target(&pace, look->report.min_frequency->runs, true, look);
    finding->strength = STRENGTH_ASK;
    return !pace.known && !isnan(finding->to_runs);
}
