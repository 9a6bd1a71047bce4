/* Superset: report_schedule joined with report_recipient, one row a recipient entry. */
#include "input/export_cells.h"
#include "input/export_schedule.h"
#include "input/exports.h"

enum { CRONTAB, CONFIG, TYPE, RECIPIENT_TYPE, FORMAT, ACTIVE, DASHBOARD, CHART };

static const char *const headers[] = {"crontab", "recipientconfigjson", NULL};
static const char *const optional[] = {
    "type", "recipienttype", "reportformat", "active", "dashboardid", "chartid", NULL,
};

/* An alert is checked by its schedule but sent only when its query says so: no rhythm. */
static struct text schedule_of(const struct text *cells)
{
    if (text_is_nocase(text_trim(cells[TYPE]), "Alert"))
        return text_of("when the alert condition is met");
    return cells[CRONTAB];
}

static struct text channel_of(const struct text *cells)
{
    struct text type = text_trim(cells[RECIPIENT_TYPE]), format = text_trim(cells[FORMAT]);

    if (text_is_nocase(text_slice(type, 0, 5), "Slack"))
        return text_of("chat");
    if (text_is_nocase(format, "PDF") || text_is_nocase(format, "CSV"))
        return text_of("attachment");
    return text_of("email");
}

static struct text content_of(struct arena *arena, const struct text *cells)
{
    struct text dashboard = text_trim(cells[DASHBOARD]), chart = text_trim(cells[CHART]);

    if (dashboard.size)
        return arena_printf(arena, "dashboard %.*s", TEXT_ARGS(dashboard));
    return chart.size ? arena_printf(arena, "chart %.*s", TEXT_ARGS(chart)) : text_of("");
}

static void superset_row(struct arena *arena, const struct text *cells, struct text *values)
{
    values[0] = schedule_of(cells);
    values[1] = people_in_json(arena, cells[CONFIG]);
    values[2] = channel_of(cells);
    values[3] = text_of(schedule_no(cells[ACTIVE])    ? "disabled"
                        : schedule_yes(cells[ACTIVE]) ? "active"
                                                      : "");
    values[4] = content_of(arena, cells);
}

static const struct export_value values[] = {
    {FIELD_frequency, CRONTAB}, {FIELD_recipients, CONFIG}, {FIELD_channel, RECIPIENT_TYPE},
    {FIELD_status, ACTIVE},     {FIELD_sources, DASHBOARD},
};

const struct export_format export_superset = {"Superset", headers, optional,    NULL,
                                              values,     5,       superset_row};
