/* Power BI: subscriptions as the admin interface lists them, as CSV of its JSON or of a data frame.
 */
#include "input/export_cells.h"
#include "input/export_schedule.h"
#include "input/exports.h"
#include "model/date.h"

enum {
    ARTIFACT,
    FREQUENCY,
    USERS,
    TITLE,
    PART,
    ENABLED,
    START,
    END,
    LINK,
    ATTACHMENT,
    ARTIFACT_ID
};

static const char *const headers[] = {"artifactdisplayname", "frequency", "users", NULL};
static const char *const frame_headers[] = {"artifactname", "frequency", "users", NULL};
static const char *const optional[] = {
    "title",         "subartifactdisplayname", "isenabled",  "startdate", "enddate",
    "linktocontent", "attachmentformat",       "artifactid", NULL,
};
static const char *const frame_optional[] = {
    "title",         "subartifactname",  "isenabled",  "startdate", "enddate",
    "linktocontent", "attachmentformat", "artifactid", NULL,
};

/* Its days are those of the calendar; other words stay as they are. */
static struct text schedule_of(struct text word)
{
    static const struct {
        const char *word, *rule;
    } rules[] = {
        {"Hourly", "FREQ=HOURLY"},
        {"Daily", "FREQ=DAILY"},
        {"Weekly", "FREQ=WEEKLY"},
        {"Monthly", "FREQ=MONTHLY"},
        {"AfterDataRefresh", "on data refresh"},
        {"OnDataRefresh", "on data refresh"},
    };
    size_t i;

    word = text_trim(word);
    for (i = 0; i < sizeof rules / sizeof *rules; i++)
        if (text_is_nocase(word, rules[i].word))
            return text_of(rules[i].rule);
    return word;
}

/* The interface writes months first, whatever the language of the reader: 10/13/2021 12:00:00 AM.
 */
static struct text date_of(struct arena *arena, struct text cell)
{
    char buffer[16];
    int32_t date;

    if (date_parse(cell, DATE_ORDER_MDY, &date) != DATE_OK)
        return cell;
    return arena_copy(arena, date_format(date, buffer));
}

static bool is_filled(struct text cell)
{
    cell = text_trim(cell);
    return cell.size && !text_is_nocase(cell, "null") && !text_is_nocase(cell, "none") &&
           !text_is_nocase(cell, "nan");
}

static struct text channel_of(const struct text *cells)
{
    bool attached = is_filled(cells[ATTACHMENT]), linked = schedule_yes(cells[LINK]);

    if (attached && linked)
        return text_of("attachment; link");
    return text_of(attached ? "attachment" : linked ? "email; link" : "email");
}

static struct text name_of(struct arena *arena, const struct text *cells)
{
    if (!is_filled(cells[PART]))
        return cells[ARTIFACT];
    return arena_printf(arena, "%.*s: %.*s", TEXT_ARGS(cells[ARTIFACT]), TEXT_ARGS(cells[PART]));
}

static void power_bi_row(struct arena *arena, const struct text *cells, struct text *values)
{
    values[0] = name_of(arena, cells);
    values[1] = is_filled(cells[TITLE]) ? cells[TITLE] : text_of("");
    values[2] = schedule_of(cells[FREQUENCY]);
    values[3] = people_in_json(arena, cells[USERS]);
    values[4] = channel_of(cells);
    values[5] = text_of(schedule_no(cells[ENABLED])    ? "disabled"
                        : schedule_yes(cells[ENABLED]) ? "active"
                                                       : "");
    values[6] = date_of(arena, cells[START]);
    values[7] = date_of(arena, cells[END]);
    values[8] = is_filled(cells[ARTIFACT_ID]) ? cells[ARTIFACT_ID] : text_of("");
    if (!values[3].size)
        values[3] = cells[USERS].size && cells[USERS].data[0] != '[' ? cells[USERS] : text_of("");
}

static const struct export_value values[] = {
    {FIELD_name, ARTIFACT},    {FIELD_description, TITLE},  {FIELD_frequency, FREQUENCY},
    {FIELD_recipients, USERS}, {FIELD_channel, ATTACHMENT}, {FIELD_status, ENABLED},
    {FIELD_start_date, START}, {FIELD_end_date, END},       {FIELD_sources, ARTIFACT_ID},
};

const struct export_format export_power_bi = {"Power BI", headers, optional,    NULL,
                                              values,     9,       power_bi_row};
const struct export_format export_power_bi_frame = {
    "Power BI", frame_headers, frame_optional, NULL, values, 9, power_bi_row};
