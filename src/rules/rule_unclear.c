#include <math.h>

#include "rules/grounds.h"
#include "rules/slips.h"

/* Two readers, for one may use what the others do not. */
enum { READERS_OF_PARTS = 2 };

/* What the list counted, with what readers wrote on the slips. */
struct signs {
    double rating, errors, complaints; /* NAN where not known */
    bool is_long, few_parts;
};

static double given(const struct look *look, enum field field, double value)
{
    return report_has(&look->report, field) ? value : (double)NAN;
}

/* Readers who use half of what is on it would do with less. */
static bool uses_few_parts(const struct look *look, const struct slips *slips)
{
    return slips->readers_of_parts >= READERS_OF_PARTS && slips->used &&
           2 * slips->used <= look->report.fields.count;
}

static void read_signs(const struct look *look, const struct slips *slips, struct signs *signs)
{
    const struct report *report = &look->report;

    *signs = (struct signs){
        .rating = given(look, FIELD_rating, report->rating),
        .errors = given(look, FIELD_errors, report->errors),
        .complaints = given(look, FIELD_complaints, report->complaints),
        .is_long = report_has(report, FIELD_pages) &&
                   report->pages >= threshold(look, ASSUMPTION_LONG_PAGES),
        .few_parts = uses_few_parts(look, slips),
    };
    if (!isnan(slips->rating))
        signs->rating = fmin(slips->rating, isnan(signs->rating) ? slips->rating : signs->rating);
    if (slips->wanting)
        signs->complaints = slips->wanting + (isnan(signs->complaints) ? 0 : signs->complaints);
}

static bool sign(bool is_there, struct facts *facts, enum fact_kind kind, double x, double y)
{
    if (is_there)
        tell_number(facts, kind, x, y);
    return is_there;
}

/* Signs that people said or counted; length says something only beside one of them. */
bool rule_unclear(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct report *report = &look->report;
    double share = threshold(look, ASSUMPTION_ERROR_SHARE);
    struct signs seen;
    struct slips slips;
    unsigned signs = 0;

    slips_read(look, &slips);
    read_signs(look, &slips, &seen);
    signs += sign(seen.rating <= threshold(look, ASSUMPTION_RATING_LOW), facts, FACT_RATING,
                  seen.rating, NAN);
    signs +=
        sign(seen.errors >= fmax(2, share * report->runs), facts, FACT_ERRORS, seen.errors, NAN);
    signs += sign(seen.complaints >= threshold(look, ASSUMPTION_COMPLAINTS_YEAR), facts,
                  FACT_COMPLAINTS, seen.complaints, NAN);
    signs += sign(seen.few_parts, facts, FACT_PARTS_USED, slips.used, report->fields.count);
    signs += sign(seen.is_long && signs, facts, FACT_LONG, report->pages,
                  given(look, FIELD_read_minutes, report->read_minutes));
    if (slips.wanting)
        tell_both(facts, FACT_WANTING, slips.wanting, NAN, slips.wants);
    finding->hints = signs;
    finding->strength = signs > 1 ? STRENGTH_LIKELY : STRENGTH_ASK;
    return signs && !(seen.rating >= threshold(look, ASSUMPTION_RATING_GOOD) && !seen.few_parts);
}
