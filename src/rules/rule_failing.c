#include "base/utf8.h"
#include "rules/grounds.h"
#include "rules/unread.h"

static bool has_failed(const struct look *look, struct text status)
{
    struct name_signs signs;

    name_signs_read(&look->grounds->name_index, utf8_fold(look->scratch, status), &signs);
    return signs.failed;
}

/* A failed run alone says nothing: that nobody complained, or nobody opened, must be known. */
bool rule_failing(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct report *report = &look->report;
    struct text status = inventory_text(look->grounds->inventory, report->last_status);
    bool complained = report_has(report, FIELD_complaints);

    if (!report_has(report, FIELD_last_status) || !has_failed(look, status))
        return false;
    tell_text(facts, FACT_LAST_STATUS, status);
    if (complained)
        tell_number(facts, FACT_COMPLAINTS, report->complaints, 0);
    finding->hints = 1;
    finding->strength = STRENGTH_ASK;
    return complained ? !(report->complaints > 0) : unread_is_unread(look, facts);
}
