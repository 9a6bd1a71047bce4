/* What was found, question by question: what is proposed, by what evidence, and what can only be
 * asked. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sections/pick.h"
#include "sections/proposal.h"
#include "sections/inquiries.h"
#include "sections/sections.h"
#include "sections/unknown.h"
#include "sections/words.h"

enum { MOST = 5, FACTS = 2, CHART_MOST = 12 };

struct listed {
    enum question question;
    int64_t saving;
    struct text id;
    size_t action;
};

/* The changes by question, the largest first. */
struct found {
    const struct story *story;
    struct arena *arena;
    struct listed *list;
    size_t count;
};

static enum question question_of(const struct story *story, uint32_t finding)
{
    return rule_info(story->findings->list[finding].rule)->question;
}

static int by_question(const void *a, const void *b)
{
    const struct listed *x = a, *y = b;
    int order = text_compare(x->id, y->id);

    if (x->question != y->question)
        return x->question < y->question ? -1 : 1;
    if (x->saving != y->saving)
        return x->saving < y->saving ? 1 : -1;
    return order ? order : (x->action > y->action) - (x->action < y->action);
}

static void list_changes(struct arena *arena, const struct story *story, struct found *found)
{
    const struct plan *plan = story->plan;

    *found = (struct found){story, arena, ARENA_ARRAY(arena, plan->count, struct listed), 0};
    for (size_t i = 0; i < plan->count; i++) {
        const struct planned *planned = &plan->actions[i];

        if (pick_shows(story, planned->report))
            found->list[found->count++] =
                (struct listed){question_of(story, planned->finding), planned->theoretical,
                                report_id(story->inventory, planned->report), i};
    }
    if (found->count)
        qsort(found->list, found->count, sizeof *found->list, by_question);
}

static enum row_style found_row(const void *context, size_t index, struct cell *cells)
{
    const struct found *found = context;
    const struct plan *plan = found->story->plan;
    const struct planned *planned = &plan->actions[found->list[index / 2].action];
    const struct finding *finding = &plan->findings->list[planned->finding];
    struct text words, why;

    if (index % 2 == 0) {
        cells[0] = cell_text(report_title(found->arena, found->story->inventory, planned->report));
        cells[1] = cell_string(strength_name(finding->strength));
        cells[2] = cell_money(planned->theoretical);
        return ROW_PLAIN;
    }
    words = words_order(found->arena, found->story->inventory, order_of_planned(plan, planned));
    why = words_why(found->arena, plan->findings, finding, FACTS);
    cells[0] =
        cell_text(arena_printf(found->arena, "%.*s: %.*s", TEXT_ARGS(words), TEXT_ARGS(why)));
    return ROW_DETAIL;
}

struct sum {
    size_t proposed, asked;
    int64_t saving;
};

static struct sum sum_of(const struct story *story, enum question question, size_t joints)
{
    struct sum sum = {0};

    for (size_t i = 0; i < story->plan->count; i++) {
        if (question_of(story, story->plan->actions[i].finding) != question)
            continue;
        sum.proposed++;
        sum.saving += story->plan->actions[i].theoretical;
    }
    for (size_t i = 0; i < story->findings->count; i++)
        sum.asked += question_of(story, (uint32_t)i) == question &&
                     finding_weight(&story->findings->list[i]) > 0;
    if (question == QUESTION_OFTEN)
        sum.asked += joints;
    return sum;
}

/* The answer in a sentence or two. */
static void tell_answer(struct document *document, const struct story *story,
                        enum question question, const struct sum *sum)
{
    const char *unknown = unknown_of_question(story->inventory, question);
    struct text money = document_money(document, sum->saving);
    struct text proposed = document_number_of(document, sum->proposed, "change", "changes");
    struct text answer = text_of("Nothing speaks for a change here.");

    if (sum->proposed)
        answer =
            document_text(document, "%.*s %s proposed, worth %.*s a year if all is done.",
                          TEXT_ARGS(proposed), sum->proposed == 1 ? "is" : "are", TEXT_ARGS(money));
    else if (unknown)
        answer = text_of("The list cannot tell.");
    if (sum->asked)
        answer = document_text(document, "%.*s %s %s%s to be asked.", TEXT_ARGS(answer),
                               counted(document, sum->asked), sum->proposed ? "more " : "",
                               sum->asked == 1 ? "is" : "are");
    document_paragraph(document, answer);
    if (unknown && strchr(unknown, ':'))
        document_note(document, document_text(document, "Not known%s.", strchr(unknown, ':')));
}

struct paces {
    const struct story *story;
    struct arena *arena;
    size_t picked[CHART_MOST], count;
};

static uint32_t report_of(const struct story *story, size_t action)
{
    return story->plan->actions[action].report;
}

static int64_t slowed(const struct story *story, size_t action)
{
    const struct planned *planned = &story->plan->actions[action];

    return isnan(planned->to_runs) ? 0 : planned->theoretical;
}

static enum row_style pace_row(const void *context, size_t index, struct cell *cells)
{
    const struct paces *paces = context;
    const struct planned *planned = &paces->story->plan->actions[paces->picked[index]];

    cells[0] = cell_text(report_title(paces->arena, paces->story->inventory, planned->report));
    cells[1] = cell_count(llround(planned->from_runs));
    cells[2] = cell_count(llround(planned->to_runs));
    return ROW_PLAIN;
}

static void tell_paces(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = "issues now", .number = true},
        {.title = "needed", .number = true},
    };
    struct paces *paces = ARENA_ARRAY(document->arena, 1, struct paces);

    paces->story = story;
    paces->arena = document->arena;
    paces->count =
        pick_largest(story, story->plan->count, CHART_MOST, slowed, report_of, paces->picked);
    if (!paces->count)
        return;
    document_chart(document,
                   &(struct chart){CHART_BEFORE_AFTER, 0, 1, 2,
                                   "How many issues a year go out now, and how many are needed."},
                   &(struct table_block){.title = "Issues a year, now and needed",
                                         .columns = columns,
                                         .column_count = 3,
                                         .row_count = paces->count,
                                         .row = pace_row,
                                         .context = paces});
}

/* Those of one question, told from the first of the list on. */
static void tell_largest(struct document *document, const struct found *found, size_t count,
                         bool more)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = ""},
        {.title = "if done", .number = true},
    };

    document_table(document, &(struct table_block){.title = more ? "The largest of them" : "Which",
                                                   .columns = columns,
                                                   .column_count = 3,
                                                   .row_count = 2 * count,
                                                   .row = found_row,
                                                   .context = found});
}

void section_found(struct document *document, const struct story *story)
{
    struct found all;
    struct joints joints;
    size_t next = 0;

    joints_find(document->arena, story, 0, &joints);
    list_changes(document->arena, story, &all);
    document_heading(document, 1, text_of("What we found, question by question"));
    for (int question = 0; question < QUESTION_COUNT; question++) {
        struct found *own = ARENA_ARRAY(document->arena, 1, struct found);
        struct sum sum = sum_of(story, (enum question)question, joints.all);

        *own = all;
        own->list += next;
        own->count = 0;
        for (; next < all.count && all.list[next].question == (enum question)question; next++)
            own->count++;
        document_heading(document, 2, text_of(words_question((enum question)question)));
        tell_answer(document, story, (enum question)question, &sum);
        if (question == QUESTION_OFTEN)
            tell_paces(document, story);
        if (question == QUESTION_WHO)
            section_load(document, story);
        if (own->count)
            tell_largest(document, own, own->count < MOST ? own->count : MOST, own->count > MOST);
    }
}
