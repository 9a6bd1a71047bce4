#include "base/memory.h"
#include "sections/file_key.h"
#include "sections/question_words.h"
#include "sections/sections.h"
#include "sections/words.h"

/* The questions whose answers are worth most, each to the person who can answer it; a table of all
 * and one for each person, which become files of their own. */
enum { FACTS = 2, NAMED = 30 };

struct asked {
    const struct story *story;
    struct arena *arena;
    const struct inquiries *all;
    const struct inquiry *const *list; /* those of one person, or all */
    size_t count;
};

static bool is_same_person(const struct story *story, const struct inquiry *a,
                           const struct inquiry *b)
{
    return text_equal(inquiry_whom(story, a), inquiry_whom(story, b));
}

/* By name, or by address where another who is asked has the same name. */
static struct text address_of(const struct story *story, const struct inquiries *all,
                              const struct inquiry *inquiry)
{
    struct text person = inquiry_person(story, inquiry);
    size_t i;

    for (i = 0; i < all->count; i++)
        if (text_equal(inquiry_person(story, &all->list[i]), person) &&
            !is_same_person(story, &all->list[i], inquiry))
            return inquiry_whom(story, inquiry);
    return person;
}

static void joint_cells(const struct asked *asked, const struct inquiry *inquiry,
                        struct cell *cells)
{
    cells[0] = cell_text(arena_printf(asked->arena, "often:%.*s", TEXT_ARGS(inquiry->joint->whom)));
    cells[2] = cell_null();
    cells[4] = cell_string("none; all; not sure; or which could");
    cells[6] = cell_string("less often");
}

static enum row_style ask_row(const void *context, size_t index, struct cell *cells)
{
    const struct asked *asked = context;
    const struct story *story = asked->story;
    const struct inquiry *inquiry = asked->list[index / 2];
    const struct finding *finding = inquiry->finding;
    struct text id = report_id(story->inventory, finding->report);

    if (index % 2 == 1) {
        cells[3] = inquiry->joint
                       ? cell_string("nothing in the list says who needs them so often")
                       : cell_text(words_why(asked->arena, story->findings, finding, FACTS));
        return ROW_DETAIL;
    }
    cells[0] = cell_text(
        arena_printf(asked->arena, "%s:%.*s", rule_info(finding->rule)->name, TEXT_ARGS(id)));
    cells[1] = cell_text(address_of(story, asked->all, inquiry));
    cells[2] = cell_text(id);
    cells[3] = cell_text(question_words_of(asked->arena, story, inquiry, NAMED));
    cells[4] = cell_string(finding->to_runs > 0 ? "yes; no; not sure; or how often would do"
                                                : "yes; no; not sure");
    cells[6] = cell_text(words_order(asked->arena, story->inventory, order_of_finding(finding)));
    cells[7] = cell_money(inquiry->saving);
    if (inquiry->joint)
        joint_cells(asked, inquiry, cells);
    return ROW_PLAIN;
}

static void add_table(struct document *document, const char *key, const char *title,
                      const struct asked *given)
{
    static const char *const replies[] = {"yes", "no", "not sure", NULL};
    static const struct column columns[] = {
        {.key = "id"},      {.key = "person"},
        {.key = "report"},  {.key = "question", .title = "", .fit = FIT_WRAP},
        {.key = "choices"}, {.key = "answer", .pick = replies},
        {.key = "decides"}, {.key = "saving", .title = "at stake", .number = true},
    };
    struct asked *asked = ARENA_ARRAY(document->arena, 1, struct asked);

    *asked = *given;
    document_table(document, &(struct table_block){.key = key,
                                                   .title = title,
                                                   .columns = columns,
                                                   .column_count = 8,
                                                   .row_count = 2 * asked->count,
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

/* The questions to one person, in the order of all; those that were taken are marked. */
static void add_person(struct document *document, const struct story *story,
                       const struct inquiries *all, size_t first, bool *taken)
{
    const struct inquiry **own = ARENA_ARRAY(document->arena, all->count, const struct inquiry *);
    struct asked asked = {story, document->arena, all, own, 0};
    struct text person = address_of(story, all, &all->list[first]);
    size_t i;

    for (i = first; i < all->count; i++) {
        if (taken[i] || !is_same_person(story, &all->list[i], &all->list[first]))
            continue;
        taken[i] = true;
        own[asked.count++] = &all->list[i];
    }
    if (!person.size && !story->options->only_person)
        add_table(document, file_of(document, text_of("nobody")),
                  "to nobody in particular; whom to ask?", &asked);
    else if (person.size &&
             (is_for(story, person) || is_for(story, inquiry_person(story, &all->list[first]))))
        add_table(document, file_of(document, person), arena_copy(document->arena, person).data,
                  &asked);
}

static void add_all(struct document *document, const struct story *story,
                    const struct inquiries *all)
{
    const struct inquiry **list = ARENA_ARRAY(document->arena, all->count, const struct inquiry *);
    struct asked asked = {story, document->arena, all, list, all->count};
    size_t i;

    for (i = 0; i < all->count; i++)
        list[i] = &all->list[i];
    add_table(document, "questions", NULL, &asked);
}

void section_ask(struct document *document, const struct story *story)
{
    struct inquiries *all = ARENA_ARRAY(document->arena, 1, struct inquiries);
    struct text words;
    bool *taken;
    size_t i;

    inquiries_find(document->arena, story, story->options->questions, all);
    taken = memory_alloc(all->count, sizeof *taken);
    words = document_number_of(document, all->count, "question", "questions");
    if (all->count)
        document_paragraph(document, document_text(document,
                                                   "%.*s worth asking. As files to send round: "
                                                   "pare ask %s -o questions/",
                                                   TEXT_ARGS(words), story->options->judge_words));
    else
        document_paragraph(document, text_of("Nothing is left to ask."));
    if (!story->options->only_person)
        add_all(document, story, all);
    for (i = 0; story->options->by_person && i < all->count; i++)
        if (!taken[i])
            add_person(document, story, all, i, taken);
    memory_free(taken);
}
