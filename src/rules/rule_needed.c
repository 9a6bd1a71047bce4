#include <math.h>

#include "rules/pace.h"

/* What readers said they need is a floor of the pace already, the keenest need among them. Where
 * they need it less often than law or contract ask for, these could be asked. */
bool rule_needed(const struct look *look, struct finding *finding, struct facts *facts)
{
    struct pace pace;

    if (!report_has(&look->report, FIELD_needed_frequency))
        return false;
    tell_number(facts, FACT_NEEDED, look->report.needed_frequency->runs, NAN);
    pace_read(look, &pace, facts);
    finding->to_runs = pace_target(&pace, look->report.needed_frequency->runs, true, look);
    if (isnan(finding->to_runs) && pace_free(&pace)) {
        finding->to_runs = pace_target(&pace, look->report.needed_frequency->runs, true, look);
        finding->outside = true;
    }
    finding->strength = STRENGTH_LIKELY;
    return !isnan(finding->to_runs);
}
