/* What people read: sentences, and tables of the document beside each other in one grid. */
#include <math.h>

#include "base/utf8.h"
#include "document/rounding.h"
#include "document/shown.h"
#include "render/lines.h"
#include "render/xlsx.h"

enum { COLUMNS = 9, INDENT = 4 };

void xlsx_flow_begin(struct flow *flow)
{
    sheet_width(flow->sheet, 0, FLOW_FIRST);
    for (size_t c = 1; c < COLUMNS; c++)
        sheet_width(flow->sheet, c, FLOW_OTHER);
}

static void write_lines(struct flow *flow, struct text t, size_t column, size_t indent,
                        enum look look)
{
    struct lines lines = wrap_text(flow->arena, clean_text(flow->arena, t),
                                   FLOW_LINE - indent - column * FLOW_OTHER, true);
    for (size_t i = 0; i < lines.count; i++) {
        if (look == LOOK_HEADING)
            sheet_lines(flow->sheet, flow->row, HEADING_LINES);
        sheet_text(flow->sheet, flow->row++, column,
                   arena_printf(flow->arena, "%*s%.*s", (int)indent, "", TEXT_ARGS(lines.line[i])),
                   look);
    }
}

void xlsx_flow_lines(struct flow *flow, struct text t, enum look look)
{
    write_lines(flow, t, 0, 0, look);
}

static size_t text_cells(const struct table_block *table, const struct cell *cells, size_t *last)
{
    size_t count = 0;
    for (size_t c = 0; c < table->column_count; c++) {
        if (!table->columns[c].title || cells[c].kind == CELL_NULL)
            continue;
        if (cells[c].kind != CELL_TEXT)
            return 2;
        count++;
        *last = c;
    }
    return count;
}

/* Sentences below a row or across the table. */
static bool write_sentence(struct flow *flow, const struct table_block *table,
                           const struct cell *cells, enum row_style style)
{
    size_t column = 0, at = 0;
    if (style != ROW_DETAIL && style != ROW_NOTE)
        return false;
    if (text_cells(table, cells, &column) != 1)
        return false;
    for (size_t c = 0; c < column; c++)
        at += table->columns[c].title != NULL;
    at = table->columns[column].number || cells[column].as.text.size > FLOW_LINE ? 0 : at;
    write_lines(flow, cells[column].as.text, at, style == ROW_DETAIL ? INDENT : 0, LOOK_QUIET);
    return true;
}

static enum look look_of(const struct table_block *table, const struct cell *cells, size_t column,
                         enum row_style style)
{
    if (style == ROW_TOTAL)
        return LOOK_TOTAL;
    size_t room = column ? FLOW_OTHER : FLOW_FIRST, next = column + 1;
    while (next < table->column_count && !table->columns[next].title)
        next++;
    bool full = next < table->column_count && cells[next].kind != CELL_NULL;
    if (cells[column].kind == CELL_TEXT && full && utf8_width(cells[column].as.text) > room)
        return LOOK_WRAP;
    if (cells[column].kind == CELL_TEXT && table->columns[column].number)
        return LOOK_RIGHT;
    return style == ROW_DETAIL ? LOOK_QUIET : LOOK_PLAIN;
}

/* Money that is mostly assumed is rounded as in the sentences beside it. */
static struct cell rounded(const struct document *document, struct cell cell)
{
    if (cell.kind == CELL_MONEY && document->about) {
        double amount = (double)cell.as.cents / 100, unit = unit_of_about(amount);
        cell.as.cents = (int64_t)(round(amount / unit) * unit) * 100;
    }
    return cell;
}

static void write_row(struct flow *flow, const struct table_block *table, const struct cell *cells,
                      enum row_style style)
{
    size_t most = 1;
    if (write_sentence(flow, table, cells, style))
        return;
    for (size_t c = 0, at = 0; c < table->column_count; c++) {
        const struct column *column = &table->columns[c];
        if (!column->title)
            continue;
        const struct cell cell = rounded(flow->document, cells[c]);
        if (cell.kind == CELL_COUNT && column->one && style == ROW_PLAIN)
            sheet_counted(flow->sheet, flow->row, at, cell.as.count, column->one, column->many);
        else
            sheet_cell(flow->sheet, flow->row, at, &cell, look_of(table, cells, c, style));
        if (look_of(table, cells, c, style) == LOOK_WRAP) {
            size_t lines = book_lines(cell.as.text, (c ? FLOW_OTHER : FLOW_FIRST) + 2);
            most = lines > most ? lines : most;
        }
        if (style == ROW_TOTAL && cell.kind == CELL_NULL)
            sheet_blank(flow->sheet, flow->row, at, NUMBERS_TEXT, LOOK_TOTAL);
        at++;
    }
    if (most > 1)
        sheet_lines(flow->sheet, flow->row, (double)most);
    flow->row++;
}

