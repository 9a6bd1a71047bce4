/* Every rate, share and threshold with its range and where its value comes from. */
#include "sections/sections.h"

static enum row_style assumption_row(const void *context, size_t index, struct cell *cells)
{
    const struct assumption *assumption = &((const struct assumptions *)context)->list[index];
    cells[0] = cell_string(assumption->key);
    cells[1] = cell_number(assumption->value);
    cells[2] = cell_number(assumption->low);
    cells[3] = cell_number(assumption->high);
    cells[4] = cell_string(assumption->unit);
    cells[5] = cell_string(assumption->source);
    cells[6] = cell_string(assumption->from);
    return ROW_PLAIN;
}

void section_assumptions(struct document *document, const struct story *story)
{
    static const struct column columns[] = {{.key = "name"}, {.key = "value"}, {.key = "low"},
                                            {.key = "high"}, {.key = "unit"},  {.key = "source"},
                                            {.key = "from"}};
    document_table(document, &(struct table_block){.key = "assumptions",
                                                   .columns = columns,
                                                   .column_count = sizeof columns / sizeof *columns,
                                                   .row_count = ASSUMPTION_COUNT,
                                                   .row = assumption_row,
                                                   .context = story->assumptions});
}
