#include <math.h>

#include "rules/grounds.h"
#include "rules/pace.h"

static void hint(struct finding *finding, struct facts *facts, enum fact_kind kind, double x,
                 struct text a)
{
    finding->hints++;
    tell_both(facts, kind, x, NAN, a);
}

/* A slower twin or roll-up to the same readers; the same of another unit that runs slower. */
static void hint_slower(const struct look *look, struct finding *finding, struct facts *facts)
{
    static const struct {
        enum relation relation;
        bool same_readers;
        enum fact_kind kind;
    } slower[] = {{RELATION_CADENCE, true, FACT_SLOWER_TWIN},
                  {RELATION_CONTAINED, true, FACT_SLOWER_TWIN},
                  {RELATION_VARIANT, false, FACT_SLOWER_ELSEWHERE},
                  {RELATION_SHARED, false, FACT_SLOWER_ELSEWHERE}};
    size_t i;

    for (i = 0; i < sizeof slower / sizeof *slower; i++) {
        uint32_t twin = pace_slower(look, slower[i].relation, slower[i].same_readers);

        if (twin != look->report.index)
            hint(finding, facts, slower[i].kind, look->grounds->baseline->basis[twin].runs,
                 look_id(look, twin));
    }
}

static void hint_readers(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct report *report = &look->report;
    const double *load = look->grounds->set_load;
    struct set readers = report->recipients;

    if (load && load[readers.number] >= threshold(look, ASSUMPTION_READER_LOAD))
        hint(finding, facts, FACT_ISSUES_A_WEEK, round(load[readers.number]), text_make("", 0));
    if (readers.count == 1 && report_has(report, FIELD_owner) && readers.member[0] == report->owner)
        hint(finding, facts, FACT_ONLY_OWNER, NAN, text_make("", 0));
}

/* The least a user has: what runs more often than monthly, and nothing says who needs it
 * so, is worth asking about; the hints say what speaks for one rung less. */
bool rule_frequent_unknown(const struct look *look, struct finding *finding, struct facts *facts)
{
    struct pace pace;
    double to;

    if (!(look->report.runs > threshold(look, ASSUMPTION_CANDIDATE_RUNS)) ||
        report_has(&look->report, FIELD_needed_frequency) ||
        report_has(&look->report, FIELD_min_frequency))
        return false;
    pace_read(look, &pace, NULL);
    if (pace.known)
        return false;
    to = pace_target(&pace, frequency_rung_below(pace.runs), true, look);
    if (isnan(to))
        return false;
    finding->strength = STRENGTH_ASK;
    finding->to_runs = to;
    hint_slower(look, finding, facts);
    hint_readers(look, finding, facts);
    tell_number(facts, FACT_RUNS, pace.runs, NAN);
    if (!isnan(look_readers(look)))
        tell_number(facts, FACT_READERS, look_readers(look), NAN);
    return true;
}
