#include "base/memory.h"
#include "sections/file_key.h"
#include "sections/pick.h"
#include "sections/question_words.h"
#include "sections/sections.h"
#include "sections/words.h"

/* The questions whose answers are worth most, each to the person who can answer it; a table of all and
 * one for each person, which become files of their own. */
enum { FACTS = 2 };

struct asked {
    const struct story *story;
    struct arena *arena;
    const size_t *findings;
    size_t count;
};

static uint32_t report_of(const struct story *story, size_t index)
{
    return story->findings->list[index].report;
}

static enum row_style ask_row(const void *context, size_t index, struct cell *cells)
{
    const struct asked *asked = context;
    const struct story *story = asked->story;
    const struct finding *finding = &story->findings->list[asked->findings[index / 2]];
    struct text id = report_id(story->inventory, finding->report), why;
    struct text question = question_words(asked->arena, story, finding);

    if (index % 2 == 1) {
        why = words_why(asked->arena, story->findings, finding, FACTS);
        cells[3] = cell_text(why);
        return ROW_DETAIL;
    }
    cells[0] = cell_text(arena_printf(asked->arena, "%s:%.*s", rule_info(finding->rule)->name,
                                      TEXT_ARGS(id)));
    cells[1] = cell_text(question_person(story, finding->report));
    cells[2] = cell_text(id);
    cells[3] = cell_text(question);
    cells[4] = cell_string(finding->to_runs > 0 ? "yes; no; not sure; or how often would do"
                                                : "yes; no; not sure");
    cells[6] = cell_text(words_order(asked->arena, story->inventory, order_of_finding(finding)));
    cells[7] = cell_money(finding->saving);
    return ROW_PLAIN;
}

static void add_table(struct document *document, const struct story *story, const char *key,
                      const char *title, const size_t *findings, size_t count)
{
    static const char *const replies[] = {"yes", "no", "not sure", NULL};
    static const struct column columns[] = {
        {.key = "id"},
        {.key = "person"},
        {.key = "report"},
        {.key = "question", .title = "", .fit = FIT_WRAP},
        {.key = "choices"},
        {.key = "answer", .pick = replies},
        {.key = "decides"},
        {.key = "saving", .title = "at stake", .number = true},
    };
    struct asked *asked = ARENA_ARRAY(document->arena, 1, struct asked);

    *asked = (struct asked){story, document->arena, findings, count};
    document_table(document, &(struct table_block){.key = key,
                                                   .title = title,
                                                   .columns = columns,
                                                   .column_count = 8,
                                                   .row_count = 2 * count,
                                                   .read_by = "pare audit --answers",
                                                   .row = ask_row,
                                                   .context = asked});
}

static bool is_for(const struct story *story, struct text person)
{
    return !story->options->only_person || text_is_nocase(person, story->options->only_person);
}

/* Names of two people can become the same file name: the later one gets a number. */
static const char *file_of(struct document *document, struct text person)
{
    const char *first = file_key(document->arena, "ask-", person), *key = first;
    size_t again;

    for (again = 2; document_find(document, key); again++)
        key = document_text(document, "%s-%zu", first, again).data;
    return key;
}

/* The questions to one person, in the order of all; the picked ones that were taken are marked. */
static void add_person(struct document *document, const struct story *story, const size_t *picked,
                       size_t count, size_t first, bool *taken)
{
    struct text person = question_person(story, report_of(story, picked[first]));
    size_t *own = ARENA_ARRAY(document->arena, count, size_t);
    size_t own_count = 0, i;

    for (i = first; i < count; i++) {
        if (taken[i] || !text_equal(question_person(story, report_of(story, picked[i])), person))
            continue;
        taken[i] = true;
        own[own_count++] = picked[i];
    }
    if (!person.size && !story->options->only_person)
        add_table(document, story, file_of(document, text_of("nobody")),
                  "nobody is given as owner; whom to ask?", own, own_count);
    else if (person.size && is_for(story, person))
        add_table(document, story, file_of(document, person),
                  arena_copy(document->arena, person).data, own, own_count);
}

void section_ask(struct document *document, const struct story *story)
{
    size_t most = story->options->questions;
    size_t *picked = ARENA_ARRAY(document->arena, most, size_t);
    size_t count = pick_largest(story, story->findings->count, most, pick_question, report_of, picked);
    bool *taken = memory_alloc(count, sizeof *taken);
    struct text questions = document_number_of(document, count, "question", "questions");
    size_t i;

    if (count)
        document_paragraph(document, document_text(document,
                                                   "%.*s worth asking. As files to send round: "
                                                   "pare ask %s -o questions/",
                                                   TEXT_ARGS(questions), story->options->files));
    else
        document_paragraph(document, text_of("Nothing is left to ask."));
    if (!story->options->only_person)
        add_table(document, story, "questions", NULL, picked, count);
    for (i = 0; story->options->by_person && i < count; i++)
        if (!taken[i])
            add_person(document, story, picked, count, i, taken);
    memory_free(taken);
}
