#include <math.h>

#include "rules/pace.h"

/* What the readers said they need, where that is less often still; NAN where they said nothing. */
static double by_need(const struct look *look, const struct pace *pace)
{
    return report_has(&look->report, FIELD_needed_frequency)
               ? pace_target(pace, look->report.needed_frequency->runs, true, look)
               : (double)NAN;
}

static bool is_deeper(double to, double than)
{
    return !isnan(to) && !(than <= to);
}

/* F1 alone goes as deep as the data; two of F2 to F5 at most two rungs, and readers who said so as
 * deep as they said; one of F2 to F5 is a question. */
static bool is_too_frequent(const struct look *look, const struct pace *pace,
                            struct finding *finding)
{
    double by_data, by_signs, needed;

    by_data = isinf(pace->refresh) ? (double)NAN : pace_target(pace, pace->refresh, true, look);
    by_signs =
        pace->weak ? pace_target(pace, fmin(pace->cap, pace->refresh), false, look) : (double)NAN;
    if (isnan(by_data) && isnan(by_signs))
        return false;
    needed = by_need(look, pace);
    finding->hints = pace->weak + (isnan(by_data) ? 0 : 1);
    finding->strength = STRENGTH_ASK;
    finding->to_runs = by_signs;
    if (!isnan(by_data)) {
        finding->strength = STRENGTH_CERTAIN;
        finding->to_runs = by_data;
    }
    if (pace->weak > 1 && is_deeper(by_signs, by_data)) {
        finding->strength = STRENGTH_LIKELY;
        finding->to_runs = by_signs;
    }
    if (is_deeper(needed, finding->to_runs)) {
        finding->strength = STRENGTH_LIKELY;
        finding->to_runs = needed;
    }
    return true;
}

/* A report of which only a slower twin is known is left to frequent_unknown, one of which only the
 * need is known to needed. Where only law or contract keep it so frequent, they could be asked. */
bool rule_too_frequent(const struct look *look, struct finding *finding, struct facts *facts)
{
    struct pace pace;

    pace_read(look, &pace, facts);
    if (isnan(pace.runs) || !pace.known)
        return false;
    if (is_too_frequent(look, &pace, finding))
        return true;
    finding->outside = pace_free(&pace) && is_too_frequent(look, &pace, finding);
    return finding->outside;
}
