#include <math.h>

#include "rules/grounds.h"
#include "rules/unread.h"

static bool is_sent_to_nobody(const struct report *report)
{
    if (report_has(report, FIELD_recipients))
        return report->recipients.count == 0;
    return report_has(report, FIELD_recipient_count) && !(report->recipient_count > 0);
}

/* Sent to nobody is one sign; only with a log that shows no opens are there two. */
bool rule_nobody_gets_it(const struct look *look, struct finding *finding, struct facts *facts)
{
    struct opens opens;

    if (!is_sent_to_nobody(&look->report))
        return false;
    opens = unread_opens(look);
    if (opens.any)
        return false;
    tell(facts, FACT_NOBODY);
    if (opens.known && !isnan(look_log_days(look)))
        tell_date(facts, FACT_NO_USE, look_log_days(look), look->grounds->log_end);
    finding->hints = 2; /* it was counted */
    finding->strength = unread_for_long(look, NULL) ? STRENGTH_LIKELY : STRENGTH_ASK;
    return true;
}
