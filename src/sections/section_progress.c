#include "plan/progress.h"

#include <math.h>

#include "base/memory.h"
#include "sections/sections.h"
#include "sections/words.h"

/* How far the changes have come: what is proposed and what became of each decision. */
enum { LATE = 5 };

struct told {
    const struct story *story;
    struct progress progress;
    enum stage_of_change used[CHANGE_COUNT];
    size_t count;
};

static const char *const what[CHANGE_COUNT] = {
    [CHANGE_PROPOSED] = "proposed, nobody has decided",
    [CHANGE_ACCEPTED] = "accepted",
    [CHANGE_OVERDUE] = "accepted and overdue",
    [CHANGE_DONE] = "said to be done, not yet seen in the list",
    [CHANGE_VERIFIED] = "done, and the list shows it",
    [CHANGE_REJECTED] = "rejected, until its review date",
    [CHANGE_DEFERRED] = "deferred, until its review date",
    [CHANGE_LOST] = "decided on a report that is not in the list",
};

/* What a line comes to is known of all its changes or not told. */
static void fill_row(const struct progress_line *line, struct cell *cells)
{
    bool known = line->known == line->count;

    cells[0] = cell_count((int64_t)line->count);
    cells[1] = cell_hours(known ? line->hours : (double)NAN);
    cells[2] = known ? cell_money(line->saving) : cell_null();
}

static enum row_style stage_row(const void *context, size_t index, struct cell *cells)
{
    const struct told *told = context;
    enum stage_of_change stage = told->used[index];

    cells[0] = cell_string(stage_of_change_name(stage));
    cells[1] = cell_string(what[stage]);
    fill_row(&told->progress.line[stage], cells + 2);
    return ROW_PLAIN;
}

/* Who is late, with whom it rests and since when. */
static void tell_late(struct document *document, const struct told *told,
                      enum stage_of_change stage, const char *words)
{
    const struct inventory *inventory = told->story->inventory;
    size_t shown = 0, i;

    for (i = 0; i < inventory->decision_count && shown < LATE; i++) {
        const struct decision *decision = &inventory->decisions[i];
        struct text by = inventory_text(inventory, decision->by);
        int32_t on = stage == CHANGE_DONE ? decision->done : decision->due;
        char date[16];
        struct text day = on != DATE_UNKNOWN ? date_format(on, date) : text_make("", 0);

        if (told->progress.decided[i] != stage)
            continue;
        shown++;
        document_note(document, document_text(document, "%s: %.*s, %s%s%.*s%s%.*s", words,
                                              TEXT_ARGS(inventory_text(inventory, decision->named)),
                                              words_action((enum action)decision->action),
                                              day.size ? ", " : "", TEXT_ARGS(day),
                                              by.size ? ", decided by " : "", TEXT_ARGS(by)));
    }
}

static struct told *tell(struct document *document, const struct story *story)
{
    struct told *told = ARENA_ARRAY(document->arena, 1, struct told);
    int stage;

    told->story = story;
    progress_find(document->arena, story->plan, story->plan_options, &told->progress);
    for (stage = 0; stage < CHANGE_COUNT; stage++)
        if (told->progress.line[stage].count)
            told->used[told->count++] = (enum stage_of_change)stage;
    return told;
}

/* Without decisions there is nothing but proposals, which the plan tells. */
void section_progress(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.key = "state"},
        {.title = "", .fit = FIT_WRAP},
        {.key = "changes", .title = "changes", .number = true},
        {.key = "hours", .title = "hours", .number = true},
        {.key = "saving", .title = "if done", .number = true},
    };
    struct told *told;

    if (!story->inventory->decision_count)
        return;
    told = tell(document, story);
    document_table(document, &(struct table_block){.key = "progress",
                                                   .title = "How far it has come",
                                                   .columns = columns,
                                                   .column_count = 5,
                                                   .row_count = told->count,
                                                   .row = stage_row,
                                                   .context = told});
    tell_late(document, told, CHANGE_OVERDUE, "Overdue");
    tell_late(document, told, CHANGE_DONE, "Said to be done");
    tell_late(document, told, CHANGE_LOST, "Not in the list");
    if (told->progress.line[CHANGE_VERIFIED].count)
        document_note(document, text_of("What the done changes saved: pare compare."));
}
