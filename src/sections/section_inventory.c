#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "model/channel.h"
#include "plan/after.h"
#include "sections/sections.h"
#include "sections/words.h"

/* The inventory as it is once the plan is done, as a file that pare reads: what it costs then is the
 * cost before less the theoretical saving. */
struct written {
    const struct story *story;
    struct arena *arena;
    struct after after;
    uint32_t *reports;
    size_t count;
};

/* The shortest text that reads back as the same number. */
static struct cell exact(struct arena *arena, double number)
{
    char digits[32];
    int precision;

    if (isnan(number))
        return cell_null();
    for (precision = 6; precision <= 17; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, number);
        if (strtod(digits, NULL) == number)
            break;
    }
    return cell_text(arena_copy(arena, text_of(digits)));
}

static struct text joined(struct arena *arena, const struct inventory *inventory, struct set set,
                          bool people)
{
    struct text list = text_of("");
    uint32_t i;

    for (i = 0; i < set.count; i++) {
        const struct person *person = people ? inventory_person(inventory, set.member[i]) : NULL;
        struct text member = !people          ? inventory_term(inventory, set.member[i])
                             : person->email  ? inventory_text(inventory, person->email)
                                              : inventory_person_name(inventory, set.member[i]);

        list = arena_printf(arena, "%.*s%s%.*s", TEXT_ARGS(list), i ? "; " : "",
                            TEXT_ARGS(member));
    }
    return list;
}

static struct cell text_cell(const struct inventory *inventory, uint32_t number)
{
    return number ? cell_text(inventory_text(inventory, number)) : cell_null();
}

/* What a stopped report leaves behind in any case stays a row of its own. */
static struct text name_of(const struct written *written, const struct report *report, bool alive)
{
    struct text name = inventory_text(written->story->inventory, report->name);

    return alive ? name
                 : arena_printf(written->arena, "%.*s (stopped; what it costs in any case)",
                                TEXT_ARGS(name));
}

static void fill_costs(struct arena *arena, const struct state *state, struct cell *cells)
{
    double left = state->alive ? 1 : 1 - state->fixed_avoidable;

    cells[0] = exact(arena, state->alive ? state->runs : 1);
    cells[1] = exact(arena, state->alive ? state->effort : 0);
    cells[2] = exact(arena, state->rate);
    cells[3] = exact(arena, state->bau_share);
    cells[4] = exact(arena, state->alive ? state->run_cash : 0);
    cells[5] = exact(arena, state->alive ? state->pages : 0);
    cells[6] = exact(arena, state->alive ? state->copies : 0);
    cells[7] = exact(arena, state->page_cost);
    cells[8] = exact(arena, state->post_cost);
    cells[9] = exact(arena, state->fixed_hours * left);
    cells[10] = exact(arena, state->fixed_cash * left);
    cells[11] = exact(arena, state->alive ? state->readers : NAN);
    cells[12] = exact(arena, state->read_share);
    cells[13] = exact(arena, state->read_minutes);
    cells[14] = exact(arena, state->alive ? state->meeting_minutes : 0);
    cells[15] = exact(arena, state->alive ? state->meeting_people : 0);
}

static enum row_style written_row(const void *context, size_t index, struct cell *cells)
{
    const struct written *written = context;
    const struct inventory *inventory = written->story->inventory;
    uint32_t number = written->reports[index];
    const struct state *state = &written->after.state[number];
    bool costed = written->story->findings->baseline.cost[number].costed;
    bool alive = !costed || state->alive;
    struct report report;

    inventory_report(inventory, number, &report);
    cells[0] = cell_text(report_id(inventory, number));
    cells[1] = cell_text(name_of(written, &report, alive));
    cells[2] = text_cell(inventory, report.description);
    cells[3] = report.owner ? cell_text(inventory_person_name(inventory, report.owner)) : cell_null();
    cells[4] = text_cell(inventory, report.department);
    cells[5] = costed ? cell_null() : cell_text(report.frequency->as);
    if (alive)
        cells[6] = cell_text(joined(written->arena, inventory, written->after.people[number], true));
    cells[7] = cell_text(joined(written->arena, inventory, written->after.terms[number], false));
    cells[8] = cell_text(joined(written->arena, inventory, report.sources, false));
    cells[9] = text_cell(inventory, report.mandate);
    cells[10] = report_has(&report, FIELD_min_frequency)
                    ? exact(written->arena, report.min_frequency->runs)
                    : cell_null();
    cells[11] = text_cell(inventory, report.status);
    if (costed)
        fill_costs(written->arena, state, cells + 12);
    return ROW_PLAIN;
}

/* A stopped report is gone, but for what it goes on costing; what was listed twice stands once. */
static bool stays(const struct story *story, const struct after *after, uint32_t report)
{
    const struct state *state = &after->state[report];

    if (story->relations->listed_as[report] != report)
        return false;
    return state->alive || !story->findings->baseline.cost[report].costed ||
           (1 - state->fixed_avoidable) * (state->fixed_hours + state->fixed_cash) > 0;
}

void section_inventory(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.key = "id"},           {.key = "name"},            {.key = "description"},
        {.key = "owner"},        {.key = "department"},      {.key = "frequency"},
        {.key = "recipients"},   {.key = "fields"},          {.key = "sources"},
        {.key = "mandate"},      {.key = "min_frequency"},   {.key = "status"},
        {.key = "runs_per_year"}, {.key = "effort_hours"},   {.key = "hourly_rate"},
        {.key = "bau_share"},    {.key = "run_cost"},        {.key = "pages"},
        {.key = "copies"},       {.key = "page_cost"},       {.key = "post_cost"},
        {.key = "fixed_hours"},  {.key = "fixed_cost"},      {.key = "recipient_count"},
        {.key = "read_share"},   {.key = "read_minutes"},    {.key = "meeting_minutes"},
        {.key = "meeting_people"},
    };
    struct written *written = ARENA_ARRAY(document->arena, 1, struct written);
    uint32_t i;

    written->story = story;
    written->arena = document->arena;
    after_find(document->arena, story->plan, story->plan_options, &written->after);
    written->reports = ARENA_ARRAY(document->arena, story->inventory->count, uint32_t);
    for (i = 0; i < story->inventory->count; i++)
        if (stays(story, &written->after, i))
            written->reports[written->count++] = i;
    document_table(document, &(struct table_block){.key = "inventory",
                                                   .columns = columns,
                                                   .column_count = sizeof columns / sizeof *columns,
                                                   .row_count = written->count,
                                                   .row = written_row,
                                                   .context = written});
}
