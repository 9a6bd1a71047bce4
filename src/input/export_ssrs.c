/* SQL Server Reporting Services: subscriptions of the ReportServer database joined with their
 * schedules, and the lists that administrators' scripts print of them. */
#include "input/export_cells.h"
#include "input/export_schedule.h"
#include "input/exports.h"

/* ReportServer.dbo.Schedule.RecurrenceType. */
enum recurrence { ONCE = 1, MINUTES, DAILY, WEEKLY, MONTHLY, MONTHLY_WEEKS };

enum {
    TYPE,
    WEEK_DAYS,
    SETTINGS,
    MINUTES_BETWEEN,
    DAYS_BETWEEN,
    WEEKS_BETWEEN,
    MONTH_DAYS,
    MONTHS,
    WHICH_WEEK,
    EVENT_TYPE,
    INACTIVE,
    EXTENSION
};

static const char *const headers[] = {"recurrencetype", "daysofweek", NULL};
static const char *const optional[] = {
    "extensionsettings",
    "minutesinterval",
    "daysinterval",
    "weeksinterval",
    "daysofmonth",
    "month",
    "monthlyweek",
    "eventtype",
    "inactiveflags",
    "deliveryextension",
    NULL,
};

/* Not a rhythm: a subscription that follows its data. */
static bool follows_data(struct text event_type)
{
    return text_is_nocase(text_trim(event_type), "SnapshotUpdated");
}

static struct text schedule_of(struct arena *arena, const struct text *cells)
{
    long days = schedule_number(cells[WEEK_DAYS]), months = schedule_number(cells[MONTHS]);

    if (follows_data(cells[EVENT_TYPE]))
        return text_of("on data refresh");
    switch (schedule_number(cells[TYPE])) {
    case ONCE:
        return text_of("once");
    case MINUTES:
        return schedule_every_minutes(arena, schedule_number(cells[MINUTES_BETWEEN]));
    case DAILY:
        return schedule_daily(arena, schedule_number(cells[DAYS_BETWEEN]));
    case WEEKLY:
        return schedule_weekly(arena, schedule_number(cells[WEEKS_BETWEEN]), days);
    case MONTHLY:
        return schedule_month_days(arena, schedule_number(cells[MONTH_DAYS]), months);
    case MONTHLY_WEEKS:
        return schedule_month_weeks(arena, schedule_number(cells[WHICH_WEEK]), days, months);
    default:
        return schedule_unknown(arena, "RecurrenceType", cells[TYPE]);
    }
}

/* A mail says whether it brings the report, a link to it, or both. */
static struct text channel_of(const struct delivery_settings *settings)
{
    bool report = schedule_yes(settings->include_report);
    bool link = schedule_yes(settings->include_link);

    if (settings->path.size)
        return text_of("file share");
    if (report && link)
        return text_of("attachment; link");
    return text_of(report                      ? "attachment"
                   : link                      ? "link"
                   : settings->recipients.size ? "email"
                                               : "");
}

static void ssrs_row(struct arena *arena, const struct text *cells, struct text *values)
{
    struct delivery_settings settings;
    long inactive = schedule_number(cells[INACTIVE]);

    delivery_settings_read(arena, cells[SETTINGS], &settings);
    values[0] = schedule_of(arena, cells);
    values[1] = settings.recipients;
    values[2] = cells[SETTINGS].size ? channel_of(&settings) : cells[EXTENSION];
    /* InactiveFlags: 0 runs, every bit is a reason why it does not. */
    values[3] = text_of(inactive > 0 ? "disabled" : inactive == 0 ? "active" : "");
}

static const struct export_value values[] = {
    {FIELD_frequency, TYPE},
    {FIELD_recipients, SETTINGS},
    {FIELD_channel, SETTINGS},
    {FIELD_status, INACTIVE},
};

/* Parts of the schedule, and no numbers for its words. */
static const char *const ignored[] = {"daysinterval", "weeksinterval", NULL};

const struct export_format export_ssrs = {"SSRS", headers, optional, ignored, values, 4, ssrs_row};

/* ---- the list of a script that gives the schedule's name in words only ---- */

