/* Tables of a page. A text beside empty cells runs over into them, as on a terminal. */
#include <string.h>

#include "base/utf8.h"
#include "document/shown.h"
#include "render/lines.h"
#include "render/markup.h"

/* A text that is longer needs the place of its empty neighbours; a figure never is. */
enum { LONG_TEXT = 16, LONG_FIGURE = 12, MOST_LETTERS = 1000 };

struct row_writer {
    const struct page *page;
    const struct shown *shown;
    const struct choice_list *choices; /* rows get a number and two more cells; or NULL */
};

static bool is_number(const struct row_writer *writer, size_t c)
{
    return writer->shown->columns[c]->number;
}

/* How many cells the text may use, itself included. */
static size_t span_of(const struct row_writer *writer, const struct text *cells, size_t c)
{
    size_t end = c + 1, count = writer->shown->column_count;
    while (end < count && !cells[end].size)
        end++;
    if (end < count && is_number(writer, end) && utf8_width(cells[end]) > LONG_FIGURE)
        return cells[c].size ? 1 : end - c + 1; /* the long figure takes them */
    return cells[c].size && !is_number(writer, c) && utf8_width(cells[c]) > LONG_TEXT ? end - c : 1;
}

/* A cell longer than a page has room for ends in dots; the other formats have all of it. */
static void write_text(const struct page *page, struct text t)
{
    markup_text(page, t.size > MOST_LETTERS ? cut_text(page->arena, t, MOST_LETTERS) : t);
}

static void write_cell(const struct row_writer *writer, const struct text *cells, size_t c,
                       size_t span, size_t more, bool heads)
{
    struct out *out = writer->page->out;
    size_t filled = cells[c].size ? c : c + span - 1;
    out_string(out, heads ? "<th scope=\"row\"" : "<td");
    if (span + more > 1)
        out_printf(out, " colspan=\"%zu\"", span + more);
    if (is_number(writer, filled))
        out_string(out, " class=\"n\"");
    out_char(out, '>');
    write_text(writer->page, cells[filled]);
    out_string(out, heads ? "</th>" : "</td>");
}

static const char *row_class(enum row_style style)
{
    static const char *const classes[] = {[ROW_PLAIN] = "",
                                          [ROW_TOTAL] = " class=\"total\"",
                                          [ROW_APART] = " class=\"apart\"",
                                          [ROW_DETAIL] = " class=\"detail\"",
                                          [ROW_NOTE] = " class=\"note\""};
    return classes[style];
}

static void write_row(const struct row_writer *writer, const struct shown_row *row, size_t number)
{
    struct out *out = writer->page->out;
    size_t count = writer->shown->column_count, decisions = writer->choices ? 2 : 0;
    out_string(out, "<tr");
    out_string(out, row_class(row->style));
    bool choice = row->style == ROW_PLAIN && writer->choices && number < writer->choices->row_count;
    if (choice)
        out_printf(out, " data-row=\"%zu\"", number);
    out_char(out, '>');
    if (row->style == ROW_NOTE) {
        out_printf(out, "<td colspan=\"%zu\">", count + decisions);
        write_text(writer->page, row->cells[0]);
        out_string(out, "</td>");
    }
    for (size_t c = 0; row->style != ROW_NOTE && c < count;) {
        size_t span = span_of(writer, row->cells, c);
        bool heads = c == 0 && row->cells[0].size > 0 && row->style != ROW_DETAIL;
        bool last = c + span == count;
        /* A figure stays below the others of its column. */
        bool apart = last && !choice && decisions && is_number(writer, c + span - 1);
        write_cell(writer, row->cells, c, span, last && !choice && !apart ? decisions : 0, heads);
        if (apart)
            out_string(out, "<td colspan=\"2\"></td>");
        c += span;
    }
    if (choice) {
        markup_element(writer->page, "td", NULL, writer->choices->rows[number].decision);
        markup_element(writer->page, "td", NULL, writer->choices->rows[number].reason);
    }
    out_string(out, "</tr>\n");
}

static void write_title(const struct page *page, struct text title, bool number)
{
    const char *name = title.size ? "th" : "td";
    out_printf(page->out, "<%s%s%s>", name, title.size ? " scope=\"col\"" : "",
               number ? " class=\"n\"" : "");
    markup_text(page, title);
    out_printf(page->out, "</%s>", name);
}

