#include "model/answer.h"

#include <math.h>

#include "base/memory.h"
#include "sections/sections.h"
#include "sections/words.h"

/* What people answered, as a record; and the questions to which they gave different answers. */
struct told {
    const struct story *story;
    struct arena *arena;
    const struct answer **list; /* by question, in the order of the rows */
    size_t count;
};

static struct text reply_words(struct arena *arena, const struct inventory *inventory,
                               const struct answer *answer)
{
    static const char *const words[] = {"", "yes", "no", "not sure"};
    char buffer[32];

    if (answer->words)
        return inventory_text(inventory, answer->words);
    if (!isnan(answer->rating))
        return arena_printf(arena, "%.0f", answer->rating);
    return answer->reply ? text_of(words[answer->reply])
                         : arena_copy(arena, frequency_words(answer->runs, buffer));
}

/* What readers say of a report in words or marks may differ without a dispute. */
static bool differ(const struct answer *a, const struct answer *b)
{
    if (a->words || !isnan(a->rating))
        return false;
    return a->reply != b->reply || fabs(a->runs - b->runs) > 0;
}

/* Of what one person said the last holds. */
static bool is_last_word(const struct answers *answers, const struct answer *answer)
{
    const struct answer *other = answers_last(answers, answer->question);

    for (; other != answer; other = answers_before(answers, other))
        if (answer->person && other->person == answer->person)
            return false;
    return true;
}

/* Whether the question of that answer was answered in another way as well. */
static bool is_disputed(const struct answers *answers, const struct answer *answer)
{
    const struct answer *other = answers_last(answers, answer->question);

    for (; other && is_last_word(answers, answer); other = answers_before(answers, other))
        if (is_last_word(answers, other) && differ(answer, other))
            return true;
    return false;
}

/* Without the report of it the question is none that pare asks: "rule:id". */
static long report_of(const struct inventory *inventory, const struct answer *answer)
{
    struct text question = inventory_text(inventory, answer->question);
    size_t colon = text_find(question, ':');

    if (question_asks(question) == ASKS_WHICH)
        return -1;
    return colon < question.size ? inventory_find(inventory, text_from(question, colon + 1)) : -1;
}

/* Who was asked about an action is an owner; who filled in a slip is a reader. */
static bool shows_person(const struct story *story, const struct answer *answer)
{
    struct text question = inventory_text(story->inventory, answer->question);

    return story->options->names || question_asks(question) == ASKS_WHICH ||
           (!answer->words && isnan(answer->rating));
}

static enum row_style answer_row(const void *context, size_t index, struct cell *cells)
{
    const struct told *told = context;
    const struct inventory *inventory = told->story->inventory;
    const struct answer *answer = told->list[index];
    long report = report_of(inventory, answer);

    cells[0] = cell_text(inventory_text(inventory, answer->question));
    cells[1] = report < 0 ? cell_null() : cell_text(report_id(inventory, (size_t)report));
    cells[2] = answer->person && shows_person(told->story, answer)
                   ? cell_text(inventory_text(inventory, answer->person))
                   : cell_null();
    cells[3] = cell_text(reply_words(told->arena, inventory, answer));
    cells[4] = cell_date(answer->on);
    cells[5] = cell_flag(is_disputed(inventory->answers, answer));
    return ROW_PLAIN;
}

static enum row_style disputed_row(const void *context, size_t index, struct cell *cells)
{
    const struct told *told = context;
    const struct inventory *inventory = told->story->inventory;
    const struct answer *answer = told->list[index];
    long report = report_of(inventory, answer);
    struct text who = inventory_text(inventory, answer->person);
    bool first = index == 0 || told->list[index - 1]->question != answer->question;

    if (first)
        cells[0] = cell_text(report < 0 ? inventory_text(inventory, answer->question)
                                        : report_title(told->arena, inventory, (size_t)report));
    cells[1] = cell_text(who.size ? who : text_of("somebody"));
    cells[2] = cell_text(reply_words(told->arena, inventory, answer));
    return ROW_PLAIN;
}

/* Questions in the order of their first answer, so that the file shows through and no hash does. */
static void gather(struct told *told, bool disputed_only)
{
    const struct answers *answers = told->story->inventory->answers;
    const struct answer *answer;
    size_t i, from, k;

    told->list = ARENA_ARRAY(told->arena, answers->count, const struct answer *);
    for (i = 0; i < answers->count; i++) {
        if (answers->list[i].before)
            continue;
        from = told->count;
        answer = answers_last(answers, answers->list[i].question);
        if (disputed_only && !is_disputed(answers, answer))
            continue;
        for (; answer; answer = answers_before(answers, answer))
            if (!disputed_only || is_last_word(answers, answer))
                told->list[told->count++] = answer;
        for (k = 0; k < (told->count - from) / 2; k++) {
            const struct answer *swap = told->list[from + k];

            told->list[from + k] = told->list[told->count - 1 - k];
            told->list[told->count - 1 - k] = swap;
        }
    }
}

static struct told *told_of(struct document *document, const struct story *story, bool disputed)
{
    struct told *told = ARENA_ARRAY(document->arena, 1, struct told);

    told->story = story;
    told->arena = document->arena;
    gather(told, disputed);
    return told;
}

void section_answers(struct document *document, const struct story *story)
{
    static const struct column columns[] = {{.key = "question"}, {.key = "report"},
                                            {.key = "person"},   {.key = "answer"},
                                            {.key = "on"},       {.key = "disputed"}};
    static const struct column disputed[] = {
        {.title = "", .fit = FIT_CUT}, {.title = ""}, {.title = ""}};
    struct told *all, *apart;

    if (!story->inventory->answers)
        return;
    all = told_of(document, story, false);
    apart = told_of(document, story, true);
    document_table(document, &(struct table_block){.key = "answers",
                                                   .columns = columns,
                                                   .column_count = 6,
                                                   .row_count = all->count,
                                                   .row = answer_row,
                                                   .context = all});
    if (!apart->count)
        return;
    document_table(document, &(struct table_block){.title = "Answered differently",
                                                   .columns = disputed,
                                                   .column_count = 3,
                                                   .row_count = apart->count,
                                                   .row = disputed_row,
                                                   .context = apart});
    document_note(document, text_of("The keener need holds: nothing is taken from who needs it."));
}
