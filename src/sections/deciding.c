#include "sections/deciding.h"

#include <math.h>

#include "plan/choices.h"
#include "plan/decisions.h"
#include "sections/words.h"

/* What the decisions come to. Accepted actions are done and last; of those that are still open
 * some usually fail. */
enum { AGREED, AGREED_HOURS, LOW, HIGH, CASH, EXPECTED, EXPECTED_HOURS, ONCE, FIGURES };

static const struct figure figures[FIGURES] = {
    [AGREED] = {"agreed", "Accepted: money a year", CELL_MONEY, true},
    [AGREED_HOURS] = {"agreed_hours", "Accepted: hours a year", CELL_HOURS, true},
    [LOW] = {"agreed_low", "Accepted: money, low guess", CELL_MONEY, true},
    [HIGH] = {"agreed_high", "Accepted: money, high guess", CELL_MONEY, true},
    [CASH] = {"agreed_cash", "Accepted: cash in it", CELL_MONEY, true},
    [EXPECTED] = {"expected", "Accepted or open, after what usually fails: money a year",
                  CELL_MONEY, false},
    [EXPECTED_HOURS] = {"expected_hours",
                        "Accepted or open, after what usually fails: hours a year", CELL_HOURS,
                        false},
    [ONCE] = {"once", "Accepted or open: hours to make the changes, once, without a task force",
              CELL_HOURS, false},
};

static int64_t hundredths(double hours)
{
    return llround(hours * 100);
}

static void fill_figures(const struct outcome *outcome, int64_t *value)
{
    value[AGREED] = outcome->agreed.saving;
    value[AGREED_HOURS] = hundredths(outcome->agreed.hours);
    value[LOW] = outcome->agreed.low;
    value[HIGH] = outcome->agreed.high;
    value[CASH] = outcome->agreed.cash;
    value[EXPECTED] = outcome->expected.saving;
    value[EXPECTED_HOURS] = hundredths(outcome->expected.hours);
    value[ONCE] = hundredths(outcome->one_off_hours);
}

static struct choice_bundle tell_bundle(struct arena *arena, const struct bundle_choice *choice)
{
    uint32_t sets = 1u << choice->decisions;
    int64_t *value = ARENA_ARRAY(arena, (size_t)sets * FIGURES, int64_t);
    bool *allowed = ARENA_ARRAY(arena, sets, bool);
    for (uint32_t set = 0; set < sets; set++) {
        fill_figures(&choice->outcome[set], value + (size_t)set * FIGURES);
        allowed[set] = choice->outcome[set].allowed;
    }
    return (struct choice_bundle){choice->decisions, value, allowed};
}

static struct text tell_date(struct arena *arena, int32_t date)
{
    char buffer[16];
    return date == DATE_UNKNOWN ? text_of("") : arena_copy(arena, date_format(date, buffer));
}

/* What somebody said already; a rejection that is to be looked at again is open. */
static void tell_decision(struct arena *arena, const struct story *story,
                          const struct finding *finding, struct choice_row *row)
{
    const struct decision *decision = decision_on(story->findings, finding);
    const enum verdict *verdict = story->plan_options->verdict;
    if (!decision || !verdict || verdict[finding - story->findings->list] == VERDICT_NONE)
        return;
    row->decision = text_of(choice_name(decision->choice));
    row->reason = inventory_text(story->inventory, decision->reason);
    row->by = inventory_text(story->inventory, decision->by);
    row->on = tell_date(arena, decision->on);
    row->review_by = tell_date(arena, decision->review_by);
    row->due = tell_date(arena, decision->due);
    row->done = tell_date(arena, decision->done);
}

static void tell_rows(struct arena *arena, const struct story *story,
                      const struct bundle_choice *choice, uint32_t bundle, const size_t *place,
                      struct choice_row *rows)
{
    const struct plan *plan = story->plan;
    for (uint32_t i = 0; i < choice->count; i++) {
        const struct planned *planned = &plan->actions[choice->first + i];
        const struct finding *finding = &story->findings->list[planned->finding];
        struct choice_row *row = &rows[place[choice->first + i]];
        row->report = report_id(story->inventory, finding->report);
        row->action = text_of(action_name(finding->action));
        if (finding->action == ACTION_MERGE && finding->other != finding->report)
            row->to = report_id(story->inventory, finding->other);
        row->bundle = bundle;
        row->bit = choice->decisions == choice->count ? i : 0;
        tell_decision(arena, story, finding, row);
    }
}

void deciding_list(struct document *document, const struct story *story, const size_t *place,
                   const struct table_block *table)
{
    struct arena *arena = document->arena;
    const struct plan *plan = story->plan;
    struct choices choices;
    choices_find(arena, plan, story->plan_options, &choices);
    struct choice_bundle *bundles = ARENA_ARRAY(arena, choices.count, struct choice_bundle);
    struct choice_row *rows = ARENA_ARRAY(arena, plan->count, struct choice_row);
    for (size_t i = 0; i < choices.count; i++) {
        bundles[i] = tell_bundle(arena, &choices.list[i]);
        tell_rows(arena, story, &choices.list[i], (uint32_t)i, place, rows);
    }
    /* With reading the target is measured in what no figure here has. */
    bool target = plan->has_target && !story->plan_options->include_reading;
    const struct choice_list list = {.figures = figures,
                                     .figure_count = FIGURES,
                                     .rows = rows,
                                     .row_count = plan->count,
                                     .bundles = bundles,
                                     .bundle_count = choices.count,
                                     .before = plan->before,
                                     .target = target ? plan->target : 0,
                                     .target_figure = plan->in_hours ? AGREED_HOURS : AGREED};
    document_choices(document, &list, table);
}
