#include "input/export_checks.h"

#include "input/columns.h"
#include "input/export_cells.h"

/* XML or JSON that does not end as it began was cut, as spreadsheets cut at 32767 characters. */
static bool is_cut(struct text cell)
{
    char first = cell.data[0];

    return cell.data[cell.size - 1] != (first == '<' ? '>' : first == '[' ? ']' : '}');
}

static const char *what_is_lost(struct text cell)
{
    if (is_cut(cell))
        return "the cell breaks off; who is named behind that is lost";
    return cell.data[0] == '<' ? "the XML in the cell is broken; who is named behind that is lost"
                               : "the JSON in the cell is broken; only its addresses are read";
}

void export_tell_broken(const struct export *export, const struct csv_reader *reader,
                        const struct csv_row *row, struct arena *arena, struct diag *diag)
{
    size_t i;

    for (i = 0; i < export->cell_count; i++) {
        int column = export->column[i];
        struct text cell;

        if (column < 0 || (uint32_t)column >= row->count)
            continue;
        cell = text_trim(row->cells[column]);
        if (cell.size && !markup_is_whole(arena, cell))
            diag_add(diag, SEVERITY_WARNING, is_cut(cell) ? "cut-cell" : "broken-cell",
                     csv_reader_place(reader, row, (uint32_t)column), "%s", what_is_lost(cell));
    }
}

/* Columns that are read only together with others. */
static const struct {
    enum field field;
    const char *keys;
} parts[] = {
    {FIELD_frequency, "recurrencetype|minutesinterval|daysinterval|weeksinterval|daysofweek|"
                      "daysofmonth|month|monthlyweek|eventtype|weekofmonth|sunday|monday|tuesday|"
                      "wednesday|thursday|friday|saturday|january|february|march|april|may|june|"
                      "july|august|september|october|november|december|scheduletype|dayofweekmask|"
                      "dayofmonthmask|startatminute|minuteinterval|endatminute|schedulename|"
                      "datagroup|runonce|scheduleday|scheduleframe|type"},
    {FIELD_name, "subject|viewname|workbookname|subartifactname|subartifactdisplayname"},
    {FIELD_recipients, "recipientexternal|details"},
    {FIELD_channel, "deliveryextension|format|reportformat|recipienttype|linktocontent|"
                    "attachmentformat"},
    {FIELD_status, "archived|enabled"},
    {FIELD_sources, "viewurl|workbookurl|lookid|dashboardid|lookmldashboardid|chartid|itemluid"},
};

static int part_field(struct text key)
{
    struct text rest, one;
    size_t i;

    for (i = 0; i < sizeof parts / sizeof *parts; i++)
        for (rest = text_of(parts[i].keys); text_next(&rest, "|", &one);)
            if (text_equal(one, key))
                return (int)parts[i].field;
    return -1;
}

static void tell_used(struct column_match *match, int field)
{
    if (match->field >= 0 || field < 0)
        return;
    match->field = field;
    match->how = HOW_ALIAS;
}

void export_tell_used(const struct export *export, struct column_match *matches)
{
    const struct export_format *format = export->format;
    struct arena *arena = arena_new();
    size_t i;

    for (i = 0; i < format->value_count; i++) {
        int column = export->column[format->values[i].from];

        if (column >= 0)
            tell_used(&matches[column], (int)format->values[i].field);
    }
    for (i = 0; i < export->cell_count; i++)
        if (export->column[i] >= 0)
            tell_used(&matches[export->column[i]],
                      part_field(header_key(arena, matches[export->column[i]].header)));
    arena_free(arena);
}
