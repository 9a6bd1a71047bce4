/* Tables on a terminal: columns as wide as their texts, numbers to the right, and what does not fit
 * cut or wrapped.
 *
 * A text beside empty cells runs over into them, so it does not widen its own column unless another
 * figure stands in its way. */
#include <string.h>

#include "base/utf8.h"
#include "document/shown.h"
#include "render/terminal.h"

/* The first column tells which thing a row is about, so it keeps more. */
enum { LEAST_NUMBER = 7, DETAIL_INDENT = 4, NAME_BONUS = 8 };

/* What gives way first where a line is too long, down to which width: a text that wraps is the one
 * that people read, a text that is not to be cut is a name or a word. */
static const struct {
    enum fit fit;
    size_t width;
} leasts[] = {{FIT_CUT, 24},   {FIT_WRAP, 36},  {FIT_WHOLE, 20}, {FIT_CUT, 20},
              {FIT_WRAP, 24},  {FIT_WHOLE, 14}, {FIT_WRAP, 18},  {FIT_CUT, 12},
              {FIT_WHOLE, 10}, {FIT_WRAP, 4},   {FIT_CUT, 2},    {FIT_WHOLE, 2}};

struct layout {
    const struct terminal *terminal;
    const struct shown *shown;
    size_t *width; /* by column */
    size_t *start; /* where the column begins */
    size_t count;
};

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

static size_t next_filled(const struct text *cells, size_t count, size_t c)
{
    do {
        c++;
    } while (c < count && !cells[c].size);
    return c;
}

/* Whether the cell may use the place of an empty neighbour. */
static bool runs_over(const struct layout *layout, const struct text *cells, size_t c)
{
    if (layout->shown->columns[c]->number)
        return c > 0 && !cells[c - 1].size;
    return c + 1 < layout->count && !cells[c + 1].size;
}

/* "1 report" stands so that its number is below that of "10 reports". */
static size_t missing_letters(const struct column *column, struct text t)
{
    if (!column->one || !text_ends(t, column->one) || text_ends(t, column->many))
        return 0;
    size_t one = utf8_width(text_of(column->one)), many = utf8_width(text_of(column->many));
    return many > one ? many - one : 0;
}

static void measure_row(struct layout *layout, const struct text *cells)
{
    for (size_t c = 0; c < layout->count; c++)
        if (cells[c].size && !runs_over(layout, cells, c))
            layout->width[c] =
                larger(layout->width[c],
                       utf8_width(cells[c]) + missing_letters(layout->shown->columns[c], cells[c]));
}

/* Two cells with empty ones between them get the room that both need. A text that has the rest of
 * the line to itself wraps there instead. */
static void measure_overrun(struct layout *layout, const struct text *cells, size_t indent)
{
    size_t end;
    for (size_t c = 0; c < layout->count; c = end) {
        end = next_filled(cells, layout->count, c);
        if (!cells[c].size || layout->shown->columns[c]->number || end == layout->count)
            continue;
        bool leftwards = layout->shown->columns[end]->number &&
                         (end > c + 1 || utf8_width(cells[end]) > layout->width[end]);
        size_t span = (c == 0 ? TERMINAL_INDENT : 0) + (leftwards ? layout->width[end] : 0);
        size_t need = utf8_width(cells[c]) + (c == 0 ? indent : 0) +
                      (leftwards ? TERMINAL_GAP + utf8_width(cells[end]) : 0);
        for (size_t i = c; i < end; i++)
            span += layout->width[i] + (leftwards || i + 1 < end ? TERMINAL_GAP : 0);
        if (need > span)
            layout->width[c] += need - span;
    }
}

static size_t total_width(const struct layout *layout)
{
    size_t total = TERMINAL_INDENT;
    for (size_t c = 0; c < layout->count; c++)
        total += layout->width[c] + (c > 0 ? TERMINAL_GAP : 0);
    return total;
}

