#include "rules/merging.h"

#include <math.h>

#include "rules/grounds.h"
#include "rules/pace.h"
#include "rules/unread.h"

static bool other_is_read(const struct look *look, const struct group *group, uint32_t *other)
{
    const struct grounds *grounds = look->grounds;
    const uint32_t *member = grounds->relations->members + group->members;
    struct look twin;
    uint32_t i;

    for (i = 0; i < group->member_count; i++) {
        if (member[i] == look->report.index || !grounds->active[member[i]])
            continue;
        look_at(grounds, member[i], look->scratch, &twin);
        if (unread_is_read(&twin)) {
            *other = member[i];
            return true;
        }
    }
    return false;
}

/* What law asks for is kept, whether it is read or not; the edition that people are known to read
 * must not go for one of which that is not known. */
static bool only_this_is_read(const struct look *look, const struct group *group)
{
    struct look kept;

    if (!unread_is_read(look))
        return false;
    look_at(look->grounds, group->keep, look->scratch, &kept);
    return !unread_is_read(&kept);
}

/* The kept one may be the one that goes, for a slower edition would do. */
static bool keep_would_go(const struct look *look, const struct group *group)
{
    struct look kept;

    look_at(look->grounds, group->keep, look->scratch, &kept);
    return kept.mandate != MANDATE_GIVEN && pace_slower_would_do(&kept) != group->keep;
}

/* Editions of one content: where a slower one would do this one can go, and is asked about unless
 * its readers have said how often they need it; where the log shows that this one is not read and
 * another is, it can go; else only a person knows whether both are needed. A report that the rule
 * unused stops has its finding already. */
bool rule_cadence(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct group *group = look_group(look, RELATION_CADENCE);
    uint32_t read = look->report.index, slower;
    bool unread, left_to_unused;

    if (!group)
        return false;
    left_to_unused = unread_for_long(look, NULL);
    slower = pace_slower_would_do(look);
    if (slower == look->report.index && left_to_unused)
        return false;
    unread = !left_to_unused && unread_is_unread(look, NULL) && other_is_read(look, group, &read);
    if (unread) {
        unread_is_unread(look, facts);
        merging_name(look, RELATION_CADENCE, group, read, finding);
        finding->strength = STRENGTH_LIKELY;
    } else if (slower != look->report.index) {
        struct pace pace;

        pace_read(look, &pace, facts);
        merging_name(look, RELATION_CADENCE, group, slower, finding);
        finding->strength =
            report_has(&look->report, FIELD_needed_frequency) ? STRENGTH_LIKELY : STRENGTH_ASK;
        finding->hints = pace.weak;
    } else {
        if (group->keep == look->report.index || only_this_is_read(look, group) ||
            keep_would_go(look, group))
            return false;
        merging_name(look, RELATION_CADENCE, group, group->keep, finding);
        finding->strength = STRENGTH_ASK;
    }
    if (facts)
        match_explain(look->grounds->relations, look->report.index, finding->other, facts);
    return true;
}
