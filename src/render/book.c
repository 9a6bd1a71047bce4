#include "render/book_inside.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "render/book_library.h"
#include "render/book_text.h"
#include "render/lines.h"

enum { MARGIN_TENTHS = 5, A4 = 9, NAME_MOST = 31, PROPERTY_MOST = 80 };

struct book *book_new(const char *path, struct text title, int32_t as_of, bool spare)
{
    struct book *book = memory_alloc(1, sizeof *book);
    struct library *library = memory_alloc(1, sizeof *library);
    lxw_workbook_options options = {.constant_memory = spare, .tmpdir = getenv("TMPDIR")};
    lxw_doc_properties properties = {0};
    bool cut = false;

    book->library = library;
    if (!library_open(library)) {
        memory_free(library);
        memory_free(book);
        return NULL;
    }
    book->arena = arena_new();
    book->scratch = arena_new();
    book->workbook = library->workbook_new_opt(path, &options);
    if (title.size <= PROPERTY_MOST)
        properties.title = (char *)(uintptr_t)book_text(book->arena, title, &cut);
    properties.comments = "Made by pare " PARE_VERSION;
    /* 0 would be taken as now; the day the format of the zip file begins with stands for unknown.
     */
    properties.created = as_of > 0 ? (time_t)as_of * 86400 : 315532800;
    book->failed = !book->workbook ||
                   library->workbook_set_properties(book->workbook, &properties) != LXW_NO_ERROR;
    return book;
}

/* Where the library finds no memory for a font it takes another one, and where it finds none for
 * the name of a part it leaves that out: so what it needs at the end is asked for beforehand and
 * given back to it. That was at most 470 KB for lists of 10 and of 10,000 reports. */
static void ensure_memory(void)
{
    memory_free(memory_resize(NULL, 1 << 21, 1));
}

/* The library tells which step failed, and errno often why. Of a lack of memory it does not always
 * tell: errno is then what malloc has left. */
