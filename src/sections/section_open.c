/* What is not known, and whom to ask: first what has most at stake and most signs for it. */
#include "sections/proposal.h"
#include "sections/question_words.h"
#include "sections/sections.h"
#include "sections/unknown.h"
#include "sections/words.h"

enum { MOST = 15, FACTS = 2, NAMED = 12 };

struct asked {
    const struct story *story;
    struct arena *arena;
    struct inquiries questions;
};

static enum row_style asked_row(const void *context, size_t index, struct cell *cells)
{
    const struct asked *asked = context;
    const struct story *story = asked->story;
    const struct inquiry *question = &asked->questions.list[index / 2];
    const struct finding *finding = question->finding;

    if (index % 2 == 1) {
        cells[0] = cell_text(words_why(asked->arena, story->findings, finding, FACTS));
        return ROW_DETAIL;
    }
    cells[0] = cell_text(question_words_of(asked->arena, story, question, NAMED));
    cells[1] = cell_text(inquiry_person(story, question));
    cells[2] = cell_money(question->saving);
    return ROW_PLAIN;
}

/* Columns that the files do not have, as gaps that somebody can fill. */
static void tell_gaps(struct document *document, const struct story *story)
{
    const struct baseline *baseline = &story->findings->baseline;

    for (int question = 0; question < QUESTION_COUNT; question++) {
        const char *unknown = unknown_of_question(story->inventory, (enum question)question);

        if (unknown)
            document_term(document, words_question((enum question)question), text_of(unknown));
    }
    if (baseline->effort_assumed)
        document_term(document, "Hours",
                      document_text(document,
                                    "nobody has told the hours of %s %s; they are assumed",
                                    counted(document, baseline->effort_assumed),
                                    baseline->effort_assumed == 1 ? "report" : "reports"));
    if (baseline->not_costed)
        document_term(document, "Cost", words_not_costed(document->arena, baseline->not_costed));
}

static void tell_questions(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "question", .fit = FIT_WRAP},
        {.title = "to", .fit = FIT_CUT},
        {.title = "at stake", .number = true},
    };
    struct asked *asked = ARENA_ARRAY(document->arena, 1, struct asked);
    struct text stake = document_money(document, story->plan->totals.at_stake);
    struct text more;
    double most;
    size_t all;

    asked->story = story;
    asked->arena = document->arena;
    inquiries_find(document->arena, story, MOST, &asked->questions);
    all = asked->questions.all;
    if (!all)
        return;
    most = assume(story->assumptions, ASSUMPTION_QUESTION_COUNT);
    more = text_of("");
    if ((double)all > most)
        more = document_text(document, " (the %.0f that matter most; --questions %zu for all)",
                             most, all);
    document_paragraph(
        document,
        document_text(document,
                      "%s %s what no list can tell. They are worth up to %.*s a year "
                      "together; none of it is counted in this proposal. As files to "
                      "send round: pare ask %s -o questions/%s",
                      counted(document, all), all == 1 ? "question asks" : "questions ask",
                      TEXT_ARGS(stake), story->options->judge_words, more.data));
    document_table(
        document,
        &(struct table_block){.title = all > asked->questions.count ? "The first to ask" : "To ask",
                              .columns = columns,
                              .column_count = 3,
                              .row_count = 2 * asked->questions.count,
                              .row = asked_row,
                              .context = asked});
}

void section_open(struct document *document, const struct story *story)
{
    document_heading(document, 1, text_of("What we do not know, and whom to ask"));
    tell_gaps(document, story);
    tell_questions(document, story);
}