/* Takes what is too much from the widest column of that sort, again and again, down to least. */
static void shrink(struct layout *layout, enum fit fit, size_t least)
{
    size_t total = total_width(layout);
    while (total > layout->terminal->width) {
        size_t widest = layout->count;
        for (size_t c = 0; c < layout->count; c++) {
            const struct column *column = layout->shown->columns[c];
            if (column->number || column->fit != fit)
                continue;
            size_t floor = least + (c == 0 ? NAME_BONUS : 0);
            if (layout->width[c] > floor &&
                (widest == layout->count || layout->width[c] > layout->width[widest]))
                widest = c;
        }
        if (widest == layout->count)
            return;
        layout->width[widest]--;
        total--;
    }
}

static size_t row_indent(enum row_style style)
{
    return style == ROW_DETAIL ? DETAIL_INDENT : TERMINAL_INDENT;
}

static void find_starts(struct layout *layout)
{
    size_t start = TERMINAL_INDENT;
    for (size_t c = 0; c < layout->count; c++) {
        layout->start[c] = start;
        start += layout->width[c] + TERMINAL_GAP;
    }
}

static void measure(struct layout *layout)
{
    const struct shown *shown = layout->shown;
    for (size_t c = 0; c < layout->count; c++)
        layout->width[c] = shown->columns[c]->number && shown->titles[c].size ? LEAST_NUMBER : 0;
    measure_row(layout, shown->titles);
    for (size_t i = 0; i < shown->count; i++)
        if (shown->rows[i].style != ROW_NOTE)
            measure_row(layout, shown->rows[i].cells);
    for (size_t i = 0; i < shown->count; i++)
        if (shown->rows[i].style != ROW_NOTE)
            measure_overrun(layout, shown->rows[i].cells, row_indent(shown->rows[i].style));
    for (size_t i = 0; i < sizeof leasts / sizeof *leasts; i++)
        shrink(layout, leasts[i].fit, leasts[i].width);
}

/* One cell of one row, broken into lines. */
struct placed {
    size_t start;
    struct lines lines;
};

static void place_number(const struct layout *layout, struct text t, size_t c,
                         struct placed *placed)
{
    size_t width = utf8_width(t);
    size_t end =
        layout->start[c] + layout->width[c] - missing_letters(layout->shown->columns[c], t);
    placed->start = width < end ? end - width : layout->start[c];
    placed->lines = wrap_text(layout->terminal->arena, t, width + 1, false);
}

static void place_text(const struct layout *layout, const struct text *cells, size_t c,
                       size_t limit, size_t indent, struct placed *placed)
{
    struct arena *arena = layout->terminal->arena;
    const struct column *column = layout->shown->columns[c];
    size_t end = limit > TERMINAL_GAP ? limit - TERMINAL_GAP : 0;
    bool tail = next_filled(cells, layout->count, c) == layout->count;
    if (!runs_over(layout, cells, c))
        end = layout->start[c] + layout->width[c];
    else if (tail)
        end = layout->terminal->width;
    placed->start = c == 0 ? indent : layout->start[c];
    size_t width = end > placed->start ? end - placed->start : 1;
    if (column->fit == FIT_WRAP || (tail && runs_over(layout, cells, c)))
        placed->lines = wrap_text(arena, cells[c], width, true);
    else
        placed->lines = wrap_text(arena, cut_text(arena, cells[c], width), width + 1, false);
}

/* Places from the right, because a text ends where the next one begins. */
static size_t place_row(const struct layout *layout, const struct text *cells, size_t indent,
                        struct placed *placed)
{
    size_t limit = layout->terminal->width + TERMINAL_GAP, height = 1;
    for (size_t c = layout->count; c-- > 0;) {
        if (!cells[c].size) {
            placed[c].lines.count = 0;
            continue;
        }
        if (layout->shown->columns[c]->number)
            place_number(layout, cells[c], c, &placed[c]);
        else
            place_text(layout, cells, c, limit, indent, &placed[c]);
        limit = placed[c].start;
        height = larger(height, placed[c].lines.count);
    }
    return height;
}

