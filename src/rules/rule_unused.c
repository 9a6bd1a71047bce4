#include "model/channel.h"
#include "rules/unread.h"

/* A log cannot see who reads on paper or in a meeting. */
static bool is_seen_by_log(const struct look *look)
{
    uint32_t channel;

    if (!report_has(&look->report, FIELD_channel))
        return true;
    for (channel = 0; channel < CHANNEL_COUNT; channel++) {
        if (look->report.channel >> channel & 1 && !channel_is_paper((enum channel)channel) &&
            channel != CHANNEL_MEETING)
            return true;
    }
    return false;
}

bool rule_unused(const struct look *look, struct finding *finding, struct facts *facts)
{
    bool seen;

    if (!unread_for_long(look, facts))
        return false;
    seen = is_seen_by_log(look) && unread_is_covered(look, facts) &&
           look->report.frequency->status != FREQUENCY_EVENT;
    finding->strength = seen ? STRENGTH_CERTAIN : STRENGTH_ASK;
    return true;
}
