#include <math.h>

#include "rules/grounds.h"
#include "rules/look.h"

/* The people file says who belongs to the house; an address of another domain that it does not have
 * goes outside. Without the file nobody is known to be an outsider. */
bool rule_outsiders(const struct look *look, struct finding *finding, struct facts *facts)
{
    const bool *outsider = look->grounds->outsider;
    struct set readers = look->report.recipients;
    uint32_t outside = 0, i;

    for (i = 0; outsider && i < readers.count; i++)
        outside += outsider[readers.member[i]];
    if (!outside)
        return false;
    tell_number(facts, FACT_OUTSIDERS, outside, readers.count);
    finding->strength = STRENGTH_ASK;
    return true;
}
