/* A comparison for machines: every report, every action, every edition, to the cent. */
#include <math.h>

#include "model/decision.h"
#include "sections/compare_words.h"
#include "sections/sections.h"
#include "sections/words.h"

struct context {
    const struct comparison *comparison;
    struct arena *arena;
    size_t *inputs, *problems; /* by edition: rows of those before it */
};

static struct cell date_or_null(int32_t date)
{
    return cell_date(date);
}

static enum row_style change_row(const void *data, size_t index, struct cell *cells)
{
    const struct context *context = data;
    const struct comparison *comparison = context->comparison;
    const struct change *change = &comparison->changes[index];
    const struct history *history = &comparison->histories[change->history];
    const struct edition *edition = &comparison->editions[history->last];
    size_t last = comparison->edition_count - 1;
    struct report report;

    inventory_report(edition->inventory, history->stands[history->last].report, &report);
    cells[0] = cell_string(change_kind_name(change->kind));
    cells[1] = history_id(comparison, history, 0);
    cells[2] = history_id(comparison, history, last);
    cells[3] = cell_text(words_change(context->arena, comparison, change));
    cells[4] = history_cost(history, 0);
    cells[5] = history_cost(history, last);
    cells[6] = cell_text(inventory_text(edition->inventory, report.name));
    if (change->kind == CHANGE_NEW)
        cells[7] = cell_string(words_origin(history->origin));
    else if (change->kind != CHANGE_GONE)
        cells[8] = cell_number(round((double)history->score * 1000) / 1000);
    return ROW_PLAIN;
}

static enum row_style realised_row(const void *data, size_t index, struct cell *cells)
{
    const struct context *context = data;
    const struct comparison *comparison = context->comparison;
    const struct realised *realised = &comparison->realised[index];
    const struct history *history = &comparison->histories[realised->history];
    const struct decision *decision = realised->decision;

    cells[0] = history_id(comparison, history, 0);
    cells[1] = cell_string(action_name(realised->action));
    if (realised->planned)
        cells[2] = words_to(context->arena, comparison->editions[0].inventory,
                            order_of_planned(comparison->plan, realised->planned));
    if (decision) {
        cells[3] = cell_string(choice_name(decision->choice));
        cells[4] = date_or_null(decision->due);
        cells[5] = date_or_null(decision->done);
    }
    if (realised->planned)
        cells[6] = cell_money(realised->planned->theoretical);
    cells[7] = cell_money(realised->saving);
    cells[8] = cell_string(words_seen(realised->seen));
    cells[9] = history_id(comparison, history, comparison->edition_count - 1);
    return ROW_PLAIN;
}

static enum row_style step_row(const void *data, size_t index, struct cell *cells)
{
    const struct comparison *comparison = ((const struct context *)data)->comparison;
    const struct cost_step_sum *sum = &comparison->steps[index];

    cells[0] = cell_string(step_name((enum cost_step)index));
    cells[1] = cell_count((int64_t)sum->reports);
    cells[2] = cell_money(sum->amount);
    return ROW_PLAIN;
}

static enum row_style edition_row(const void *data, size_t index, struct cell *cells)
{
    const struct comparison *comparison = ((const struct context *)data)->comparison;
    const struct edition *edition = &comparison->editions[index];

    cells[0] = cell_string(edition->inventory->inputs[0].file);
    cells[1] = cell_count((int64_t)edition->reports);
    cells[2] = cell_count((int64_t)edition->gone);
    cells[3] = cell_count((int64_t)(edition->fresh - edition->found));
    cells[4] = cell_count((int64_t)edition->found);
    cells[5] = cell_count((int64_t)edition->returned);
    cells[6] = cell_money(edition->producer);
    cells[7] = cell_money(edition->found_cost);
    cells[8] =
        cell_money(comparison->editions[0].producer - (edition->producer - edition->found_cost));
    cells[9] = cell_money(edition->reader);
    cells[10] = cell_number(edition->hours);
    return ROW_PLAIN;
}

static enum row_style regrown_row(const void *data, size_t index, struct cell *cells)
{
    static const char *const kinds[] = {"returned", "copy", "more_often"};
    const struct comparison *comparison = ((const struct context *)data)->comparison;
    const struct regrown *regrown = &comparison->regrown[index];
    const struct history *history = &comparison->histories[regrown->history];

    cells[0] = history_id(comparison, history, comparison->edition_count - 1);
    cells[1] = cell_string(kinds[regrown->kind]);
    if (history->like != COMPARE_NONE) {
        const struct history *like = &comparison->histories[history->like];

        cells[2] = history_id(comparison, like, like->last);
    }
    cells[3] = cell_money(regrown->cost);
    return ROW_PLAIN;
}

