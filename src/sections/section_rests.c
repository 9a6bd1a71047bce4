/* For people: the assumptions that the figures of this run rest on, with where each comes from. */
#include <string.h>

#include "sections/sections.h"
#include "sections/words.h"

struct rests {
    const struct assumptions *assumptions;
    bool used[ASSUMPTION_COUNT];
    enum assumption_name list[ASSUMPTION_COUNT];
    size_t count;
};

/* What the cost of one report took where the input gave nothing; see model/cost_baseline.c. */
static void use_of_report(struct rests *rests, const struct story *story, uint32_t number)
{
    const struct baseline *baseline = &story->findings->baseline;
    struct cost cost = baseline_cost(baseline, number);
    struct report report;
    bool runs_given;

    if (!cost.costed)
        return;
    inventory_report(story->inventory, number, &report);
    runs_given = report.runs_per_year >= 0;
    if (cost.effort_assumed)
        rests->used[report.frequency->coded ? ASSUMPTION_UPKEEP_AUTOMATIC
                                            : effort_rhythm(cost.runs)] = true;
    rests->used[ASSUMPTION_POST_HOURS] |=
        cost.effort_assumed && report.owner && baseline->owner_scale[report.owner] < 1;
    rests->used[ASSUMPTION_WORKDAYS] |= report.frequency->business_days && !runs_given;
    rests->used[ASSUMPTION_PAGE_COST] |= cost.paper > 0 && !(report.page_cost >= 0);
    if (cost.reading == 0)
        return;
    rests->used[ASSUMPTION_READ_SHARE] |= !(report.read_share >= 0) && !(report.readers >= 0);
    if (!(report.read_minutes >= 0))
        rests->used[report.pages >= 0 ? ASSUMPTION_READ_PAGE : ASSUMPTION_READ_MINUTES] = true;
}

static void use_of_merge(struct rests *rests, const struct story *story,
                         const struct finding *finding)
{
    const uint32_t *fields = story->inventory->columns[FIELD_fields].number;
    bool known = fields && fields[finding->report] && fields[finding->other];

    if (finding->relation == RELATION_VARIANT) {
        rests->used[ASSUMPTION_VARIANT_MARGINAL] = rests->used[ASSUMPTION_ONCE_VARIANT] = true;
        return;
    }
    rests->used[ASSUMPTION_DELTA] = rests->used[ASSUMPTION_ONCE_MERGE] = true;
    rests->used[ASSUMPTION_MERGE_COVERAGE] |= !known;
}

/* What the saving of one action took; see plan/plays.c. */
static void use_of_action(struct rests *rests, const struct story *story,
                          const struct planned *planned)
{
    static const struct {
        enum action action;
        enum assumption_name names[3];
    } uses[] = {
        {ACTION_RETIRE, {ASSUMPTION_ONCE_RETIRE, ASSUMPTION_RATE, ASSUMPTION_RATE}},
        {ACTION_REDUCE_FREQUENCY, {ASSUMPTION_ALPHA, ASSUMPTION_BETA, ASSUMPTION_ONCE_FREQUENCY}},
        {ACTION_SIMPLIFY, {ASSUMPTION_SIMPLIFY, ASSUMPTION_ONCE_SIMPLIFY, ASSUMPTION_RATE}},
        {ACTION_DROP_RECIPIENTS, {ASSUMPTION_ONCE_RECIPIENTS, ASSUMPTION_RATE, ASSUMPTION_RATE}},
        {ACTION_CHANGE_CHANNEL, {ASSUMPTION_ONCE_CHANNEL, ASSUMPTION_RATE, ASSUMPTION_RATE}},
    };
    enum action action = order_of_planned(story->plan, planned).action;

    if (planned->probability < 1)
        rests->used[planned->sticks] = true;
    if (action == ACTION_MERGE)
        use_of_merge(rests, story, &story->findings->list[planned->finding]);
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
        for (size_t j = 0; uses[i].action == action && j < 3; j++)
            rests->used[uses[i].names[j]] = true;
}

static void find_used(struct rests *rests, const struct story *story)
{
    static const enum assumption_name around[] = {
        ASSUMPTION_TASKFORCE_MEMBERS, ASSUMPTION_TASKFORCE_HOURS, ASSUMPTION_QUESTION_HOURS,
        ASSUMPTION_QUESTION_COUNT,    ASSUMPTION_NOTICE_HOURS,    ASSUMPTION_RAMP_MONTHS};

    rests->used[ASSUMPTION_RATE] = true;
    for (uint32_t i = 0; i < story->inventory->count; i++)
        use_of_report(rests, story, i);
    for (size_t i = 0; i < story->plan->count; i++)
        use_of_action(rests, story, &story->plan->actions[i]);
    for (size_t i = 0; story->plan->count && i < sizeof around / sizeof *around; i++)
        rests->used[around[i]] = true;
}

static enum row_style rests_row(const void *context, size_t index, struct cell *cells)
{
    const struct rests *rests = context;
    const struct assumption *assumption = &rests->assumptions->list[rests->list[index]];

    cells[0] = cell_string(assumption->key);
    cells[1] = cell_number(assumption->value);
    cells[2] = cell_string(assumption->unit);
    cells[3] = cell_string(assumption->from);
    cells[4] = cell_string(assumption->source);
    return ROW_PLAIN;
}

static void tell_rests(struct document *document, const struct story *story)
{
    static const struct column columns[] = {{.title = ""},
                                            {.title = "value", .number = true},
                                            {.title = "unit"},
                                            {.title = "from", .fit = FIT_CUT},
                                            {.title = "source", .fit = FIT_CUT}};
    struct rests *rests = ARENA_ARRAY(document->arena, 1, struct rests);

    rests->assumptions = story->assumptions;
    find_used(rests, story);
    for (int i = 0; i < ASSUMPTION_COUNT; i++)
        if (rests->used[i] || strcmp(story->assumptions->list[i].from, "default") != 0)
            rests->list[rests->count++] = (enum assumption_name)i;
    document_table(document, &(struct table_block){.title = "What was assumed",
                                                   .columns = columns,
                                                   .column_count = 5,
                                                   .row_count = rests->count,
                                                   .row = rests_row,
                                                   .context = rests});
    document_note(document, text_of("Each can be set with --assumptions FILE; pare rules tells all "
                                    "of them, with their ranges."));
}

/* The first screen of an audit stays short: there a line says what was assumed. */
void section_rests(struct document *document, const struct story *story)
{
    if (story->kept)
        tell_rests(document, story);
}
