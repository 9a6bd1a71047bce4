/* What is to be decided, and how far the figures can be trusted; then the first page ends. */
#include <math.h>

#include "plan/sensitivity.h"
#include "sections/proposal.h"
#include "sections/proposed_questions.h"
#include "sections/sections.h"

enum { MOST = 4, WEAKEST = 2 };

struct decisions {
    struct text list[MOST];
    size_t count;
};

static void ask(struct document *document, struct decisions *decisions, struct text what)
{
    struct text numbered =
        document_text(document, "%zu  %.*s", decisions->count + 1, TEXT_ARGS(what));

    decisions->list[decisions->count++] = numbered;
}

static void ask_for_changes(struct document *document, const struct story *story,
                            struct decisions *decisions)
{
    size_t certain = story->ways->plan[WAY_CERTAIN]->count, all = story->plan->count;
    double members = assume(story->assumptions, ASSUMPTION_TASKFORCE_MEMBERS);
    double hours = assume(story->assumptions, ASSUMPTION_TASKFORCE_HOURS);

    if (story->plan_options->as_decided) {
        ask(document, decisions,
            document_text(document, "Make the %s accepted %s.", counted(document, all),
                          all == 1 ? "change" : "changes"));
        return;
    }
    if (certain)
        ask(document, decisions,
            document_text(document, "A: make the %s certain %s now, without a task force.",
                          counted(document, certain), certain == 1 ? "change" : "changes"));
    ask(document, decisions,
        document_text(
            document,
            force_is_too_large(story)
                ? "%s: prepare %s, without a task force: %.0f people, %.0f hours each, would take "
                  "more than a year's gain."
                : "%s: prepare %s with a task force of %.0f people, %.0f hours each, and a pilot "
                  "first.",
            way_letter(way_proposed(story)),
            all == 1 ? "the change"
                     : document_text(document, "all %s changes", counted(document, all)).data,
            members, hours));
}

static void gather(struct document *document, const struct story *story,
                   struct decisions *decisions)
{
    size_t questions = proposed_questions_count(story);

    if (story->plan->count)
        ask_for_changes(document, story, decisions);
    if (questions && !story->plan_options->as_decided)
        ask(document, decisions,
            document_text(document, "Let owners and readers answer what no list can tell: %s %s%s.",
                          counted(document, questions), questions == 1 ? "question" : "questions",
                          story->plan->count ? ", in no figure here" : ""));
    ask(document, decisions,
        text_of("From now on: no new recurring report before a look at this list."));
}

static enum row_style decision_row(const void *context, size_t index, struct cell *cells)
{
    const struct decisions *decisions = context;

    cells[0] = cell_text(decisions->list[index]);
    cells[1] = cell_string("[  ]");
    cells[2] = cell_string("[  ]");
    return ROW_PLAIN;
}

static struct text swing_words(struct document *document, const struct swing *swing, bool in_hours)
{
    struct text range = range_words(document, in_hours, swing->low, swing->high);

    return document_text(document, "%s (%.*s)", plain_assumption(swing->key), TEXT_ARGS(range));
}

/* What a reader should doubt first, before somebody else does. */
static void tell_weakest(struct document *document, const struct story *story)
{
    struct sensitivity sensitivity;
    struct text words[WEAKEST];
    size_t i;

    sensitivity_find(document->arena, story->plan, story->plan_options, &sensitivity);
    if (sensitivity.count < WEAKEST)
        return;
    for (i = 0; i < WEAKEST; i++)
        words[i] = swing_words(document, &sensitivity.swings[i], story->plan->in_hours);
    document_note(
        document,
        document_text(document,
                      "The expected saving depends most on %.*s and on %.*s. Nobody loses a "
                      "figure they use: each change says where it stands from now on, and "
                      "a report is paused before it ends.",
                      TEXT_ARGS(words[0]), TEXT_ARGS(words[1])));
}

void section_decide(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_WRAP},
        {.title = "yes", .number = true},
        {.title = "no", .number = true},
    };
    struct decisions *decisions = ARENA_ARRAY(document->arena, 1, struct decisions);

    gather(document, story, decisions);
    document_table(document, &(struct table_block){.title = "We ask you to decide",
                                                   .columns = columns,
                                                   .column_count = 3,
                                                   .row_count = decisions->count,
                                                   .row = decision_row,
                                                   .context = decisions});
    if (story->plan->count)
        tell_weakest(document, story);
    document_page(document);
}
