#include "rules/slow_signs.h"

#include <math.h>

#include "rules/grounds.h"
#include "rules/pace.h"
#include "rules/rhythms.h"

/* Fewer others show no habit. */
enum { LEAST_OTHERS = 3, LEAST_OF_UNIT = 4 };

static const struct text nothing;

/* A rhythm of 0: the sign names none, and two rungs less are asked for. */
static void strong(struct slow_signs *signs, double rhythm)
{
    signs->strong++;
    signs->cap = fmax(signs->cap, rhythm);
}

/* A slower twin or roll-up goes to the same readers. */
static void read_twins(const struct look *look, struct slow_signs *signs, struct facts *facts)
{
    static const enum relation relations[] = {RELATION_CADENCE, RELATION_CONTAINED};
    size_t i;

    for (i = 0; i < sizeof relations / sizeof *relations; i++) {
        uint32_t twin = pace_slower(look, relations[i], true);
        double runs = look->grounds->baseline->basis[twin].runs;

        if (twin == look->report.index)
            continue;
        strong(signs, runs);
        tell_both(facts, FACT_SLOWER_TWIN, runs, NAN, look_id(look, twin));
    }
}

/* By its own name it is the faster edition of the family. */
static bool is_named_so(const struct look *look)
{
    double named = look_name_signs(look)->rhythm;

    return named > 0 && !pace_differs(named, look->report.runs);
}

/* Of its family most run slower; where only one does that may be the one that is wrong. */
static void read_family(const struct look *look, struct slow_signs *signs, struct facts *facts)
{
    static const enum relation relations[] = {RELATION_VARIANT, RELATION_SHARED};
    const struct cost_basis *basis = look->grounds->baseline->basis;
    size_t i;

    for (i = 0; i < sizeof relations / sizeof *relations; i++) {
        const struct group *group = look_group(look, relations[i]);
        uint32_t slowest = pace_slower(look, relations[i], false), middle;

        if (!group || slowest == look->report.index)
            continue;
        middle = look->grounds->rhythms->middle[group - look->grounds->relations->groups];
        if (basis[middle].runs < look->report.runs && !is_named_so(look)) {
            strong(signs, basis[middle].runs);
            slowest = middle;
        } else {
            signs->weak++;
        }
        tell_both(facts, FACT_SLOWER_ELSEWHERE, basis[slowest].runs, NAN, look_id(look, slowest));
    }
}

static int year_of(int32_t date)
{
    int year, month, day;

    date_parts(date, &year, &month, &day);
    return year;
}

/* What people act upon within a day is not slow because of another word in its name. */
static void read_name(const struct look *look, bool fast, struct slow_signs *signs,
                      struct facts *facts)
{
    const struct name_signs *name = look_name_signs(look);

    if (name->year && name->year < year_of(look->grounds->as_of)) {
        strong(signs, 0);
        tell_number(facts, FACT_PAST_YEAR, name->year, NAN);
    }
    if (name->slow.size && !fast) {
        strong(signs, 0);
        tell_text(facts, FACT_SLOW_SUBJECT, name->slow);
    }
    if (!name->state.size || fast)
        return;
    if (look->report.runs > frequency_rung_below(frequency_rung_below(365)))
        strong(signs, 0);
    else
        signs->weak++;
    tell_text(facts, FACT_TELLS_STATE, name->state);
}

static bool is_slow(const struct look *look, const struct slow_sum *part, uint64_t least)
{
    return part->all >= least &&
           (double)part->slow >= threshold(look, ASSUMPTION_CANDIDATE_SLOW) * (double)part->all;
}

/* The report itself is not slow and does not count. */
static void read_others(const struct look *look, const struct slow_sum *of_readers,
                        struct slow_signs *signs, struct facts *facts)
{
    const struct rhythms *rhythms = look->grounds->rhythms;
    const struct report *report = &look->report;
    struct set readers = report->recipients;
    struct slow_sum part = *of_readers;

    if (readers.count) {
        part.all -= readers.count <= part.all ? readers.count : part.all;
        if (is_slow(look, &part, (uint64_t)LEAST_OTHERS * readers.count)) {
            signs->weak++;
            tell_number(facts, FACT_OTHERS_SLOW, (double)part.slow / (double)part.all, NAN);
        }
    }
    if (report->department) {
        const struct slow_part *unit = &rhythms->unit[rhythms->unit_of[report->index]];

        part = (struct slow_sum){unit->all, unit->slow, unit->runs};
        part.all -= part.all > 0;
        if (is_slow(look, &part, LEAST_OF_UNIT)) {
            signs->weak++;
            tell_number(facts, FACT_UNIT_SLOW, (double)part.slow, (double)part.all);
        }
    }
}

static void read_owner(const struct look *look, struct slow_signs *signs, struct facts *facts)
{
    const struct report *report = &look->report;

    if (report->recipients.count != 1 || !report_has(report, FIELD_owner) ||
        report->recipients.member[0] != report->owner)
        return;
    strong(signs, frequency_rung_below(report->runs));
    tell(facts, FACT_ONLY_OWNER);
}

static void read_readers(const struct look *look, const struct slow_sum *of_readers,
                         struct slow_signs *signs, struct facts *facts)
{
    uint32_t readers = look->report.recipients.count;
    double people = look_readers(look);
    double load = readers ? (double)of_readers->runs / 1000 / 52 / readers : 0;

    if (load >= threshold(look, ASSUMPTION_READER_LOAD)) {
        signs->weak++;
        tell_both(facts, FACT_ISSUES_A_WEEK, round(load), NAN, nothing);
    }
    if (people >= threshold(look, ASSUMPTION_MANY_READERS)) {
        signs->weak++;
        tell_number(facts, FACT_MANY_READERS, people, NAN);
    }
}

void slow_signs_read(const struct look *look, struct slow_signs *signs, struct facts *facts)
{
    bool fast = look_name_signs(look)->fast || look_name_signs(look)->alert;
    struct slow_sum of_readers;

    *signs = (struct slow_signs){.cap = 0};
    read_twins(look, signs, facts);
    read_owner(look, signs, facts);
    read_name(look, fast, signs, facts);
    read_family(look, signs, facts);
    if (fast)
        return;
    of_readers = rhythms_of_people(look->grounds->rhythms, look->report.recipients);
    read_readers(look, &of_readers, signs, facts);
    read_others(look, &of_readers, signs, facts);
}
