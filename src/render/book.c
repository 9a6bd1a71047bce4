#include "render/book.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "model/date.h"
#include "render/book_text.h"
#include "render/lines.h"

enum { MARGIN_TENTHS = 5, A4 = 9, NAME_MOST = 31, PROPERTY_MOST = 80, SCRATCH = 1 << 20 };

struct book {
    lxw_workbook *workbook;
    struct arena *arena;
    lxw_format *formats[LOOK_COUNT][NUMBERS_COUNT];
    struct sheet **sheets;
    size_t count, capacity;
    const char **reserved;
    size_t reserved_count, reserved_capacity;
    struct arena *scratch; /* texts on their way to the library, which copies them */
    size_t scratched;
    size_t cut;
    bool failed;
};

static lxw_worksheet *worksheet_of(const struct sheet *sheet)
{
    return sheet->worksheet;
}

struct book *book_new(const char *path, struct text title, int32_t as_of, bool spare)
{
    struct book *book = memory_alloc(1, sizeof *book);
    lxw_workbook_options options = {.constant_memory = spare, .tmpdir = getenv("TMPDIR")};
    lxw_doc_properties properties = {0};
    bool cut = false;

    book->arena = arena_new();
    book->scratch = arena_new();
    book->workbook = workbook_new_opt(path, &options);
    if (title.size <= PROPERTY_MOST)
        properties.title = (char *)(uintptr_t)book_text(book->arena, title, &cut);
    properties.comments = "Made by pare " PARE_VERSION;
    /* 0 would be taken as now; the day the format of the zip file begins with stands for unknown.
     */
    properties.created = as_of > 0 ? (time_t)as_of * 86400 : 315532800;
    book->failed =
        !book->workbook || workbook_set_properties(book->workbook, &properties) != LXW_NO_ERROR;
    return book;
}

/* The library tells which step failed, and errno often why. */
int book_close(struct book *book)
{
    int error = book->failed ? EIO : 0;

    errno = 0;
    if (book->workbook && workbook_close(book->workbook) != LXW_NO_ERROR)
        error = errno ? errno : EIO;
    memory_free(book->sheets);
    memory_free(book->reserved);
    arena_free(book->scratch);
    arena_free(book->arena);
    memory_free(book);
    return error;
}

struct arena *book_arena(const struct book *book)
{
    return book->arena;
}

size_t book_cut(const struct book *book)
{
    return book->cut;
}

static const char *number_format(enum numbers numbers)
{
    static const char *const formats[NUMBERS_COUNT] = {"General", "#,##0", "#,##0.00", "0 %",
                                                       "yyyy-mm-dd"};
    return formats[numbers];
}

static void set_paper(lxw_format *format, uint32_t colour)
{
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, colour);
}

static void set_look(lxw_format *format, enum look look)
{
    enum { INK = 0x1F3A4D, QUIET = 0x595959, LINE = 0xBFC8CE, PAPER = 0xE6EEF2, YELLOW = 0xFFF7D6 };
    switch (look) {
    case LOOK_WRAP:
        format_set_text_wrap(format);
        break;
    case LOOK_TOTAL:
        format_set_bold(format);
        format_set_top(format, LXW_BORDER_THIN);
        break;
    case LOOK_QUIET:
        format_set_font_color(format, QUIET);
        break;
    case LOOK_HEAD:
    case LOOK_HEAD_NUMBER:
        format_set_bold(format);
        format_set_text_wrap(format);
        format_set_font_color(format, INK);
        format_set_bottom(format, LXW_BORDER_THIN);
        set_paper(format, PAPER);
        break;
    case LOOK_INPUT:
    case LOOK_INPUT_WRAP:
        set_paper(format, YELLOW);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, LINE);
        if (look == LOOK_INPUT_WRAP)
            format_set_text_wrap(format);
        break;
    case LOOK_TITLE:
        format_set_bold(format);
        format_set_font_size(format, 16);
        format_set_font_color(format, INK);
        break;
    case LOOK_HEADING:
        format_set_bold(format);
        format_set_font_size(format, 13);
        format_set_font_color(format, INK);
        break;
    case LOOK_LIVE:
        format_set_bold(format);
        set_paper(format, YELLOW);
        break;
    case LOOK_LINK:
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
        format_set_font_color(format, 0x0B5394);
        break;
    case LOOK_PLAIN:
    case LOOK_RIGHT:
    case LOOK_COUNT:
        break;
    }
}

