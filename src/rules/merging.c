#include "rules/merging.h"

#include <math.h>

#include "rules/grounds.h"
#include "rules/strength.h"
#include "rules/unread.h"

const struct keeping *keeping_of(const struct look *look, enum relation relation)
{
    static enum strength (*const strength[RELATION_COUNT])(const struct look *look,
                                                           const struct likeness *likeness) = {
        [RELATION_SAME] = strength_of_same,
        [RELATION_CONTAINED] = strength_of_contained,
        [RELATION_VARIANT] = strength_of_variant,
    };
    struct keeping *keeping;

    if (look->known->keeping[relation])
        return look->known->keeping[relation];
    keeping = ARENA_ARRAY(look->scratch, 1, struct keeping);
    likeness_to_keep(look, relation, look_group(look, relation)->keep, &keeping->likeness);
    keeping->strength = strength[relation](look, &keeping->likeness);
    return look->known->keeping[relation] = keeping;
}

void merging_name(const struct look *look, enum relation relation, const struct group *group,
                  uint32_t other, struct finding *finding)
{
    finding->relation = relation;
    finding->group = (uint32_t)(group - look->grounds->relations->groups) + 1;
    finding->other = other;
}

/* Without a column that tells of opens nothing is known to be unread. */
static bool tells_of_opens(const struct inventory *inventory)
{
    static const enum field fields[] = {FIELD_last_used, FIELD_opens, FIELD_runs_opened,
                                        FIELD_open_share, FIELD_readers};
    size_t i;

    for (i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (inventory->columns[fields[i]].value)
            return true;
    }
    return false;
}

/* Nobody opens the survivor, so it goes, and the report that is read must not go into it. */
static bool keep_goes(const struct look *look, uint32_t keep)
{
    const uint32_t *fed = look->grounds->fed;
    struct look kept;

    if (!tells_of_opens(look->grounds->inventory))
        return false;
    look_at(look->grounds, keep, look->scratch, &kept);
    return kept.mandate != MANDATE_GIVEN && !(fed && fed[keep]) && unread_for_long(&kept, NULL);
}

bool merging_into_keep(const struct look *look, enum relation relation, struct finding *finding,
                       struct facts *facts)
{
    const struct group *group = look_group(look, relation);

    if (!group || group->keep == look->report.index || !look->grounds->active[group->keep])
        return false;
    merging_name(look, relation, group, group->keep, finding);
    finding->strength = keeping_of(look, relation)->strength;
    if (keep_goes(look, group->keep) && !unread_for_long(look, NULL)) {
        finding->superseded = true;
        finding->superseded_by = RULE_unused;
    }
    if (facts)
        match_explain(look->grounds->relations, look->report.index, group->keep, facts);
    return true;
}
