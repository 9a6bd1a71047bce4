#include <math.h>

#include "base/memory.h"
#include "input/side.h"
#include "model/answer.h"

enum { QUESTION, ANSWER, PERSON, ON };

static const struct side_table table = {
    "answers",
    2,
    true,
    {
        {"id", "questionid|question id|qid"},
        {"answer", "reply|response|antwort|reponse|respuesta|risposta|antwoord"},
        {"person", "by|who|answeredby|name"},
        {"on", "answeredon|date|when"},
        {NULL, NULL},
    },
};

struct taken {
    struct answer *list;
    size_t count, capacity;
};

/* "monthly" to "would every 2 weeks do?" says more than yes. */
static double frequency_in(struct side *side, struct text t)
{
    struct frequency_options options = {assume(side->assumptions, ASSUMPTION_WORKDAYS),
                                        side->options->freq_codes};
    struct frequency frequency;

    frequency_parse(side->arena, t, NAN, &options, &frequency);
    return frequency.runs;
}

static int32_t date_of(struct side *side, const struct side_row *row)
{
    int32_t date = DATE_UNKNOWN;

    if (row->cells[ON].size &&
        date_parse(row->cells[ON], side->options->date_order, &date) != DATE_OK) {
        diag_add(side->inventory->diag, SEVERITY_WARNING, "date", side_place(row, ON),
                 "\"%.*s\" is no date, or one of two; write it as 2026-11-21",
                 TEXT_ARGS(row->cells[ON]));
        return DATE_UNKNOWN;
    }
    return date;
}

/* A question is "rule:report"; the list may be a newer one than that which was asked about. */
static void look_for_report(struct side *side, const struct side_row *row)
{
    struct text question = row->cells[QUESTION];
    size_t colon = text_find(question, ':');

    if (question_asks(question) == ASKS_WHICH)
        return; /* about all the reports of somebody */
    if (colon < question.size &&
        inventory_find(side->inventory, text_from(question, colon + 1)) >= 0)
        return;
    diag_add(
        side->inventory->diag, SEVERITY_WARNING, "answer-lost", side_place(row, QUESTION),
        "no report has the id that \"%.*s\" asks about: the answer is kept but concerns nothing",
        TEXT_ARGS(question));
}

/* "4", "4 (clear)", "4/5": the number from 1 to 5 that it begins with. */
static double rating_in(struct text t)
{
    bool alone = t.size == 1 || (t.size > 1 && !byte_is_digit((unsigned char)t.data[1]) &&
                                 t.data[1] != '.' && t.data[1] != ',');

    return t.size && t.data[0] >= '1' && t.data[0] <= '5' && alone ? t.data[0] - '0' : (double)NAN;
}

/* Whether any report is named; of all that are asked about at once only few people answer. */
static bool names_any(struct side *side, struct text given)
{
    const struct inventory *inventory = side->inventory;
    size_t i;

    for (i = 0; i < inventory->count; i++)
        if (answer_names(given, inventory_text(inventory, inventory->columns[FIELD_id].number[i]),
                         inventory_text(inventory, inventory->columns[FIELD_name].number[i])))
            return true;
    return false;
}

/* Fills in what was said; NULL, or what it should have been. */
static const char *read_answer(struct side *side, struct text given, enum asks asks,
                               struct answer *answer)
{
    if (asks == ASKS_WORDS) {
        answer->words = table_add(side->inventory->strings, given);
        return NULL;
    }
    if (asks == ASKS_RATING) {
        answer->rating = rating_in(given);
        return isnan(answer->rating) ? "no whole number from 1 to 5" : NULL;
    }
    answer->reply = reply_parse(given);
    if (asks == ASKS_WHICH && answer->reply == REPLY_NONE && names_any(side, given)) {
        answer->words = table_add(side->inventory->strings, given);
        return NULL;
    }
    if (answer->reply == REPLY_NONE)
        answer->runs = frequency_in(side, given);
    if (answer->reply != REPLY_NONE || !isnan(answer->runs))
        return NULL;
    return asks == ASKS_WHICH ? "neither none, all, not sure, a frequency nor a report"
                              : "neither yes, no, not sure nor a frequency";
}

/* A row without an answer is one that nobody has filled in. */
static void take(struct side *side, const struct side_row *row, void *context)
{
    struct table *strings = side->inventory->strings;
    struct taken *taken = context;
    struct text given = row->cells[ANSWER], question = row->cells[QUESTION];
    struct answer answer = {.runs = NAN, .rating = NAN, .place = side_place(row, ANSWER)};
    const char *wrong;

    if (!given.size || !question.size)
        return;
    wrong = read_answer(side, given, question_asks(question), &answer);
    if (wrong) {
        diag_add(side->inventory->diag, SEVERITY_WARNING, "answer", side_place(row, ANSWER),
                 "\"%.*s\" is %s; the answer is left out", TEXT_ARGS(given), wrong);
        return;
    }
    look_for_report(side, row);
    answer.question = table_add(strings, question);
    answer.person = row->cells[PERSON].size ? table_add(strings, row->cells[PERSON]) : 0;
    answer.on = date_of(side, row);
    taken->list = MEMORY_ROOM(taken->list, taken->count, taken->capacity);
    taken->list[taken->count++] = answer;
}

static void keep(struct inventory *inventory, const struct taken *taken)
{
    struct answers *answers = ARENA_ARRAY(inventory->arena, 1, struct answers);
    size_t i;

    answers->count = taken->count;
    answers->list = ARENA_ARRAY(inventory->arena, taken->count, struct answer);
    answers->texts = (size_t)table_count(inventory->strings) + 1;
    answers->last = ARENA_ARRAY(inventory->arena, answers->texts, uint32_t);
    for (i = 0; i < taken->count; i++) {
        struct answer *answer = &answers->list[i];

        *answer = taken->list[i];
        answer->before = answers->last[answer->question];
        answers->last[answer->question] = (uint32_t)i + 1;
    }
    inventory->answers = answers;
}

void side_answers(struct side *side, size_t first_input)
{
    struct taken taken = {NULL, 0, 0};
    size_t i;

    for (i = 0; i < side->options->answers_count; i++)
        side_read(side, &table, side->options->answers[i], first_input + i, take, &taken);
    if (taken.count)
        keep(side->inventory, &taken);
    memory_free(taken.list);
}
