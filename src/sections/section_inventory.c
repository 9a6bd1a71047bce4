#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "model/channel.h"
#include "plan/after.h"
#include "sections/sections.h"
#include "sections/words.h"

/* The inventory as it is once the plan is done, as a file that pare reads: what it costs then is
 * the cost before less the theoretical saving. */
struct written {
    const struct story *story;
    struct arena *arena;
    struct after after;
    uint32_t *reports;
    size_t count;
    bool *touched; /* by person: imputed hours were cut to one post, and a report changes */
    enum field fields[FIELD_COUNT]; /* the columns */
    size_t field_count;
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
        struct text member = !people         ? inventory_term(inventory, set.member[i])
                             : person->email ? inventory_text(inventory, person->email)
                                             : inventory_person_name(inventory, set.member[i]);

        list = arena_printf(arena, "%.*s%s%.*s", TEXT_ARGS(list), i ? "; " : "", TEXT_ARGS(member));
    }
    return list;
}

/* What a stopped report leaves behind in any case stays a row of its own. */
static struct text name_of(const struct written *written, const struct report *report, bool alive)
{
    struct text name = inventory_text(written->story->inventory, report->name);

    return alive ? name
                 : arena_printf(written->arena, "%.*s (stopped; what it costs in any case)",
                                TEXT_ARGS(name));
}

/* Whether the words of a frequency are read as what they stand for. */
static bool reads_back(const struct written *written, const struct frequency *frequency)
{
    const struct frequency_options options = {
        .workdays = assume(written->story->assumptions, ASSUMPTION_WORKDAYS)};
    struct frequency again;

    frequency_parse(written->arena, frequency->as, NAN, &options, &again);
    return again.runs == frequency->runs || (isnan(again.runs) && isnan(frequency->runs));
}

static struct cell frequency_cell(const struct written *written, const struct frequency *frequency)
{
    return reads_back(written, frequency) ? cell_text(frequency->as)
                                          : exact(written->arena, frequency->runs);
}

static struct cell channel_cell(struct arena *arena, uint32_t bits)
{
    struct text list = text_of("");
    unsigned channel;

    for (channel = 0; channel < CHANNEL_COUNT; channel++)
        if (bits >> channel & 1)
            list = arena_printf(arena, "%.*s%s%s", TEXT_ARGS(list), list.size ? "; " : "",
                                channel_name((enum channel)channel));
    return cell_text(list);
}

static struct cell person_cell(const struct inventory *inventory, uint32_t number)
{
    const struct person *person = inventory_person(inventory, number);

    return cell_text(person->email ? inventory_text(inventory, person->email)
                                   : inventory_person_name(inventory, number));
}

/* As the input gave it. */
static struct cell given_cell(const struct written *written, const struct report *report,
                              enum field field)
{
    const struct inventory *inventory = written->story->inventory;
    const union field_column *column = &inventory->columns[field];
    uint32_t number = field_is_number(field) ? column->number[report->index] : 0;

    switch (field_info(field)->kind) {
    case KIND_TEXT:
        return cell_text(inventory_text(inventory, number));
    case KIND_PERSON:
        return person_cell(inventory, number);
    case KIND_PEOPLE:
    case KIND_TERMS:
        return cell_text(joined(written->arena, inventory, inventory_set(inventory, number),
                                field_info(field)->kind == KIND_PEOPLE));
    case KIND_FREQUENCY:
        return frequency_cell(written, &inventory->frequencies[number]);
    case KIND_CHANNEL:
        return channel_cell(written->arena, number);
    case KIND_DATE:
        return cell_date((int32_t)column->value[report->index]);
    default:
        return exact(written->arena, column->value[report->index]);
    }
}

/* Fields that an action leaves alone; what is told of use was told of the runs before. */
static const enum field lasting[] = {FIELD_description,
                                     FIELD_owner,
                                     FIELD_department,
                                     FIELD_sources,
                                     FIELD_channel,
                                     FIELD_page_cost,
                                     FIELD_post_cost,
                                     FIELD_hourly_rate,
                                     FIELD_bau_share,
                                     FIELD_fixed_avoidable,
                                     FIELD_mandate,
                                     FIELD_min_frequency,
                                     FIELD_data_refresh,
                                     FIELD_react_days,
                                     FIELD_status,
                                     FIELD_last_status,
                                     FIELD_decision_frequency,
                                     FIELD_needed_frequency,
                                     FIELD_start_date,
                                     FIELD_end_date,
                                     FIELD_last_review,
                                     FIELD_rating};

