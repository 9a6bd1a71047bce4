/* What a workbook consists of, for the files that write it: book.c, book_cells.c, book_chart.c. The
 * library's own types are only named here, so that the header compiles without it. */
#ifndef PARE_RENDER_BOOK_INSIDE_H
#define PARE_RENDER_BOOK_INSIDE_H

#include "render/book.h"

struct library; /* render/book_library.h */
struct lxw_workbook;
struct lxw_format;

struct book {
    struct library *library;
    struct lxw_workbook *workbook;
    struct arena *arena;
    struct lxw_format *formats[LOOK_COUNT][NUMBERS_COUNT];
    struct sheet **sheets;
    size_t count, capacity;
    const char **reserved;
    size_t reserved_count, reserved_capacity;
    struct arena *scratch; /* texts on their way to the library, which copies them */
    size_t scratched;
    size_t cut;
    bool failed;
};

struct lxw_format *book_format(struct book *book, enum look look, enum numbers numbers);
/* One that no other cell shares; numbers as spreadsheets write them. */
struct lxw_format *book_new_format(struct book *book, enum look look, const char *numbers,
                                   bool right);
/* After an error of the library the file is given up when it is closed. */
void sheet_note(const struct sheet *sheet, unsigned error);

#endif
