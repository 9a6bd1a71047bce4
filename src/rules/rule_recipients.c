#include <math.h>

#include "rules/grounds.h"
#include "rules/unread.h"

struct dropped {
    uint32_t left, never, twice, asked; /* asked: recipients of whom the log could know */
};

/* The rows of a report in the log; NULL where there are none, or one that does not say who. */
static const struct usage_row *rows_of(const struct look *look, size_t *count)
{
    const struct usage_row *rows = unread_rows(look, count);
    size_t i;

    for (i = 0; i < *count; i++) {
        if (!rows[i].person)
            return NULL;
    }
    return *count ? rows : NULL;
}

static bool has_opened(const struct usage_row *rows, size_t count, uint32_t person)
{
    size_t i;

    for (i = 0; i < count; i++) {
        if (rows[i].person == person && rows[i].opens > 0)
            return true;
    }
    return false;
}

static bool is_in_a_list(const struct look *look, struct set readers, uint32_t person)
{
    const struct inventory *inventory = look->grounds->inventory;
    uint32_t i, k;

    for (i = 0; i < readers.count; i++) {
        struct set members =
            inventory_set(inventory, inventory_person(inventory, readers.member[i])->members);

        for (k = 0; k < members.count; k++) {
            if (members.member[k] == person)
                return true;
        }
    }
    return false;
}

/* What the log says of the report; rows NULL where it does not say enough. */
struct log {
    const struct usage_row *rows;
    size_t count;
};

static struct log log_of(const struct look *look)
{
    struct log log = {NULL, 0};

    log.rows = rows_of(look, &log.count);
    if (log.rows && !(look_log_days(look) >= unread_window(look)))
        log.rows = NULL;
    return log;
}

static enum recipient_fate fate_of(const struct look *look, struct log log, uint32_t person)
{
    if (inventory_person(look->grounds->inventory, person)->active == KNOWN_NO)
        return RECIPIENT_LEFT;
    if (look->grounds->any_members && is_in_a_list(look, look->report.recipients, person))
        return RECIPIENT_TWICE;
    return log.rows && !has_opened(log.rows, log.count, person) ? RECIPIENT_NEVER : RECIPIENT_STAYS;
}

static void count_dropped(const struct look *look, struct dropped *dropped)
{
    const struct inventory *inventory = look->grounds->inventory;
    struct set readers = look->report.recipients;
    struct log log = log_of(look);
    uint32_t i;

    *dropped = (struct dropped){0};
    for (i = 0; i < readers.count; i++) {
        enum recipient_fate fate;

        if (inventory_person(inventory, readers.member[i])->is_list)
            continue;
        fate = fate_of(look, log, readers.member[i]);
        dropped->asked++;
        dropped->left += fate == RECIPIENT_LEFT;
        dropped->twice += fate == RECIPIENT_TWICE;
        dropped->never += fate == RECIPIENT_NEVER;
    }
}

enum recipient_fate finding_recipient(const struct findings *findings, uint32_t report,
                                      uint32_t person)
{
    struct arena *scratch = arena_new();
    enum recipient_fate fate;
    struct look look;

    look_at(findings->grounds, report, scratch, &look);
    fate = inventory_person(findings->inventory, person)->is_list
               ? RECIPIENT_STAYS
               : fate_of(&look, log_of(&look), person);
    arena_free(scratch);
    return fate;
}

/* Who has left or gets it twice is known; who never opened it may read the copy of another. Where
 * all have gone the question is whether the report is needed, and that is for other rules. */
bool rule_recipients(const struct look *look, struct finding *finding, struct facts *facts)
{
    double readers = look_readers(look);
    struct dropped dropped;

    if (!report_has(&look->report, FIELD_recipients) ||
        !(look->grounds->any_left || look->grounds->any_members || look->grounds->inventory->usage))
        return false;
    count_dropped(look, &dropped);
    if (dropped.left)
        tell_number(facts, FACT_PEOPLE_LEFT, dropped.left, dropped.asked);
    if (dropped.never)
        tell_number(facts, FACT_NEVER_OPENED, dropped.never, dropped.asked);
    if (dropped.twice)
        tell_number(facts, FACT_GOT_TWICE, dropped.twice, dropped.asked);
    finding->to_readers = readers - dropped.left - dropped.never;
    finding->strength = dropped.never ? STRENGTH_LIKELY : STRENGTH_CERTAIN;
    return dropped.left + dropped.never + dropped.twice > 0 && finding->to_readers >= 1;
}
