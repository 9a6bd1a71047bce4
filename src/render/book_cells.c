/* What stands in cells: texts, figures, formulas, lists to pick from. */
#include "render/book_inside.h"

#include <math.h>
#include <stdio.h>

#include "model/date.h"
#include "render/book_library.h"
#include "render/book_text.h"

enum { SCRATCH = 1 << 20 };

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

    sheet_note(sheet, sheet->book->library->worksheet_write_string(
                          sheet->worksheet, (lxw_row_t)row, (lxw_col_t)column, string,
                          book_format(book, look, NUMBERS_TEXT)));
}

static void write_number(struct sheet *sheet, size_t row, size_t column, double number,
                         lxw_format *format)
{
    if (isfinite(number))
        sheet_note(sheet, sheet->book->library->worksheet_write_number(
                              sheet->worksheet, (lxw_row_t)row, (lxw_col_t)column, number, format));
}

void sheet_number(struct sheet *sheet, size_t row, size_t column, double number,
                  enum numbers numbers, enum look look)
{
    write_number(sheet, row, column, number, book_format(sheet->book, look, numbers));
}

/* The words are our own, and have no quotes in them. */
void sheet_counted(struct sheet *sheet, size_t row, size_t column, int64_t count, const char *one,
                   const char *many)
{
    char numbers[128];

    snprintf(numbers, sizeof numbers, "[=1]0 \"%.40s\";#,##0 \"%.40s\"", one, many);
    write_number(sheet, row, column, (double)count,
                 book_new_format(sheet->book, LOOK_PLAIN, numbers, true));
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
    sheet_note(sheet, sheet->book->library->worksheet_write_blank(
                          sheet->worksheet, (lxw_row_t)row, (lxw_col_t)column,
                          book_format(sheet->book, look, numbers)));
}

void sheet_formula(struct sheet *sheet, size_t row, size_t column, struct text formula,
                   double value, enum numbers numbers, enum look look)
{
    sheet_note(sheet, sheet->book->library->worksheet_write_formula_num(
                          sheet->worksheet, (lxw_row_t)row, (lxw_col_t)column, formula.data,
                          book_format(sheet->book, look, numbers), isfinite(value) ? value : 0));
}

void sheet_formula_text(struct sheet *sheet, size_t row, size_t column, struct text formula,
                        struct text value, enum look look)
{
    sheet_note(sheet, sheet->book->library->worksheet_write_formula_str(
                          sheet->worksheet, (lxw_row_t)row, (lxw_col_t)column, formula.data,
                          book_format(sheet->book, look, NUMBERS_TEXT), clean(sheet->book, value)));
}

/* The address is one of our own sheets: data is never made a link. */
void sheet_link(struct sheet *sheet, size_t row, size_t column, const struct sheet *to)
{
    struct arena *arena = sheet->book->arena;

    sheet_note(sheet, sheet->book->library->worksheet_write_url_opt(
                          sheet->worksheet, (lxw_row_t)row, (lxw_col_t)column,
                          arena_printf(arena, "internal:%s!A1", to->quoted).data,
                          book_format(sheet->book, LOOK_LINK, NUMBERS_TEXT), to->name, NULL));
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
    sheet_note(sheet, sheet->book->library->worksheet_data_validation_range(
                          sheet->worksheet, (lxw_row_t)first_row, (lxw_col_t)column,
                          (lxw_row_t)last_row, (lxw_col_t)column, &validation));
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
    sheet_note(sheet, sheet->book->library->worksheet_data_validation_cell(
                          sheet->worksheet, (lxw_row_t)row, (lxw_col_t)column, &validation));
}

void sheet_colour(struct sheet *sheet, size_t first_row, size_t last_row, size_t column,
                  const char *word, uint32_t paper, uint32_t ink)
{
    const struct library *library = sheet->book->library;
    struct arena *arena = sheet->book->arena;
    lxw_format *format = library->workbook_add_format(sheet->book->workbook);
    lxw_conditional_format condition = {
        .type = LXW_CONDITIONAL_TYPE_CELL,
        .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
        .value_string = (char *)(uintptr_t)arena_printf(arena, "\"%s\"", word).data,
        .format = format,
    };

    library->format_set_bg_color(format, paper);
    library->format_set_font_color(format, ink);
    sheet_note(sheet, sheet->book->library->worksheet_conditional_format_range(
                          sheet->worksheet, (lxw_row_t)first_row, (lxw_col_t)column,
                          (lxw_row_t)last_row, (lxw_col_t)column, &condition));
}
