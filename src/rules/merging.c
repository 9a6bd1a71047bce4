#include "rules/merging.h"

#include <math.h>

#include "rules/grounds.h"

void merging_name(const struct look *look, enum relation relation, const struct group *group,
                  uint32_t other, struct finding *finding)
{
    finding->relation = relation;
    finding->group = (uint32_t)(group - look->grounds->relations->groups) + 1;
    finding->other = other;
}

bool merging_into_keep(const struct look *look, enum relation relation,
                       enum strength (*strength)(const struct look *look,
                                                 const struct likeness *likeness),
                       struct finding *finding, struct facts *facts)
{
    const struct group *group = look_group(look, relation);
    struct likeness likeness;

    if (!group || group->keep == look->report.index || !look->grounds->active[group->keep])
        return false;
    likeness_to_keep(look, relation, group->keep, &likeness);
    merging_name(look, relation, group, group->keep, finding);
    finding->strength = strength(look, &likeness);
    if (facts)
        match_explain(look->grounds->relations, look->report.index, group->keep, facts);
    return true;
}