/* A gap to the right keeps figures off the words of the next column. */
static lxw_format *make_format(struct book *book, enum look look, const char *numbers, bool right)
{
    lxw_format *format = workbook_add_format(book->workbook);

    format_set_num_format(format, numbers);
    format_set_align(format, look == LOOK_HEAD || look == LOOK_HEAD_NUMBER
                                 ? LXW_ALIGN_VERTICAL_BOTTOM
                                 : LXW_ALIGN_VERTICAL_TOP);
    set_look(format, look);
    if (right) {
        format_set_align(format, LXW_ALIGN_RIGHT);
        format_set_indent(format, 1);
    }
    return format;
}

static lxw_format *format_of(struct book *book, enum look look, enum numbers numbers)
{
    lxw_format **format = &book->formats[look][numbers];

    bool right = look == LOOK_HEAD_NUMBER || look == LOOK_RIGHT ||
                 (numbers != NUMBERS_TEXT && numbers != NUMBERS_DATE);

    if (!*format)
        *format = make_format(book, look, number_format(numbers), right);
    return *format;
}

static void note_result(const struct sheet *sheet, lxw_error error)
{
    sheet->book->failed |= error != LXW_NO_ERROR;
}

static const char *clean(struct book *book, struct text t)
{
    bool cut = false;
    const char *string;

    book->scratched += t.size + 1;
    if (book->scratched > SCRATCH) {
        arena_free(book->scratch);
        book->scratch = arena_new();
        book->scratched = 0;
    }
    string = book_text(book->scratch, t, &cut);
    book->cut += cut;
    return string;
}

void sheet_text(struct sheet *sheet, size_t row, size_t column, struct text t, enum look look)
{
    struct book *book = sheet->book;
    const char *string = clean(book, t);

    note_result(sheet,
                worksheet_write_string(worksheet_of(sheet), (lxw_row_t)row, (lxw_col_t)column,
                                       string, format_of(book, look, NUMBERS_TEXT)));
}

static void write_number(struct sheet *sheet, size_t row, size_t column, double number,
                         lxw_format *format)
{
    if (isfinite(number))
        note_result(sheet, worksheet_write_number(worksheet_of(sheet), (lxw_row_t)row,
                                                  (lxw_col_t)column, number, format));
}

void sheet_number(struct sheet *sheet, size_t row, size_t column, double number,
                  enum numbers numbers, enum look look)
{
    write_number(sheet, row, column, number, format_of(sheet->book, look, numbers));
}

/* The words are our own, and have no quotes in them. */
void sheet_counted(struct sheet *sheet, size_t row, size_t column, int64_t count, const char *one,
                   const char *many)
{
    char numbers[128];

    snprintf(numbers, sizeof numbers, "[=1]0 \"%.40s\";#,##0 \"%.40s\"", one, many);
    write_number(sheet, row, column, (double)count,
                 make_format(sheet->book, LOOK_PLAIN, numbers, true));
}

/* Days since 1899-12-30; before March 1900 spreadsheets count a day that was not. */
static void write_date(struct sheet *sheet, size_t row, size_t column, int32_t date, enum look look)
{
    enum { EPOCH = 25569, FIRST = 61, LAST = 2958465 };
    char buffer[16];
    int64_t serial = (int64_t)date + EPOCH;

    if (serial >= FIRST && serial <= LAST)
        sheet_number(sheet, row, column, (double)serial, NUMBERS_DATE, look);
    else
        sheet_text(sheet, row, column, date_format(date, buffer), look);
}

void sheet_cell(struct sheet *sheet, size_t row, size_t column, const struct cell *cell,
                enum look look)
{
    switch (cell->kind) {
    case CELL_TEXT:
        if (cell->as.text.size)
            sheet_text(sheet, row, column, cell->as.text, look);
        break;
    case CELL_COUNT:
        sheet_number(sheet, row, column, (double)cell->as.count, NUMBERS_WHOLE, look);
        break;
    case CELL_MONEY:
        sheet_number(sheet, row, column, (double)cell->as.cents / 100, NUMBERS_WHOLE, look);
        break;
    case CELL_HOURS:
        sheet_number(sheet, row, column, cell->as.number, NUMBERS_WHOLE, look);
        break;
    case CELL_NUMBER:
        sheet_number(sheet, row, column, cell->as.number,
                     cell->as.number == round(cell->as.number) ? NUMBERS_WHOLE : NUMBERS_DECIMAL,
                     look);
        break;
    case CELL_SHARE:
        sheet_number(sheet, row, column, cell->as.number, NUMBERS_SHARE, look);
        break;
    case CELL_DATE:
        write_date(sheet, row, column, cell->as.date, look);
        break;
    case CELL_FLAG:
        sheet_text(sheet, row, column, text_of(cell->as.flag ? "yes" : "no"), look);
        break;
    case CELL_NULL:
        break;
    }
}

