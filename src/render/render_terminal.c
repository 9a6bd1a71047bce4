/* A document as text for reading: no box drawing, nothing that a pipe or a printer would spoil, and
 * nothing said by colour alone. Blocks follow each other without blank lines, so that the first
 * answer fits one screen; a heading has one before it. */
#include <string.h>

#include "base/utf8.h"
#include "render/formats.h"
#include "render/terminal.h"

enum { WIDTH = 80, LEAST_WIDTH = 40, LEAST_LABEL = 13, LEAST_WHAT = 24 };

void terminal_bold(const struct terminal *terminal, bool on)
{
    if (terminal->colour)
        out_string(terminal->out, on ? "\033[1m" : "\033[0m");
}

static void write_lines(const struct terminal *terminal, struct lines lines, size_t indent,
                        bool begun)
{
    for (size_t i = 0; i < lines.count; i++) {
        if (i > 0 || !begun)
            out_repeat(terminal->out, ' ', indent);
        out_text(terminal->out, lines.line[i]);
        out_char(terminal->out, '\n');
    }
}

static size_t room(const struct terminal *terminal, size_t indent)
{
    return terminal->width > indent + LEAST_WHAT ? terminal->width - indent : LEAST_WHAT;
}

void terminal_wrap(const struct terminal *terminal, struct text t, size_t indent)
{
    struct text cleaned = clean_text(terminal->arena, t);
    write_lines(terminal, wrap_text(terminal->arena, cleaned, room(terminal, indent), false),
                indent, false);
}

/* An address stays as it is. */
static void write_heading(const struct terminal *terminal, const struct block *block, bool first)
{
    struct text t = clean_text(terminal->arena, block->text);
    bool capitals = block->level == 1 && !memchr(t.data, '@', t.size);
    if (!first)
        out_char(terminal->out, '\n');
    terminal_bold(terminal, true);
    out_text(terminal->out, capitals ? utf8_capitals(terminal->arena, t) : t);
    terminal_bold(terminal, false);
    out_char(terminal->out, '\n');
}

static void write_title(const struct document *document, struct out *out,
                        const struct render_options *options)
{
    struct terminal terminal = {arena_new(), document, out, WIDTH, options->colour};
    terminal_bold(&terminal, true);
    out_text(out, clean_text(terminal.arena, document->title));
    terminal_bold(&terminal, false);
    out_char(out, '\n');
    arena_free(terminal.arena);
}

static bool has_label(const struct block *block)
{
    return block->kind == BLOCK_TERM || block->kind == BLOCK_COMMAND;
}

/* Blocks with labels that follow each other stand in the same columns. */
struct labelled {
    size_t count, label, command;
};

static struct labelled measure_labelled(const struct terminal *terminal, size_t first)
{
    const struct document *document = terminal->document;
    struct labelled labelled = {.label = LEAST_LABEL};
    for (size_t i = first; i < document->count && has_label(&document->blocks[i]); i++) {
        const struct block *block = &document->blocks[i];
        size_t label = utf8_width(block->label) + TERMINAL_GAP;
        labelled.label = label > labelled.label ? label : labelled.label;
        if (block->kind == BLOCK_COMMAND) {
            size_t command = utf8_width(clean_text(terminal->arena, block->text)) + TERMINAL_GAP;
            labelled.command = command > labelled.command ? command : labelled.command;
        }
        labelled.count++;
    }
    return labelled;
}

static void write_command(const struct terminal *terminal, const struct block *block,
                          const struct labelled *labelled)
{
    struct text command = clean_text(terminal->arena, block->text);
    struct text what = clean_text(terminal->arena, block->what);
    size_t indent = labelled->label + labelled->command;
    out_text(terminal->out, command);
    if (!what.size) {
        out_char(terminal->out, '\n');
        return;
    }
    bool beside = indent + LEAST_WHAT <= terminal->width;
    if (beside) {
        out_repeat(terminal->out, ' ', labelled->command - utf8_width(command));
    } else {
        out_char(terminal->out, '\n');
        indent = labelled->label + TERMINAL_INDENT;
    }
    write_lines(terminal, wrap_text(terminal->arena, what, room(terminal, indent), true), indent,
                beside);
}

