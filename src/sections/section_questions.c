#include "sections/question_words.h"
#include "sections/sections.h"
#include "sections/words.h"

/* What only people can answer, by what the answers could be worth. */
enum { MOST = 8, FACTS = 2 };

struct asked {
    const struct story *story;
    struct arena *arena;
    struct inquiries questions;
};

static struct text unit_of(struct arena *arena, const struct story *story,
                           const struct inquiry *question)
{
    struct text whom = inquiry_person(story, question);

    return whom.size ? arena_printf(arena, " of %.*s", TEXT_ARGS(whom)) : text_of("");
}

static void joint_cells(const struct asked *asked, const struct inquiry *question, bool detail,
                        struct cell *cells)
{
    const struct story *story = asked->story;
    struct text rhythm = joint_rhythm(asked->arena, question->joint);
    struct text whom = unit_of(asked->arena, story, question);
    struct text first = report_title(asked->arena, story->inventory, question->finding->report);

    if (detail)
        cells[0] = cell_text(arena_printf(asked->arena,
                                          "could any come less often? they run %.*s; nothing in "
                                          "the list says who needs that. First: %.*s",
                                          TEXT_ARGS(rhythm), TEXT_ARGS(first)));
    else
        cells[0] = cell_text(arena_printf(asked->arena, "%zu reports%.*s, in one question",
                                          question->joint->count, TEXT_ARGS(whom)));
}

static enum row_style asked_row(const void *context, size_t index, struct cell *cells)
{
    const struct asked *asked = context;
    const struct story *story = asked->story;
    const struct inquiry *question = &asked->questions.list[index / 2];
    const struct finding *finding = question->finding;
    struct text order, why;

    if (index % 2 == 0) {
        cells[0] = cell_text(report_title(asked->arena, story->inventory, finding->report));
        cells[1] = cell_money(question->saving);
        if (question->joint)
            joint_cells(asked, question, false, cells);
        return ROW_PLAIN;
    }
    order = words_order(asked->arena, story->inventory, order_of_finding(finding));
    why = words_why(asked->arena, story->findings, finding, FACTS);
    cells[0] =
        cell_text(arena_printf(asked->arena, "%.*s? %.*s", TEXT_ARGS(order), TEXT_ARGS(why)));
    if (question->joint)
        joint_cells(asked, question, true, cells);
    return ROW_DETAIL;
}

/* What is at stake together is known of all questions only, and beside a whole plan. */
static struct text stake_words(struct document *document, const struct story *story,
                               const struct inquiries *sum)
{
    int64_t together = story->plan->totals.at_stake;
    struct text stake = document_money(document, together);
    struct text alone = document_money(document, sum->saving);

    if (story->plan_options->as_decided)
        return text_of("");
    if (story->options->only_department || story->options->only_owner)
        return document_text(document, "%.*s at stake in those of %s, each taken alone. ",
                             TEXT_ARGS(alone),
                             story->options->only_department ? story->options->only_department
                                                             : story->options->only_owner);
    return document_text(document, "%.*s at stake together%s. ", TEXT_ARGS(stake),
                         together < sum->saving ? " (they overlap)" : "");
}

void section_questions(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = "at stake", .number = true},
    };
    struct asked *asked = ARENA_ARRAY(document->arena, 1, struct asked);
    struct inquiries *questions = &asked->questions;
    struct text stake;

    asked->story = story;
    asked->arena = document->arena;
    inquiries_find(document->arena, story, MOST, questions);
    if (!questions->count)
        return;
    stake = stake_words(document, story, questions);
    document_table(document, &(struct table_block){.title = "To be asked, not counted above",
                                                   .columns = columns,
                                                   .column_count = 2,
                                                   .row_count = 2 * questions->count,
                                                   .row = asked_row,
                                                   .context = asked});
    if (questions->all > questions->count)
        stake = document_text(document, "... and %zu more. %.*s", questions->all - questions->count,
                              TEXT_ARGS(stake));
    if (questions->count > 1)
        stake =
            document_text(document, "%.*sFirst comes what has most at stake and most signs for it.",
                          TEXT_ARGS(stake));
    document_note(document, stake);
}
