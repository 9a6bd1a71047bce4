#include "rules/look.h"

#include <math.h>

#include "base/utf8.h"
#include "rules/grounds.h"

void look_at(const struct grounds *grounds, size_t report, struct arena *scratch, struct look *look)
{
    look->grounds = grounds;
    look->cost = &grounds->baseline->cost[report];
    look->mandate = (enum mandate)grounds->mandate[report];
    look->scratch = scratch;
    look->names = arena_alloc(scratch, sizeof *look->names);
    inventory_report(grounds->inventory, report, &look->report);
}

double look_readers(const struct look *look)
{
    const struct report *report = &look->report;

    if (report_has(report, FIELD_recipients) && look->grounds->baseline->set_people) {
        double people = look->grounds->baseline->set_people[report->recipients.number];

        if (!isnan(people))
            return people;
    }
    return report_has(report, FIELD_recipient_count) ? report->recipient_count : NAN;
}

double look_log_days(const struct look *look)
{
    return report_has(&look->report, FIELD_log_days) ? look->report.log_days
                                                     : look->grounds->log_days;
}

const struct group *look_group(const struct look *look, enum relation relation)
{
    const struct relations *relations = look->grounds->relations;
    const uint32_t *group_of = relations ? relations->group_of[relation] : NULL;
    uint32_t number = group_of ? group_of[look->report.index] : 0;

    return number ? &relations->groups[number - 1] : NULL;
}

bool look_feeds(const struct look *look)
{
    return look->grounds->fed && look->grounds->fed[look->report.index];
}

struct text look_id(const struct look *look, uint32_t report)
{
    const struct inventory *inventory = look->grounds->inventory;

    return inventory_text(inventory, inventory->columns[FIELD_id].number[report]);
}

static struct text folded(const struct look *look, uint32_t number)
{
    return utf8_fold(look->scratch, inventory_text(look->grounds->inventory, number));
}

struct text look_name(const struct look *look)
{
    struct names *names = look->names;

    if (!names->is_folded)
        names->folded = folded(look, look->report.name);
    names->is_folded = true;
    return names->folded;
}

/* Every name is read, and most are ASCII: for words in it small letters will do. */
static bool make_small(const struct look *look, struct text *small)
{
    struct text name = inventory_text(look->grounds->inventory, look->report.name);
    char *letters = arena_alloc(look->scratch, name.size);
    size_t i;

    for (i = 0; i < name.size; i++) {
        char c = name.data[i];

        if ((unsigned char)c >= 0x80)
            return false;
        letters[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
    }
    *small = text_make(letters, name.size);
    return true;
}

struct text look_small_name(const struct look *look)
{
    struct names *names = look->names;

    if (!names->is_small && !make_small(look, &names->small))
        names->small = look_name(look);
    names->is_small = true;
    return names->small;
}

const struct name_signs *look_name_signs(const struct look *look)
{
    struct names *names = look->names;

    if (!names->is_read)
        name_signs_read(&look->grounds->name_index, look_small_name(look), &names->signs);
    names->is_read = true;
    return &names->signs;
}

struct text look_description(const struct look *look)
{
    return folded(look, look->report.description);
}

double threshold(const struct look *look, enum assumption_name name)
{
    return assume(look->grounds->assumptions, name);
}

static const struct text nothing;

void tell(struct facts *facts, enum fact_kind kind)
{
    if (facts)
        facts_add(facts, kind, NAN, NAN, nothing, nothing);
}

void tell_number(struct facts *facts, enum fact_kind kind, double x, double y)
{
    if (facts)
        facts_add(facts, kind, x, y, nothing, nothing);
}

void tell_text(struct facts *facts, enum fact_kind kind, struct text a)
{
    if (facts)
        facts_add(facts, kind, NAN, NAN, a, nothing);
}

void tell_both(struct facts *facts, enum fact_kind kind, double x, double y, struct text a)
{
    if (facts)
        facts_add(facts, kind, x, y, a, nothing);
}

void tell_date(struct facts *facts, enum fact_kind kind, double x, int32_t date)
{
    char buffer[16];

    if (facts)
        facts_add(facts, kind, x, NAN, date == DATE_UNKNOWN ? nothing : date_format(date, buffer),
                  nothing);
}

void tell_not_checked(struct facts *facts, enum field field)
{
    if (facts)
        facts_add(facts, FACT_NOT_CHECKED, NAN, NAN, text_of(field_info(field)->name), nothing);
}
