/* A document as Markdown that means the same in CommonMark, GitHub's dialect and pandoc's.
 *
 * Every text is one line; what any of the three would take for markup gets a backslash. Addresses
 * are kept from becoming links, because nobody has looked at where those of an input lead. */
#include "document/shown.h"
#include "render/formats.h"
#include "render/lines.h"

struct writer {
    struct arena *arena;
    const struct document *document;
    struct out *out;
};

static bool is_in(char c, const char *set)
{
    while (*set && *set != c)
        set++;
    return *set != '\0';
}

/* "1. " and "1) " begin a list, but only at the start of a line; so do the signs. */
static size_t write_start(struct out *out, struct text t)
{
    size_t digits = 0;
    while (digits < t.size && byte_is_digit(t.data[digits]))
        digits++;
    out_bytes(out, t.data, digits);
    bool ends = digits + 1 >= t.size || t.data[digits + 1] == ' ';
    if (digits < t.size &&
        (digits ? ends && is_in(t.data[digits], ".)") : is_in(t.data[digits], "#+-=:%")))
        out_char(out, '\\');
    return digits;
}

static void write_text(const struct writer *writer, struct text raw)
{
    struct text t = text_trim(clean_text(writer->arena, raw));
    struct out *out = writer->out;
    for (size_t i = write_start(out, t); i < t.size; i++) {
        struct text rest = text_from(t, i);
        if (text_starts(rest, "://")) {
            out_string(out, "&#58;");
            continue;
        }
        if (text_is_nocase(text_slice(rest, 0, rest.size < 4 ? rest.size : 4), "www.")) {
            out_bytes(out, rest.data, 3);
            out_string(out, "&#46;");
            i += 3;
            continue;
        }
        if (is_in(t.data[i], "\\`*_{}[]<>|~&$^"))
            out_char(out, '\\');
        out_char(out, t.data[i]);
    }
}

/* Inside backquotes nothing is markup but a run of as many backquotes. */
static void write_code(const struct writer *writer, struct text raw)
{
    struct text t = text_trim(clean_text(writer->arena, raw));
    size_t run = 0, longest = 0;
    for (size_t i = 0; i < t.size; i++) {
        run = t.data[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    out_repeat(writer->out, '`', longest + 1);
    out_string(writer->out, longest ? " " : "");
    out_text(writer->out, t);
    out_string(writer->out, longest ? " " : "");
    out_repeat(writer->out, '`', longest + 1);
}

static void write_paragraph(const struct writer *writer, const char *before, struct text t,
                            const char *behind)
{
    out_string(writer->out, before);
    write_text(writer, t);
    out_string(writer->out, behind);
    out_string(writer->out, "\n\n");
}

static void write_command(const struct writer *writer, const struct block *block, bool last)
{
    if (block->label.size)
        write_paragraph(writer, "**", block->label, "**");
    out_string(writer->out, "- ");
    write_code(writer, block->text);
    if (block->what.size) {
        out_string(writer->out, ": ");
        write_text(writer, block->what);
    }
    out_string(writer->out, last ? "\n\n" : "\n");
}

static void write_row(const struct writer *writer, const struct shown *shown,
                      const struct text *cells, bool bold)
{
    out_char(writer->out, '|');
    for (size_t c = 0; c < shown->column_count; c++) {
        bool strong = bold && text_trim(cells[c]).size > 0;
        out_string(writer->out, strong ? " **" : " ");
        write_text(writer, cells[c]);
        out_string(writer->out, strong ? "** |" : " |");
    }
    out_char(writer->out, '\n');
}

static void write_rows(const struct writer *writer, const struct shown *shown)
{
    write_row(writer, shown, shown->titles, false);
    out_char(writer->out, '|');
    for (size_t c = 0; c < shown->column_count; c++)
        out_string(writer->out, shown->columns[c]->number ? " ---: |" : " --- |");
    out_char(writer->out, '\n');
    for (size_t i = 0; i < shown->count; i++)
        write_row(writer, shown, shown->rows[i].cells,
                  shown->rows[i].style == ROW_TOTAL || shown->rows[i].style == ROW_NOTE);
    out_char(writer->out, '\n');
}

static void write_table(const struct writer *writer, const struct table_block *table)
{
    struct shown shown;
    shown_table(writer->arena, writer->document, table, &shown);
    if (!shown.column_count)
        return;
    if (table->title[0])
        write_paragraph(writer, "### ", text_of(table->title), "");
    write_rows(writer, &shown);
    if (shown.hidden) {
        out_printf(writer->out, "... and %zu more", shown.hidden);
        if (table->more) {
            out_string(writer->out, ": ");
            write_code(writer, text_of(table->more));
        }
        out_string(writer->out, "\n\n");
    }
}

static void write_tiles(const struct writer *writer, const struct block *block)
{
    for (size_t i = 0; i < block->tile_count; i++) {
        const struct tile *tile = &block->tiles[i];
        out_string(writer->out, "- ");
        write_text(writer, text_of(tile->label));
        out_string(writer->out, ": **");
        write_text(writer, tile->value);
        out_string(writer->out, tile->remark.size ? "** " : "**");
        write_text(writer, tile->remark);
        out_string(writer->out, "\n");
    }
    out_string(writer->out, "\n");
}

static void write_block(const struct writer *writer, const struct block *block,
                        const struct block *next)
{
    switch (block->kind) {
    case BLOCK_HEADING:
        write_paragraph(writer, block->level > 1 ? "### " : "## ", block->text, "");
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_NOTE:
        write_paragraph(writer, "", block->text, "");
        break;
    case BLOCK_TERM:
        if (block->label.size) {
            out_string(writer->out, "**");
            write_text(writer, block->label);
            out_string(writer->out, "**: ");
        }
        write_paragraph(writer, "", block->text, "");
        break;
    case BLOCK_COMMAND:
        write_command(writer, block, !next || next->kind != BLOCK_COMMAND || next->label.size);
        break;
    case BLOCK_TABLE:
    case BLOCK_CHART:
    case BLOCK_CHOICES:
        if (block->table.title)
            write_table(writer, &block->table);
        break;
    case BLOCK_TILES:
        write_tiles(writer, block);
        break;
    case BLOCK_RECORD:
    case BLOCK_PAGE:
        break;
    }
}

void render_markdown(const struct document *document, struct out *out,
                     const struct render_options *options)
{
    (void)options;
    for (size_t i = 0; i < document->count; i++) {
        struct writer writer = {arena_new(), document, out};
        if (i == 0 && document->title.size)
            write_paragraph(&writer, "# ", document->title, "");
        write_block(&writer, &document->blocks[i],
                    i + 1 < document->count ? &document->blocks[i + 1] : NULL);
        arena_free(writer.arena);
    }
}
