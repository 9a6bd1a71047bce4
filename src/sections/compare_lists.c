#include "sections/compare_lists.h"

#include <stdlib.h>

#include "base/memory.h"
#include "model/decision.h"
#include "sections/compare_words.h"
#include "sections/pick.h"
#include "sections/words.h"

/* Rows on a first screen, and in what is kept. */
enum { FEW_ROWS = 12, MANY_ROWS = 60 };

struct telling *compare_begin(struct document *document, const struct story *story, size_t rows)
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

static struct text name_in(const struct comparison *comparison, const struct history *history,
                           size_t edition)
{
    struct report report;

    inventory_report(comparison->editions[edition].inventory, history->stands[edition].report,
                     &report);
    return inventory_text(comparison->editions[edition].inventory, report.name);
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
    if (history->last == telling->last && history->first == 0 &&
        !text_equal(name_in(comparison, history, 0), name_in(comparison, history, telling->last)))
        t = arena_printf(telling->arena, "%.*s; is %.*s now", TEXT_ARGS(t),
                         TEXT_ARGS(words_history(telling->arena, comparison, history)));
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

void compare_tell_realised(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = "planned", .number = true, .adds_up = true},
        {.title = "realised", .number = true, .adds_up = true},
        {.title = ""},
    };
    const struct comparison *comparison = story->comparison;
    struct telling *telling = compare_begin(document, story, comparison->realised_count);
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
    document_chart(
        document,
        &(struct chart){CHART_BEFORE_AFTER, 0, 1, 2,
                        "What each action was to save, and what it saved."},
        &(struct table_block){
            .title =
                story->inventory->decision_count ? "Decided and realised" : "Planned and realised",
            .columns = columns,
            .column_count = 4,
            .row_count = 2 * count + 1,
            .limit = row_limit(story),
            .more = document_text(document, "%s -f json", story->options->command_line).data,
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
    int64_t difference =
        history->stands[comparison->edition_count - 1].producer - history->stands[0].producer;

    return difference < 0 ? -difference : difference;
}

void compare_tell_changes(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = ""},
        {.title = "before", .number = true},
        {.title = "now", .number = true},
    };
    const struct comparison *comparison = story->comparison;
    struct telling *telling = compare_begin(document, story, 2 * comparison->change_count);
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
        document_table(
            document,
            &(struct table_block){
                .title = "What changed",
                .columns = columns,
                .column_count = 4,
                .row_count = telling->count,
                .limit = row_limit(story),
                .more = document_text(document, "%s -f csv", story->options->command_line).data,
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

void compare_tell_regrown(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = ""},
        {.title = "money a year", .number = true},
    };
    const struct comparison *comparison = story->comparison;
    struct telling *telling = compare_begin(document, story, comparison->regrown_count);
    size_t i;

    for (i = 0; i < comparison->regrown_count; i++)
        if (shows(story, &comparison->histories[comparison->regrown[i].history]))
            telling->rows[telling->count++] = (uint32_t)i;
    if (telling->count)
        document_table(document, &(struct table_block){.title = "Grew back",
                                                       .columns = columns,
                                                       .column_count = 3,
                                                       .row_count = telling->count,
                                                       .limit = row_limit(story),
                                                       .row = regrown_row,
                                                       .context = telling});
}
