/* What the rules over groups have in common: a member goes into the report that its group keeps. */
#ifndef PARE_SRC_RULES_MERGING_H
#define PARE_SRC_RULES_MERGING_H

#include "rules/likeness.h"

/* How a report is like the one that its group keeps, and how strongly that speaks for a merge. */
struct keeping {
    struct likeness likeness;
    enum strength strength;
};

/* Of same, contained and variant; worked out once. The report is in such a group and not kept. */
const struct keeping *keeping_of(const struct look *look, enum relation relation);
/* Fires for every member but the kept one, with the strength that the likeness gives. */
bool merging_into_keep(const struct look *look, enum relation relation, struct finding *finding,
                       struct facts *facts);
/* Notes the group and the other report in the finding. */
void merging_name(const struct look *look, enum relation relation, const struct group *group,
                  uint32_t other, struct finding *finding);

#endif
