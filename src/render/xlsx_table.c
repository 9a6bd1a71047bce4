/* The tables that programs get, as sheets to sort, filter and count in. */
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "document/shown.h"
#include "render/machine.h"
#include "render/xlsx.h"

enum { SAMPLE = 300, NARROWEST = 9, WRAPPED_ROWS = 2000, ARROW = 3 };

struct text xlsx_words(struct arena *arena, const char *key)
{
    struct text words = arena_copy(arena, text_of(key));
    char *byte = (char *)(uintptr_t)words.data;
    for (size_t i = 0; i < words.size; i++)
        if (byte[i] == '_')
            byte[i] = ' ';
    if (words.size && byte[0] >= 'a' && byte[0] <= 'z')
        byte[0] = (char)(byte[0] - 'a' + 'A');
    return words;
}

struct layout {
    const struct document *document;
    const struct table_block *table;
    struct machine_rows rows;
    size_t *width; /* of the rows looked at; by shown column */
    bool *number, *money;
    size_t head; /* the row of the headers: below the line that says what reads the sheet */
};

static size_t width_of(struct arena *arena, const struct document *document,
                       const struct cell *cell)
{
    if (cell->kind == CELL_TEXT)
        return utf8_width(cell->as.text.size > 400 ? text_slice(cell->as.text, 0, 400)
                                                   : cell->as.text);
    return utf8_width(shown_cell(arena, document, cell)) + 1;
}

/* Looks at the first rows, which tell how wide the columns are and what is in them. */
static void measure(struct arena *arena, struct layout *layout)
{
    struct machine_rows *rows = &layout->rows;
    size_t looked = machine_rows_count(rows);
    layout->width = ARENA_ARRAY(arena, rows->count, size_t);
    layout->number = ARENA_ARRAY(arena, rows->count, bool);
    layout->money = ARENA_ARRAY(arena, rows->count, bool);
    for (size_t i = 0; i < looked && i < SAMPLE; i++) {
        if (!machine_rows_get(rows, i))
            continue;
        for (size_t c = 0; c < rows->count; c++) {
            const struct cell *cell = &rows->cells[rows->column[c]];
            size_t width = width_of(arena, layout->document, cell);
            if (cell->kind != CELL_NULL && width > layout->width[c])
                layout->width[c] = width;
            layout->money[c] |= cell->kind == CELL_MONEY;
            layout->number[c] |= cell->kind != CELL_NULL && cell->kind != CELL_TEXT &&
                                 cell->kind != CELL_FLAG && cell->kind != CELL_DATE;
        }
    }
}

/* Long words in a header wrap, so half of its width does. */
static size_t head_width(struct text words)
{
    size_t longest = 0;
    struct text word;
    while (text_next(&words, " ", &word))
        longest = word.size > longest ? word.size : longest;
    return longest + ARROW;
}

static void write_heads(struct arena *arena, struct sheet *sheet, const struct layout *layout)
{
    const char *currency = layout->document->currency;
    size_t most = 1;
    for (size_t c = 0; c < layout->rows.count; c++) {
        const struct column *column = &layout->table->columns[layout->rows.column[c]];
        struct text words =
            column->head ? text_of(column->head) : xlsx_words(arena, layout->rows.keys[c]);
        if (layout->money[c] && currency && *currency)
            words = arena_printf(arena, "%.*s, %s", TEXT_ARGS(words), currency);
        sheet_text(sheet, layout->head, c, words, layout->number[c] ? LOOK_HEAD_NUMBER : LOOK_HEAD);
        size_t width = head_width(words);
        width = layout->width[c] > width ? layout->width[c] : width;
        width = width < NARROWEST ? NARROWEST : width;
        width = width > BOOK_WIDEST ? BOOK_WIDEST : width;
        sheet_width(sheet, c, (double)width + 1);
        size_t lines = book_lines(words, width - ARROW);
        most = lines > most ? lines : most;
    }
    sheet_lines(sheet, layout->head, (double)most + 0.2);
}

static void write_read_by(struct arena *arena, struct sheet *sheet, const struct table_block *table)
{
    sheet_text(sheet, 0, 0,
               arena_printf(arena,
                            "Fill in the yellow cells, save this sheet as CSV, and give the file "
                            "to: %s",
                            table->read_by),
               LOOK_QUIET);
}

