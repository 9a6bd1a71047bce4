#include "rules/unread.h"

#include <math.h>

#include "rules/grounds.h"

/* Without a rhythm, or with one that is bound to a season, a whole year and a month must be silent.
 */
double unread_window(const struct look *look)
{
    double days = threshold(look, ASSUMPTION_UNUSED_DAYS);

    if (look->report.runs > 0)
        days =
            fmax(days, ceil(threshold(look, ASSUMPTION_UNUSED_PERIODS) * 365 / look->report.runs));
    if (!(look->report.runs > 0) || look_name_signs(look)->season)
        days = fmax(days, threshold(look, ASSUMPTION_UNUSED_SEASON));
    return days;
}

/* Days from the last use to the end of the log; NAN where either is not known. */
static double silence(const struct look *look)
{
    if (!report_has(&look->report, FIELD_last_used) || look->grounds->log_end == DATE_UNKNOWN)
        return NAN;
    return (double)look->grounds->log_end - look->report.last_used;
}

struct opens unread_opens(const struct look *look)
{
    const struct report *report = &look->report;
    const struct {
        enum field field;
        double value;
    } counts[] = {{FIELD_opens, report->opens},
                  {FIELD_runs_opened, report->runs_opened},
                  {FIELD_open_share, report->open_share},
                  {FIELD_readers, report->readers}};
    struct opens opens = {false, false};
    size_t i;

    for (i = 0; i < sizeof counts / sizeof *counts; i++) {
        opens.known |= report_has(report, counts[i].field);
        opens.any |= report_has(report, counts[i].field) && counts[i].value > 0;
    }
    return opens;
}

/* A report that is younger than the window has had no time to be used. */
static bool is_too_young(const struct look *look, double window, struct facts *facts)
{
    int32_t end =
        look->grounds->log_end != DATE_UNKNOWN ? look->grounds->log_end : look->grounds->as_of;

    if (!report_has(&look->report, FIELD_start_date)) {
        tell_not_checked(facts, FIELD_start_date);
        return false;
    }
    return (double)end - look->report.start_date < window;
}

static void tell_silence(const struct look *look, double window, struct facts *facts)
{
    double days = look_log_days(look), quiet = silence(look);

    if (report_has(&look->report, FIELD_last_used))
        tell_date(facts, FACT_LAST_USED, NAN, look->report.last_used);
    if (isnan(quiet) && isnan(days)) {
        tell_not_checked(facts, FIELD_log_days);
        return;
    }
    if (!unread_opens(look).any || quiet >= window)
        tell_date(facts, FACT_NO_USE, isnan(quiet) ? days : quiet, look->grounds->log_end);
    if (isnan(days))
        tell_not_checked(facts, FIELD_log_days);
    else
        tell_number(facts, FACT_LOG_DAYS, days, window);
}

/* A date of use shows that the log reaches back at least to that day; a count of no opens needs a
 * log that is long enough. What is known of either must agree. */
static bool is_silent(const struct look *look, double window, struct facts *facts)
{
    double days = look_log_days(look), quiet = silence(look);
    struct opens opens = unread_opens(look);

    tell_silence(look, window, facts);
    if ((!isnan(days) && days < window) || quiet < window)
        return false;
    return quiet >= window || (opens.known && !opens.any && !isnan(days));
}

/* Most reports are used, and then no window needs to be worked out. */
static bool is_plainly_used(const struct look *look)
{
    double quiet = silence(look);

    return isnan(quiet) ? !unread_opens(look).known || unread_opens(look).any
                        : quiet < threshold(look, ASSUMPTION_UNUSED_DAYS);
}

bool unread_for_long(const struct look *look, struct facts *facts)
{
    double window;

    if (!facts && is_plainly_used(look))
        return false;
    window = unread_window(look);
    return is_silent(look, window, facts) && !is_too_young(look, window, facts);
}

bool unread_is_unread(const struct look *look, struct facts *facts)
{
    double two_runs = 2 * 365 / look->report.runs;

    return look->report.runs > 0 && is_silent(look, two_runs, facts) &&
           !is_too_young(look, two_runs, facts);
}

bool unread_is_read(const struct look *look)
{
    double quiet = silence(look);

    return isnan(quiet) ? unread_opens(look).any : quiet < unread_window(look);
}

const struct usage_row *unread_rows(const struct look *look, size_t *count)
{
    const struct usage *usage = look->grounds->inventory->usage;
    size_t low = 0, high = usage ? usage->count : 0, end;

    *count = 0;
    if (!usage)
        return NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (usage->rows[middle].report < look->report.index)
            low = middle + 1;
        else
            high = middle;
    }
    for (end = low; end < usage->count && usage->rows[end].report == look->report.index; end++)
        ;
    *count = end - low;
    return usage->rows + low;
}

bool unread_is_covered(const struct look *look, struct facts *facts)
{
    size_t count;

    if (!look->grounds->inventory->usage || report_has(&look->report, FIELD_channel) ||
        report_has(&look->report, FIELD_last_used))
        return true;
    unread_rows(look, &count);
    if (!count)
        tell_not_checked(facts, FIELD_channel);
    return count > 0;
}