static void write_head(struct flow *flow, const struct table_block *table)
{
    size_t most = 1;
    bool named = table->column_count && table->columns[0].title && !table->columns[0].title[0];
    if (!named && table->title[0])
        sheet_text(flow->sheet, flow->row++, 0, text_of(table->title), LOOK_HEADING);
    for (size_t c = 0, at = 0; c < table->column_count; c++) {
        const struct column *column = &table->columns[c];
        if (!column->title)
            continue;
        struct text title = text_of(c == 0 && named ? table->title : column->title);
        sheet_text(flow->sheet, flow->row, at++, title,
                   column->number ? LOOK_HEAD_NUMBER : LOOK_HEAD);
        size_t lines = book_lines(title, (c ? FLOW_OTHER : FLOW_FIRST) - 2);
        most = lines > most ? lines : most;
    }
    if (most > 1)
        sheet_lines(flow->sheet, flow->row, (double)most);
    flow->row++;
}

void xlsx_flow_table(struct flow *flow, const struct table_block *table)
{
    size_t plain = 0, hidden = 0;
    flow->row++;
    write_head(flow, table);
    for (size_t i = 0; i < table->row_count; i++) {
        struct cell *cells = ARENA_ARRAY(flow->arena, table->column_count, struct cell);
        enum row_style style = table->row(table->context, i, cells);
        plain += style == ROW_PLAIN;
        if (table->limit && plain > table->limit && style != ROW_TOTAL && style != ROW_APART) {
            hidden += style == ROW_PLAIN;
            continue;
        }
        write_row(flow, table, cells, style);
    }
    if (hidden)
        write_lines(flow,
                    arena_printf(flow->arena, "... and %zu more%s%s", hidden,
                                 table->more ? ": " : "", table->more ? table->more : ""),
                    0, 0, LOOK_QUIET);
}

static void write_tiles(struct flow *flow, const struct block *block)
{
    for (size_t i = 0; i < block->tile_count; i++) {
        const struct tile *tile = &block->tiles[i];
        sheet_text(flow->sheet, flow->row, 0, text_of(tile->label), LOOK_PLAIN);
        sheet_text(flow->sheet, flow->row, 1, tile->value, LOOK_HEADING);
        if (tile->remark.size)
            sheet_text(flow->sheet, flow->row, 3, tile->remark, LOOK_QUIET);
        flow->row++;
    }
    flow->row++;
}

static void write_labelled(struct flow *flow, const struct block *block)
{
    const char *between = block->kind == BLOCK_COMMAND && block->what.size ? "   " : "";
    struct text t = arena_printf(flow->arena, "%.*s%s%.*s%s%.*s", TEXT_ARGS(block->label),
                                 block->label.size ? ": " : "    ", TEXT_ARGS(block->text), between,
                                 TEXT_ARGS(block->what));
    write_lines(flow, t, 0, 0, LOOK_PLAIN);
}

void xlsx_flow_block(struct flow *flow, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        flow->row++;
        write_lines(flow, block->text, 0, 0, LOOK_HEADING);
        break;
    case BLOCK_PARAGRAPH:
        write_lines(flow, block->text, 0, 0, LOOK_PLAIN);
        break;
    case BLOCK_NOTE:
        write_lines(flow, block->text, 0, 0, LOOK_QUIET);
        break;
    case BLOCK_TERM:
    case BLOCK_COMMAND:
        write_labelled(flow, block);
        break;
    case BLOCK_TILES:
        write_tiles(flow, block);
        break;
    case BLOCK_TABLE:
    case BLOCK_CHART:
    case BLOCK_CHOICES:
        if (block->table.title)
            xlsx_flow_table(flow, &block->table);
        break;
    case BLOCK_RECORD:
    case BLOCK_PAGE:
        break;
    }
}
