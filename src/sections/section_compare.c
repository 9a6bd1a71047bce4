/* A comparison for people: what it really saved, what stands beside it in the plan, what came again. */
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "model/decision.h"
#include "sections/compare_words.h"
#include "sections/pick.h"
#include "sections/sections.h"
#include "sections/words.h"

/* Rows on a first screen, and in what is kept. */
enum { FEW_ROWS = 12, MANY_ROWS = 60 };

struct telling {
    const struct story *story;
    const struct comparison *comparison;
    struct arena *arena;
    uint32_t *rows; /* of the table, in its order */
    size_t count;
    size_t last; /* edition */
};

static struct telling *begin(struct document *document, const struct story *story, size_t rows)
{
    struct telling *telling = ARENA_ARRAY(document->arena, 1, struct telling);

    telling->story = story;
    telling->comparison = story->comparison;
    telling->arena = document->arena;
    telling->rows = ARENA_ARRAY(document->arena, rows, uint32_t);
    telling->last = story->comparison->edition_count - 1;
    return telling;
}

static size_t row_limit(const struct story *story)
{
    return story->kept ? MANY_ROWS : FEW_ROWS;
}

/* Whether --only lets a history be shown; by its last edition where the first lacks it. */
static bool shows(const struct story *story, const struct history *history)
{
    struct story as = *story;

    as.inventory = story->comparison->editions[history->first].inventory;
    return pick_shows(&as, history->stands[history->first].report);
}

static const char *file_of(const struct comparison *comparison, size_t edition)
{
    return comparison->editions[edition].inventory->inputs[0].file;
}

/* Growth that is none: found later, or costed later. */
static int64_t not_grown(const struct comparison *comparison)
{
    return comparison->steps[STEP_FOUND].amount + comparison->steps[STEP_LEARNED].amount;
}

static void tell_costs(struct document *document, const struct comparison *comparison)
{
    int64_t before = comparison->steps[STEP_BEFORE].amount;
    int64_t after = comparison->steps[STEP_AFTER].amount - not_grown(comparison);
    int64_t saved = before - after;
    struct text was = document_money(document, before), is = document_money(document, after);
    struct text less = document_money(document, saved < 0 ? -saved : saved);
    struct text share = document_share(
        document, before ? (double)(saved < 0 ? -saved : saved) / (double)before : 0);

    document_paragraph(
        document, saved == 0 ? document_text(document, "The reports cost %.*s a year, as before.",
                                             TEXT_ARGS(was))
                             : document_text(document,
                                             "The reports cost %.*s a year; it was %.*s. That is "
                                             "%.*s %s (%.*s).",
                                             TEXT_ARGS(is), TEXT_ARGS(was), TEXT_ARGS(less),
                                             saved < 0 ? "more" : "less", TEXT_ARGS(share)));
}

static size_t count_seen(const struct comparison *comparison, enum outcome_seen seen)
{
    size_t count = 0, i;

    for (i = 0; i < comparison->realised_count; i++)
        count += comparison->realised[i].seen == seen;
    return count;
}

static int64_t realised_sum(const struct comparison *comparison)
{
    int64_t sum = 0;
    size_t i;

    for (i = 0; i < comparison->realised_count; i++)
        sum += comparison->realised[i].saving;
    return sum;
}

static struct text counted(struct document *document, struct text list, size_t count,
                           const char *words)
{
    if (!count)
        return list;
    return document_text(document, "%.*s%s%zu %s", TEXT_ARGS(list), list.size ? ", " : "", count,
                         words);
}

static void tell_plan(struct document *document, const struct comparison *comparison)
{
    const struct inventory *inventory = comparison->editions[0].inventory;
    bool decided = inventory->decision_count > 0;
    struct text planned = document_money(document, comparison->planned);
    struct text seen = document_money(document, realised_sum(comparison)), list = text_of("");
    double share =
        comparison->planned ? (double)realised_sum(comparison) / (double)comparison->planned : NAN;
    struct text part = isnan(share) ? text_of("nothing") : document_share(document, share);

    if (!comparison->realised_count) {
        document_paragraph(document, text_of(decided ? "No action was accepted."
                                                     : "The plan of the first edition is empty."));
        return;
    }
    list = counted(document, list, count_seen(comparison, SEEN_DONE), "done");
    list = counted(document, list, count_seen(comparison, SEEN_PARTLY), "done in part");
    list = counted(document, list, count_seen(comparison, SEEN_NOT_YET), "not yet");
    list = counted(document, list, count_seen(comparison, SEEN_GREW_BACK), "grown back");
    document_paragraph(
        document, document_text(document,
                                "%s %.*s (if all is done); really saved by it: %.*s, %.*s of it. "
                                "Of %zu %s: %.*s.",
                                decided ? "Decided was" : "The plan of the first edition has",
                                TEXT_ARGS(planned), TEXT_ARGS(seen), TEXT_ARGS(part),
                                comparison->realised_count,
                                comparison->realised_count == 1 ? "action" : "actions",
                                TEXT_ARGS(list)));
}

