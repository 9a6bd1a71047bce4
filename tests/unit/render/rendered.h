/* A document of one table with one row, and what a renderer makes of it. */
#ifndef PARE_TESTS_RENDERED_H
#define PARE_TESTS_RENDERED_H

#include "unit.h"

#include "render/render.h"

enum { RENDERED_COLUMNS = 6 };

struct rendered_row {
    enum row_style style;
    struct cell cells[RENDERED_COLUMNS];
};

static inline enum row_style rendered_row(const void *context, size_t index, struct cell *cells)
{
    const struct rendered_row *row = &((const struct rendered_row *)context)[index];
    for (size_t i = 0; i < RENDERED_COLUMNS && row->cells[i].kind != CELL_NULL; i++)
        cells[i] = row->cells[i];
    return row->style;
}

/* In the arena of the document. */
static inline struct text rendered(enum format format, const struct document *document,
                                   const struct render_options *options)
{
    static const struct render_options none;
    struct out *out = out_memory();
    render(format, document, out, options ? options : &none);
    struct text t = arena_copy(document->arena, out_written(out));
    out_abandon(out);
    return t;
}

/* Texts that have broken out of one format or another. */
static const char *const hostile[] = {
    "",
    " ",
    "plain",
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+49 30 123",
    "-12.5",
    "-12.5.1",
    "--x",
    "@SUM(A1)",
    "'=x",
    "''=x",
    "'plain",
    "' =x",
    "  =x",
    "\t=x",
    "\ttab",
    "'\ttab",
    "\rcr",
    "\xef\xbc\x9dx",
    "a\"b\"\"c",
    "\"",
    "a,b;c\td|e",
    "line one\nline two\r\nline three",
    "trailing blank ",
    "</script><script>alert(1)</script>",
    "[link](javascript:alert(1)) ![x](http://x.example)",
    "`code` *bold* _under_ # head ~~out~~ <b>&amp;",
    "http://x.example www.x.example",
    "back\\slash\\|pipe",
    "\x1b[31mred\x1b]0;title\x07",
    "c1 \xc2\x9b"
    "31m",
    "bidi \xe2\x80\xae"
    "txt.exe\xe2\x81\xa6 \xe2\x80\x8f",
    "separators \xe2\x80\xa8 \xe2\x80\xa9 end",
    "\x7f\x01\x02",
    "broken \xff\xc3 utf-8 \xed\xa0\x80",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 \xe6\x97\xa5\xe6\x9c\xac e\xcc\x81",
    "1. list",
    "- item",
    "| a | b |",
    "&lt;b&gt;",
};

#define HOSTILE_COUNT (sizeof hostile / sizeof *hostile)

#endif
