#include <math.h>

#include "sections/sections.h"
#include "sections/unknown.h"
#include "sections/words.h"

/* One line for each action under its question, then the totals. */
enum { MOST_LINES = QUESTION_COUNT * ACTION_COUNT + QUESTION_COUNT + 5 };

enum line_kind { LINE_ACTION, LINE_UNKNOWN, LINE_TOGETHER, LINE_EXPECTED, LINE_RANGE };

struct line {
    enum line_kind kind;
    const char *question, *words; /* question: NULL where the line above says it */
    size_t changes;
    double hours;
    int64_t saving;
};

struct changes {
    struct line lines[MOST_LINES];
    size_t count;
    int64_t baseline;
    struct text range;
};

static void add_line(struct changes *changes, struct line line)
{
    changes->lines[changes->count++] = line;
}

/* What is proposed and saves nobody's work: mails that nobody need get take their readers' time,
 * which is in no total. NULL where there is none. */
static const char *shorter_lists(struct document *document, const struct story *story)
{
    const enum verdict *verdict = story->plan_options->verdict;
    const struct finding *first = NULL;
    struct text title;
    size_t count = 0, i;

    for (i = 0; i < story->findings->count; i++) {
        const struct finding *finding = &story->findings->list[i];

        if (finding->action == ACTION_DROP_RECIPIENTS && finding->strength > STRENGTH_ASK &&
            !finding->superseded && !finding->saving && !(verdict && verdict[i] != VERDICT_NONE))
            first = count++ ? first : finding;
    }
    if (!count)
        return NULL;
    title = report_title(document->arena, story->inventory, first->report);
    if (count == 1)
        return document_text(document, "fewer readers for %.*s; it saves reading only",
                             TEXT_ARGS(title))
            .data;
    return document_text(document,
                         "fewer readers for %zu reports; it saves reading only. First: %.*s", count,
                         TEXT_ARGS(title))
        .data;
}

static void add_question(struct document *document, struct changes *changes,
                         const struct story *story, const struct line (*sums)[ACTION_COUNT],
                         enum question question)
{
    const char *words = words_question(question);
    const char *unknown = unknown_of_question(story->inventory, question);
    const char *shorter = question == QUESTION_WHO ? shorter_lists(document, story) : NULL;
    size_t before = changes->count, action;

    for (action = 0; action < ACTION_COUNT; action++) {
        struct line line = sums[question][action];

        if (!line.changes)
            continue;
        line.question = changes->count == before ? words : NULL;
        line.words = words_action((enum action)action);
        add_line(changes, line);
    }
    if (shorter)
        add_line(changes, (struct line){.kind = LINE_UNKNOWN,
                                        .question = changes->count == before ? words : NULL,
                                        .words = shorter});
    if (unknown)
        add_line(changes, (struct line){.kind = LINE_UNKNOWN,
                                        .question = changes->count == before ? words : NULL,
                                        .words = unknown});
}

static void sum_actions(const struct plan *plan, struct line (*sums)[ACTION_COUNT],
                        struct line *together)
{
    size_t i;

    for (i = 0; i < plan->count; i++) {
        const struct planned *planned = &plan->actions[i];
        const struct finding *finding = &plan->findings->list[planned->finding];
        struct line *line = &sums[rule_info(finding->rule)->question][finding->action];

        line->changes++;
        line->hours += planned->theoretical_hours;
        line->saving += planned->theoretical;
        together->changes++;
    }
}

static enum row_style change_row(const void *context, size_t index, struct cell *cells)
{
    const struct changes *changes = context;
    const struct line *line = &changes->lines[index];

    cells[0] = cell_string(line->question);
    cells[1] = cell_string(line->words);
    if (line->kind == LINE_UNKNOWN)
        return ROW_APART;
    if (line->kind == LINE_RANGE) {
        cells[4] = cell_text(changes->range);
        return ROW_APART;
    }
    if (line->kind != LINE_EXPECTED)
        cells[2] = cell_count((int64_t)line->changes);
    cells[3] = cell_hours(line->hours);
    cells[4] = cell_money(line->saving);
    if (line->kind != LINE_ACTION)
        cells[5] =
            cell_share(changes->baseline ? (double)line->saving / (double)changes->baseline : NAN);
    return line->kind == LINE_TOGETHER   ? ROW_TOTAL
           : line->kind == LINE_EXPECTED ? ROW_APART
                                         : ROW_PLAIN;
}

static void add_totals(struct document *document, struct changes *changes, const struct plan *plan,
                       struct line together)
{
    const struct totals *totals = &plan->totals;
    struct text low = document_figure(document, totals->low);
    struct text high = document_figure(document, totals->high);
    struct text cash = document_figure(document, totals->realisable_cash);

    together.kind = LINE_TOGETHER;
    together.question = "Together";
    together.hours = totals->theoretical_hours;
    together.saving = totals->theoretical;
    add_line(changes, together);
    add_line(changes, (struct line){.kind = LINE_EXPECTED,
                                    .question = "After what usually fails",
                                    .hours = totals->realisable_hours,
                                    .saving = totals->realisable});
    changes->range = document_text(document, "%.*s to %.*s; %.*s", TEXT_ARGS(low), TEXT_ARGS(high),
                                   TEXT_ARGS(cash));
    add_line(changes, (struct line){.kind = LINE_RANGE, .question = "  low to high; cash in it"});
}

void section_changes(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = ""},
        {.title = "", .fit = FIT_CUT},
        {.title = "changes", .number = true, .adds_up = true},
        {.title = "hours", .number = true, .adds_up = true},
        {.title = "if all is done", .number = true, .adds_up = true},
        {.title = "", .number = true},
    };
    struct line sums[QUESTION_COUNT][ACTION_COUNT] = {0};
    struct changes *changes = ARENA_ARRAY(document->arena, 1, struct changes);
    struct line together = {0};
    size_t question;

    sum_actions(story->plan, sums, &together);
    for (question = 0; question < QUESTION_COUNT; question++)
        add_question(document, changes, story, (const struct line(*)[ACTION_COUNT])sums,
                     (enum question)question);
    changes->baseline = story->findings->baseline.producer;
    if (together.changes)
        add_totals(document, changes, story->plan, together);
    else
        add_line(changes, (struct line){.kind = LINE_UNKNOWN,
                                        .question = "Together",
                                        .words = "no change rests on evidence yet; see below"});
    document_table(document, &(struct table_block){.title = "What could change",
                                                   .columns = columns,
                                                   .column_count = 6,
                                                   .row_count = changes->count,
                                                   .row = change_row,
                                                   .context = changes});
}
