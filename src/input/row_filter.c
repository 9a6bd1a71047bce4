#include "input/row_filter.h"

#include <string.h>

#include "base/memory.h"
#include "input/cells.h"

/* As the words for totals do. */
static bool begins_total(struct text t)
{
    int first = t.size ? byte_lower((unsigned char)t.data[0]) : 0;

    return first == 't' || first == 'g' || first == 's' || first == 'o';
}

/* The words for totals alone. */
static bool is_total(struct text t)
{
    static const char *const words[] = {
        "total",         "totals", "grand total", "sum",    "subtotal",    "sub-total",
        "overall total", "total:", "summe",       "gesamt", "gesamtsumme", "somme",
        "total general", "totale", "totaal",      "suma",   "sous-total",  "total général",
    };
    size_t i;

    if (!begins_total(t) || t.size > 15)
        return false;
    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is_nocase(t, words[i]))
            return true;
    return false;
}

/* "Total: 2", "Total (2 reports)", "Subtotal Finance". "Total cost" names a report. */
static bool is_total_word(struct text t)
{
    size_t end;

    if (!begins_total(t))
        return false;
    if (is_total(t))
        return true;
    for (end = 1; end < t.size && !strchr(":(=0123456789", t.data[end]) && t.data[end] != ' ';
         end++)
        ;
    if (text_is_nocase(text_slice(t, 0, end), "subtotal") ||
        text_is_nocase(text_slice(t, 0, end), "sub-total"))
        return true;
    for (; end < t.size && (t.data[end] == ' ' || byte_is_alpha((unsigned char)t.data[end])); end++)
        ;
    return end < t.size && strchr(":(=0123456789", t.data[end]) &&
           is_total(text_trim(text_slice(t, 0, end)));
}

/* What there is in a row, by one look. */
struct row_look {
    uint32_t filled, first; /* cells with something in them; the first of them */
};

static bool is_blank(struct text cell)
{
    size_t i;

    for (i = 0; i < cell.size && (unsigned char)cell.data[i] <= ' '; i++)
        ;
    return i == cell.size;
}

static struct row_look look_at(const struct csv_row *row)
{
    struct row_look look = {0, 0};
    uint32_t i;

    for (i = row->count; i-- > 0;) {
        if (!row->cells[i].size || is_blank(row->cells[i]))
            continue;
        look.filled++;
        look.first = i;
    }
    return look;
}

static bool repeats_headers(const struct reading *reading, const struct csv_row *row)
{
    size_t i;

    if (row->count != reading->header_count || row->count < 2)
        return false;
    for (i = 0; i < row->count; i++)
        if (!text_equal(text_trim(row->cells[i]), reading->columns.headers[i]))
            return false;
    return true;
}

static bool is_capitals(struct text t)
{
    size_t i, letters = 0;

    for (i = 0; i < t.size; i++) {
        if (t.data[i] >= 'a' && t.data[i] <= 'z')
            return false;
        letters += byte_is_alpha((unsigned char)t.data[i]);
    }
    return letters > 3;
}

static bool is_list_field(int field)
{
    return field == FIELD_recipients || field == FIELD_fields || field == FIELD_sources;
}

/* One filled cell in a table of three columns and more. In the name column it may be a report of
 * which nothing else is known: see is_lone. A lone recipient belongs to the report above. */
static bool is_section(const struct reading *reading, const struct csv_row *row,
                       const struct row_look *look)
{
    int field;

    if (look->filled != 1 || reading->header_count < 3)
        return false;
    field = reading->columns.field[look->first < reading->header_count ? look->first : 0];
    if (look->first < reading->header_count && field == FIELD_name)
        return text_ends(row_cell(row, look->first), ":");
    if (field == FIELD_id && reading->columns.fields[FIELD_name].count)
        return text_find(row_cell(row, look->first), ' ') < row_cell(row, look->first).size;
    return field != FIELD_id && !is_list_field(field);
}

/* A name and nothing else is a title where most rows say more, which the end of the file tells. Of
 * three columns a report may well lack two, so there it takes capitals. */
static bool is_lone(const struct reading *reading, const struct csv_row *row,
                    const struct row_look *look)
{
    return look->filled == 1 && !reading->export.format && look->first < reading->header_count &&
           reading->columns.field[look->first] == FIELD_name &&
           (reading->header_count > 3 ||
            (reading->header_count == 3 && is_capitals(row_cell(row, look->first))));
}

static void tell(struct builder *builder, struct reading *reading, const struct csv_row *row,
                 enum severity severity, const char *kind, const char *what)
{
    struct text cell = row->cells[look_at(row).first < row->count ? look_at(row).first : 0];

    diag_add(builder->inventory->diag, severity, kind, csv_reader_place(reading->reader, row, 0),
             "%s: \"%.*s\"", what, (int)(cell.size < 60 ? cell.size : 60),
             cell.data ? cell.data : "");
}

static void tell_cells(struct builder *builder, struct reading *reading, const struct csv_row *row)
{
    size_t headers = reading->header_count;
    uint32_t i;

    if (row->count < headers) {
        diag_add(builder->inventory->diag, SEVERITY_WARNING, "few-cells",
                 csv_reader_place(reading->reader, row, row->count),
                 "the row has %u cell%s and the header %zu; what is missing is taken as unknown",
                 row->count, row->count == 1 ? "" : "s", headers);
        return;
    }
    for (i = (uint32_t)headers; i < row->count && !row->cells[i].size; i++)
        ;
    if (i < row->count)
        diag_add(builder->inventory->diag, SEVERITY_WARNING, "many-cells",
                 csv_reader_place(reading->reader, row, (uint32_t)headers),
                 "the row has %u cells and the header %zu; the last are left out; is a text with "
                 "the delimiter in it not in quotes?",
                 row->count, headers);
}