int book_close(struct book *book)
{
    int error = errno == ENOMEM ? ENOMEM : book->failed ? EIO : 0;

    ensure_memory();
    errno = 0;
    if (book->workbook && book->library->workbook_close(book->workbook) != LXW_NO_ERROR)
        error = errno ? errno : EIO;
    memory_free(book->library);
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

static void set_paper(const struct library *library, lxw_format *format, uint32_t colour)
{
    library->format_set_pattern(format, LXW_PATTERN_SOLID);
    library->format_set_bg_color(format, colour);
}

static void set_look(const struct library *library, lxw_format *format, enum look look)
{
    enum { INK = 0x1F3A4D, QUIET = 0x595959, LINE = 0xBFC8CE, PAPER = 0xE6EEF2, YELLOW = 0xFFF7D6 };
    switch (look) {
    case LOOK_WRAP:
        library->format_set_text_wrap(format);
        break;
    case LOOK_TOTAL:
        library->format_set_bold(format);
        library->format_set_top(format, LXW_BORDER_THIN);
        break;
    case LOOK_QUIET:
        library->format_set_font_color(format, QUIET);
        break;
    case LOOK_HEAD:
    case LOOK_HEAD_NUMBER:
        library->format_set_bold(format);
        library->format_set_text_wrap(format);
        library->format_set_font_color(format, INK);
        library->format_set_bottom(format, LXW_BORDER_THIN);
        set_paper(library, format, PAPER);
        break;
    case LOOK_INPUT:
    case LOOK_INPUT_WRAP:
        set_paper(library, format, YELLOW);
        library->format_set_border(format, LXW_BORDER_THIN);
        library->format_set_border_color(format, LINE);
        if (look == LOOK_INPUT_WRAP)
            library->format_set_text_wrap(format);
        break;
    case LOOK_TITLE:
        library->format_set_bold(format);
        library->format_set_font_size(format, 16);
        library->format_set_font_color(format, INK);
        break;
    case LOOK_HEADING:
        library->format_set_bold(format);
        library->format_set_font_size(format, 13);
        library->format_set_font_color(format, INK);
        break;
    case LOOK_LIVE:
        library->format_set_bold(format);
        set_paper(library, format, YELLOW);
        break;
    case LOOK_LINK:
        library->format_set_underline(format, LXW_UNDERLINE_SINGLE);
        library->format_set_font_color(format, 0x0B5394);
        break;
    case LOOK_PLAIN:
    case LOOK_RIGHT:
    case LOOK_COUNT:
        break;
    }
}

lxw_format *book_new_format(struct book *book, enum look look, const char *numbers, bool right)
{
    const struct library *library = book->library;
    lxw_format *format = library->workbook_add_format(book->workbook);

    library->format_set_num_format(format, numbers);
    library->format_set_align(format, look == LOOK_HEAD || look == LOOK_HEAD_NUMBER
                                          ? LXW_ALIGN_VERTICAL_BOTTOM
                                          : LXW_ALIGN_VERTICAL_TOP);
    set_look(library, format, look);
    if (right) { /* a gap keeps figures off the words of the next column */
        library->format_set_align(format, LXW_ALIGN_RIGHT);
        library->format_set_indent(format, 1);
    }
    return format;
}

lxw_format *book_format(struct book *book, enum look look, enum numbers numbers)
{
    lxw_format **format = &book->formats[look][numbers];

    bool right = look == LOOK_HEAD_NUMBER || look == LOOK_RIGHT ||
                 (numbers != NUMBERS_TEXT && numbers != NUMBERS_DATE);

    if (!*format)
        *format = book_new_format(book, look, number_format(numbers), right);
    return *format;
}

void sheet_note(const struct sheet *sheet, unsigned error)
{
    sheet->book->failed |= error != LXW_NO_ERROR;
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
    const struct library *library = book->library;
    struct sheet *sheet = arena_alloc(book->arena, sizeof *sheet);
    lxw_worksheet *worksheet = library->workbook_add_worksheet(book->workbook, name);

    if (!worksheet) { /* what is written from here on goes nowhere: the file is given up */
        book->failed = true;
        worksheet = library->workbook_add_worksheet(book->workbook, NULL);
    }
    *sheet = (struct sheet){book, worksheet, name, book_quoted(book->arena, name)};
    book->sheets = MEMORY_ROOM(book->sheets, book->count, book->capacity);
    book->sheets[book->count++] = sheet;
    library->worksheet_set_landscape(worksheet);
    library->worksheet_set_paper(worksheet, A4);
    library->worksheet_fit_to_pages(worksheet, 1, 0);
    library->worksheet_set_margins(worksheet, MARGIN_TENTHS / 10.0, MARGIN_TENTHS / 10.0, 0.6, 0.6);
    sheet_note(sheet, library->worksheet_set_footer(worksheet, "&L&8&A&R&8Page &P of &N"));
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
    sheet_note(sheet, sheet->book->library->worksheet_set_column(
                          sheet->worksheet, (lxw_col_t)column, (lxw_col_t)column, width, NULL));
}

/* Points of a line of the font that spreadsheets begin with, and the most that a row can have. */
void sheet_lines(struct sheet *sheet, size_t row, double lines)
{
    double height = 15 * lines;

    sheet_note(sheet, sheet->book->library->worksheet_set_row(sheet->worksheet, (lxw_row_t)row,
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
    sheet->book->library->worksheet_freeze_panes(sheet->worksheet, (lxw_row_t)rows,
                                                 (lxw_col_t)columns);
    if (rows)
        sheet_note(sheet, sheet->book->library->worksheet_repeat_rows(
                              sheet->worksheet, (lxw_row_t)rows - 1, (lxw_row_t)rows - 1));
}

void sheet_filter(struct sheet *sheet, size_t first_row, size_t last_row, size_t columns)
{
    lxw_worksheet *worksheet = sheet->worksheet;

    sheet_note(sheet, sheet->book->library->worksheet_autofilter(worksheet, (lxw_row_t)first_row, 0,
                                                                 (lxw_row_t)last_row,
                                                                 (lxw_col_t)(columns - 1)));
    /* Ids such as 00123 are texts, and there is nothing wrong with them. */
    sheet_note(sheet, sheet->book->library->worksheet_ignore_errors(
                          worksheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

void sheet_print_columns(struct sheet *sheet, size_t last_row, size_t columns)
{
    sheet_note(sheet, sheet->book->library->worksheet_print_area(
                          sheet->worksheet, 0, 0, (lxw_row_t)last_row, (lxw_col_t)(columns - 1)));
}