static void tell_counts(struct document *document, const struct comparison *comparison)
{
    const struct cost_step_sum *steps = comparison->steps;
    struct text list = text_of(""), since = text_of("");

    list = counted(document, list, comparison->kinds[CHANGE_GONE], "gone");
    list = counted(document, list, comparison->kinds[CHANGE_RENAMED], "renamed");
    list = counted(document, list, comparison->kinds[CHANGE_CHANGED], "changed");
    list = counted(document, list, comparison->kinds[CHANGE_NEW], "new");
    since = counted(document, since, steps[STEP_STARTED].reports, "started since");
    since = counted(document, since, steps[STEP_FOUND].reports,
                    "found later, which is no growth");
    since = counted(document, since, steps[STEP_UNTOLD].reports, "that do not tell since when");
    if (!list.size)
        list = text_of("Nothing has changed");
    document_paragraph(document,
                       document_text(document, "%.*s%s%.*s%s; %zu as they were.", TEXT_ARGS(list),
                                     since.size ? " (" : "", TEXT_ARGS(since),
                                     since.size ? ")" : "",
                                     comparison->kinds[CHANGE_UNCHANGED]));
}

static enum row_style step_row(const void *context, size_t index, struct cell *cells)
{
    const struct telling *telling = context;
    enum cost_step step = (enum cost_step)telling->rows[index];
    const struct cost_step_sum *sum = &telling->comparison->steps[step];

    cells[0] = cell_string(words_step(step));
    if (step == STEP_REALISED && telling->story->inventory->decision_count)
        cells[0] = cell_string("by what was decided");
    if (step != STEP_REALISED)
        cells[1] = cell_count((int64_t)sum->reports);
    cells[2] = cell_money(sum->amount);
    return step == STEP_AFTER ? ROW_TOTAL : ROW_PLAIN;
}

static void tell_steps(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = "reports", .number = true},
        {.title = "money a year", .number = true, .adds_up = true},
    };
    struct telling *telling = begin(document, story, STEP_COUNT);
    uint32_t step;

    for (step = 0; step < STEP_COUNT; step++)
        if (step == STEP_BEFORE || step == STEP_AFTER || story->comparison->steps[step].reports)
            telling->rows[telling->count++] = step;
    document_table(document, &(struct table_block){.title = "FROM THEN TO NOW",
                                                   .columns = columns,
                                                   .column_count = 3,
                                                   .row_count = telling->count,
                                                   .row = step_row,
                                                   .context = telling});
}

struct ranked {
    int64_t value;
    uint32_t number;
};

/* The largest first; the order of ids where values are equal. */
static int by_value(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->value != y->value)
        return x->value > y->value ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static void take_ranked(struct telling *telling, struct ranked *ranked, size_t count)
{
    size_t i;

    if (count)
        qsort(ranked, count, sizeof *ranked, by_value);
    for (i = 0; i < count; i++)
        telling->rows[i] = ranked[i].number;
    telling->count = count;
}

/* What people want to know of an action that is not to be seen. */
static struct text remark(const struct telling *telling, const struct realised *realised)
{
    const struct comparison *comparison = telling->comparison;
    const struct history *history = &comparison->histories[realised->history];
    const struct decision *decision = realised->decision;
    struct text t = words_realised(telling->arena, comparison, realised);
    char date[16];

    if (realised->seen == SEEN_DONE)
        return t;
    if (decision && decision->done != DATE_UNKNOWN)
        t = arena_printf(telling->arena, "%.*s; %s %s", TEXT_ARGS(t),
                         realised->seen == SEEN_GREW_BACK ? "was done" : "said to be done",
                         date_format(decision->done, date).data);
    else if (decision && decision->due != DATE_UNKNOWN)
        t = arena_printf(telling->arena, "%.*s; due %s", TEXT_ARGS(t),
                         date_format(decision->due, date).data);
    if (history->last == telling->last && history->first == 0) {
        struct text now = words_history(telling->arena, comparison, history);
        struct report was;

        inventory_report(comparison->editions[0].inventory, history->stands[0].report, &was);
        if (!text_equal(report_title(telling->arena, comparison->editions[0].inventory,
                                     history->stands[0].report),
                        now))
            t = arena_printf(telling->arena, "%.*s; is %.*s now", TEXT_ARGS(t), TEXT_ARGS(now));
    }
    return t;
}