void sheet_blank(struct sheet *sheet, size_t row, size_t column, enum numbers numbers,
                 enum look look)
{
    note_result(sheet, worksheet_write_blank(worksheet_of(sheet), (lxw_row_t)row, (lxw_col_t)column,
                                             format_of(sheet->book, look, numbers)));
}

void sheet_formula(struct sheet *sheet, size_t row, size_t column, struct text formula,
                   double value, enum numbers numbers, enum look look)
{
    note_result(sheet, worksheet_write_formula_num(
                           worksheet_of(sheet), (lxw_row_t)row, (lxw_col_t)column, formula.data,
                           format_of(sheet->book, look, numbers), isfinite(value) ? value : 0));
}

void sheet_formula_text(struct sheet *sheet, size_t row, size_t column, struct text formula,
                        struct text value, enum look look)
{
    note_result(sheet, worksheet_write_formula_str(
                           worksheet_of(sheet), (lxw_row_t)row, (lxw_col_t)column, formula.data,
                           format_of(sheet->book, look, NUMBERS_TEXT), clean(sheet->book, value)));
}

/* The address is one of our own sheets: data is never made a link. */
void sheet_link(struct sheet *sheet, size_t row, size_t column, const struct sheet *to)
{
    struct arena *arena = sheet->book->arena;

    note_result(sheet, worksheet_write_url_opt(
                           worksheet_of(sheet), (lxw_row_t)row, (lxw_col_t)column,
                           arena_printf(arena, "internal:%s!A1", to->quoted).data,
                           format_of(sheet->book, LOOK_LINK, NUMBERS_TEXT), to->name, NULL));
}

static bool is_taken(const struct book *book, struct text folded)
{
    size_t i;

    for (i = 0; i < book->count; i++)
        if (text_equal(utf8_fold(book->arena, text_of(book->sheets[i]->name)), folded))
            return true;
    for (i = 0; i < book->reserved_count; i++)
        if (text_is_nocase(folded, book->reserved[i]))
            return true;
    return text_is(folded, "history"); /* a name that Excel keeps for itself */
}

static const char *free_name(struct book *book, struct text wanted)
{
    char behind[32] = "";
    size_t number = 1;
    const char *name;

    for (;; number++) {
        if (number > 1)
            snprintf(behind, sizeof behind, " %zu", number);
        name = book_sheet_name(book->arena, wanted, behind, NAME_MOST);
        if (!is_taken(book, utf8_fold(book->arena, text_of(name))))
            return name;
    }
}

static struct sheet *add_sheet(struct book *book, const char *name)
{
    struct sheet *sheet = arena_alloc(book->arena, sizeof *sheet);
    lxw_worksheet *worksheet = workbook_add_worksheet(book->workbook, name);

    if (!worksheet) { /* what is written from here on goes nowhere: the file is given up */
        book->failed = true;
        worksheet = workbook_add_worksheet(book->workbook, NULL);
    }
    *sheet = (struct sheet){book, worksheet, name, book_quoted(book->arena, name)};
    book->sheets = MEMORY_ROOM(book->sheets, book->count, book->capacity);
    book->sheets[book->count++] = sheet;
    worksheet_set_landscape(worksheet);
    worksheet_set_paper(worksheet, A4);
    worksheet_fit_to_pages(worksheet, 1, 0);
    worksheet_set_margins(worksheet, MARGIN_TENTHS / 10.0, MARGIN_TENTHS / 10.0, 0.6, 0.6);
    worksheet_set_footer(worksheet, "&L&8&A&R&8Page &P of &N");
    return sheet;
}

struct sheet *book_sheet(struct book *book, struct text name)
{
    return add_sheet(book, free_name(book, name));
}

void book_reserve(struct book *book, const char *name)
{
    book->reserved = MEMORY_ROOM(book->reserved, book->reserved_count, book->reserved_capacity);
    book->reserved[book->reserved_count++] = name;
}

struct sheet *book_reserved(struct book *book, const char *name)
{
    return add_sheet(book, name);
}

size_t book_sheets(const struct book *book)
{
    return book->count;
}