static void write_head(const struct row_writer *writer, const struct text title)
{
    const struct page *page = writer->page;
    const struct shown *shown = writer->shown;
    size_t named = 0;
    if (title.size)
        markup_element(page, "caption", NULL, title);
    for (size_t c = 0; c < shown->column_count; c++)
        named += shown->titles[c].size > 0;
    if (!named && !writer->choices)
        return;
    out_string(page->out, "<thead><tr>");
    for (size_t c = 0; c < shown->column_count; c++)
        write_title(page, shown->titles[c], is_number(writer, c));
    if (writer->choices)
        out_string(page->out, "<th scope=\"col\">decision</th><th scope=\"col\">reason</th>");
    out_string(page->out, "</tr></thead>\n");
}

static bool belongs_to_rows(enum row_style style)
{
    return style == ROW_PLAIN || style == ROW_DETAIL;
}

static void write_hidden(const struct page *page, size_t columns, size_t hidden, const char *more)
{
    struct out *out = page->out;
    out_printf(out, "<tbody>\n<tr class=\"note\"><td colspan=\"%zu\">... and %zu more: ", columns,
               hidden);
    if (more)
        markup_element(page, "code", NULL, text_of(more));
    else
        out_string(out, "they are in the workbook (-o FILE.xlsx) and in the tables (-o FOLDER/)");
    out_string(out, "</td></tr>\n</tbody>\n");
}

/* A page that is full shows no more plain rows, nor what is said of them. */
static bool is_left_out(const struct row_writer *writer, enum row_style style, size_t plain,
                        size_t *left_out)
{
    const struct page *page = writer->page;
    bool full = out_written(page->out).size + plain * page->extra > page->room;
    if (style == ROW_PLAIN && (*left_out || (full && plain >= LEAST_ROWS)))
        ++*left_out;
    return *left_out && belongs_to_rows(style);
}

/* All that is not shown: those beyond the limit, those left out, and those that still will be. */
static size_t rest_of(const struct shown *shown, size_t left_out, size_t from)
{
    size_t rest = shown->hidden + left_out;
    for (size_t i = from; left_out && i < shown->count; i++)
        rest += shown->rows[i].style == ROW_PLAIN;
    return rest;
}

/* Rows that can be sorted stand in a body of their own, apart from what they add up to. Returns how
 * many plain rows there are. */
static size_t write_rows(const struct row_writer *writer, const struct table_block *table)
{
    const struct shown *shown = writer->shown;
    struct out *out = writer->page->out;
    size_t columns = shown->column_count + (writer->choices ? 2 : 0), plain = 0, left_out = 0;
    bool told = false;
    size_t hidden_at = shown->hidden ? shown->hidden_at : shown->count;
    enum { NONE, ROWS, OTHERS } body = NONE, next;
    for (size_t i = 0; i <= shown->count; i++) {
        bool last = i == shown->count;
        if (!last && is_left_out(writer, shown->rows[i].style, plain, &left_out))
            continue;
        next = last ? NONE : belongs_to_rows(shown->rows[i].style) ? ROWS : OTHERS;
        size_t hidden = i >= hidden_at || (left_out && !told) ? rest_of(shown, left_out, i) : 0;
        if (body != NONE && (next != body || (hidden && !told)))
            out_string(out, "</tbody>\n");
        if (hidden && !told) {
            write_hidden(writer->page, columns, hidden, table->more);
            told = true;
            body = NONE;
        }
        if (last)
            break;
        if (next != body)
            out_string(out, next == ROWS ? "<tbody class=\"rows\">\n" : "<tbody>\n");
        body = next;
        write_row(writer, &shown->rows[i], plain);
        plain += shown->rows[i].style == ROW_PLAIN;
    }
    return plain;
}

/* In print and on narrow screens a wide table gets smaller letters; a broad one takes the whole
 * line.
 */
static const char *width_class(const struct shown *shown, const struct choice_list *choices)
{
    size_t columns = shown->column_count + (choices ? 2 : 0);
    return columns > 8 ? " wide" : columns > 5 ? " broad" : "";
}

size_t html_rows(struct page *page, const struct table_block *table,
                 const struct choice_list *choices, bool captioned)
{
    struct shown shown;
    shown_table(page->arena, page->document, table, &shown);
    if (!shown.column_count)
        return 0;
    struct row_writer writer = {page, &shown, choices};
    out_string(page->out, "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
    markup_text(page, text_of(table->title[0] ? table->title : "Table"));
    out_printf(page->out, "\">\n<table class=\"%s%s\">\n", choices ? "choices" : "data",
               width_class(&shown, choices));
    write_head(&writer, text_of(captioned ? table->title : ""));
    size_t plain = write_rows(&writer, table);
    out_string(page->out, "</table>\n</div>\n");
    return plain;
}
