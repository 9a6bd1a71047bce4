#include <math.h>

#include "rules/pace.h"

bool rule_name_says(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct name_signs *signs = look_name_signs(look);
    double named = signs->rhythm, runs = look->report.runs;
    struct pace pace;

    if (isnan(named) || !(runs > 0))
        return false;
    tell_both(facts, FACT_NAME_SAYS, named, NAN, signs->said);
    finding->strength = STRENGTH_ASK;
    if (!pace_differs(named, runs))
        return false;
    finding->hints = 1;
    if (runs < named)
        return true;
    pace_read(look, &pace, facts);
    finding->to_runs = pace_target(&pace, named, true, look);
    return true;
}