static void write_row(const struct layout *layout, const struct text *cells, size_t indent)
{
    struct out *out = layout->terminal->out;
    struct placed *placed = ARENA_ARRAY(layout->terminal->arena, layout->count, struct placed);
    size_t height = place_row(layout, cells, indent, placed);
    for (size_t line = 0; line < height; line++) {
        size_t position = 0;
        for (size_t c = 0; c < layout->count; c++) {
            if (line >= placed[c].lines.count || !placed[c].lines.line[line].size)
                continue;
            size_t start = larger(placed[c].start, position ? position + 1 : 0);
            out_repeat(out, ' ', start - position);
            out_text(out, placed[c].lines.line[line]);
            position = start + utf8_width(placed[c].lines.line[line]);
        }
        out_char(out, '\n');
    }
}

/* The title of the table stands on the line of the column titles, where the first has none and
 * there is room for both. */
static bool title_fits(struct layout *layout, struct text title)
{
    struct text *titles = layout->shown->titles;
    if (titles[0].size)
        return false;
    size_t before = layout->width[0];
    titles[0] = title;
    measure_overrun(layout, titles, 0);
    if (total_width(layout) <= layout->terminal->width)
        return true;
    layout->width[0] = before;
    titles[0] = text_of("");
    return false;
}

static void write_titles(const struct layout *layout, struct text title, bool beside)
{
    const struct terminal *terminal = layout->terminal;
    struct text *titles = layout->shown->titles;
    bool empty = !titles[0].size && next_filled(titles, layout->count, 0) == layout->count;
    terminal_bold(terminal, true);
    if (!beside && title.size) {
        out_text(terminal->out, title);
        out_char(terminal->out, '\n');
    }
    if (!empty)
        write_row(layout, titles, beside ? 0 : TERMINAL_INDENT);
    terminal_bold(terminal, false);
}

static void write_hidden(const struct terminal *terminal, const struct table_block *table,
                         size_t hidden)
{
    struct text more = arena_printf(terminal->arena, "... and %zu more%s%s", hidden,
                                    table->more ? ": " : "", table->more ? table->more : "");
    terminal_wrap(terminal, more, TERMINAL_INDENT);
}

static void write_shown_row(const struct layout *layout, const struct shown_row *row)
{
    bool total = row->style == ROW_TOTAL;
    if (row->style == ROW_NOTE) {
        terminal_wrap(layout->terminal, row->cells[0], TERMINAL_INDENT);
        return;
    }
    if (total)
        terminal_bold(layout->terminal, true);
    write_row(layout, row->cells, row_indent(row->style));
    if (total)
        terminal_bold(layout->terminal, false);
}

void terminal_table(const struct terminal *terminal, const struct table_block *table)
{
    struct shown shown;
    shown_table(terminal->arena, terminal->document, table, &shown);
    if (!shown.column_count)
        return;
    for (size_t i = 0; i < shown.count; i++)
        for (size_t c = 0; c < shown.column_count; c++)
            shown.rows[i].cells[c] = clean_text(terminal->arena, shown.rows[i].cells[c]);
    struct layout layout = {
        terminal, &shown, ARENA_ARRAY(terminal->arena, shown.column_count, size_t),
        ARENA_ARRAY(terminal->arena, shown.column_count, size_t), shown.column_count};
    struct text title = utf8_capitals(terminal->arena, text_of(table->title));
    measure(&layout);
    bool beside = title_fits(&layout, title);
    find_starts(&layout);
    write_titles(&layout, title, beside);
    for (size_t i = 0; i <= shown.count; i++) {
        if (shown.hidden && i == shown.hidden_at)
            write_hidden(terminal, table, shown.hidden);
        if (i < shown.count)
            write_shown_row(&layout, &shown.rows[i]);
    }
}
