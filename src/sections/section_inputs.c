/* What was read and how it was understood, for machines: inputs, columns, problems. */
#include "sections/input_words.h"
#include "sections/sections.h"

static enum row_style input_row(const void *context, size_t index, struct cell *cells)
{
    const struct inventory *inventory = context;
    const struct input *input = &inventory->inputs[index];
    cells[0] = cell_string(input->file);
    cells[1] = cell_string(input->role);
    cells[2] = cell_count((int64_t)input->rows);
    cells[3] = cell_string(input->sha256[0] ? input->sha256 : NULL);
    return ROW_PLAIN;
}

static enum row_style match_row(const void *context, size_t index, struct cell *cells)
{
    const struct inventory *inventory = context;
    const struct column_match *match = &inventory->matches[index];
    cells[0] = cell_string(inventory->inputs[match->file].file);
    cells[1] = cell_text(match->header);
    cells[2] =
        match->field < 0 ? cell_null() : cell_string(field_info((enum field)match->field)->name);
    cells[3] = cell_string(words_how(match->how));
    return ROW_PLAIN;
}

static struct cell position(uint32_t number)
{
    return number ? cell_count(number) : cell_null();
}

static enum row_style problem_row(const void *context, size_t index, struct cell *cells)
{
    const struct problem *problem = diag_problem(((const struct inventory *)context)->diag, index);
    cells[0] = cell_string(problem->place.file);
    cells[1] = position(problem->place.line);
    cells[2] = position(problem->place.column);
    cells[3] = cell_string(severity_name(problem->severity));
    cells[4] = cell_string(problem->text);
    return ROW_PLAIN;
}

void section_inputs(struct document *document, const struct story *story)
{
    static const struct column inputs[] = {
        {.key = "file"}, {.key = "role"}, {.key = "rows"}, {.key = "sha256"}};
    static const struct column matches[] = {
        {.key = "file"}, {.key = "header"}, {.key = "field"}, {.key = "how"}};
    static const struct column problems[] = {
        {.key = "file"}, {.key = "line"}, {.key = "column"}, {.key = "severity"}, {.key = "text"}};
    const struct inventory *inventory = story->inventory;
    const struct table_block tables[] = {
        {.key = "inputs",
         .columns = inputs,
         .column_count = sizeof inputs / sizeof *inputs,
         .row_count = inventory->input_count,
         .row = input_row,
         .context = inventory},
        {.key = "columns",
         .columns = matches,
         .column_count = sizeof matches / sizeof *matches,
         .row_count = inventory->match_count,
         .row = match_row,
         .context = inventory},
        {.key = "problems",
         .columns = problems,
         .column_count = sizeof problems / sizeof *problems,
         .row_count = diag_stored(inventory->diag),
         .row = problem_row,
         .context = inventory},
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        document_table(document, &tables[i]);
}
