#include "model/channel.h"

#include "rules/look.h"

#include <math.h>

static bool goes_by(const struct look *look, enum channel channel)
{
    return report_has(&look->report, FIELD_channel) && (look->report.channel >> channel & 1);
}

/* A screen channel that the report has already, or a link. */
static enum channel screen_of(const struct look *look)
{
    static const enum channel screens[] = {CHANNEL_PORTAL, CHANNEL_LINK, CHANNEL_FILE_SHARE,
                                           CHANNEL_CHAT, CHANNEL_EMAIL};
    size_t i;

    for (i = 0; i < sizeof screens / sizeof *screens; i++) {
        if (goes_by(look, screens[i]))
            return screens[i];
    }
    return CHANNEL_LINK;
}

static bool goes_on_paper(const struct look *look, struct facts *facts)
{
    uint32_t channel;
    bool paper = look_cost(look)->paper > 0;

    for (channel = 0; channel < CHANNEL_COUNT; channel++) {
        if (channel_is_paper((enum channel)channel) && goes_by(look, (enum channel)channel)) {
            tell_text(facts, FACT_SENT_BY, text_of(channel_name((enum channel)channel)));
            paper = true;
        }
    }
    if (look_cost(look)->paper > 0)
        tell_number(facts, FACT_PAPER, money_amount(look_cost(look)->paper),
                    report_has(&look->report, FIELD_copies) ? look->report.copies : (double)NAN);
    return paper;
}

/* Within a year the change must bring in what it takes. */
static bool is_too_cheap(const struct look *look)
{
    double once = threshold(look, ASSUMPTION_ONCE_CHANNEL) * threshold(look, ASSUMPTION_RATE);

    return look_cost(look)->paper > 0 && money_amount(look_cost(look)->paper) < once;
}

/* What is printed at a known cost is counted; the rest has no figure in the model and is asked.
 * What a law requires may be required on paper. */
bool rule_channel(const struct look *look, struct finding *finding, struct facts *facts)
{
    double readers = look_readers(look);

    if (goes_on_paper(look, facts)) {
        finding->to_channel = screen_of(look);
        finding->strength = look_cost(look)->paper > 0 && look->mandate != MANDATE_GIVEN
                                ? STRENGTH_LIKELY
                                : STRENGTH_ASK;
        return !is_too_cheap(look);
    }
    if (!goes_by(look, CHANNEL_ATTACHMENT))
        return false;
    tell_text(facts, FACT_SENT_BY, text_of(channel_name(CHANNEL_ATTACHMENT)));
    if (!isnan(readers))
        tell_number(facts, FACT_READERS, readers, NAN);
    finding->to_channel = CHANNEL_LINK;
    finding->strength = STRENGTH_ASK;
    return readers >= threshold(look, ASSUMPTION_MANY_READERS);
}
