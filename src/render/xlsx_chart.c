/* Drawings of the spreadsheet itself, each beside the table that it draws. */
#include "base/text.h"
#include "render/xlsx.h"

enum { BELOW = 18, WIDTH = 620, HEIGHT = 320 };

struct charted {
    const struct block *block;
    size_t *place; /* by column of the table its column on the sheet */
    size_t columns, first, last;
};

static const char *title_of(const struct block *block, size_t column)
{
    return column < block->table.column_count ? block->table.columns[column].title : NULL;
}

static void place_columns(struct arena *arena, struct charted *charted)
{
    const struct table_block *table = &charted->block->table;
    charted->place = ARENA_ARRAY(arena, table->column_count + 1, size_t);
    for (size_t c = 0; c < table->column_count; c++)
        charted->place[c] = table->columns[c].title ? charted->columns++ : 0;
}

/* The bars of a waterfall hang: each stands on one without colour, as high as the lower of the
 * levels before and after it. */
static void write_level(struct flow *flow, const struct charted *charted, bool stands,
                        int64_t *level, const struct cell *cell)
{
    int64_t value = cell->kind == CELL_MONEY ? cell->as.cents : 0, before = stands ? 0 : *level;
    *level = before + value;
    struct cell below = cell_money(value < 0 ? *level : before);
    struct cell length = cell_money(value < 0 ? -value : value);
    sheet_cell(flow->sheet, flow->row, charted->columns, &below, LOOK_QUIET);
    sheet_cell(flow->sheet, flow->row, charted->columns + 1, &length, LOOK_QUIET);
}

static size_t count_drawn(struct flow *flow, const struct block *block)
{
    const struct table_block *table = &block->table;
    struct cell *cells = ARENA_ARRAY(flow->arena, table->column_count, struct cell);
    size_t count = 0;
    for (size_t i = 0; i < table->row_count; i++)
        count += chart_draws(&block->chart, table->row(table->context, i, cells));
    return count;
}

/* Only what is drawn, one row below the other. */
static void write_rows(struct flow *flow, struct charted *charted)
{
    const struct table_block *table = &charted->block->table;
    bool falls = charted->block->chart.kind == CHART_WATERFALL;
    size_t count = 0, all = count_drawn(flow, charted->block);
    int64_t level = 0;
    charted->first = flow->row;
    for (size_t i = 0; i < table->row_count; i++) {
        struct cell *cells = ARENA_ARRAY(flow->arena, table->column_count, struct cell);
        if (!chart_draws(&charted->block->chart, table->row(table->context, i, cells)))
            continue;
        for (size_t c = 0; c < table->column_count; c++)
            if (table->columns[c].title)
                sheet_cell(flow->sheet, flow->row, charted->place[c], &cells[c], LOOK_PLAIN);
        if (falls)
            write_level(flow, charted, count == 0 || count + 1 == all, &level,
                        &cells[charted->block->chart.value]);
        count++;
        charted->last = flow->row++;
    }
}

static void write_heads(struct flow *flow, const struct charted *charted)
{
    const struct table_block *table = &charted->block->table;
    for (size_t c = 0; c < table->column_count; c++)
        if (table->columns[c].title)
            sheet_text(flow->sheet, flow->row, charted->place[c], text_of(table->columns[c].title),
                       table->columns[c].number ? LOOK_HEAD_NUMBER : LOOK_HEAD);
    if (charted->block->chart.kind == CHART_WATERFALL) {
        sheet_text(flow->sheet, flow->row, charted->columns, text_of("bar from"), LOOK_HEAD_NUMBER);
        sheet_text(flow->sheet, flow->row, charted->columns + 1, text_of("bar length"),
                   LOOK_HEAD_NUMBER);
    }
    flow->row++;
}

static void draw(struct flow *flow, const struct charted *charted, size_t row)
{
    static const enum drawing drawings[] = {[CHART_BARS] = DRAWING_BARS,
                                            [CHART_PARETO] = DRAWING_PARETO,
                                            [CHART_WATERFALL] = DRAWING_FALLS,
                                            [CHART_BEFORE_AFTER] = DRAWING_BARS,
                                            [CHART_FRONTIER] = DRAWING_LINE};
    const struct block *block = charted->block;
    const struct chart *chart = &block->chart;
    struct drawn drawn = {.drawing = drawings[chart->kind],
                          .from = flow->sheet,
                          .first_row = charted->first,
                          .last_row = charted->last,
                          .label = charted->place[chart->label],
                          .value = charted->place[chart->value],
                          .other = SIZE_MAX,
                          .value_name = title_of(block, chart->value),
                          .other_name = title_of(block, chart->other),
                          .title = text_of(block->table.title),
                          .what = text_of(chart->what),
                          .width = WIDTH,
                          .height = HEIGHT};
    if (chart->kind == CHART_BEFORE_AFTER)
        drawn.other = charted->place[chart->other];
    if (chart->kind == CHART_WATERFALL) {
        drawn.other = charted->columns;
        drawn.value = charted->columns + 1;
    }
    if (chart->kind == CHART_FRONTIER) {
        drawn.label = charted->place[chart->value];
        drawn.value = charted->place[chart->other];
    }
    sheet_draw(flow->sheet, row, charted->columns + (chart->kind == CHART_WATERFALL ? 3 : 2),
               &drawn);
}

void xlsx_chart(struct flow *flow, const struct block *block)
{
    struct charted charted = {.block = block};
    size_t begin = flow->row;
    place_columns(flow->arena, &charted);
    sheet_text(flow->sheet, flow->row++, 0, text_of(block->table.title), LOOK_HEADING);
    sheet_text(flow->sheet, flow->row++, 0, text_of(block->chart.what), LOOK_QUIET);
    write_heads(flow, &charted);
    write_rows(flow, &charted);
    if (charted.last >= charted.first && charted.last)
        draw(flow, &charted, begin + 1);
    flow->row = flow->row < begin + BELOW ? begin + BELOW : flow->row + 1;
}
