#include <math.h>

#include "rules/pace.h"

/* F1 alone goes as deep as the data; two of F2 to F5 at most two rungs; one of them is a question.
 * A report of which only a slower twin is known is left to frequent_unknown. */
bool rule_too_frequent(const struct look *look, struct finding *finding, struct facts *facts)
{
    struct pace pace;
    double by_data, by_signs;

    pace_read(look, &pace, facts);
    if (isnan(pace.runs) || !pace.known)
        return false;
    by_data = isinf(pace.refresh) ? (double)NAN : pace_target(&pace, pace.refresh, true, look);
    by_signs = pace.weak ? pace_target(&pace, fmin(pace.cap, pace.refresh), false, look)
                         : (double)NAN;
    if (isnan(by_data) && isnan(by_signs))
        return false;
    finding->hints = pace.weak + (isnan(by_data) ? 0 : 1);
    if (pace.weak > 1 && !isnan(by_signs) && !(by_data <= by_signs)) {
        finding->strength = STRENGTH_LIKELY;
        finding->to_runs = by_signs;
    } else if (!isnan(by_data)) {
        finding->strength = STRENGTH_CERTAIN;
        finding->to_runs = by_data;
    } else {
        finding->strength = STRENGTH_ASK;
        finding->to_runs = by_signs;
    }
    return true;
}
