#include <math.h>

#include "rules/look.h"

/* Signs that people said or counted; length says something only beside one of them. */
bool rule_unclear(const struct look *look, struct finding *finding, struct facts *facts)
{
    const struct report *report = &look->report;
    bool rated = report_has(report, FIELD_rating);
    double errors = report_has(report, FIELD_errors) ? report->errors : (double)NAN;
    double complaints = report_has(report, FIELD_complaints) ? report->complaints : (double)NAN;
    bool is_long =
        report_has(report, FIELD_pages) && report->pages >= threshold(look, ASSUMPTION_LONG_PAGES);
    unsigned signs = 0;

    if (rated && report->rating <= threshold(look, ASSUMPTION_RATING_LOW)) {
        tell_number(facts, FACT_RATING, report->rating, NAN);
        signs++;
    }
    if (errors >= fmax(2, threshold(look, ASSUMPTION_ERROR_SHARE) * report->runs)) {
        tell_number(facts, FACT_ERRORS, errors, NAN);
        signs++;
    }
    if (complaints >= threshold(look, ASSUMPTION_COMPLAINTS_YEAR)) {
        tell_number(facts, FACT_COMPLAINTS, complaints, NAN);
        signs++;
    }
    if (is_long && signs) {
        tell_number(facts, FACT_LONG, report->pages,
                    report_has(report, FIELD_read_minutes) ? report->read_minutes : (double)NAN);
        signs++;
    }
    finding->hints = signs;
    finding->strength = signs > 1 ? STRENGTH_LIKELY : STRENGTH_ASK;
    return signs && !(rated && report->rating >= threshold(look, ASSUMPTION_RATING_GOOD));
}
