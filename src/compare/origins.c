/* Which new reports have begun since the first edition, and which were there and only found later:
 * those are no growth. */
#include <math.h>

#include "compare/parts.h"

static const enum field dates[] = {FIELD_start_date, FIELD_last_used, FIELD_last_review};

/* The day of an edition: the end of its log, else the latest of its dates that is not to come. */
static int32_t day_of(const struct inventory *inventory, int32_t today)
{
    int32_t day = inventory->log_end;
    size_t i, field;

    if (day != DATE_UNKNOWN)
        return day;
    for (field = 0; field < sizeof dates / sizeof *dates; field++) {
        const double *value = inventory->columns[dates[field]].value;

        for (i = 0; value && i < inventory->count; i++)
            if (!isnan(value[i]) && value[i] <= today && (int32_t)value[i] > day)
                day = (int32_t)value[i];
    }
    return day;
}

/* Somebody opened it before that day. */
static bool was_opened(const struct inventory *inventory, uint32_t report, int32_t day)
{
    const struct usage *usage = inventory->usage;
    size_t low = 0, high = usage ? usage->count : 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (usage->rows[middle].report < report)
            low = middle + 1;
        else
            high = middle;
    }
    for (; usage && low < usage->count && usage->rows[low].report == report; low++)
        if (usage->rows[low].last != DATE_UNKNOWN && usage->rows[low].last <= day)
            return true;
    return false;
}

static enum origin origin_of(const struct comparison *comparison, const struct history *history)
{
    struct report report;
    size_t edition;

    for (edition = history->first; edition < comparison->edition_count; edition++) {
        if (comparison->day == DATE_UNKNOWN || !report_in(comparison, history, edition, &report))
            continue;
        if (report_has(&report, FIELD_start_date))
            return report.start_date > comparison->day ? ORIGIN_STARTED : ORIGIN_FOUND;
        if ((report_has(&report, FIELD_last_used) && report.last_used <= comparison->day) ||
            (report_has(&report, FIELD_last_review) && report.last_review <= comparison->day) ||
            was_opened(comparison->editions[edition].inventory, report.index, comparison->day))
            return ORIGIN_FOUND;
    }
    return ORIGIN_UNTOLD;
}

void find_origins(struct comparing *comparing)
{
    struct comparison *comparison = comparing->comparison;
    size_t i;

    comparison->day = comparing->options->day;
    if (comparison->day == DATE_UNKNOWN)
        comparison->day = day_of(comparison->editions[0].inventory, comparing->options->today);
    for (i = 0; i < comparison->history_count; i++)
        if (comparison->histories[i].first > 0)
            comparison->histories[i].origin = origin_of(comparison, &comparison->histories[i]);
}