const struct sheet *book_sheet_at(const struct book *book, size_t index)
{
    return book->sheets[index];
}

void sheet_width(struct sheet *sheet, size_t column, double width)
{
    note_result(sheet, worksheet_set_column(worksheet_of(sheet), (lxw_col_t)column,
                                            (lxw_col_t)column, width, NULL));
}

/* Points of a line of the font that spreadsheets begin with, and the most that a row can have. */
void sheet_lines(struct sheet *sheet, size_t row, double lines)
{
    double height = 15 * lines;

    note_result(sheet, worksheet_set_row(worksheet_of(sheet), (lxw_row_t)row,
                                         height < 405 ? height : 405, NULL));
}

size_t book_lines(struct text t, size_t width)
{
    size_t lines = 1;

    if (utf8_width(t) > width) {
        struct arena *arena = arena_new();

        lines = wrap_text(arena, t, width, true).count;
        arena_free(arena);
    }
    return lines;
}

void sheet_freeze(struct sheet *sheet, size_t rows, size_t columns)
{
    worksheet_freeze_panes(worksheet_of(sheet), (lxw_row_t)rows, (lxw_col_t)columns);
    if (rows)
        note_result(sheet, worksheet_repeat_rows(worksheet_of(sheet), (lxw_row_t)rows - 1,
                                                 (lxw_row_t)rows - 1));
}

