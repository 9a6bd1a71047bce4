#include "rules/look.h"

#include <math.h>

#include "base/utf8.h"
#include "rules/grounds.h"

void look_at(const struct grounds *grounds, size_t report, struct arena *scratch, struct look *look)
{
    look->grounds = grounds;
    look->basis = &grounds->baseline->basis[report];
    look->mandate = (enum mandate)grounds->mandate[report];
    look->scratch = scratch;
    look->known = arena_alloc(scratch, sizeof *look->known);
    inventory_report(grounds->inventory, report, &look->report);
}

double look_readers(const struct look *look)
{
    const struct report *report = &look->report;

    if (report_has(report, FIELD_recipients)) {
        double people = baseline_people(look->grounds->baseline, report->recipients.number);

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
    struct worked_out *known = look->known;

    if (!known->is_folded)
        known->folded = folded(look, look->report.name);
    known->is_folded = true;
    return known->folded;
}

/* Every name is read, and most are ASCII: for words in it small letters will do. */
static bool make_small(const struct look *look, uint32_t number, struct text *small)
{
    struct text name = inventory_text(look->grounds->inventory, number);
    char *letters = arena_alloc(look->scratch, name.size);

    *small = text_make(letters, name.size);
    return text_small(name, letters);
}

struct text look_small_name(const struct look *look)
{
    struct worked_out *known = look->known;

    if (!known->is_small && !make_small(look, look->report.name, &known->small))
        known->small = look_name(look);
    known->is_small = true;
    return known->small;
}

struct text look_small_name_of(const struct look *look, uint32_t other)
{
    uint32_t number = inventory_cell(look->grounds->inventory, FIELD_name, other);
    struct text small;

    return make_small(look, number, &small) ? small : folded(look, number);
}

const struct name_signs *look_name_signs(const struct look *look)
{
    struct worked_out *known = look->known;

    if (!known->is_read)
        name_signs_read(&look->grounds->name_index, look_small_name(look), &known->signs);
    known->is_read = true;
    return &known->signs;
}

struct text look_description(const struct look *look)
{
    return folded(look, look->report.description);
}

static struct text find_mandate_word(const struct look *look)
{
    const struct mandate_index *index = &look->grounds->mandate_index;
    struct text word = mandate_word_in_name(index, look_small_name(look));

    return word.size || !look->report.description
               ? word
               : mandate_word_cited(index, look_description(look));
}

struct text look_mandate_word(const struct look *look)
{
    struct worked_out *known = look->known;

    if (!known->is_mandate_read)
        known->mandate_word = find_mandate_word(look);
    known->is_mandate_read = true;
    return known->mandate_word;
}

const struct state *look_state(const struct look *look)
{
    const struct grounds *grounds = look->grounds;
    struct state *state;

    if (look->known->state)
        return look->known->state;
    state = ARENA_ARRAY(look->scratch, 1, struct state);
    baseline_state(grounds->baseline, look->report.index, state);
    return look->known->state = state;
}

const struct cost *look_cost(const struct look *look)
{
    struct cost *cost;

    if (look->known->cost)
        return look->known->cost;
    cost = ARENA_ARRAY(look->scratch, 1, struct cost);
    if (look->basis->costed) {
        state_cost_of_making(look_state(look), cost);
        cost->effort_assumed = look->basis->effort_assumed;
    }
    return look->known->cost = cost;
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
