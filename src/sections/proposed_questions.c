#include "sections/proposed_questions.h"

#include <math.h>

#include "base/memory.h"
#include "sections/partnerships.h"
#include "sections/proposal.h"
#include "sections/question_words.h"
#include "sections/words.h"

struct kind {
    enum action action;
    size_t questions, people;
    int64_t stake; /* each alone */
};

struct kinds {
    struct kind list[ACTION_COUNT + 1]; /* the last: together */
    size_t count;
};

static enum action asked_action(const struct finding *finding)
{
    return isnan(finding->to_runs) ? finding->action : ACTION_REDUCE_FREQUENCY;
}

/* Whom a kind of question goes to, each counted once. */
static void count_people(const struct story *story, const struct joints *joints,
                         struct kinds *kinds)
{
    struct table *people[ACTION_COUNT + 1];

    for (size_t i = 0; i < kinds->count; i++)
        people[i] = table_new();
    for (size_t i = 0; i < story->findings->count; i++) {
        const struct finding *finding = &story->findings->list[i];
        struct text person;

        if (finding_weight(finding) <= 0)
            continue;
        person = question_person(story, finding->report);
        for (size_t k = 0; person.size && k < kinds->count; k++)
            if (k + 1 == kinds->count || kinds->list[k].action == asked_action(finding))
                table_add(people[k], person);
    }
    for (size_t i = 0; i < joints->count; i++)
        for (size_t k = 0; joints->list[i].whom.size && k < kinds->count; k++)
            if (k + 1 == kinds->count || kinds->list[k].action == ACTION_REDUCE_FREQUENCY)
                table_add(people[k], joints->list[i].person);
    for (size_t i = 0; i < kinds->count; i++) {
        kinds->list[i].people = table_count(people[i]);
        table_free(people[i]);
    }
}

static void gather(struct arena *arena, const struct story *story, struct kinds *kinds)
{
    struct kind by_action[ACTION_COUNT] = {0};
    struct kind together = {.stake = story->plan->totals.at_stake};
    struct kind *slower = &by_action[ACTION_REDUCE_FREQUENCY];
    struct joints joints;

    joints_find(arena, story, SIZE_MAX, &joints);
    for (size_t i = 0; i < story->findings->count; i++) {
        const struct finding *finding = &story->findings->list[i];
        struct kind *kind = &by_action[asked_action(finding)];

        if (finding_weight(finding) <= 0)
            continue;
        kind->action = asked_action(finding);
        kind->questions++;
        kind->stake += finding->saving;
        together.questions++;
    }
    if (joints.all)
        slower->action = ACTION_REDUCE_FREQUENCY;
    slower->questions += joints.all;
    slower->stake += joints.saving;
    together.questions += joints.all;
    for (size_t i = 0; i < ACTION_COUNT; i++)
        if (by_action[i].questions)
            kinds->list[kinds->count++] = by_action[i];
    kinds->list[kinds->count++] = together;
    count_people(story, &joints, kinds);
}

static enum row_style kind_row(const void *context, size_t index, struct cell *cells)
{
    const struct kinds *kinds = context;
    const struct kind *kind = &kinds->list[index];
    bool last = index + 1 == kinds->count;

    cells[0] = cell_string(last ? "Together, as they overlap" : action_heading(kind->action));
    cells[1] = cell_count((int64_t)kind->questions);
    if (kind->people)
        cells[3] = cell_count((int64_t)kind->people);
    cells[2] = cell_money(kind->stake);
    return last ? ROW_TOTAL : ROW_PLAIN;
}

size_t proposed_questions_count(const struct story *story)
{
    struct arena *scratch = arena_new();
    struct joints joints;
    size_t count;

    joints_find(scratch, story, 0, &joints);
    count = joints.all;
    for (size_t i = 0; i < story->findings->count; i++)
        count += finding_weight(&story->findings->list[i]) > 0;
    arena_free(scratch);
    return count;
}

/* What else is there where no change rests on evidence. */
static void tell_others(struct document *document, const struct story *story)
{
    const struct partnerships *found = partnerships_find(document->arena, story);
    const struct plan *plan = story->plan;
    double hours = 0;
    struct text words;

    for (size_t i = 0; i < found->count; i++)
        hours += found->list[i].hours;
    words = document_count(document, hours);
    if (found->count)
        document_paragraph(
            document,
            document_text(
                document,
                "%zu %s of units make the same report, each for itself: %.*s hours a year. "
                "What making it together would save they can say when they have met.",
                found->count, found->count == 1 ? "group" : "groups", TEXT_ARGS(words)));
    if (plan->outside_count)
        document_paragraph(
            document,
            document_text(document, "%zu %s would need approval from outside; none is counted.",
                          plan->outside_count, plan->outside_count == 1 ? "change" : "changes"));
}

void proposed_questions(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = ""},
        {.title = "questions", .number = true, .adds_up = true},
        {.title = "at stake a year", .number = true},
        {.title = "people to ask", .number = true},
    };
    struct kinds *kinds = ARENA_ARRAY(document->arena, 1, struct kinds);
    bool owners;

    gather(document->arena, story, kinds);
    owners = kinds->list[kinds->count - 1].people > 0;
    if (kinds->count > 1)
        document_table(document, &(struct table_block){.title = "What we would ask",
                                                       .columns = columns,
                                                       .column_count = owners ? 4 : 3,
                                                       .row_count = kinds->count,
                                                       .row = kind_row,
                                                       .context = kinds});
    tell_others(document, story);
}
