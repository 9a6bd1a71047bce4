#include "rules/grounds.h"
#include "rules/unread.h"

/* Nobody knows who stands behind a list, so one list among the readers is enough for silence. With
 * a log that shows no opens it is likely; alone it is a question, for somebody may have taken over.
 */
bool rule_readers_left(const struct look *look, struct finding *finding, struct facts *facts)
{
    struct set readers = look->report.recipients;
    uint32_t i;

    if (!look->grounds->any_left || !readers.count || unread_is_read(look))
        return false;
    for (i = 0; i < readers.count; i++) {
        const struct person *person = inventory_person(look->grounds->inventory, readers.member[i]);

        if (person->is_list || person->active != KNOWN_NO)
            return false;
    }
    tell_number(facts, FACT_PEOPLE_LEFT, readers.count, readers.count);
    finding->hints = 2; /* it was counted */
    finding->strength = unread_for_long(look, facts) ? STRENGTH_LIKELY : STRENGTH_ASK;
    return true;
}