/* The channel that a report is to take, or NULL. */
static const struct finding *new_channel(const struct written *written, uint32_t report)
{
    const struct plan *plan = written->story->plan;
    size_t i;

    for (i = 0; i < plan->count; i++) {
        const struct finding *finding = &plan->findings->list[plan->actions[i].finding];

        if (plan->actions[i].report == report && finding->action == ACTION_CHANGE_CHANNEL)
            return finding;
    }
    return NULL;
}

/* A value that nobody gave and no action changed stays with the assumption it rests on. */
static struct cell changed_cell(struct arena *arena, double before, double after, bool given)
{
    return given || before != after ? exact(arena, after) : cell_null();
}

/* Reading is changed by what happens to pages and readers too. */
static void fill_reading(const struct written *written, const struct report *report,
                         struct cell *cells)
{
    const struct story *story = written->story;
    const struct state *state = &written->after.state[report->index];
    bool share_given = report_has(report, FIELD_read_share) || report_has(report, FIELD_readers);
    bool minutes_given = report_has(report, FIELD_read_minutes) || report_has(report, FIELD_pages);
    struct state before;

    baseline_state(&story->findings->baseline, report->index, &before);
    cells[FIELD_recipient_count] = exact(written->arena, state->alive ? state->readers : NAN);
    cells[FIELD_read_share] =
        changed_cell(written->arena, before.read_share, state->read_share, share_given);
    cells[FIELD_read_minutes] =
        changed_cell(written->arena, before.read_minutes, state->read_minutes, minutes_given);
}

static void fill_costs(const struct written *written, const struct report *report,
                       struct cell *cells)
{
    const struct state *state = &written->after.state[report->index];
    bool alive = state->alive;
    double left = alive ? 1 : 1 - state->fixed_avoidable;
    const struct {
        enum field field;
        double value;
    } values[] = {{FIELD_run_cost, alive ? state->run_cash : 0},
                  {FIELD_pages, alive ? state->pages : 0},
                  {FIELD_fixed_hours, state->fixed_hours * left},
                  {FIELD_fixed_cost, state->fixed_cash * left},
                  {FIELD_meeting_minutes, alive ? state->meeting_minutes : 0},
                  {FIELD_meeting_people, alive ? state->meeting_people : 0}};
    size_t i;

    cells[FIELD_runs_per_year] = exact(written->arena, alive ? state->runs : 1);
    cells[FIELD_effort_hours] = exact(written->arena, alive ? state->effort : 0);
    cells[FIELD_copies] = exact(written->arena, alive ? state->copies : 0);
    for (i = 0; i < sizeof values / sizeof *values; i++)
        if (values[i].value > 0 || report_has(report, values[i].field))
            cells[values[i].field] = exact(written->arena, values[i].value);
    fill_reading(written, report, cells);
}

static void fill_changed(const struct written *written, const struct report *report,
                         struct cell *cells)
{
    const struct inventory *inventory = written->story->inventory;
    const struct state *state = &written->after.state[report->index];
    const struct finding *channel = new_channel(written, report->index);
    size_t i;

    for (i = 0; i < sizeof lasting / sizeof *lasting; i++)
        if (report_has(report, lasting[i]))
            cells[lasting[i]] = given_cell(written, report, lasting[i]);
    if (channel)
        cells[FIELD_channel] = channel_cell(written->arena, UINT32_C(1) << channel->to_channel);
    if (state->alive)
        cells[FIELD_recipients] = cell_text(
            joined(written->arena, inventory, written->after.people[report->index], true));
    else
        cells[FIELD_fixed_avoidable] = cell_null();
    cells[FIELD_fields] =
        cell_text(joined(written->arena, inventory, written->after.terms[report->index], false));
    fill_costs(written, report, cells);
}

/* As it was given. Imputed hours are written where reading the file would impute others: for the
 * rows of a scheduling system, which is not told any more, and where the plan changes what counts
 * towards their owner's one post. */
static void fill_given(const struct written *written, const struct report *report,
                       struct cell *cells)
{
    const struct baseline *baseline = &written->story->findings->baseline;
    const struct state *state = &written->after.state[report->index];
    size_t field;