static void finish(struct sheet *sheet, const struct layout *layout, size_t last)
{
    sheet_freeze(sheet, layout->head + 1, layout->rows.count > 4 ? 1 : 0);
    sheet_filter(sheet, layout->head, last, layout->rows.count);
    for (size_t c = 0; c < layout->rows.count; c++) {
        const struct column *column = &layout->table->columns[layout->rows.column[c]];
        if (column->pick && last > layout->head)
            sheet_pick(sheet, layout->head + 1, last, c, column->pick, false, "");
    }
}

static void write_cells(struct sheet *sheet, const struct layout *layout, size_t row, bool wrapped)
{
    const struct machine_rows *rows = &layout->rows;
    size_t most = 1;
    for (size_t c = 0; c < rows->count; c++) {
        const struct cell *cell = &rows->cells[rows->column[c]];
        const struct column *column = &layout->table->columns[rows->column[c]];
        bool wide = wrapped && layout->width[c] > BOOK_WIDEST;
        enum look look = column->pick ? LOOK_INPUT : wide ? LOOK_WRAP : LOOK_PLAIN;
        if (column->pick && cell->kind == CELL_NULL)
            sheet_blank(sheet, row, c, NUMBERS_TEXT, look);
        else
            sheet_cell(sheet, row, c, cell, look);
        if (wide && cell->kind == CELL_TEXT) {
            size_t lines = book_lines(cell->as.text, BOOK_WIDEST - 2);
            most = lines > most ? lines : most;
        }
    }
    if (most > 1)
        sheet_lines(sheet, row, (double)most);
}

/* Rows beyond what a sheet can hold go on in the next. */
static void write_sheets(struct book *book, struct layout *layout, struct text name)
{
    struct arena *arena = book_arena(book);
    struct machine_rows *rows = &layout->rows;
    size_t count = machine_rows_count(rows), i = 0;
    bool wrapped = count <= WRAPPED_ROWS;
    do {
        struct sheet *sheet = book_sheet(book, name);
        size_t row = layout->head;
        if (layout->head)
            write_read_by(arena, sheet, layout->table);
        write_heads(arena, sheet, layout);
        for (; i < count && row + 1 < BOOK_ROWS; i++)
            if (machine_rows_get(rows, i))
                write_cells(sheet, layout, ++row, wrapped);
        finish(sheet, layout, row);
    } while (i < count);
}

void xlsx_table(struct book *book, const struct document *document, const struct block *block)
{
    /* The names that controllers look for, where the key is another. */
    static const struct {
        const char *key, *name;
    } names[] = {{"groups", "Duplicates"},
                 {"group_members", "Duplicates, members"},
                 {"pairs", "Duplicates, pairs"}};
    struct arena *arena = book_arena(book);
    struct layout layout = {
        .document = document, .table = &block->table, .head = block->table.read_by ? 1 : 0};
    struct text name = xlsx_words(arena, block->table.key);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i].key, block->table.key) == 0)
            name = text_of(names[i].name);
    machine_rows_init(&layout.rows, block);
    if (layout.rows.count) {
        measure(arena, &layout);
        write_sheets(book, &layout, name);
    }
    machine_rows_clear(&layout.rows);
}

void xlsx_records(struct book *book, const struct document *document)
{
    static const char *const heads[] = {"Of", "Figure", "Value"};
    struct arena *arena = book_arena(book);
    struct sheet *sheet = NULL;
    size_t row = 0;
    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        if (block->kind != BLOCK_RECORD)
            continue;
        if (!sheet) {
            sheet = book_sheet(book, text_of("All figures"));
            for (size_t c = 0; c < 3; c++)
                sheet_text(sheet, 0, c, text_of(heads[c]), c == 2 ? LOOK_HEAD_NUMBER : LOOK_HEAD);
        }
        for (size_t e = 0; e < block->entry_count; e++) {
            sheet_text(sheet, ++row, 0, xlsx_words(arena, block->key), LOOK_PLAIN);
            sheet_text(sheet, row, 1, xlsx_words(arena, block->entries[e].key), LOOK_PLAIN);
            sheet_cell(sheet, row, 2, &block->entries[e].cell, LOOK_PLAIN);
        }
    }
    if (!sheet)
        return;
    sheet_width(sheet, 0, 14);
    sheet_width(sheet, 1, 30);
    sheet_width(sheet, 2, 24);
    sheet_freeze(sheet, 1, 0);
    sheet_filter(sheet, 0, row, 3);
}

size_t xlsx_cells(const struct document *document)
{
    size_t cells = 0;
    for (size_t i = 0; document && i < document->count; i++)
        if (block_table(&document->blocks[i]))
            cells += document->blocks[i].table.row_count * document->blocks[i].table.column_count;
    return cells;
}
