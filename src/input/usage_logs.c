#include "input/usage_logs.h"

/* SSRS, view ExecutionLog3. Subscriptions run without a reader; sorting, searching and opening a
 * part are actions within one reading. */
static const char *const ssrs_headers[] = {"itempath", "requesttype", "timestart", NULL};
static const char *const ssrs_kinds[] = {"Interactive", NULL};
static const char *const ssrs_actions[] = {"Render", "RenderEdit", "ConceptualSchema", NULL};
static const struct usage_log ssrs = {
    .map = {"SSRS",
            ssrs_headers,
            {[USAGE_REPORT] = "itempath",
             [USAGE_PERSON] = "username",
             [USAGE_WHEN] = "timestart",
             [USAGE_KIND] = "requesttype",
             [USAGE_ACTION] = "itemaction"}},
    .kinds = ssrs_kinds,
    .actions = ssrs_actions,
};

/* Tableau, _views_stats: totals of each person since the view was made. */
static const char *const tableau_headers[] = {"viewsname", "nviews", NULL};
static const struct usage_log tableau = {
    .map = {"Tableau",
            tableau_headers,
            {[USAGE_REPORT] = "viewsurl",
             [USAGE_OTHER] = "viewsname",
             [USAGE_PERSON] = "systemusersname",
             [USAGE_OPENS] = "nviews",
             [USAGE_LAST] = "lastviewtime"}},
};

/* Power BI, activity log. */
static const char *const power_bi_headers[] = {"activity", "reportid", "creationtime", NULL};
static const char *const power_bi_kinds[] = {"ViewReport",  "ViewDashboard", "ViewTile",
                                             "PrintReport", "ExportReport",  "ViewPaginatedReport",
                                             NULL};
static const struct usage_log power_bi = {
    .map = {"Power BI",
            power_bi_headers,
            {[USAGE_REPORT] = "reportid",
             [USAGE_OTHER] = "reportname",
             [USAGE_PERSON] = "userid",
             [USAGE_WHEN] = "creationtime",
             [USAGE_KIND] = "activity"}},
    .kinds = power_bi_kinds,
};

/* Looker, System Activity, explore History: by the names of the fields or by their labels, as a
 * download has them. Every delivery stands there too, with its own source. */
#define LOOKER_DAY "historycreateddate|historycreatedtime"
#define LOOKER_PERSON "useremail|username|userid"
#define LOOKER_OPENS "historydashboardruncount|historyqueryruncount"
#define LOOKER_SOURCE "historysource|historyissuersource"
#define LOOKER_DASHBOARD "historyrealdashid|historydashboardid|dashboardid"
static const char *const looker_headers[] = {LOOKER_DAY, LOOKER_DASHBOARD, NULL};
static const struct usage_log looker = {
    .map = {"Looker",
            looker_headers,
            {[USAGE_REPORT] = LOOKER_DASHBOARD,
             [USAGE_OTHER] = "dashboardtitle",
             [USAGE_PERSON] = LOOKER_PERSON,
             [USAGE_WHEN] = LOOKER_DAY,
             [USAGE_OPENS] = LOOKER_OPENS,
             [USAGE_KIND] = LOOKER_SOURCE}},
    .report_prefix = "dashboard ",
};
static const char *const looker_look_headers[] = {LOOKER_DAY, "lookid", NULL};
static const struct usage_log looker_looks = {
    .map = {"Looker",
            looker_look_headers,
            {[USAGE_REPORT] = "lookid",
             [USAGE_OTHER] = "looktitle|lookname",
             [USAGE_PERSON] = LOOKER_PERSON,
             [USAGE_WHEN] = LOOKER_DAY,
             [USAGE_OPENS] = LOOKER_OPENS,
             [USAGE_KIND] = LOOKER_SOURCE}},
    .report_prefix = "look ",
};
static const char *const looker_title_headers[] = {LOOKER_DAY, "dashboardtitle|looktitle", NULL};
static const struct usage_log looker_titles = {
    .map = {"Looker",
            looker_title_headers,
            {[USAGE_REPORT] = "dashboardtitle|looktitle",
             [USAGE_PERSON] = LOOKER_PERSON,
             [USAGE_WHEN] = LOOKER_DAY,
             [USAGE_OPENS] = LOOKER_OPENS,
             [USAGE_KIND] = LOOKER_SOURCE}},
};

/* Tableau Cloud, Admin Insights, data source TS Events. */
static const char *const events_headers[] = {"eventdate", "eventtype|eventname", "itemname", NULL};
static const struct usage_log tableau_events = {
    .map = {"Tableau Cloud",
            events_headers,
            {[USAGE_REPORT] = "itemluid|itemname",
             [USAGE_OTHER] = "itemname",
             [USAGE_PERSON] = "actorusername|actoruseremail",
             [USAGE_WHEN] = "eventdate",
             [USAGE_KIND] = "eventname|eventtype"}},
};

/* Metabase, v_view_log. Only the qualified id tells a card from a dashboard. */
static const char *const metabase_headers[] = {"timestamp", "entitytype", "entityqualifiedid",
                                               NULL};
static const struct usage_log metabase = {
    .map = {"Metabase",
            metabase_headers,
            {[USAGE_REPORT] = "entityqualifiedid",
             [USAGE_PERSON] = "userid",
             [USAGE_WHEN] = "timestamp"}},
};

/* Superset, logs: most actions are requests that a page makes by itself, or edits. */
static const char *const superset_headers[] = {"action", "dashboardid", "sliceid", "dttm", NULL};
static const char *const superset_kinds[] = {"mount_dashboard", "dashboard", "mount_explorer",
                                             "explore",         "slice",     NULL};
static const struct usage_log superset = {
    .map = {"Superset",
            superset_headers,
            {[USAGE_REPORT] = "dashboardid",
             [USAGE_OTHER] = "sliceid",
             [USAGE_PERSON] = "userid",
             [USAGE_WHEN] = "dttm",
             [USAGE_KIND] = "action"}},
    .report_prefix = "dashboard ",
    .other_prefix = "chart ",
    .kinds = superset_kinds,
};

const struct side_map *const usage_log_maps[] = {
    &ssrs.map,          &tableau.map,        &power_bi.map, &looker.map,   &looker_looks.map,
    &looker_titles.map, &tableau_events.map, &metabase.map, &superset.map, NULL,
};

static bool is_among(struct text t, const char *const *words)
{
    size_t i;

    for (i = 0; words && words[i]; i++)
        if (text_is_nocase(t, words[i]))
            return true;
    return !words || !t.size;
}

bool usage_log_is_reading(const struct side_row *row)
{
    const struct usage_log *log = (const struct usage_log *)row->map;

    return !log || (is_among(row->cells[USAGE_KIND], log->kinds) &&
                    is_among(row->cells[USAGE_ACTION], log->actions));
}

static struct text with_prefix(struct arena *arena, const char *prefix, struct text t)
{
    return prefix && t.size ? arena_printf(arena, "%s%.*s", prefix, TEXT_ARGS(t)) : t;
}

struct text usage_log_report(const struct side_row *row, struct arena *arena)
{
    const struct usage_log *log = (const struct usage_log *)row->map;

    return with_prefix(arena, log ? log->report_prefix : NULL, row->cells[USAGE_REPORT]);
}

struct text usage_log_other(const struct side_row *row, struct arena *arena)
{
    const struct usage_log *log = (const struct usage_log *)row->map;

    return with_prefix(arena, log ? log->other_prefix : NULL, row->cells[USAGE_OTHER]);
}
