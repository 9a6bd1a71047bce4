#include <math.h>

#include "rules/grounds.h"
#include "rules/receivers.h"
#include "rules/unread.h"

/* Recipients who opened it, but hardly ever, by a log that names them and covers enough runs. */
static uint32_t count_rare(const struct look *look)
{
    double days = look_log_days(look), runs = look->report.runs * days / 365;
    const struct usage_row *rows;
    uint32_t rare = 0;
    size_t count, i;

    if (!look->grounds->inventory->usage || !(days >= threshold(look, ASSUMPTION_USAGE_DAYS)) ||
        !(runs >= threshold(look, ASSUMPTION_USAGE_RUNS)) ||
        !report_has(&look->report, FIELD_recipients))
        return 0;
    rows = unread_rows(look, &count);
    for (i = 0; i < count; i++)
        rare += rows[i].person && rows[i].opens &&
                rows[i].opens <= threshold(look, ASSUMPTION_ALERT_SHARE) * runs &&
                receivers_have(look, rows[i].person);
    return rare;
}

/* What is made to notice an event and hardly ever has news. */
static bool is_silent_alert(const struct look *look)
{
    const struct report *report = &look->report;

    return report_has(report, FIELD_changed_share) &&
           1 - report->changed_share >= threshold(look, ASSUMPTION_UNCHANGED_SHARE) - 1e-9 &&
           (report_has(report, FIELD_react_days) || look_name_signs(look)->alert);
}

/* Who opens one issue of ten waits for something to happen; a message when it does would serve. */
bool rule_alert_only(const struct look *look, struct finding *finding, struct facts *facts)
{
    uint32_t rare;
    bool silent;

    if (!(look->report.runs > threshold(look, ASSUMPTION_CANDIDATE_RUNS)))
        return false;
    silent = is_silent_alert(look);
    rare = count_rare(look);
    if (rare)
        tell_number(facts, FACT_OPENED_RARELY, rare, look_readers(look));
    if (silent)
        tell_number(facts, FACT_CHANGED, look->report.changed_share, NAN);
    finding->hints = (silent ? 1u : 0u) + (rare ? 1u : 0u);
    finding->strength = STRENGTH_ASK;
    return finding->hints > 0;
}
