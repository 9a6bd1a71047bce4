/* Which report of a group is kept. */
#include <math.h>

#include "match/matching.h"
#include "model/mandate.h"

static bool is_protected(const struct matching *matching, uint32_t report)
{
    const struct profile *profile = &matching->profile;
    uint32_t mandate = profile_number(profile, FIELD_mandate, report);

    return mandate && mandate_read(inventory_text(profile->inventory, mandate)) == MANDATE_GIVEN;
}

static double value(const struct matching *matching, enum field field, uint32_t report)
{
    const double *column = matching->profile.inventory->columns[field].value;
    return column ? column[report] : (double)NAN;
}

static double fields_covered(const struct matching *matching, uint32_t report)
{
    const struct profile *profile = &matching->profile;
    uint32_t number = profile_number(profile, FIELD_fields, report);
    return inventory_set(profile->inventory, number).count;
}

/* Readers in the window of the log, else opens, else those who get it. */
static double readers(const struct matching *matching, uint32_t report)
{
    const struct profile *profile = &matching->profile;
    double known = value(matching, FIELD_readers, report);

    if (isnan(known))
        known = value(matching, FIELD_opens, report);
    if (isnan(known))
        known = value(matching, FIELD_recipient_count, report);
    if (isnan(known))
        known = inventory_set(profile->inventory, profile_number(profile, FIELD_recipients, report))
                    .count;
    return known;
}

/* All members would run at the rhythm of the group, so the effort of a run tells them apart. */
static double effort(const struct matching *matching, uint32_t report)
{
    double minutes = value(matching, FIELD_effort_minutes, report);
    double hours = value(matching, FIELD_effort_hours, report);

    return !isnan(hours) ? hours : !isnan(minutes) ? minutes / 60 : (double)INFINITY;
}

static double last_used(const struct matching *matching, uint32_t report)
{
    double date = value(matching, FIELD_last_used, report);
    return isnan(date) ? -(double)INFINITY : date;
}

/* Words such as "copy" and "v2" in the name: of two that are even in all else, people would keep
 * the original; and "final", which may be such a word, rather than what comes before it. */
static uint32_t copy_marks(const struct matching *matching, uint32_t report)
{
    const struct profile *profile = &matching->profile;
    uint32_t name = profile->brief[report].name, marks = 0;

    for (uint32_t i = profile->name_start[name]; i < profile->name_start[name + 1]; i++)
        marks += profile->book.asked[profile->name_words[i]] >> ASKED_EARLY & 1
                     ? 2
                     : (profile->book.classes[profile->name_words[i]] & WORD_COPY) != 0;
    return marks;
}

void standing_fetch(const struct matching *matching, uint32_t report)
{
    static const enum field asked[] = {FIELD_fields, FIELD_recipients, FIELD_mandate};
    const struct profile *profile = &matching->profile;

    __builtin_prefetch(&profile->brief[report]);
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        if (profile->inventory->columns[asked[i]].number)
            __builtin_prefetch(&profile->inventory->columns[asked[i]].number[report]);
}

void standing_fetch_sets(const struct matching *matching, uint32_t report)
{
    const struct profile *profile = &matching->profile;
    uint32_t readers = profile_number(profile, FIELD_recipients, report);

    __builtin_prefetch(&profile->name_start[profile->brief[report].name]);
    __builtin_prefetch(&profile->inventory->set_start[profile->brief[report].fields]);
    __builtin_prefetch(&profile->inventory->set_start[readers]);
}

struct standing standing_of(const struct matching *matching, uint32_t report)
{
    return (struct standing){
        .fields = fields_covered(matching, report),
        .readers = readers(matching, report),
        .effort = effort(matching, report),
        .last_used = last_used(matching, report),
        .copy_marks = copy_marks(matching, report),
        .rank = matching->rank[report],
        .is_protected = is_protected(matching, report),
    };
}

static int more_first(double a, double b)
{
    return a > b ? -1 : a < b;
}

int standing_compare(const struct standing *a, const struct standing *b)
{
    int order = b->is_protected - a->is_protected;

    if (!order)
        order = more_first(a->fields, b->fields);
    if (!order)
        order = more_first(a->readers, b->readers);
    if (!order)
        order = -more_first(a->effort, b->effort);
    if (!order)
        order = more_first(a->last_used, b->last_used);
    if (!order)
        order = (int)a->copy_marks - (int)b->copy_marks;
    return order ? order : (a->rank > b->rank) - (a->rank < b->rank);
}