/* The edition whose rows the index falls into, which becomes its number there. */
static const struct inventory *inventory_at(const struct context *context, const size_t *starts,
                                            size_t *index)
{
    size_t edition = context->comparison->edition_count - 1;

    while (edition > 0 && starts[edition] > *index)
        edition--;
    *index -= starts[edition];
    return context->comparison->editions[edition].inventory;
}

static enum row_style input_row(const void *data, size_t index, struct cell *cells)
{
    const struct context *context = data;
    const struct inventory *inventory = inventory_at(context, context->inputs, &index);
    const struct input *input = &inventory->inputs[index];

    cells[0] = cell_string(input->file);
    cells[1] = cell_string(input->role);
    cells[2] = cell_count((int64_t)input->rows);
    cells[3] = cell_string(input->sha256[0] ? input->sha256 : NULL);
    return ROW_PLAIN;
}

static struct cell position(uint32_t number)
{
    return number ? cell_count(number) : cell_null();
}

static enum row_style problem_row(const void *data, size_t index, struct cell *cells)
{
    const struct context *context = data;
    const struct inventory *inventory = inventory_at(context, context->problems, &index);
    const struct problem *problem = diag_problem(inventory->diag, index);

    cells[0] = cell_string(problem->place.file);
    cells[1] = position(problem->place.line);
    cells[2] = position(problem->place.column);
    cells[3] = cell_string(severity_name(problem->severity));
    cells[4] = cell_string(problem->text);
    return ROW_PLAIN;
}

static struct context *make_context(struct document *document, const struct story *story)
{
    struct context *context = ARENA_ARRAY(document->arena, 1, struct context);
    const struct comparison *comparison = story->comparison;
    size_t i;

    context->comparison = comparison;
    context->arena = document->arena;
    context->inputs = ARENA_ARRAY(document->arena, comparison->edition_count + 1, size_t);
    context->problems = ARENA_ARRAY(document->arena, comparison->edition_count + 1, size_t);
    for (i = 0; i < comparison->edition_count; i++) {
        const struct inventory *inventory = comparison->editions[i].inventory;

        context->inputs[i + 1] = context->inputs[i] + inventory->input_count;
        context->problems[i + 1] = context->problems[i] + diag_stored(inventory->diag);
    }
    return context;
}

static const struct column inputs[] = {
    {.key = "file"}, {.key = "role"}, {.key = "rows", .number = true}, {.key = "sha256"}};
static const struct column problems[] = {{.key = "file"},
                                         {.key = "line", .number = true},
                                         {.key = "column", .number = true},
                                         {.key = "severity"},
                                         {.key = "text"}};
static const struct column changes[] = {{.key = "kind"},
                                        {.key = "before"},
                                        {.key = "after"},
                                        {.key = "what"},
                                        {.key = "cost_before", .number = true},
                                        {.key = "cost_after", .number = true},
                                        {.key = "name"},
                                        {.key = "since"},
                                        {.key = "score", .number = true}};
static const struct column realised[] = {{.key = "report"},
                                         {.key = "action"},
                                         {.key = "to"},
                                         {.key = "decision"},
                                         {.key = "due"},
                                         {.key = "done"},
                                         {.key = "planned", .number = true},
                                         {.key = "realised", .number = true},
                                         {.key = "state"},
                                         {.key = "now"}};
static const struct column steps[] = {
    {.key = "step"}, {.key = "reports", .number = true}, {.key = "amount", .number = true}};
static const struct column trend[] = {{.key = "file"},
                                      {.key = "reports", .number = true},
                                      {.key = "gone", .number = true},
                                      {.key = "new", .number = true},
                                      {.key = "found_later", .number = true},
                                      {.key = "returned", .number = true},
                                      {.key = "producer_cost", .number = true},
                                      {.key = "found_later_cost", .number = true},
                                      {.key = "saved", .number = true},
                                      {.key = "reader_cost", .number = true},
                                      {.key = "hours", .number = true}};
static const struct column regrown[] = {
    {.key = "report"}, {.key = "kind"}, {.key = "like"}, {.key = "cost", .number = true}};

void section_compared(struct document *document, const struct story *story)
{
    const struct comparison *comparison = story->comparison;
    struct context *context = make_context(document, story);
    size_t count = comparison->edition_count;
#define TABLE(name, rows, function)                                                                \
    {                                                                                              \
        .key = #name, .columns = name, .column_count = sizeof name / sizeof *name,                 \
        .row_count = rows, .row = function, .context = context                                     \
    }
    const struct table_block tables[] = {
        TABLE(inputs, context->inputs[count], input_row),
        TABLE(problems, context->problems[count], problem_row),
        TABLE(changes, comparison->change_count, change_row),
        TABLE(realised, comparison->realised_count, realised_row),
        TABLE(steps, STEP_COUNT, step_row),
        TABLE(trend, count, edition_row),
        TABLE(regrown, comparison->regrown_count, regrown_row),
    };
#undef TABLE

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        document_table(document, &tables[i]);
}
