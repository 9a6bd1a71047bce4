#include <math.h>

#include "rules/grounds.h"
#include "rules/look.h"

/* One question for each such owner, at the report that costs most. */
bool rule_single_point(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct grounds *grounds = look->grounds;
    bool fires = grounds->single_point && grounds->single_point[look->report.index];

    if ((!fires && !facts) || !grounds->ownership)
        return false;
    if (facts)
        tell_number(facts, FACT_OWNS, grounds->ownership[look->report.owner].reports,
                    round((double)grounds_hours_owned(grounds, look->report.owner) / 1e6));
    finding->strength = STRENGTH_ASK;
    return fires;
}
