/* A workbook being written: sheets, cells, formulas, drawings. The only place that knows the
 * library.
 *
 * Every text is made harmless and short enough for a cell and stands there as text, never as a
 * formula; numbers that are none are left out. Formulas are ours alone, and each has the value that
 * it gives, for programs that do not calculate. Rows of a sheet are written from the top down. */
#ifndef PARE_RENDER_BOOK_H
#define PARE_RENDER_BOOK_H

#include "document/document.h"

enum { BOOK_ROWS = 1048576, BOOK_WIDEST = 60, BOOK_SIZE = 512 };

enum look {
    LOOK_PLAIN,
    LOOK_WRAP,
    LOOK_RIGHT, /* a text in a column of figures */
    LOOK_TOTAL,
    LOOK_QUIET, /* says more on what stands beside it */
    LOOK_HEAD,
    LOOK_HEAD_NUMBER,
    LOOK_INPUT, /* to be filled in */
    LOOK_INPUT_WRAP,
    LOOK_TITLE,
    LOOK_HEADING,
    LOOK_LIVE, /* a figure that follows the decisions */
    LOOK_LINK,
    LOOK_COUNT
};

enum numbers {
    NUMBERS_TEXT,
    NUMBERS_WHOLE,
    NUMBERS_DECIMAL,
    NUMBERS_SHARE,
    NUMBERS_DATE,
    NUMBERS_COUNT
};

struct book;

struct sheet {
    struct book *book;
    void *worksheet;
    const char *name;   /* as people see it */
    const char *quoted; /* as formulas name it */
};

/* NULL where the library is not there. as_of is the day that stands in the file as that of its
 * making; spare: in little memory, texts are then not shared. */
struct book *book_new(const char *path, struct text title, int32_t as_of, bool spare);
/* Writes the file; 0 or an errno value. */
int book_close(struct book *book);
/* Reads the file again: 0, or an errno value where a part of it is not whole. */
int book_check(const char *path);
struct arena *book_arena(const struct book *book);
/* Texts that were too long for a cell so far. */
size_t book_cut(const struct book *book);

/* A sheet behind the others, under that name or one like it that is free. */
struct sheet *book_sheet(struct book *book, struct text name);
/* No other sheet gets that name before book_reserved takes it. */
void book_reserve(struct book *book, const char *name);
struct sheet *book_reserved(struct book *book, const char *name);
size_t book_sheets(const struct book *book);
const struct sheet *book_sheet_at(const struct book *book, size_t index);

void sheet_text(struct sheet *sheet, size_t row, size_t column, struct text t, enum look look);
void sheet_number(struct sheet *sheet, size_t row, size_t column, double number,
                  enum numbers numbers, enum look look);
/* With words behind the number, "10 reports", where there are any. */
void sheet_counted(struct sheet *sheet, size_t row, size_t column, int64_t count, const char *one,
                   const char *many);
void sheet_cell(struct sheet *sheet, size_t row, size_t column, const struct cell *cell,
                enum look look);
/* An empty cell that is to be filled in. */
void sheet_blank(struct sheet *sheet, size_t row, size_t column, enum numbers numbers,
                 enum look look);
void sheet_formula(struct sheet *sheet, size_t row, size_t column, struct text formula,
                   double value, enum numbers numbers, enum look look);
void sheet_formula_text(struct sheet *sheet, size_t row, size_t column, struct text formula,
                        struct text value, enum look look);
void sheet_link(struct sheet *sheet, size_t row, size_t column, const struct sheet *to);

void sheet_width(struct sheet *sheet, size_t column, double width);
/* How many lines of text a row is high: what is wrapped would else be hidden in some programs. */
void sheet_lines(struct sheet *sheet, size_t row, double lines);
/* How many a text takes in a column of that width. */
size_t book_lines(struct text t, size_t width);
/* Rows above and columns before stay where they are; the row above the frozen line is repeated on
 * paper. */
void sheet_freeze(struct sheet *sheet, size_t rows, size_t columns);
void sheet_filter(struct sheet *sheet, size_t first_row, size_t last_row, size_t columns);
void sheet_print_columns(struct sheet *sheet, size_t last_row, size_t columns);
/* A list to pick from; others may be typed where it is not strict. list ends with NULL. */
void sheet_pick(struct sheet *sheet, size_t first_row, size_t last_row, size_t column,
                const char *const *list, bool strict, const char *hint);
/* Nothing may be typed there, and why. */
void sheet_keep(struct sheet *sheet, size_t row, size_t column, const char *why);
void sheet_colour(struct sheet *sheet, size_t first_row, size_t last_row, size_t column,
                  const char *word, uint32_t paper, uint32_t ink);

enum drawing { DRAWING_COLUMNS, DRAWING_BARS, DRAWING_PARETO, DRAWING_FALLS, DRAWING_LINE };

struct drawn {
    enum drawing drawing;
    const struct sheet *from;
    size_t first_row, last_row, label, value;
    size_t other; /* a second row of bars, or SIZE_MAX */
    const char *value_name, *other_name;
    struct text title, what; /* what: for those who cannot see it */
    unsigned width, height;
};
void sheet_draw(struct sheet *sheet, size_t row, size_t column, const struct drawn *drawn);

/* "$C$5", row and column from 0. */
struct text book_cell_name(struct arena *arena, size_t row, size_t column);
/* "'Sheet'!$C$5:$C$9" */
struct text book_range(struct arena *arena, const struct sheet *sheet, size_t first_row,
                       size_t last_row, size_t column);

#endif
