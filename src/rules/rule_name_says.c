#include <math.h>

#include "rules/pace.h"

/* Daily may be 250 or 365 runs a year, and that is no contradiction. */
static const double least_difference = 1.5;

bool rule_name_says(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct name_signs *signs = look_name_signs(look);
    double named = signs->rhythm, runs = look->report.runs;
    struct pace pace;

    if (isnan(named) || !(runs > 0))
        return false;
    tell_both(facts, FACT_NAME_SAYS, named, NAN, signs->said);
    finding->strength = STRENGTH_ASK;
    if (runs < least_difference * named)
        return named >= least_difference * runs;
    pace_read(look, &pace, facts);
    finding->to_runs = pace_target(&pace, named, true, look);
    return true;
}
