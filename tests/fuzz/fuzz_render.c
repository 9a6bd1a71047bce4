/* A document of any texts in every format: pieces between bytes 0x1e are cells, the first of each
 * says what kind of block they make. What machines read must not break. */
#include "fuzz.h"

#include <json-c/json.h>

#include "render/render.h"

enum { COLUMNS = 3, CELLS_MOST = 96 };

struct table_cells {
    struct cell cells[CELLS_MOST];
    size_t count;
};

static enum row_style fill_row(const void *context, size_t index, struct cell *cells)
{
    const struct table_cells *table = context;

    for (size_t i = 0; i < COLUMNS; i++)
        cells[i] = table->cells[index * COLUMNS + i];
    return ROW_PLAIN;
}

static struct cell cell_of(struct text piece)
{
    if (piece.size == 0)
        return (struct cell){.kind = CELL_NULL};
    if (piece.size == 1)
        return (struct cell){.kind = CELL_MONEY, .as.cents = (signed char)piece.data[0] * 1001};
    return (struct cell){.kind = CELL_TEXT, .as.text = piece};
}

static void add_texts(struct document *document, struct text rest)
{
    while (rest.size > 0) {
        struct text piece = fuzz_piece(&rest);
        if (piece.size % 3 == 0)
            document_heading(document, 1 + (int)(piece.size % 2), piece);
        else
            document_paragraph(document, piece);
    }
}

static void must_be_json(struct text t)
{
    struct json_tokener *tokener = json_tokener_new();
    struct json_object *object = json_tokener_parse_ex(tokener, t.data, (int)t.size);

    must(object && json_tokener_get_error(tokener) == json_tokener_success);
    json_object_put(object);
    json_tokener_free(tokener);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct column columns[COLUMNS] = {
        {.key = "name", .title = "Name", .fit = FIT_WRAP},
        {.key = "money", .title = "Money", .number = true, .adds_up = true},
        {.key = "why", .title = "Why"}};
    struct document *document = document_new();
    struct text rest = text_make((const char *)data, size);
    static struct table_cells table;
    struct render_options options = {.width = size % 200, .excel = size % 2, .no_script = size % 3};

    add_texts(document, rest);
    for (table.count = 0; rest.size > 0 && table.count < CELLS_MOST;)
        table.cells[table.count++] = cell_of(fuzz_piece(&rest));
    document_table(document, &(struct table_block){.key = "rows",
                                                   .title = "Rows",
                                                   .columns = columns,
                                                   .column_count = COLUMNS,
                                                   .row_count = table.count / COLUMNS,
                                                   .row = fill_row,
                                                   .context = &table});
    for (int format = 0; format < FORMAT_COUNT; format++) {
#ifndef PARE_WITHOUT_XLSX
        /* The workbook is made in a process of its own, which takes longer than all the others. */
        if (format == FORMAT_XLSX && size % 32)
            continue;
#endif
        struct out *out = out_memory();
        render((enum format)format, document, out, &options);
        if (format == FORMAT_JSON)
            must_be_json(out_written(out));
        out_abandon(out);
    }
    document_free(document);
    return 0;
}
