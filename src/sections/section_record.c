/* The record: from which files, with which program and options, as of which day. */
#include "sections/sections.h"

static enum row_style input_row(const void *context, size_t index, struct cell *cells)
{
    const struct input *input = &((const struct inventory *)context)->inputs[index];

    cells[0] = cell_string(input->file);
    cells[1] = cell_string(input->role);
    cells[2] = cell_count((int64_t)input->rows);
    cells[3] = cell_string(input->sha256);
    return ROW_PLAIN;
}

void section_record(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "file", .fit = FIT_CUT},
        {.title = "read as"},
        {.title = "rows", .number = true},
        {.title = "SHA-256", .fit = FIT_CUT},
    };
    const struct inventory *inventory = story->inventory;
    char date[16];
    struct text day = date_format(story->findings->as_of, date);

    document_heading(document, 1, text_of("Record of this document"));
    document_table(document, &(struct table_block){.title = "What was read",
                                                   .columns = columns,
                                                   .column_count = 4,
                                                   .row_count = inventory->input_count,
                                                   .row = input_row,
                                                   .context = inventory});
    document_term(document, "Judged as of", document_text(document, "%.*s", TEXT_ARGS(day)));
    if (inventory->log_end != DATE_UNKNOWN) {
        day = date_format(inventory->log_end, date);
        document_term(document, "Use counted to", document_text(document, "%.*s", TEXT_ARGS(day)));
    }
    document_command(document, "Made by", text_of(story->options->command_line),
                     document_text(document, "(pare %s)", story->options->version));
}