static const char *const settings_headers[] = {"extensionsettings", "deliveryextension", NULL};
static const char *const settings_optional[] = {"eventtype", "schedulename", NULL};

static void settings_row(struct arena *arena, const struct text *cells, struct text *row)
{
    struct delivery_settings settings;

    delivery_settings_read(arena, cells[0], &settings);
    row[0] = follows_data(cells[2]) ? text_of("on data refresh") : cells[3];
    row[1] = settings.recipients;
    row[2] = channel_of(&settings);
}

static const struct export_value settings_values[] = {
    {FIELD_frequency, 3},
    {FIELD_recipients, 0},
    {FIELD_channel, 0},
};

const struct export_format export_ssrs_settings = {
    "SSRS", settings_headers, settings_optional, NULL, settings_values, 3, settings_row};

/* ---- the list of a script with a column for every weekday and month ---- */

enum {
    WORD,
    WORD_DAYS,
    SUNDAY,
    JANUARY = SUNDAY + 7,
    WORD_WEEKS = JANUARY + 12,
    WORD_MONTH_DAYS,
    WORD_WEEK
};

static const char *const words_headers[] = {
    "recurrence", "daysinterval", "sunday",   "monday",  "tuesday",  "wednesday",
    "thursday",   "friday",       "saturday", "january", "february", "march",
    "april",      "may",          "june",     "july",    "august",   "september",
    "october",    "november",     "december", NULL,
};
static const char *const words_optional[] = {"weeksinterval", "daysofmonth", "weekofmonth", NULL};

static long mask_of(const struct text *cells, int count)
{
    long mask = 0;
    int i;

    for (i = 0; i < count; i++)
        if (schedule_yes(cells[i]))
            mask |= 1L << i;
    return mask;
}

/* "1,15" or "1-5,31" as bits. */
static long month_days_of(struct text cell)
{
    struct text item;
    long mask = 0, first, last;
    size_t dash;

    while (text_next(&cell, ", ", &item)) {
        dash = text_find(item, '-');
        first = schedule_number(text_slice(item, 0, dash));
        last = dash < item.size ? schedule_number(text_from(item, dash + 1)) : first;
        for (; first >= 1 && first <= last && first <= 31; first++)
            mask |= 1L << (first - 1);
    }
    return mask;
}

static long which_of(struct text cell)
{
    static const char *const names[] = {"FirstWeek", "SecondWeek", "ThirdWeek", "FourthWeek",
                                        "LastWeek"};
    long which = schedule_number(cell);
    long i;

    for (i = 0; i < 5; i++)
        if (text_is_nocase(text_trim(cell), names[i]))
            which = i + 1;
    return which;
}

static bool has_word(struct text cell, const char *word)
{
    size_t size = text_of(word).size, i;

    for (i = 0; i + size <= cell.size; i++)
        if (text_is_nocase(text_slice(cell, i, i + size), word))
            return true;
    return false;
}

static void words_row(struct arena *arena, const struct text *cells, struct text *row)
{
    long days = mask_of(cells + SUNDAY, 7), months = mask_of(cells + JANUARY, 12);
    long month_days = month_days_of(cells[WORD_MONTH_DAYS]), which = which_of(cells[WORD_WEEK]);

    if (has_word(cells[WORD], "week") && has_word(cells[WORD], "month"))
        row[0] = schedule_month_weeks(arena, which, days, months);
    else if (has_word(cells[WORD], "dow"))
        row[0] = schedule_month_weeks(arena, which, days, months);
    else if (has_word(cells[WORD], "month"))
        row[0] = which > 0 && !month_days ? schedule_month_weeks(arena, which, days, months)
                                          : schedule_month_days(arena, month_days, months);
    else if (has_word(cells[WORD], "week"))
        row[0] = schedule_weekly(arena, schedule_number(cells[WORD_WEEKS]), days);
    else if (has_word(cells[WORD], "daily") || has_word(cells[WORD], "day"))
        row[0] = schedule_daily(arena, schedule_number(cells[WORD_DAYS]));
    else
        row[0] = cells[WORD];
}

static const struct export_value words_values[] = {{FIELD_frequency, WORD}};

const struct export_format export_ssrs_words = {
    "SSRS", words_headers, words_optional, ignored, words_values, 1, words_row};
