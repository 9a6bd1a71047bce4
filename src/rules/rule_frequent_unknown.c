#include <math.h>

#include "rules/pace.h"
#include "rules/slow_signs.h"

/* The name says a slower rhythm, and that is asked for by name_says. */
static bool is_left_to_name(const struct look *look)
{
    double named = look_name_signs(look)->rhythm;

    return named > 0 && pace_differs(named, look->report.runs) && named < look->report.runs;
}

/* A strong sign that names no rhythm speaks for two rungs less; else one is asked for, and none
 * below what is worth asking about. */
static double target_of(const struct look *look, const struct pace *pace,
                        const struct slow_signs *signs)
{
    double cap = signs->strong ? signs->cap : frequency_rung_below(pace->runs);

    return pace_target(pace, fmax(cap, threshold(look, ASSUMPTION_CANDIDATE_RUNS)), false, look);
}

/* The least a user has: what runs more often than monthly, and nothing says who needs it so. What
 * speaks for one rung less makes it a question of its own; where nothing does it is asked about
 * together with the others of its owner. */
bool rule_frequent_unknown(const struct look *look, struct finding *finding, struct facts *facts)
{
    struct slow_signs signs;
    struct pace pace;

    if (!(look->report.runs > threshold(look, ASSUMPTION_CANDIDATE_RUNS)) ||
        report_has(&look->report, FIELD_needed_frequency) ||
        report_has(&look->report, FIELD_min_frequency) || is_left_to_name(look))
        return false;
    pace_read(look, &pace, NULL);
    if (pace.known)
        return false;
    slow_signs_read(look, &signs, facts);
    finding->to_runs = target_of(look, &pace, &signs);
    if (isnan(finding->to_runs))
        return false;
    finding->strength = STRENGTH_ASK;
    finding->hints = signs.strong + signs.weak / 2;
    finding->joint = !finding->hints;
    if (!signs.strong && !signs.weak)
        tell(facts, FACT_NO_SIGN);
    tell_number(facts, FACT_RUNS, pace.runs, NAN);
    if (!isnan(look_readers(look)))
        tell_number(facts, FACT_READERS, look_readers(look), NAN);
    return true;
}
