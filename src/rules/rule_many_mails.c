#include <math.h>

#include "model/channel.h"
#include "rules/look.h"

/* Where one post reaches them all; a place that the report has already is the first choice. */
static enum channel post_of(uint32_t channels)
{
    static const enum channel places[] = {CHANNEL_PORTAL, CHANNEL_FILE_SHARE, CHANNEL_CHAT};
    size_t i;

    for (i = 0; i < sizeof places / sizeof *places; i++) {
        if (channels >> places[i] & 1)
            return places[i];
    }
    return CHANNEL_CHAT;
}

/* A mail costs its sender nothing that is counted, so nothing is at stake but the inboxes.
 * Attachments are for the rule channel. */
bool rule_many_mails(const struct look *look, struct finding *finding, struct facts *facts)
{
    double readers;

    if (!report_has(&look->report, FIELD_channel) || !(look->report.channel >> CHANNEL_EMAIL & 1) ||
        (look->report.channel >> CHANNEL_ATTACHMENT & 1) || !(look->report.runs > 0))
        return false;
    readers = look_readers(look);
    if (isnan(readers))
        return false;
    tell_number(facts, FACT_READERS, readers, NAN);
    if (readers > 1)
        tell_number(facts, FACT_MAILS, readers * look->report.runs, look->report.runs);
    finding->to_channel = post_of(look->report.channel);
    finding->strength = STRENGTH_ASK;
    return readers >= threshold(look, ASSUMPTION_MANY_READERS);
}
