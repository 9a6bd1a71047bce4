#include "sections/frontier.h"

#include <string.h>

enum { POINTS_SHOWN = 12 };

struct context {
    const struct plan *plan;
    struct arena *arena;
};

/* A dozen points of the frontier, evenly spread, the last among them. */
static size_t point_at(const struct plan *plan, size_t row, size_t rows)
{
    return rows < 2 ? plan->frontier_count - 1 : row * (plan->frontier_count - 1) / (rows - 1);
}

static enum row_style frontier_row(const void *context, size_t index, struct cell *cells)
{
    const struct context *told = context;
    const struct plan *plan = told->plan;
    size_t rows = plan->frontier_count < POINTS_SHOWN ? plan->frontier_count : POINTS_SHOWN;
    const struct frontier_point *point = &plan->frontier[point_at(plan, index, rows)];
    int64_t saving = plan->basis == BASIS_THEORETICAL ? point->theoretical : point->realisable;

    cells[0] = cell_text(arena_printf(told->arena, "%zu %s", point->actions,
                                      point->actions == 1 ? "change" : "changes"));
    cells[1] = cell_number(point->people);
    cells[2] = cell_hours(point->hours);
    cells[3] = cell_money(saving);
    if (!plan->in_hours && plan->before)
        cells[4] = cell_share((double)saving / (double)plan->before);
    return ROW_PLAIN;
}

void frontier_tell(struct document *document, const struct plan *plan)
{
    bool in_theory = plan->basis == BASIS_THEORETICAL;
    const struct column columns[] = {
        {.title = ""},
        {.title = "people", .number = true},
        {.title = in_theory ? "hours, expected" : "hours", .number = true},
        {.title = in_theory ? "if all is done" : "expected", .number = true},
        {.title = "of cost", .number = true},
    };
    struct column *own = ARENA_ARRAY(document->arena, 5, struct column);
    struct context *context = ARENA_ARRAY(document->arena, 1, struct context);

    if (!plan->frontier_count)
        return;
    memcpy(own, columns, sizeof columns);
    *context = (struct context){plan, document->arena};
    document_chart(
        document,
        &(struct chart){CHART_FRONTIER, 0, 1, 3, "What is saved, by how many people notice."},
        &(struct table_block){
            .title = "Less and more",
            .columns = own,
            .column_count = 5,
            .row_count = plan->frontier_count < POINTS_SHOWN ? plan->frontier_count : POINTS_SHOWN,
            .row = frontier_row,
            .context = context});
}
