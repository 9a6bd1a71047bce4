#include "plan/sensitivity.h"

#include <math.h>

#include "sections/sections.h"

/* The assumptions that move the result most, and from which value on the target is just missed. */
enum { SHOWN = 7 };

static enum row_style swing_row(const void *context, size_t index, struct cell *cells)
{
    const struct swing *swing = &((const struct sensitivity *)context)->swings[index];

    cells[0] = cell_string(swing->key);
    cells[1] = cell_number(swing->value);
    cells[2] = cell_money(swing->low);
    cells[3] = cell_money(swing->high);
    cells[4] = cell_number(swing->switching);
    cells[5] = cell_number(swing->switching_theoretical);
    return ROW_PLAIN;
}

void section_sensitivity(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.key = "name", .title = "", .fit = FIT_CUT},
        {.key = "value", .title = "now", .number = true},
        {.key = "low", .title = "at its low", .number = true},
        {.key = "high", .title = "at its high", .number = true},
        {.key = "switching", .title = "missed from", .number = true},
        {.key = "switching_theoretical", .title = "in theory", .number = true},
    };
    struct sensitivity *sensitivity = ARENA_ARRAY(document->arena, 1, struct sensitivity);

    sensitivity_find(document->arena, story->plan, story->plan_options, sensitivity);
    document_table(document, &(struct table_block){.key = "sensitivity",
                                                   .title = "WHAT THE RESULT RESTS ON",
                                                   .columns = columns,
                                                   .column_count = 6,
                                                   .row_count = sensitivity->count,
                                                   .limit = SHOWN,
                                                   .row = swing_row,
                                                   .context = sensitivity});
}
