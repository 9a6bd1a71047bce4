/* A comparison for people: what it really saved, what stands beside it in the plan, what came
 * again. */
#include <math.h>

#include "sections/compare_lists.h"
#include "sections/compare_words.h"
#include "sections/sections.h"

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
    int64_t saved = before - after, found = not_grown(comparison);
    struct text aside = document_money(document, found < 0 ? -found : found);
    struct text was = document_money(document, before), is = document_money(document, after);
    struct text less = document_money(document, saved < 0 ? -saved : saved);
    struct text share = document_share(
        document, before ? (double)(saved < 0 ? -saved : saved) / (double)before : 0);

    if (found)
        aside = document_text(document, ", without %.*s %s", TEXT_ARGS(aside),
                              found > 0 ? "that is no growth" : "that cannot be costed now");
    else
        aside = text_of("");
    document_paragraph(
        document,
        saved == 0 ? document_text(document, "The reports cost %.*s a year%.*s, as before.",
                                   TEXT_ARGS(was), TEXT_ARGS(aside))
                   : document_text(document,
                                   "The reports cost %.*s a year%.*s; it was %.*s. That "
                                   "is %.*s %s (%.*s).",
                                   TEXT_ARGS(is), TEXT_ARGS(aside), TEXT_ARGS(was), TEXT_ARGS(less),
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
        document,
        document_text(document,
                      "%s %.*s (if all is done); really saved by it: %.*s, %.*s of it. "
                      "Of %zu %s: %.*s.",
                      decided ? "Decided was" : "The plan of the first edition has",
                      TEXT_ARGS(planned), TEXT_ARGS(seen), TEXT_ARGS(part),
                      comparison->realised_count,
                      comparison->realised_count == 1 ? "action" : "actions", TEXT_ARGS(list)));
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
    since = counted(document, since, steps[STEP_SPLIT].reports, "split off others");
    since = counted(document, since, steps[STEP_FOUND].reports, "found later, which is no growth");
    since = counted(document, since, steps[STEP_UNTOLD].reports, "that do not tell since when");
    if (!list.size)
        list = text_of("Nothing has changed");
    document_paragraph(document,
                       document_text(document, "%.*s%s%.*s%s; %zu as they were.", TEXT_ARGS(list),
                                     since.size ? " (" : "", TEXT_ARGS(since),
                                     since.size ? ")" : "", comparison->kinds[CHANGE_UNCHANGED]));
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
    struct telling *telling = compare_begin(document, story, STEP_COUNT);
    uint32_t step;

    for (step = 0; step < STEP_COUNT; step++)
        if (step == STEP_BEFORE || step == STEP_AFTER || story->comparison->steps[step].reports)
            telling->rows[telling->count++] = step;
    document_chart(document,
                   &(struct chart){CHART_WATERFALL, 0, 2, 2,
                                   "What the reports cost then, what was taken off and what came "
                                   "on top, and what they cost now."},
                   &(struct table_block){.title = "From then to now",
                                         .columns = columns,
                                         .column_count = 3,
                                         .row_count = telling->count,
                                         .row = step_row,
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
                   &(struct table_block){.title = "Over the editions",
                                         .columns = columns,
                                         .column_count = 6,
                                         .row_count = story->comparison->edition_count,
                                         .row = edition_row,
                                         .context = compare_begin(document, story, 0)});
}

static void tell_day(struct document *document, const struct comparison *comparison)
{
    char date[16];

    if (!comparison->kinds[CHANGE_NEW])
        return;
    if (comparison->day == DATE_UNKNOWN)
        document_note(document,
                      text_of("Nothing tells the day of the first edition (give --as-of): "
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
    compare_tell_realised(document, story);
    compare_tell_regrown(document, story);
    compare_tell_changes(document, story);
    tell_trend(document, story);
    document_note(document,
                  text_of("All editions are costed with the first one's assumptions: what a "
                          "run takes is changed by no edition that does not say so."));
}