/* Two rows an action: the report and its figures, then what was to be done. */
static enum row_style realised_row(const void *context, size_t index, struct cell *cells)
{
    const struct telling *telling = context;
    const struct comparison *comparison = telling->comparison;
    const struct realised *realised;
    size_t i;

    if (index == 2 * telling->count) {
        int64_t planned = 0, saving = 0;

        for (i = 0; i < telling->count; i++) {
            realised = &comparison->realised[telling->rows[i]];
            planned += realised->planned ? realised->planned->theoretical : 0;
            saving += realised->saving;
        }
        cells[0] = cell_string("Together");
        cells[1] = cell_money(planned);
        cells[2] = cell_money(saving);
        return ROW_TOTAL;
    }
    realised = &comparison->realised[telling->rows[index / 2]];
    if (index % 2) {
        cells[0] = cell_text(remark(telling, realised));
        return ROW_DETAIL;
    }
    cells[0] = cell_text(
        report_title(telling->arena, comparison->editions[0].inventory, realised->report));
    if (realised->planned)
        cells[1] = cell_money(realised->planned->theoretical);
    cells[2] = cell_money(realised->saving);
    cells[3] = cell_string(words_seen(realised->seen));
    return ROW_PLAIN;
}

static void tell_realised(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = "planned", .number = true, .adds_up = true},
        {.title = "realised", .number = true, .adds_up = true},
        {.title = ""},
    };
    const struct comparison *comparison = story->comparison;
    struct telling *telling = begin(document, story, comparison->realised_count);
    struct ranked *ranked = memory_alloc(comparison->realised_count, sizeof *ranked);
    size_t count = 0, i;

    for (i = 0; i < comparison->realised_count; i++) {
        const struct realised *realised = &comparison->realised[i];

        if (shows(story, &comparison->histories[realised->history]))
            ranked[count++] = (struct ranked){
                realised->planned ? realised->planned->theoretical : realised->saving, (uint32_t)i};
    }
    take_ranked(telling, ranked, count);
    memory_free(ranked);
    if (!count)
        return;
    document_chart(document,
                   &(struct chart){CHART_BEFORE_AFTER, 0, 1, 2,
                                   "What each action was to save, and what it saved."},
                   &(struct table_block){.title = story->inventory->decision_count
                                                      ? "DECIDED AND REALISED"
                                                      : "PLANNED AND REALISED",
                                         .columns = columns,
                                         .column_count = 4,
                                         .row_count = 2 * count + 1,
                                         .limit = row_limit(story),
                                         .more = document_text(document, "pare compare %s -f json",
                                                               story->options->files)
                                                     .data,
                                         .row = realised_row,
                                         .context = telling});
}

/* The report with its costs, then what is different, where there is anything to say. */
enum { DETAIL = 1 };

static enum row_style change_row(const void *context, size_t index, struct cell *cells)
{
    const struct telling *telling = context;
    const struct comparison *comparison = telling->comparison;
    uint32_t row = telling->rows[index];
    const struct change *change = &comparison->changes[row / 2];
    const struct history *history = &comparison->histories[change->history];

    if (row % 2 == DETAIL) {
        cells[0] = cell_text(words_change(telling->arena, comparison, change));
        return ROW_DETAIL;
    }
    cells[0] = cell_text(words_history(telling->arena, comparison, history));
    cells[1] = cell_string(change_kind_name(change->kind));
    cells[2] = history_cost(history, 0);
    cells[3] = history_cost(history, telling->last);
    return ROW_PLAIN;
}

static int64_t weight_of(const struct comparison *comparison, const struct change *change)
{
    const struct history *history = &comparison->histories[change->history];
    int64_t difference = history->stands[comparison->edition_count - 1].producer -
                         history->stands[0].producer;

    return difference < 0 ? -difference : difference;
}