    for (field = 0; field < FIELD_COUNT; field++)
        if (report_has(report, (enum field)field) && field != FIELD_frequency_number)
            cells[field] = given_cell(written, report, (enum field)field);
    if (report_has(report, FIELD_frequency) && !reads_back(written, report->frequency))
        cells[FIELD_runs_per_year] = exact(written->arena, report->runs);
    if (!baseline->basis[report->index].effort_assumed)
        return;
    if (report->frequency->coded || (report->owner && written->touched[report->owner])) {
        cells[FIELD_effort_hours] = exact(written->arena, state->effort);
        cells[FIELD_fixed_hours] = exact(written->arena, state->fixed_hours);
    }
}

static enum row_style written_row(const void *context, size_t index, struct cell *shown)
{
    const struct written *written = context;
    uint32_t number = written->reports[index];
    struct cost cost = baseline_cost(&written->story->findings->baseline, number);
    bool alive = !cost.costed || written->after.state[number].alive;
    struct cell cells[FIELD_COUNT] = {{.kind = CELL_NULL}};
    struct report report;
    size_t i;

    inventory_report(written->story->inventory, number, &report);
    if (cost.costed && written->after.changed[number])
        fill_changed(written, &report, cells);
    else
        fill_given(written, &report, cells);
    cells[FIELD_id] = cell_text(report_id(written->story->inventory, number));
    cells[FIELD_name] = cell_text(name_of(written, &report, alive));
    for (i = 0; i < written->field_count; i++)
        shown[i] = cells[written->fields[i]];
    return ROW_PLAIN;
}

/* A stopped report is gone, but for what it goes on costing; what was listed twice stands once. */
static bool stays(const struct story *story, const struct after *after, uint32_t report)
{
    const struct state *state = &after->state[report];

    if (story->relations->listed_as[report] != report)
        return false;
    return state->alive || !story->findings->baseline.basis[report].costed ||
           (1 - state->fixed_avoidable) * (state->fixed_hours + state->fixed_cash) > 0;
}

static void find_touched(struct written *written)
{
    const struct inventory *inventory = written->story->inventory;
    const struct baseline *baseline = &written->story->findings->baseline;
    const uint32_t *owner = inventory->columns[FIELD_owner].number;

    written->touched = ARENA_ARRAY(written->arena, inventory->people_count + 1, bool);
    for (size_t i = 0; owner && i < inventory->count; i++)
        if (written->after.changed[i] && baseline->owner_scale[owner[i]] < 1)
            written->touched[owner[i]] = true;
}

/* The columns that any row fills. */
static const struct column *choose_columns(struct written *written)
{
    struct column *columns = ARENA_ARRAY(written->arena, FIELD_COUNT, struct column);
    bool used[FIELD_COUNT] = {[FIELD_id] = true, [FIELD_name] = true};
    struct cell cells[FIELD_COUNT];
    size_t i, field;

    for (field = 0; field < FIELD_COUNT; field++)
        written->fields[field] = (enum field)field;
    written->field_count = FIELD_COUNT;
    for (i = 0; i < written->count; i++) {
        written_row(written, i, cells);
        for (field = 0; field < FIELD_COUNT; field++)
            used[field] |= cells[field].kind != CELL_NULL;
    }
    written->field_count = 0;
    for (field = 0; field < FIELD_COUNT; field++) {
        if (!used[field])
            continue;
        columns[written->field_count].key = field_info((enum field)field)->name;
        written->fields[written->field_count++] = (enum field)field;
    }
    return columns;
}

void section_inventory(struct document *document, const struct story *story)
{
    struct written *written = ARENA_ARRAY(document->arena, 1, struct written);
    const struct column *columns;
    uint32_t i;

    written->story = story;
    written->arena = document->arena;
    after_find(document->arena, story->plan, story->plan_options, &written->after);
    written->reports = ARENA_ARRAY(document->arena, story->inventory->count, uint32_t);
    for (i = 0; i < story->inventory->count; i++)
        if (stays(story, &written->after, i))
            written->reports[written->count++] = i;
    find_touched(written);
    columns = choose_columns(written);
    document_table(document, &(struct table_block){.key = "inventory",
                                                   .columns = columns,
                                                   .column_count = written->field_count,
                                                   .row_count = written->count,
                                                   .row = written_row,
                                                   .context = written});
}
