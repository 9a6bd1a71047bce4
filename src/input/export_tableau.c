/* Tableau: subscriptions of the repository of a server, one row a person; of Admin Insights of the
 * cloud; and the list of workbooks, whose view_count is the number of its sheets, not of its
 * readers. */
#include "input/export_cells.h"
#include "input/export_schedule.h"
#include "input/exports.h"

/* _schedules.schedule_type. */
enum schedule_type { HOURLY, DAILY, WEEKLY, MONTHLY };

enum {
    SUBJECT,
    TYPE,
    WEEK_MASK,
    MONTH_MASK,
    VIEW_URL,
    WORKBOOK_URL,
    SCHEDULE_NAME,
    START,
    INTERVAL,
    END,
    ACTIVE,
    VIEW_NAME,
    WORKBOOK_NAME,
    USER
};

static const char *const headers[] = {"subject", "scheduletype", "dayofweekmask", "dayofmonthmask",
                                      NULL};
static const char *const optional[] = {
    "viewurl",     "workbookurl",    "schedulename", "startatminute", "minuteinterval",
    "endatminute", "scheduleactive", "viewname",     "workbookname",  "username",
    NULL,
};

static struct text schedule_of(struct arena *arena, const struct text *cells)
{
    long week = schedule_number(cells[WEEK_MASK]), month = schedule_number(cells[MONTH_MASK]);
    long minutes = schedule_number(cells[INTERVAL]);

    switch (schedule_number(cells[TYPE])) {
    case HOURLY:
        return schedule_within_day(arena, minutes > 0 ? minutes : 60, schedule_number(cells[START]),
                                   schedule_number(cells[END]), week);
    case DAILY:
        if (week > 0 && (week & 0x7F) != 0x7F)
            return schedule_weekly(arena, 1, week);
        return schedule_daily(arena, 1);
    case WEEKLY:
        return schedule_weekly(arena, 1, week);
    case MONTHLY:
        return schedule_month_days(arena, month, 0);
    default:
        return cells[SCHEDULE_NAME].size ? cells[SCHEDULE_NAME]
                                         : schedule_unknown(arena, "schedule_type", cells[TYPE]);
    }
}

/* What is subscribed to, by what never changes: the address in the server and the schedule. */
static struct text id_of(struct arena *arena, const struct text *cells)
{
    struct text url = cells[VIEW_URL].size ? cells[VIEW_URL] : cells[WORKBOOK_URL];

    if (!url.size)
        url = cells[SUBJECT];
    if (!cells[SCHEDULE_NAME].size)
        return url;
    return arena_printf(arena, "%.*s @ %.*s", TEXT_ARGS(url), TEXT_ARGS(cells[SCHEDULE_NAME]));
}

/* Everybody may write a subject of their own, so the names of workbook and view are better. */
static struct text name_of(struct arena *arena, const struct text *cells)
{
    struct text view = cells[VIEW_NAME], workbook = cells[WORKBOOK_NAME];

    if (view.size && workbook.size)
        return arena_printf(arena, "%.*s: %.*s", TEXT_ARGS(workbook), TEXT_ARGS(view));
    if (view.size || workbook.size)
        return view.size ? view : workbook;
    return cells[SUBJECT];
}

static void tableau_row(struct arena *arena, const struct text *cells, struct text *values)
{
    bool paused = schedule_no(cells[ACTIVE]);

    values[0] = id_of(arena, cells);
    values[1] = name_of(arena, cells);
    values[2] = schedule_of(arena, cells);
    values[3] = address_list(arena, cells[USER]);
    values[4] = text_of(paused ? "disabled" : schedule_yes(cells[ACTIVE]) ? "active" : "");
    values[5] = cells[VIEW_URL].size ? cells[VIEW_URL] : cells[WORKBOOK_URL];
}

static const struct export_value values[] = {
    {FIELD_id, VIEW_URL},     {FIELD_name, VIEW_NAME}, {FIELD_frequency, TYPE},
    {FIELD_recipients, USER}, {FIELD_status, ACTIVE},  {FIELD_sources, VIEW_URL},
};

static const char *const ignored[] = {"id", "viewcount", "lastsent", NULL};

const struct export_format export_tableau = {"Tableau", headers, optional,   ignored,
                                             values,    6,       tableau_row};

/* ---- _subscriptions alone: the schedule by its name ---- */

static const char *const names_headers[] = {"subject", "workbookurl", "schedulename", "username",
                                            NULL};
static const char *const names_optional[] = {"viewurl", "scheduleactive", "viewname",
                                             "workbookname", NULL};

static void names_row(struct arena *arena, const struct text *cells, struct text *row)
{
    struct text all[USER + 1] = {
        [SUBJECT] = cells[0],   [WORKBOOK_URL] = cells[1],  [SCHEDULE_NAME] = cells[2],
        [USER] = cells[3],      [VIEW_URL] = cells[4],      [ACTIVE] = cells[5],
        [VIEW_NAME] = cells[6], [WORKBOOK_NAME] = cells[7],
    };

    tableau_row(arena, all, row);
}

static const struct export_value names_values[] = {
    {FIELD_id, 1},         {FIELD_name, 0},   {FIELD_frequency, 2},
    {FIELD_recipients, 3}, {FIELD_status, 5}, {FIELD_sources, 1},
};

const struct export_format export_tableau_names = {
    "Tableau", names_headers, names_optional, ignored, names_values, 6, names_row};

/* ---- Admin Insights, data source Subscriptions ---- */

static const char *const cloud_headers[] = {"subscriberemail", "subject", "itemluid", NULL};
static const char *const cloud_optional[] = {"schedulename", "schedule", NULL};

static void cloud_row(struct arena *arena, const struct text *cells, struct text *row)
{
    struct text schedule = cells[3].size ? cells[3] : cells[4];

    row[0] = schedule.size
                 ? arena_printf(arena, "%.*s @ %.*s", TEXT_ARGS(cells[2]), TEXT_ARGS(schedule))
                 : cells[2];
    row[1] = cells[2]; /* as TS Events name it */
}

static const struct export_value cloud_values[] = {{FIELD_id, 2}, {FIELD_sources, 2}};

const struct export_format export_tableau_cloud = {
    "Tableau Cloud", cloud_headers, cloud_optional, NULL, cloud_values, 2, cloud_row};

/* ---- _workbooks ---- */

static const char *const workbook_headers[] = {"workbookurl", "viewcount", "ownername", NULL};
static const char *const workbook_ignored[] = {"viewcount", NULL};

static void workbook_row(struct arena *arena, const struct text *cells, struct text *row)
{
    (void)arena;
    row[0] = cells[0];
}

static const struct export_value workbook_values[] = {{FIELD_sources, 0}};

const struct export_format export_tableau_workbooks = {
    "Tableau", workbook_headers, NULL, workbook_ignored, workbook_values, 1, workbook_row};
