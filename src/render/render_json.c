/* A document as one JSON object: {"schema": 1, "key": ...} in the order of its blocks; a record is
 * an object, a table an array of flat objects, one to a line.
 *
 * json-c escapes the strings that need it. Objects are put together here, because a tree of json-c
 * for each row costs three times as much as all of this (a million reports: 2.7 s against 0.9), and
 * because money goes out from integer cents without passing through a double. */
#include <json-c/json.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "render/formats.h"
#include "render/machine.h"

enum { SCHEMA = 1 };

static bool needs_escape(struct text t)
{
    for (size_t i = 0; i < t.size; i++) {
        unsigned char byte = (unsigned char)t.data[i];
        if (byte < 0x20 || byte == '"' || byte == '\\' || byte >= 0x7f)
            return true;
    }
    return false;
}

/* With the quotes around it. json-c 0.16 leaves out what it finds no memory for and does not say
 * so. */
static size_t escaped_size(struct text t)
{
    size_t size = t.size + 2;

    for (size_t i = 0; i < t.size; i++) {
        unsigned char byte = (unsigned char)t.data[i];
        if (byte == '"' || byte == '\\' || (byte && memchr("\b\f\n\r\t", byte, 5)))
            size += 1;
        else if (byte < 0x20)
            size += 5;
    }
    return size;
}

/* Writes a well-formed piece without quotes around it. */
static void write_escaped(struct out *out, struct text piece)
{
    enum { PLAIN = JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE };
    struct json_object *string = json_object_new_string_len(piece.data, (int)piece.size);
    size_t size = 0;
    const char *escaped = string ? json_object_to_json_string_length(string, PLAIN, &size) : NULL;
    if (!escaped || size != escaped_size(piece))
        memory_resize(NULL, SIZE_MAX, 2); /* out of memory: ends as every other lack of it */
    else
        out_bytes(out, escaped + 1, size - 2);
    json_object_put(string);
}

static void write_string(struct out *out, struct text t)
{
    out_char(out, '"');
    if (!needs_escape(t)) {
        out_text(out, t);
    } else {
        struct text piece;
        while (machine_piece(&t, &piece))
            write_escaped(out, piece);
    }
    out_char(out, '"');
}

static void write_cell(struct out *out, const struct cell *cell)
{
    char buffer[MACHINE_SIZE];
    if (cell->kind == CELL_NULL) {
        out_string(out, "null");
    } else if (cell->kind == CELL_TEXT) {
        write_string(out, cell->as.text);
    } else if (cell->kind == CELL_DATE) {
        write_string(out, machine_value(cell, buffer));
    } else {
        out_text(out, machine_value(cell, buffer));
    }
}

/* What stands before each value; the same in every row. */
static struct text *make_prefixes(struct arena *arena, const struct machine_rows *rows)
{
    struct text *prefixes = ARENA_ARRAY(arena, rows->count, struct text);
    for (size_t i = 0; i < rows->count; i++)
        prefixes[i] = arena_printf(arena, "%s\"%s\": ", i ? ", " : "{", rows->keys[i]);
    return prefixes;
}

static void write_object(struct out *out, const struct machine_rows *rows,
                         const struct text *prefixes)
{
    for (size_t i = 0; i < rows->count; i++) {
        out_text(out, prefixes[i]);
        write_cell(out, &rows->cells[rows->column[i]]);
    }
    out_string(out, rows->count ? "}" : "{}");
}

static void write_array(struct out *out, struct machine_rows *rows, const struct text *prefixes)
{
    bool any = false;
    out_char(out, '[');
    for (size_t i = 0; i < machine_rows_count(rows); i++) {
        if (!machine_rows_get(rows, i))
            continue;
        out_string(out, any ? ",\n    " : "\n    ");
        write_object(out, rows, prefixes);
        any = true;
    }
    out_string(out, any ? "\n  ]" : "]");
}

void render_json(const struct document *document, struct out *out,
                 const struct render_options *options)
{
    (void)options;
    out_printf(out, "{\n  \"schema\": %d", SCHEMA);
    for (size_t i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        if (!block_key(block))
            continue;
        struct arena *arena = arena_new();
        struct machine_rows rows;
        machine_rows_init(&rows, block);
        const struct text *prefixes = make_prefixes(arena, &rows);
        out_printf(out, ",\n  \"%s\": ", block_key(block));
        if (block->kind == BLOCK_RECORD && machine_rows_get(&rows, 0))
            write_object(out, &rows, prefixes);
        else
            write_array(out, &rows, prefixes);
        machine_rows_clear(&rows);
        arena_free(arena);
    }
    out_string(out, "\n}\n");
}
