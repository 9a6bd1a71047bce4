/* One table or record of a document as CSV (RFC 4180, but LF unless for Excel). Texts that a
 * spreadsheet would run get a ' before them, which the reader takes off again. */
#include "base/formula.h"
#include "render/formats.h"
#include "render/machine.h"

struct writer {
    struct out *out;
    char delimiter;
    const char *line_end;
};

static bool needs_quotes(const struct writer *writer, struct text t)
{
    if (t.size && (t.data[0] == ' ' || t.data[t.size - 1] == ' ')) /* readers trim bare cells */
        return true;
    for (size_t i = 0; i < t.size; i++)
        if (t.data[i] == writer->delimiter || t.data[i] == '"' || t.data[i] == '\n' ||
            t.data[i] == '\r')
            return true;
    return false;
}

static void write_quoted(struct out *out, struct text piece)
{
    while (piece.size) {
        size_t quote = text_find(piece, '"');
        out_text(out, text_slice(piece, 0, quote));
        if (quote < piece.size)
            out_string(out, "\"\"");
        piece = text_from(piece, quote < piece.size ? quote + 1 : quote);
    }
}

static void write_text(const struct writer *writer, struct text t)
{
    bool quotes = needs_quotes(writer, t);
    struct text piece;
    if (quotes)
        out_char(writer->out, '"');
    if (formula_needs_guard(t))
        out_char(writer->out, '\'');
    while (machine_piece(&t, &piece))
        write_quoted(writer->out, piece);
    if (quotes)
        out_char(writer->out, '"');
}

static void write_cell(const struct writer *writer, const struct cell *cell)
{
    char buffer[MACHINE_SIZE];
    if (cell->kind == CELL_TEXT)
        write_text(writer, cell->as.text);
    else
        out_text(writer->out, machine_value(cell, buffer));
}

static void write_rows(const struct writer *writer, struct machine_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        if (i)
            out_char(writer->out, writer->delimiter);
        write_text(writer, text_of(rows->keys[i]));
    }
    out_string(writer->out, writer->line_end);
    for (size_t i = 0; i < machine_rows_count(rows); i++) {
        if (!machine_rows_get(rows, i))
            continue;
        const struct cell *only = rows->count == 1 ? &rows->cells[rows->column[0]] : NULL;
        if (only && (only->kind == CELL_NULL || (only->kind == CELL_TEXT && !only->as.text.size)))
            out_string(writer->out, "\"\""); /* an empty line would be no row */
        for (size_t c = 0; c < rows->count; c++) {
            if (c)
                out_char(writer->out, writer->delimiter);
            write_cell(writer, &rows->cells[rows->column[c]]);
        }
        out_string(writer->out, writer->line_end);
    }
}

static const struct block *choose_block(const struct document *document, const char *table)
{
    if (!table)
        table = document->main_table;
    if (table)
        return document_find(document, table);
    for (size_t i = 0; i < document->count; i++)
        if (block_table(&document->blocks[i]) && block_key(&document->blocks[i]))
            return &document->blocks[i];
    return NULL;
}

void render_csv(const struct document *document, struct out *out,
                const struct render_options *options)
{
    struct writer writer = {out, options->delimiter ? options->delimiter : ',',
                            options->excel ? "\r\n" : "\n"};
    const struct block *block = choose_block(document, options->table);
    if (!block)
        return;
    if (options->excel)
        out_string(out, "\xef\xbb\xbf"); /* byte order mark: Excel reads UTF-8 by it alone */
    struct machine_rows rows;
    machine_rows_init(&rows, block);
    write_rows(&writer, &rows);
    machine_rows_clear(&rows);
}
