#include <math.h>

#include "sections/change_list.h"
#include "sections/sections.h"
#include "sections/words.h"

/* The plan for people: whether the target is reached, by which changes, and what less or more would
 * take. */
enum { POINTS_SHOWN = 12 };

struct context {
    const struct story *story;
    struct arena *arena;
};

/* An amount in the unit of the target: "22,555" or "451 hours". */
static struct text amount(struct document *document, const struct plan *plan, int64_t value)
{
    struct text text = plan->in_hours ? document_count(document, (double)value / 100)
                                      : document_money(document, value);

    return plan->in_hours ? document_text(document, "%.*s hours", TEXT_ARGS(text)) : text;
}

static void tell_verdict(struct document *document, const struct plan *plan)
{
    struct text target = amount(document, plan, plan->target);
    struct text most = amount(document, plan, plan->most);
    struct text gap = amount(document, plan, plan->target - plan->most);
    struct text in_theory = amount(document, plan, plan->target - plan->saved[BASIS_THEORETICAL]);
    struct text share = document_share(
        document, plan->before ? (double)plan->target / (double)plan->before : 0);
    const char *basis = plan->basis == BASIS_THEORETICAL ? "if all is done"
                                                         : "after what usually fails";

    if (plan->reached)
        document_paragraph(document,
                           document_text(document, "The target of %.*s (%.*s) is reached %s.",
                                         TEXT_ARGS(target), TEXT_ARGS(share), basis));
    else
        document_paragraph(
            document,
            document_text(document,
                          "The target of %.*s (%.*s) is out of reach %s: all changes that rest on "
                          "evidence come to %.*s; %.*s are missing.",
                          TEXT_ARGS(target), TEXT_ARGS(share), basis, TEXT_ARGS(most),
                          TEXT_ARGS(gap)));
    if (!plan->reached && !plan->reached_theoretical && plan->basis == BASIS_REALISABLE)
        document_paragraph(
            document, document_text(document,
                                    "If every change is made and lasts, %.*s are missing.",
                                    TEXT_ARGS(in_theory)));
    if (!plan->reached && plan->reached_theoretical)
        document_paragraph(document, text_of("It is met in theory, if every change is made and "
                                             "lasts; it is missed when realised."));
}

static void tell_totals(struct document *document, const struct plan *plan)
{
    const struct totals *totals = &plan->totals;
    struct text changes = document_number_of(document, plan->count, "change", "changes");
    struct text reports = document_number_of(document, totals->reports, "report", "reports");
    struct text people = isnan(totals->people)
                             ? text_of("who notices is not known")
                             : document_text(document, "about %.0f people notice", totals->people);
    struct text all = document_money(document, totals->theoretical);
    struct text expected = document_money(document, totals->realisable);
    struct text low = document_money(document, totals->low);
    struct text high = document_money(document, totals->high);
    struct text hours = document_count(document, totals->realisable_hours);
    struct text once = document_count(document, totals->one_off_hours);

    document_paragraph(
        document,
        document_text(document,
                      "%.*s to %.*s, %zu of which go; %.*s. They save %.*s a year if all is done, "
                      "%.*s (%.*s hours) after what usually fails, %.*s to %.*s. They take %.*s "
                      "hours once.",
                      TEXT_ARGS(changes), TEXT_ARGS(reports), totals->gone, TEXT_ARGS(people),
                      TEXT_ARGS(all), TEXT_ARGS(expected), TEXT_ARGS(hours), TEXT_ARGS(low),
                      TEXT_ARGS(high), TEXT_ARGS(once)));
    document_note(document, document_text(document, "Chosen: %s. Never touched: what law, contract "
                                                    "or auditor asks for.",
                                          plan->method));
}

/* Items are compared with published items, never money with items. */
static void tell_items(struct document *document, const struct story *story)
{
    const struct totals *totals = &story->plan->totals;
    size_t own = story->inventory->count - story->findings->baseline.listed_twice;
    struct text share = document_share(document, own ? (double)totals->gone / (double)own : 0);
    struct text net = document_money(document, totals->first_year);

    document_note(document,
                  document_text(document,
                                "Reports that go: %zu of %zu (%.*s; measured public reviews took 15 "
                                "to 35 %% of the items). Net of the first year: %.*s.",
                                totals->gone, own, TEXT_ARGS(share), TEXT_ARGS(net)));
}

/* Freed hours are cash only where a whole post goes. */
static void tell_posts(struct document *document, const struct story *story)
{
    const struct totals *totals = &story->plan->totals;
    double post = assume(story->assumptions, ASSUMPTION_POST_HOURS);
    struct text hours = document_count(document, totals->realisable_hours);
    struct text cash = document_money(document, totals->realisable_cash);

    if (totals->posts)
        document_note(document,
                      document_text(document, "%zu %s: with them %.*s of it is cash.", totals->posts,
                                    totals->posts == 1 ? "post goes" : "posts go", TEXT_ARGS(cash)));
    else
        document_note(document,
                      document_text(document,
                                    "The hours (%.*s, %.2f of a post) are free for other work; "
                                    "%.*s of it is cash.",
                                    TEXT_ARGS(hours), totals->realisable_hours / post,
                                    TEXT_ARGS(cash)));
}

/* A dozen points of the frontier, evenly spread, the last among them. */
static size_t point_at(const struct plan *plan, size_t row, size_t rows)
{
    return rows < 2 ? plan->frontier_count - 1 : row * (plan->frontier_count - 1) / (rows - 1);
}

static enum row_style frontier_row(const void *context, size_t index, struct cell *cells)
{
    const struct context *told = context;
    const struct plan *plan = told->story->plan;
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

static void tell_frontier(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = ""},
        {.title = "people", .number = true},
        {.title = "hours", .number = true},
        {.title = "money", .number = true},
        {.title = "of cost", .number = true},
    };

    const struct plan *plan = story->plan;
    struct context *context = ARENA_ARRAY(document->arena, 1, struct context);

    if (!plan->frontier_count)
        return;
    *context = (struct context){story, document->arena};
    document_chart(
        document,
        &(struct chart){CHART_FRONTIER, 0, 1, 3, "What is saved, by how many people notice."},
        &(struct table_block){
            .title = "LESS AND MORE",
            .columns = columns,
            .column_count = 5,
            .row_count = plan->frontier_count < POINTS_SHOWN ? plan->frontier_count : POINTS_SHOWN,
            .row = frontier_row,
            .context = context});
}

void section_target(struct document *document, const struct story *story)
{
    if (story->plan->has_target)
        tell_verdict(document, story->plan);
    if (story->plan->count) {
        tell_totals(document, story->plan);
        tell_posts(document, story);
        tell_items(document, story);
    }
    change_list(document, story);
    tell_frontier(document, story);
}
