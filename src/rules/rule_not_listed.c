#include <math.h>

#include "rules/grounds.h"
#include "rules/receivers.h"
#include "rules/unread.h"

/* Who reads a report and does not get it finds it by another way, or is missed at the next change.
 * Where a list stands among the recipients that nobody can look into, they may be on it. */
bool rule_not_listed(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct usage_row *rows;
    uint32_t others = 0;
    size_t count, i;

    if (!look->grounds->inventory->usage || !receivers_are_known(look))
        return false;
    rows = unread_rows(look, &count);
    for (i = 0; i < count; i++)
        others += rows[i].person && rows[i].opens && rows[i].person != look->report.owner &&
                  !receivers_have(look, rows[i].person);
    if (!others)
        return false;
    tell_number(facts, FACT_NOT_LISTED, others, NAN);
    tell_number(facts, FACT_READERS, look_readers(look), NAN);
    finding->strength = STRENGTH_ASK;
    return true;
}
