#include "rules/grounds.h"
#include "rules/merging.h"

/* One question for the whole group, at the report that it keeps: the work could be shared, but what
 * that saves nobody knows before the units have talked. */
bool rule_shared(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct group *group = look_group(look, RELATION_SHARED);

    if (!group || group->keep != look->report.index)
        return false;
    merging_name(look, RELATION_SHARED, group, look->report.index, finding);
    finding->strength = STRENGTH_ASK;
    tell_number(facts, FACT_SAME_TITLE_IN_UNITS, group->member_count, 0);
    if (facts)
        match_explain_group(look->grounds->relations, finding->group - 1, facts);
    return true;
}
