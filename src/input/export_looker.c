/* Looker: scheduled plans with their destinations, one row a destination. */
#include "input/export_cells.h"
#include "input/export_schedule.h"
#include "input/exports.h"

enum { CRONTAB, DATAGROUP, ADDRESS, TYPE, FORMAT, RUN_ONCE, ENABLED, LOOK, DASHBOARD, LOOKML };

static const char *const headers[] = {"crontab", "datagroup", "address", NULL};
static const char *const optional[] = {
    "type", "format", "runonce", "enabled", "lookid", "dashboardid", "lookmldashboardid", NULL,
};

/* A datagroup follows its data, so nothing says how often it runs. */
static struct text schedule_of(const struct text *cells)
{
    if (schedule_yes(cells[RUN_ONCE]))
        return text_of("once");
    if (text_trim(cells[CRONTAB]).size)
        return cells[CRONTAB];
    return text_of(text_trim(cells[DATAGROUP]).size ? "on data refresh" : "");
}

static bool is_mail(struct text type)
{
    type = text_trim(type);
    return !type.size || text_is_nocase(type, "email");
}

static struct text channel_of(const struct text *cells)
{
    struct text type = text_trim(cells[TYPE]), format = text_trim(cells[FORMAT]);

    if (text_is_nocase(type, "s3") || text_is_nocase(type, "sftp"))
        return text_of("file share");
    if (text_is_nocase(type, "webhook"))
        return text_of("");
    /* The inline formats show the data in the mail itself. */
    return text_of(format.size && text_search(format, "inline") == format.size ? "attachment"
                                                                               : "email");
}

static struct text content_of(struct arena *arena, const struct text *cells)
{
    static const char *const kinds[] = {"look", "dashboard", "dashboard"};
    size_t i;

    for (i = 0; i < 3; i++)
        if (text_trim(cells[LOOK + i]).size)
            return arena_printf(arena, "%s %.*s", kinds[i], TEXT_ARGS(text_trim(cells[LOOK + i])));
    return text_of("");
}

static void looker_row(struct arena *arena, const struct text *cells, struct text *values)
{
    values[0] = schedule_of(cells);
    values[1] = is_mail(cells[TYPE]) ? cells[ADDRESS] : text_of("");
    values[2] = channel_of(cells);
    values[3] = text_of(schedule_no(cells[ENABLED])    ? "disabled"
                        : schedule_yes(cells[ENABLED]) ? "active"
                                                       : "");
    values[4] = content_of(arena, cells);
}

static const struct export_value values[] = {
    {FIELD_frequency, CRONTAB}, {FIELD_recipients, ADDRESS}, {FIELD_channel, TYPE},
    {FIELD_status, ENABLED},    {FIELD_sources, DASHBOARD},
};

const struct export_format export_looker = {"Looker", headers, optional,  NULL,
                                            values,   5,       looker_row};