/* The names that an export format supplies are put together after this look at the row. */
static bool is_named_by_export(const struct reading *reading)
{
    const struct export_format *format = reading->export.format;
    size_t i;

    for (i = 0; format && i < format->value_count; i++)
        if (format->values[i].field == FIELD_name || format->values[i].field == FIELD_id)
            return true;
    return false;
}

/* A department in front of the name that is filled in the first row of several only. Every blank
 * one counts, so that it is told alike however the rows are sorted. */
static void count_blank_units(struct reading *reading, const struct csv_row *row)
{
    const struct field_columns *units = &reading->columns.fields[FIELD_department];
    const struct field_columns *names = &reading->columns.fields[FIELD_name];

    if (units->count && names->count && units->column[0] < names->column[0]) {
        reading->unit_rows++;
        reading->blank_units += !row_cell(row, units->column[0]).size;
    }
}

void row_filter_repeat(struct reading *reading, const struct csv_row *row)
{
    count_blank_units(reading, row);
}

void row_filter_end(const struct builder *builder, const struct reading *reading)
{
    enum { PART = 3 };

    if (!builder->options->fill_down && reading->blank_units * PART >= reading->unit_rows &&
        reading->blank_units)
        diag_add(builder->inventory->diag, SEVERITY_NOTE, "blank-units",
                 (struct place){builder->inventory->inputs[reading->file].file, 0, 0},
                 "%zu of %zu rows have no department; if its cells are merged with those above, "
                 "use --fill-down",
                 reading->blank_units, reading->unit_rows);
}

/* What stands there is only that word again. */
static bool has_no_frequency(const struct reading *reading, const struct csv_row *row,
                             struct text total)
{
    size_t column;
    struct text frequency = first_filled(&reading->columns.fields[FIELD_frequency], row, &column);

    return !frequency.size || text_equal(frequency, total);
}

bool row_is_report(struct builder *builder, struct reading *reading, const struct csv_row *row)
{
    const struct field_columns *fields = reading->columns.fields;
    struct row_look look = look_at(row);
    struct text name, first;
    size_t column;

    reading->is_lone = false;
    if (!look.filled) {
        diag_add(builder->inventory->diag, SEVERITY_NOTE, "blank-row",
                 csv_reader_place(reading->reader, row, 0), "the row is empty and left out");
        return false;
    }
    first = row_cell(row, look.first);
    name = first_filled(&fields[FIELD_name], row, &column);
    if (is_total_word(first) && (!name.size || is_total_word(name)) &&
        (is_total(first) || has_no_frequency(reading, row, first))) {
        tell(builder, reading, row, SEVERITY_NOTE, "total-row", "a row with totals is left out");
        return false;
    }
    if (is_section(reading, row, &look)) {
        tell(builder, reading, row, SEVERITY_NOTE, "section-row", "a title is left out");
        return false;
    }
    if (look.filled == row->count && repeats_headers(reading, row)) {
        tell(builder, reading, row, SEVERITY_NOTE, "header-row", "the headers again, left out");
        return false;
    }
    if (!name.size && !first_filled(&fields[FIELD_id], row, &column).size &&
        !is_named_by_export(reading)) {
        tell(builder, reading, row, SEVERITY_WARNING, "no-name",
             "the row names no report and is left out; if its cells are merged with those above, "
             "use --fill-down");
        return false;
    }
    count_blank_units(reading, row);
    reading->is_lone = look.filled == 1 && is_lone(reading, row, &look);
    if (row->count != reading->header_count && !reading->is_lone)
        tell_cells(builder, reading, row);
    return true;
}

/* Columns up to the name are filled always; those behind it only below a name that is blank, where
 * the row goes on with the report above. Recipients and usage are what differs between such rows.
 */
void row_fill_down(struct builder *builder, struct reading *reading, struct csv_row *row)
{
    size_t count = reading->header_count < row->count ? reading->header_count : row->count;
    const struct field_columns *names = &reading->columns.fields[FIELD_name];
    size_t name = names->count ? names->column[0] : 0;
    bool goes_on = name < row->count && !cell_clean(row->cells[name]).size;
    size_t i;

    reading->goes_on = false;
    if (look_at(row).filled < 1)
        return;
    reading->goes_on = goes_on;
    if (!reading->above)
        reading->above = ARENA_ARRAY(builder->arena, reading->header_count, struct text);
    for (i = 0; i < count; i++) {
        int field = reading->columns.field[i];

        if (row->cells[i].size)
            reading->above[i] = arena_copy(builder->arena, row->cells[i]);
        else if (i > name && !goes_on)
            reading->above[i] = text_make(NULL, 0);
        else if (field != FIELD_recipients && field != FIELD_opens && field != FIELD_last_used)
            row->cells[i] = reading->above[i];
    }
}

static struct text first_words(const struct csv_row *row)
{
    uint32_t i = 0;

    while (i + 1 < row->count && !text_trim(row->cells[i]).size)
        i++;
    return row->cells[i];
}

void row_tell_title(const struct builder *builder, const struct reading *reading,
                    const struct csv_row *row)
{
    struct diag *diag = builder->inventory->diag;
    struct place place = csv_reader_place(reading->reader, row, 0);
    struct text title = first_words(row);

    if (title.size)
        diag_add(diag, SEVERITY_NOTE, "title-row", place,
                 "a row above the headers is left out: \"%.*s\"", TEXT_ARGS(title));
    else
        diag_add(diag, SEVERITY_NOTE, "blank-row", place, "the row is empty and left out");
}
