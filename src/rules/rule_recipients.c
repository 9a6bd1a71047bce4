#include <math.h>

#include "rules/grounds.h"
#include "rules/receivers.h"
#include "rules/unread.h"

struct dropped {
    uint32_t left, never, twice, asked; /* asked: recipients of whom the log could know */
    uint32_t by_lists;                  /* who get it through two lists */
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

/* Who has left and still opens it has not left, or somebody took over: the files contradict. */
static bool opened_lately(const struct look *look, uint32_t person)
{
    double since = look->grounds->log_end - unread_window(look);
    size_t count, i;
    const struct usage_row *rows = rows_of(look, &count);

    for (i = 0; rows && i < count; i++) {
        if (rows[i].person == person && rows[i].opens > 0 && rows[i].last > since)
            return true;
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
        return opened_lately(look, person) ? RECIPIENT_STAYS : RECIPIENT_LEFT;
    if (receivers_lists_of(look, person))
        return RECIPIENT_TWICE;
    return log.rows && !has_opened(log.rows, log.count, person) ? RECIPIENT_NEVER : RECIPIENT_STAYS;
}

/* Members of a list who stand in a later one of its recipients as well, each counted once. */
static uint32_t count_by_lists(const struct look *look)
{
    const struct inventory *inventory = look->grounds->inventory;
    struct set readers = look->report.recipients;
    uint32_t found = 0, i, k;

    for (i = 0; look->grounds->any_members && i < readers.count; i++) {
        uint32_t number = inventory_person(inventory, readers.member[i])->members;
        struct set members = inventory_set(inventory, number);

        for (k = 0; readers.count > 1 && k < members.count; k++)
            found += receivers_lists_of(look, members.member[k]) > 1 &&
                     receivers_first_list_of(look, members.member[k]) == i;
    }
    return found;
}

static void count_dropped(const struct look *look, struct dropped *dropped)
{
    const struct inventory *inventory = look->grounds->inventory;
    struct set readers = look->report.recipients;
    struct log log = log_of(look);
    uint32_t i;

    *dropped = (struct dropped){.by_lists = count_by_lists(look)};
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
    if (dropped.by_lists)
        tell_number(facts, FACT_TWO_LISTS, dropped.by_lists, NAN);
    finding->to_readers = readers - dropped.left - dropped.never;
    finding->strength = dropped.never ? STRENGTH_LIKELY : STRENGTH_CERTAIN;
    return dropped.left + dropped.never + dropped.twice + dropped.by_lists > 0 &&
           finding->to_readers >= 1;
}
