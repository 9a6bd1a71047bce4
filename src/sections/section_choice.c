/* What speaks for each way and what against it; from the cost of now to that of then; what less and
 * more would take. */
#include <math.h>

#include "sections/frontier.h"
#include "sections/proposal.h"
#include "sections/sections.h"
#include "sections/words.h"

struct step {
    const char *words;
    int64_t amount;
};

struct steps {
    struct step list[ACTION_COUNT + 2];
    size_t count;
};

static void tell_certain(struct document *document, const struct story *story)
{
    const struct plan *plan = story->ways->plan[WAY_CERTAIN], *all = story->ways->plan[WAY_ALL];
    struct text rest = document_money(document, all->totals.realisable - plan->totals.realisable);
    struct text hours = document_count(document, way_once(story, WAY_CERTAIN));

    if (!plan->count) {
        document_term(document, "Against", text_of("No change is certain from the list alone."));
        return;
    }
    document_term(document, "For",
                  document_text(document,
                                "The evidence leaves no doubt. It takes %.*s hours and no task "
                                "force, and can begin at once.",
                                TEXT_ARGS(hours)));
    document_term(document, "Against",
                  document_text(document, "It leaves %.*s a year that evidence speaks for as well.",
                                TEXT_ARGS(rest)));
}

static void tell_all(struct document *document, const struct story *story)
{
    const struct plan *plan = story->ways->plan[WAY_ALL];
    const struct totals *totals = &plan->totals;
    double lasting =
        totals->theoretical ? (double)totals->realisable / (double)totals->theoretical : 1;
    struct text hours = document_count(document, totals->one_off_hours);
    struct text share = document_share(document, 1 - lasting);
    struct text people = isnan(totals->people)
                             ? text_of("Who notices is not known")
                             : document_text(document, "About %s people notice",
                                             counted(document, (size_t)llround(totals->people)));

    document_term(
        document, "For",
        text_of("Every change that rests on evidence is in it, and none that touches what "
                "law, contract or auditor asks for."));
    document_term(document, "Against",
                  document_text(document,
                                "%.*s, and %.*s hours are needed once. Some changes will not "
                                "last: %.*s of what they could save is taken off for that.",
                                TEXT_ARGS(people), TEXT_ARGS(hours), TEXT_ARGS(share)));
}

static void tell_reached(struct document *document, const struct story *story)
{
    const struct plan *plan = story->ways->plan[WAY_TARGET], *all = story->ways->plan[WAY_ALL];
    struct text rest = document_money(document, all->totals.realisable - plan->totals.realisable);

    document_term(
        document, "For",
        document_text(document,
                      "It reaches the target with the least that people notice: %s changes "
                      "where %s would be possible.",
                      counted(document, plan->count), counted(document, all->count)));
    document_term(document, "Against",
                  document_text(document, "It leaves %.*s a year that evidence speaks for.",
                                TEXT_ARGS(rest)));
}

static void tell_out_of_reach(struct document *document, const struct story *story)
{
    const struct plan *plan = story->ways->plan[WAY_TARGET];
    struct text most =
        document_share(document, plan->before ? (double)plan->most / (double)plan->before : 0);
    struct text kept = document_money(document, plan->protected_cost);
    struct text stake = document_money(document, plan->totals.at_stake);

    document_term(document, "For", text_of("A clear aim that everybody understands."));
    document_term(
        document, "Against",
        document_text(document,
                      "It cannot be reached with what is known: all changes with evidence "
                      "come to %.*s of the cost.",
                      TEXT_ARGS(most)));
    if (plan->reached_theoretical)
        document_term(
            document, "",
            text_of("It would be met if every change were made and lasted, which is not to "
                    "be expected."));
    if (plan->protected_cost)
        document_term(document, "",
                      document_text(document,
                                    "Law, contract or auditor ask for reports that cost "
                                    "%.*s.",
                                    TEXT_ARGS(kept)));
    if (plan->totals.at_stake)
        document_term(document, "",
                      document_text(document,
                                    "People's answers could add up to %.*s, if all of them "
                                    "were yes.",
                                    TEXT_ARGS(stake)));
}

static void tell_waiting(struct document *document, const struct story *story)
{
    struct text month = document_money(document, story->plan->totals.realisable / 12);

    document_heading(document, 2, text_of("Or nothing"));
    document_term(document, "For", text_of("No work now, and nobody has to change a habit."));
    document_term(
        document, "Against",
        document_text(document,
                      "Each month of waiting leaves %.*s unsaved, and lists of reports grow "
                      "by themselves.",
                      TEXT_ARGS(month)));
}

static enum row_style step_row(const void *context, size_t index, struct cell *cells)
{
    const struct steps *steps = context;

    cells[0] = cell_string(steps->list[index].words);
    cells[1] = cell_money(steps->list[index].amount);
    return ROW_PLAIN;
}

static void tell_steps(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = ""},
        {.title = "money a year", .number = true},
    };
    const struct plan *plan = story->plan;
    int64_t by_action[ACTION_COUNT] = {0}, cost = story->findings->baseline.producer;
    struct steps *steps = ARENA_ARRAY(document->arena, 1, struct steps);

    for (size_t i = 0; i < plan->count; i++)
        by_action[order_of_planned(plan, &plan->actions[i]).action] += plan->actions[i].realisable;
    steps->list[steps->count++] = (struct step){"Today", cost};
    for (size_t i = 0; i < ACTION_COUNT; i++)
        if (by_action[i])
            steps->list[steps->count++] =
                (struct step){action_heading((enum action)i), -by_action[i]};
    steps->list[steps->count++] = (struct step){"Then, expected", cost - plan->totals.realisable};
    document_chart(document,
                   &(struct chart){CHART_WATERFALL, 0, 1, 1,
                                   "What the reports cost today, what each kind of change is "
                                   "expected to take off, and what is left."},
                   &(struct table_block){.title = "From today to then",
                                         .columns = columns,
                                         .column_count = 2,
                                         .row_count = steps->count,
                                         .row = step_row,
                                         .context = steps});
}

void section_choice(struct document *document, const struct story *story)
{
    const struct ways *ways = story->ways;

    if (!story->plan->count)
        return;
    document_heading(document, 1, text_of("The ways, and what speaks for each"));
    for (size_t i = 0; !story->plan_options->as_decided && i < WAY_COUNT; i++) {
        enum way way = way_order[i];

        document_heading(document, 2, way_words(document, story, way));
        if (way == WAY_CERTAIN)
            tell_certain(document, story);
        else if (way == WAY_ALL)
            tell_all(document, story);
        else if (ways->plan[WAY_TARGET]->reached)
            tell_reached(document, story);
        else
            tell_out_of_reach(document, story);
    }
    tell_waiting(document, story);
    tell_steps(document, story);
    if (!story->plan_options->as_decided)
        frontier_tell(document, ways->plan[WAY_TARGET]);
}
