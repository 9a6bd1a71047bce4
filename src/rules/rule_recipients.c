#include <math.h>

#include "rules/grounds.h"
#include "rules/merging.h"
#include "rules/receivers.h"
#include "rules/unread.h"

struct dropped {
    uint32_t left, never, twice, elsewhere,
        asked;         /* asked: recipients of whom the log could know */
    uint32_t by_lists; /* who get it through two lists */
};

/* A report that has all of its content and comes as often: itself where there is none. */
struct bigger {
    uint32_t report;
    struct set readers;
    enum strength strength;
    bool found;
};

/* Most of it goes into the other one anyway, and then this is moot; where law or another report
 * that is made from it keeps it, nobody need get both. */
static void find_bigger(const struct look *look, struct bigger *bigger)
{
    static const enum relation relations[] = {RELATION_SAME, RELATION_CONTAINED};
    const struct grounds *grounds = look->grounds;
    size_t i;

    bigger->found = false;
    for (i = 0; i < 2 && !bigger->found; i++) {
        const struct group *group = look_group(look, relations[i]);

        if (!group || group->keep == look->report.index || !grounds->active[group->keep] ||
            !(grounds->baseline->basis[group->keep].runs >= look->report.runs))
            continue;
        bigger->strength = keeping_of(look, relations[i])->strength;
        bigger->found = bigger->strength > STRENGTH_ASK;
        bigger->report = group->keep;
    }
    if (bigger->found)
        bigger->readers =
            inventory_set(grounds->inventory,
                          inventory_cell(grounds->inventory, FIELD_recipients, bigger->report));
    if (look->mandate == MANDATE_GIVEN)
        bigger->strength = STRENGTH_ASK; /* who must get it may be written there */
}

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

static enum recipient_fate fate_of(const struct look *look, const struct bigger *bigger,
                                   struct log log, uint32_t person)
{
    if (look->grounds->any_left &&
        inventory_person(look->grounds->inventory, person)->active == KNOWN_NO)
        return opened_lately(look, person) ? RECIPIENT_STAYS : RECIPIENT_LEFT;
    if (receivers_lists_of(look, person))
        return RECIPIENT_TWICE;
    if (bigger->found && receivers_among(look->grounds, bigger->readers, person))
        return RECIPIENT_ELSEWHERE;
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

static void count_dropped(const struct look *look, const struct bigger *bigger,
                          struct dropped *dropped)
{
    const struct inventory *inventory = look->grounds->inventory;
    struct set readers = look->report.recipients;
    bool lists = look->grounds->baseline->readers[readers.number].lists;
    struct log log = log_of(look);
    uint32_t i;

    *dropped = (struct dropped){.by_lists = count_by_lists(look)};
    for (i = 0; i < readers.count; i++) {
        enum recipient_fate fate;

        if (lists && inventory_person(inventory, readers.member[i])->is_list)
            continue;
        fate = fate_of(look, bigger, log, readers.member[i]);
        dropped->asked++;
        dropped->left += fate == RECIPIENT_LEFT;
        dropped->twice += fate == RECIPIENT_TWICE;
        dropped->never += fate == RECIPIENT_NEVER;
        dropped->elsewhere += fate == RECIPIENT_ELSEWHERE;
    }
}

enum recipient_fate finding_recipient(const struct findings *findings, uint32_t report,
                                      uint32_t person)
{
    struct arena *scratch = arena_new();
    enum recipient_fate fate;
    struct bigger bigger;
    struct look look;

    look_at(findings->grounds, report, scratch, &look);
    find_bigger(&look, &bigger);
    fate = inventory_person(findings->inventory, person)->is_list
               ? RECIPIENT_STAYS
               : fate_of(&look, &bigger, log_of(&look), person);
    arena_free(scratch);
    return fate;
}

/* Who has left or gets it twice is known, who gets its content in a bigger report as surely as that
 * has it; who never opened it may read the copy of another. Where all have gone the question is
 * whether the report is needed, and that is for other rules. */
bool rule_recipients(const struct look *look, struct finding *finding, struct facts *facts)
{
    double readers = look_readers(look);
    struct dropped dropped;
    struct bigger bigger;

    if (!report_has(&look->report, FIELD_recipients))
        return false;
    find_bigger(look, &bigger);
    if (!(bigger.found || look->grounds->any_left || look->grounds->any_members ||
          look->grounds->inventory->usage))
        return false;
    count_dropped(look, &bigger, &dropped);
    if (dropped.left)
        tell_number(facts, FACT_PEOPLE_LEFT, dropped.left, dropped.asked);
    if (dropped.never)
        tell_number(facts, FACT_NEVER_OPENED, dropped.never, dropped.asked);
    if (dropped.twice)
        tell_number(facts, FACT_GOT_TWICE, dropped.twice, dropped.asked);
    if (dropped.elsewhere)
        tell_both(facts, FACT_GOT_ELSEWHERE, dropped.elsewhere, dropped.asked,
                  look_id(look, bigger.report));
    if (dropped.by_lists)
        tell_number(facts, FACT_TWO_LISTS, dropped.by_lists, NAN);
    finding->to_readers = readers - dropped.left - dropped.never - dropped.elsewhere;
    finding->strength = dropped.never ? STRENGTH_LIKELY : STRENGTH_CERTAIN;
    if (dropped.elsewhere && bigger.strength < finding->strength)
        finding->strength = bigger.strength;
    return dropped.left + dropped.never + dropped.twice + dropped.elsewhere + dropped.by_lists >
               0 &&
           finding->to_readers >= 1;
}