static void tell_changes(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = ""},
        {.title = "before", .number = true},
        {.title = "now", .number = true},
    };
    const struct comparison *comparison = story->comparison;
    struct telling *telling = begin(document, story, 2 * comparison->change_count);
    struct ranked *ranked = memory_alloc(comparison->change_count, sizeof *ranked);
    size_t count = 0, i;

    for (i = 0; i < comparison->change_count; i++) {
        const struct change *change = &comparison->changes[i];

        if (change->kind != CHANGE_UNCHANGED &&
            shows(story, &comparison->histories[change->history]))
            ranked[count++] = (struct ranked){weight_of(comparison, change), (uint32_t)i};
    }
    if (count)
        qsort(ranked, count, sizeof *ranked, by_value);
    for (i = 0; i < count; i++) {
        telling->rows[telling->count++] = 2 * ranked[i].number;
        if (comparison->changes[ranked[i].number].kind != CHANGE_GONE)
            telling->rows[telling->count++] = 2 * ranked[i].number + DETAIL;
    }
    memory_free(ranked);
    if (count)
        document_table(document,
                       &(struct table_block){.title = "WHAT CHANGED",
                                             .columns = columns,
                                             .column_count = 4,
                                             .row_count = telling->count,
                                             .limit = row_limit(story),
                                             .more = document_text(document,
                                                                   "pare compare %s -f csv",
                                                                   story->options->files)
                                                         .data,
                                             .row = change_row,
                                             .context = telling});
}

static enum row_style regrown_row(const void *context, size_t index, struct cell *cells)
{
    const struct telling *telling = context;
    const struct comparison *comparison = telling->comparison;
    const struct regrown *regrown = &comparison->regrown[telling->rows[index]];
    const struct history *history = &comparison->histories[regrown->history];

    cells[0] = cell_text(words_history(telling->arena, comparison, history));
    cells[1] = cell_string(words_regrowth(regrown->kind));
    cells[2] = cell_money(regrown->cost);
    return ROW_PLAIN;
}

static void tell_regrown(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = ""},
        {.title = "money a year", .number = true},
    };
    const struct comparison *comparison = story->comparison;
    struct telling *telling = begin(document, story, comparison->regrown_count);
    size_t i;

    for (i = 0; i < comparison->regrown_count; i++)
        if (shows(story, &comparison->histories[comparison->regrown[i].history]))
            telling->rows[telling->count++] = (uint32_t)i;
    if (telling->count)
        document_table(document, &(struct table_block){.title = "GREW BACK",
                                                       .columns = columns,
                                                       .column_count = 3,
                                                       .row_count = telling->count,
                                                       .limit = row_limit(story),
                                                       .row = regrown_row,
                                                       .context = telling});
}

static enum row_style edition_row(const void *context, size_t index, struct cell *cells)
{
    const struct telling *telling = context;
    const struct comparison *comparison = telling->comparison;
    const struct edition *edition = &comparison->editions[index];

    cells[0] = cell_string(file_of(comparison, index));
    cells[1] = cell_count((int64_t)edition->reports);
    if (index > 0) {
        cells[2] = cell_count((int64_t)edition->gone);
        cells[3] = cell_count((int64_t)(edition->fresh - edition->found));
        cells[4] = cell_count((int64_t)edition->found);
    }
    cells[5] = cell_money(edition->producer - edition->found_cost);
    return ROW_PLAIN;
}

static void tell_trend(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = "reports", .number = true},
        {.title = "gone", .number = true},
        {.title = "new", .number = true},
        {.title = "found later", .number = true},
        {.title = "cost a year", .number = true},
    };

    document_chart(document,
                   &(struct chart){CHART_BARS, 0, 5, 0,
                                   "What the reports cost, edition by edition, without those found "
                                   "later."},
                   &(struct table_block){.title = "OVER THE EDITIONS",
                                         .columns = columns,
                                         .column_count = 6,
                                         .row_count = story->comparison->edition_count,
                                         .row = edition_row,
                                         .context = begin(document, story, 0)});
}

static void tell_day(struct document *document, const struct comparison *comparison)
{
    char date[16];

    if (!comparison->kinds[CHANGE_NEW])
        return;
    if (comparison->day == DATE_UNKNOWN)
        document_note(document, text_of("Nothing tells the day of the first edition (give --as-of): "
                                        "what started since and what was found later cannot be "
                                        "told apart."));
    else
        document_note(document,
                      document_text(document,
                                    "Started since: after %s, the day of the first edition "
                                    "(--as-of, else the last day in its log or dates).",
                                    date_format(comparison->day, date).data));
}

void section_compare(struct document *document, const struct story *story)
{
    const struct comparison *comparison = story->comparison;

    tell_costs(document, comparison);
    tell_plan(document, comparison);
    tell_counts(document, comparison);
    tell_steps(document, story);
    tell_day(document, comparison);
    tell_realised(document, story);
    tell_regrown(document, story);
    tell_changes(document, story);
    tell_trend(document, story);
    document_note(document, text_of("All editions are costed with the first one's assumptions: what a "
                                    "run takes is changed by no edition that does not say so."));
}