static size_t write_labelled(const struct terminal *terminal, size_t first)
{
    struct labelled labelled = measure_labelled(terminal, first);
    for (size_t i = first; i < first + labelled.count; i++) {
        const struct block *block = &terminal->document->blocks[i];
        struct text label =
            utf8_capitals(terminal->arena, clean_text(terminal->arena, block->label));
        terminal_bold(terminal, label.size > 0);
        out_text(terminal->out, label);
        terminal_bold(terminal, false);
        out_repeat(terminal->out, ' ', labelled.label - utf8_width(label));
        if (block->kind == BLOCK_COMMAND) {
            write_command(terminal, block, &labelled);
        } else {
            struct text t = clean_text(terminal->arena, block->text);
            size_t width = room(terminal, labelled.label);
            write_lines(terminal, wrap_text(terminal->arena, t, width, false), labelled.label,
                        true);
        }
    }
    return labelled.count;
}

static void write_tiles(const struct terminal *terminal, const struct block *block)
{
    size_t label = 0, value = 0;
    for (size_t i = 0; i < block->tile_count; i++) {
        size_t wide = utf8_width(clean_text(terminal->arena, block->tiles[i].value));
        size_t named = utf8_width(text_of(block->tiles[i].label));
        value = wide > value ? wide : value;
        label = named > label ? named : label;
    }
    for (size_t i = 0; i < block->tile_count; i++) {
        const struct tile *tile = &block->tiles[i];
        struct text t = clean_text(terminal->arena, tile->value);
        size_t indent = TERMINAL_INDENT + label + value + 2 * TERMINAL_GAP;
        out_repeat(terminal->out, ' ', TERMINAL_INDENT);
        out_string(terminal->out, tile->label);
        out_repeat(terminal->out, ' ',
                   label - utf8_width(text_of(tile->label)) + TERMINAL_GAP + value - utf8_width(t));
        terminal_bold(terminal, true);
        out_text(terminal->out, t);
        terminal_bold(terminal, false);
        out_repeat(terminal->out, ' ', tile->remark.size ? TERMINAL_GAP : 0);
        struct text remark = clean_text(terminal->arena, tile->remark);
        write_lines(terminal, wrap_text(terminal->arena, remark, room(terminal, indent), false),
                    indent, true);
    }
}

/* Returns how many blocks were written. */
static size_t write_block(const struct terminal *terminal, size_t number)
{
    const struct block *block = &terminal->document->blocks[number];
    switch (block->kind) {
    case BLOCK_HEADING:
        write_heading(terminal, block, number == 0);
        break;
    case BLOCK_PARAGRAPH:
        terminal_wrap(terminal, block->text, 0);
        break;
    case BLOCK_NOTE:
        terminal_wrap(terminal, block->text, TERMINAL_INDENT);
        break;
    case BLOCK_TERM:
    case BLOCK_COMMAND:
        return write_labelled(terminal, number);
    case BLOCK_TABLE:
    case BLOCK_CHART:
    case BLOCK_CHOICES:
        if (block->table.title)
            terminal_table(terminal, &block->table);
        break;
    case BLOCK_TILES:
        write_tiles(terminal, block);
        break;
    case BLOCK_RECORD:
    case BLOCK_PAGE:
        break;
    }
    return 1;
}

void render_terminal(const struct document *document, struct out *out,
                     const struct render_options *options)
{
    size_t width = options->width ? options->width : WIDTH;
    if (document->titled)
        write_title(document, out, options);
    for (size_t i = 0; i < document->count;) {
        struct terminal terminal = {arena_new(), document, out,
                                    width < LEAST_WIDTH ? LEAST_WIDTH : width, options->colour};
        i += write_block(&terminal, i);
        arena_free(terminal.arena);
    }
}
