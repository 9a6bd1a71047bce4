#include "sections/pick.h"
#include "sections/sections.h"
#include "sections/words.h"

/* What only people can answer, by what the answers could be worth. */
enum { MOST = 8, FACTS = 2 };

struct asked {
    const struct story *story;
    struct arena *arena;
    size_t picked[MOST], count;
};

static uint32_t report_of(const struct story *story, size_t finding)
{
    return story->findings->list[finding].report;
}

static enum row_style asked_row(const void *context, size_t index, struct cell *cells)
{
    const struct asked *asked = context;
    const struct story *story = asked->story;
    const struct finding *finding = &story->findings->list[asked->picked[index / 2]];
    struct text order, why;

    if (index % 2 == 0) {
        cells[0] = cell_text(report_title(asked->arena, story->inventory, finding->report));
        cells[1] = cell_money(finding->saving);
        return ROW_PLAIN;
    }
    order = words_order(asked->arena, story->inventory, order_of_finding(finding));
    why = words_why(asked->arena, story->findings, finding, FACTS);
    cells[0] =
        cell_text(arena_printf(asked->arena, "%.*s? %.*s", TEXT_ARGS(order), TEXT_ARGS(why)));
    return ROW_DETAIL;
}

struct asked_sum {
    size_t count;
    int64_t saving; /* each alone */
};

static struct asked_sum sum_asked(const struct story *story)
{
    struct asked_sum sum = {0, 0};
    size_t i;

    for (i = 0; i < story->findings->count; i++) {
        if (pick_question(story, i) <= 0 || !pick_shows(story, report_of(story, i)))
            continue;
        sum.count++;
        sum.saving += story->findings->list[i].saving;
    }
    return sum;
}

/* What is at stake together is known of all questions only, and beside a whole plan. */
static struct text stake_words(struct document *document, const struct story *story,
                               const struct asked_sum *sum)
{
    int64_t together = story->plan->totals.at_stake;
    struct text stake = document_money(document, together);
    struct text alone = document_money(document, sum->saving);

    if (story->plan_options->as_decided)
        return text_of("");
    if (story->options->only_department || story->options->only_owner)
        return document_text(document, "%.*s at stake in those of %s, each taken alone. ",
                             TEXT_ARGS(alone), story->options->only_department
                                                   ? story->options->only_department
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
    struct asked_sum sum = sum_asked(story);
    struct text stake = stake_words(document, story, &sum);

    asked->story = story;
    asked->arena = document->arena;
    asked->count =
        pick_largest(story, story->findings->count, MOST, pick_question, report_of, asked->picked);
    if (!asked->count)
        return;
    document_table(document, &(struct table_block){.title = "To be asked, not counted above",
                                                   .columns = columns,
                                                   .column_count = 2,
                                                   .row_count = 2 * asked->count,
                                                   .row = asked_row,
                                                   .context = asked});
    if (sum.count > asked->count)
        stake = document_text(document, "... and %zu more. %.*s", sum.count - asked->count,
                              TEXT_ARGS(stake));
    if (asked->count > 1)
        stake = document_text(document,
                              "%.*sFirst comes what has most at stake and most signs for it.",
                              TEXT_ARGS(stake));
    document_note(document, stake);
}
