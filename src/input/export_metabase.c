/* Metabase: the usage analytics views v_subscriptions and v_alerts, and the table pulse_channel
 * behind them. Names come from v_content by a join. */
#include "input/export_cells.h"
#include "input/export_schedule.h"
#include "input/exports.h"

enum { TYPE, DAY, HOUR, PEOPLE, OUTSIDE, KIND, ARCHIVED, CONTENT, FRAME };

static const char *const headers[] = {"scheduletype", "scheduleday", "schedulehour", "recipients",
                                      NULL};
static const char *const alert_headers[] = {
    "scheduletype",  "scheduleday", "schedulehour",    "recipients",     "recipientexternal",
    "recipienttype", "archived",    "cardqualifiedid", "alertcondition", NULL};
static const char *const optional[] = {"recipientexternal",    "recipienttype", "archived",
                                       "dashboardqualifiedid", "scheduleframe", NULL};
static const char *const pulse_headers[] = {"scheduletype", "scheduleday", "schedulehour",
                                            "details", NULL};
static const char *const pulse_optional[] = {
    "recipientexternal", "channeltype", "archived", "dashboardid",
    "scheduleframe",     "enabled",     NULL};

/* "mon" as the bit of its day, Sunday lowest; 0 where there is no day. */
static long day_of(struct text cell)
{
    static const char *const days[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
    int i;

    for (i = 0; i < 7; i++)
        if (text_is_nocase(text_slice(text_trim(cell), 0, 3), days[i]))
            return 1L << i;
    return 0;
}

static struct text monthly(struct arena *arena, const struct text *cells)
{
    long day = day_of(cells[DAY]);
    struct text frame = text_trim(cells[FRAME]);

    if (day && text_is_nocase(frame, "first"))
        return schedule_month_weeks(arena, 1, day, 0);
    if (day && text_is_nocase(frame, "last"))
        return schedule_month_weeks(arena, 5, day, 0);
    if (text_is_nocase(frame, "mid"))
        return schedule_month_days(arena, 1L << 14, 0);
    return schedule_month_days(arena, 0, 0);
}

static struct text schedule_of(struct arena *arena, const struct text *cells)
{
    struct text type = text_trim(cells[TYPE]);

    if (text_is_nocase(type, "hourly"))
        return text_of("FREQ=HOURLY");
    if (text_is_nocase(type, "daily"))
        return schedule_daily(arena, 1);
    if (text_is_nocase(type, "weekly"))
        return schedule_weekly(arena, 1, day_of(cells[DAY]));
    if (text_is_nocase(type, "monthly"))
        return monthly(arena, cells);
    return text_is_nocase(type, "by the minute") ? text_of("FREQ=MINUTELY") : type;
}

static struct text people_of(struct arena *arena, const struct text *cells)
{
    return join_lists(arena, address_list(arena, cells[PEOPLE]),
                      people_in_json(arena, cells[OUTSIDE]));
}

static void subscription_row(struct arena *arena, const struct text *cells, struct text *values)
{
    values[0] = schedule_of(arena, cells);
    values[1] = people_of(arena, cells);
    values[2] = cells[KIND];
    values[3] = text_of(schedule_yes(cells[ARCHIVED])  ? "archived"
                        : schedule_no(cells[ARCHIVED]) ? "active"
                                                       : "");
    values[4] = cells[CONTENT];
}

/* An alert is checked by its schedule but sent only when its condition holds: no rhythm. */
static void alert_row(struct arena *arena, const struct text *cells, struct text *values)
{
    struct text all[FRAME + 1] = {cells[TYPE], cells[DAY], cells[HOUR], cells[PEOPLE], cells[4],
                                  cells[5],    cells[6],   cells[7],    text_of("")};

    subscription_row(arena, all, values);
    values[0] = text_of("when the alert condition is met");
}

static void pulse_row(struct arena *arena, const struct text *cells, struct text *values)
{
    struct text all[FRAME + 1] = {cells[TYPE], cells[DAY], cells[HOUR], text_of(""), cells[3],
                                  cells[5],    cells[6],   cells[7],    cells[8]};

    subscription_row(arena, all, values);
    if (schedule_no(cells[9]))
        values[3] = text_of("disabled");
}

static const char *const ignored[] = {"creatorid", NULL}; /* a number that names nobody */

static const struct export_value values[] = {
    {FIELD_frequency, TYPE},  {FIELD_recipients, PEOPLE}, {FIELD_channel, KIND},
    {FIELD_status, ARCHIVED}, {FIELD_sources, CONTENT},
};
static const struct export_value pulse_values[] = {
    {FIELD_frequency, TYPE}, {FIELD_recipients, 3}, {FIELD_channel, 5},
    {FIELD_status, 6},       {FIELD_sources, 7},
};

const struct export_format export_metabase_subscriptions = {
    "Metabase", headers, optional, ignored, values, 5, subscription_row};
const struct export_format export_metabase_alerts = {
    "Metabase", alert_headers, NULL, ignored, values, 5, alert_row};
const struct export_format export_metabase_pulses = {
    "Metabase", pulse_headers, pulse_optional, ignored, pulse_values, 5, pulse_row};