void sheet_filter(struct sheet *sheet, size_t first_row, size_t last_row, size_t columns)
{
    lxw_worksheet *worksheet = worksheet_of(sheet);

    note_result(sheet, worksheet_autofilter(worksheet, (lxw_row_t)first_row, 0, (lxw_row_t)last_row,
                                            (lxw_col_t)(columns - 1)));
    /* Ids such as 00123 are texts, and there is nothing wrong with them. */
    worksheet_ignore_errors(worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
}

void sheet_print_columns(struct sheet *sheet, size_t last_row, size_t columns)
{
    note_result(sheet, worksheet_print_area(worksheet_of(sheet), 0, 0, (lxw_row_t)last_row,
                                            (lxw_col_t)(columns - 1)));
}

void sheet_pick(struct sheet *sheet, size_t first_row, size_t last_row, size_t column,
                const char *const *list, bool strict, const char *hint)
{
    struct arena *arena = sheet->book->arena;
    char *words[8] = {NULL};
    size_t i;

    for (i = 0; i < 7 && list[i]; i++)
        words[i] = (char *)(uintptr_t)arena_copy(arena, text_of(list[i])).data;
    lxw_data_validation validation = {
        .validate = LXW_VALIDATION_TYPE_LIST,
        .value_list = words,
        .show_input = LXW_VALIDATION_OFF,
        .show_error = strict ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF,
        .error_title = "Not in the list",
        .error_message = (char *)(uintptr_t)hint,
    };
    note_result(sheet, worksheet_data_validation_range(worksheet_of(sheet), (lxw_row_t)first_row,
                                                       (lxw_col_t)column, (lxw_row_t)last_row,
                                                       (lxw_col_t)column, &validation));
}

void sheet_keep(struct sheet *sheet, size_t row, size_t column, const char *why)
{
    lxw_data_validation validation = {
        .validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA,
        .value_formula = (char *)(uintptr_t) "=FALSE",
        .ignore_blank = LXW_VALIDATION_OFF,
        .error_title = "Decided elsewhere",
        .error_message = (char *)(uintptr_t)why,
    };
    note_result(sheet, worksheet_data_validation_cell(worksheet_of(sheet), (lxw_row_t)row,
                                                      (lxw_col_t)column, &validation));
}

void sheet_colour(struct sheet *sheet, size_t first_row, size_t last_row, size_t column,
                  const char *word, uint32_t paper, uint32_t ink)
{
    struct arena *arena = sheet->book->arena;
    lxw_format *format = workbook_add_format(sheet->book->workbook);
    lxw_conditional_format condition = {
        .type = LXW_CONDITIONAL_TYPE_CELL,
        .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
        .value_string = (char *)(uintptr_t)arena_printf(arena, "\"%s\"", word).data,
        .format = format,
    };

    format_set_bg_color(format, paper);
    format_set_font_color(format, ink);
    note_result(sheet, worksheet_conditional_format_range(worksheet_of(sheet), (lxw_row_t)first_row,
                                                          (lxw_col_t)column, (lxw_row_t)last_row,
                                                          (lxw_col_t)column, &condition));
}

/* The library takes a name that begins with = for an address. */
static const char *chart_words(struct arena *arena, struct text t)
{
    bool cut = false;
    const char *words = book_text(arena, t, &cut);

    return words[0] == '=' ? arena_printf(arena, " %s", words).data : words;
}

static lxw_chart_series *add_series(lxw_chart *chart, const struct drawn *drawn, size_t column,
                                    const char *name, uint32_t colour)
{
    struct arena *arena = drawn->from->book->arena;
    lxw_chart_series *series = chart_add_series(
        chart, book_range(arena, drawn->from, drawn->first_row, drawn->last_row, drawn->label).data,
        book_range(arena, drawn->from, drawn->first_row, drawn->last_row, column).data);
    lxw_chart_fill fill = {.color = colour};

    if (name && *name)
        chart_series_set_name(series, chart_words(arena, text_of(name)));
    if (drawn->drawing == DRAWING_LINE) {
        lxw_chart_line line = {.color = colour, .width = 2.25f};
        chart_series_set_line(series, &line);
        chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
        chart_series_set_marker_size(series, 6);
        chart_series_set_marker_fill(series, &fill);
    } else {
        chart_series_set_fill(series, &fill);
    }
    return series;
}

static void set_axes(lxw_chart *chart, const struct drawn *drawn)
{
    lxw_chart_line grid = {.color = 0xD9DFE3, .width = 0.75f};

    chart_axis_major_gridlines_set_line(chart->y_axis, &grid);
    chart_axis_set_num_format(chart->y_axis, "#,##0");
    chart_axis_set_num_format(chart->x_axis, "#,##0");
    if (drawn->drawing == DRAWING_BARS)
        chart_axis_set_reverse(chart->x_axis);
    if (drawn->drawing != DRAWING_LINE)
        return;
    if (drawn->value_name)
        chart_axis_set_name(chart->x_axis,
                            chart_words(drawn->from->book->arena, text_of(drawn->value_name)));
    if (drawn->other_name)
        chart_axis_set_name(chart->y_axis,
                            chart_words(drawn->from->book->arena, text_of(drawn->other_name)));
}

void sheet_draw(struct sheet *sheet, size_t row, size_t column, const struct drawn *drawn)
{
    static const uint8_t types[] = {[DRAWING_COLUMNS] = LXW_CHART_COLUMN,
                                    [DRAWING_BARS] = LXW_CHART_BAR,
                                    [DRAWING_PARETO] = LXW_CHART_COLUMN,
                                    [DRAWING_FALLS] = LXW_CHART_COLUMN_STACKED,
                                    [DRAWING_LINE] = LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS};
    enum { BLUE = 0x2F6F8F, ORANGE = 0xC46A1B, SCREEN = 96 };
    struct arena *arena = sheet->book->arena;
    lxw_chart *chart = workbook_add_chart(sheet->book->workbook, types[drawn->drawing]);
    lxw_chart_font font = {.name = NULL, .size = 12, .bold = LXW_TRUE};
    lxw_chart_options options = {.object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                 .description = (char *)(uintptr_t)chart_words(arena, drawn->what)};

    if (!chart)
        return;
    if (drawn->drawing == DRAWING_FALLS) { /* what lies below is there to lift the bars */
        lxw_chart_fill nothing = {.none = LXW_TRUE};
        chart_series_set_fill(add_series(chart, drawn, drawn->other, NULL, BLUE), &nothing);
    }
    lxw_chart_series *first = add_series(chart, drawn, drawn->value, drawn->value_name, BLUE);
    if (drawn->drawing == DRAWING_COLUMNS) {
        chart_series_set_labels(first);
        chart_series_set_labels_num_format(first, "#,##0");
    }
    bool two = drawn->other != SIZE_MAX && drawn->drawing != DRAWING_FALLS;
    if (two)
        add_series(chart, drawn, drawn->other, drawn->other_name, ORANGE);
    chart_legend_set_position(chart, two ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    chart_title_set_name(chart, chart_words(arena, drawn->title));
    chart_title_set_name_font(chart, &font);
    set_axes(chart, drawn);
    options.x_scale = drawn->width / 480.0; /* the size that the library begins with */
    options.y_scale = drawn->height / 288.0;
    note_result(sheet, worksheet_insert_chart_opt(worksheet_of(sheet), (lxw_row_t)row,
                                                  (lxw_col_t)column, chart, &options));
}
