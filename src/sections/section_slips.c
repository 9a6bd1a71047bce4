#include <string.h>

#include "base/memory.h"
#include "model/answer.h"
#include "sections/file_key.h"
#include "sections/pick.h"
#include "sections/sections.h"
#include "sections/words.h"

/* A slip for the readers of each of the costliest reports that stay: is the right thing on it, and
 * is it clear? The owner sends it on, so no reader is named; answers come back with --answers. */
enum { SLIPS = 10, LINES = 3 };

struct slip {
    const struct story *story;
    struct arena *arena;
    uint32_t report;
};

static const struct answer *answer_to(const struct story *story, const char *question,
                                      size_t report)
{
    const struct inventory *inventory = story->inventory;
    struct arena *scratch = arena_new();
    struct text id = report_id(inventory, report);
    struct text key = arena_printf(scratch, "%s:%.*s", question, TEXT_ARGS(id));
    const struct answer *answer = NULL;

    if (inventory->answers)
        answer = answers_last(inventory->answers, table_find(inventory->strings, key));
    arena_free(scratch);
    return answer;
}

/* Nobody gets it, or its readers were asked and have answered. */
static bool wants_slip(const struct story *story, size_t report)
{
    double readers = baseline_readers(&story->findings->baseline, report);

    return !(readers < 1) && !answer_to(story, "clear", report) &&
           !answer_to(story, "missing", report) && !answer_to(story, "parts", report);
}

/* By report whether it goes; the caller frees. */
static bool *find_gone(const struct story *story)
{
    const struct plan *plan = story->plan;
    bool *gone = memory_alloc(story->inventory->count, sizeof *gone);
    size_t i;

    for (i = 0; i < plan->count; i++) {
        enum action action = plan->findings->list[plan->actions[i].finding].action;

        if (action == ACTION_RETIRE || action == ACTION_MERGE)
            gone[plan->actions[i].report] = true;
    }
    return gone;
}

/* The costlier first, of equal ones the smaller id. */
static bool goes_before(const struct story *story, size_t a, size_t b)
{
    const struct baseline *baseline = &story->findings->baseline;
    int64_t x = baseline_producer(baseline, a), y = baseline_producer(baseline, b);

    return x != y
               ? x > y
               : text_compare(report_id(story->inventory, a), report_id(story->inventory, b)) < 0;
}

static size_t pick_reports(const struct story *story, size_t picked[SLIPS])
{
    bool *gone = find_gone(story);
    size_t count = 0, i, at;

    memset(picked, 0, SLIPS * sizeof *picked);
    for (i = 0; i < story->inventory->count; i++) {
        if (gone[i] || baseline_producer(&story->findings->baseline, i) <= 0 ||
            (count == SLIPS && !goes_before(story, i, picked[SLIPS - 1])) ||
            !pick_shows(story, (uint32_t)i) || !wants_slip(story, i))
            continue;
        for (at = count < SLIPS ? count++ : SLIPS - 1;
             at > 0 && goes_before(story, i, picked[at - 1]); at--)
            picked[at] = picked[at - 1];
        picked[at] = i;
    }
    memory_free(gone);
    return count;
}

static struct text parts_of(const struct slip *slip)
{
    const struct inventory *inventory = slip->story->inventory;
    struct text parts = text_of("");
    struct report report;
    uint32_t i;

    inventory_report(inventory, slip->report, &report);
    for (i = 0; i < report.fields.count; i++) {
        struct text term = inventory_term(inventory, report.fields.member[i]);

        parts = arena_printf(slip->arena, "%.*s%s%.*s", TEXT_ARGS(parts), i ? "; " : "",
                             TEXT_ARGS(term));
    }
    return parts.size ? parts : text_of("in your own words");
}

static enum row_style slip_row(const void *context, size_t index, struct cell *cells)
{
    static const struct {
        const char *id, *question, *choices; /* choices NULL: what is on the report */
    } lines[LINES] = {
        {"parts", "Which parts of \"%.*s\" do you use?", NULL},
        {"missing", "What is missing or wrong in \"%.*s\"?", "in your own words; or nothing"},
        {"clear", "How clear is \"%.*s\"?", "1 (not at all) to 5 (very)"},
    };
    const struct slip *slip = context;
    const struct inventory *inventory = slip->story->inventory;
    struct text id = report_id(inventory, slip->report);
    struct text name =
        inventory_text(inventory, inventory->columns[FIELD_name].number[slip->report]);
    size_t cut = text_find(text_of(lines[index].question), '%');
    struct text before = text_slice(text_of(lines[index].question), 0, cut);
    struct text after = text_from(text_of(lines[index].question), cut + sizeof "%.*s" - 1);

    cells[0] = cell_text(arena_printf(slip->arena, "%s:%.*s", lines[index].id, TEXT_ARGS(id)));
    cells[2] = cell_text(id);
    cells[3] = cell_text(arena_printf(slip->arena, "%.*s%.*s%.*s", TEXT_ARGS(before),
                                      TEXT_ARGS(name), TEXT_ARGS(after)));
    cells[4] = lines[index].choices ? cell_string(lines[index].choices) : cell_text(parts_of(slip));
    return ROW_PLAIN;
}

static void add_slip(struct document *document, const struct story *story, size_t number,
                     size_t report)
{
    static const struct column columns[] = {
        {.key = "id"},       {.key = "person"},  {.key = "report"},
        {.key = "question"}, {.key = "choices"}, {.key = "answer"},
    };
    struct slip *slip = ARENA_ARRAY(document->arena, 1, struct slip);
    struct text start = document_text(document, "slip-%02zu-", number);

    *slip = (struct slip){story, document->arena, (uint32_t)report};
    document_table(document,
                   &(struct table_block){.key = file_key(document->arena, start.data,
                                                         report_id(story->inventory, report)),
                                         .columns = columns,
                                         .column_count = 6,
                                         .row_count = LINES,
                                         .row = slip_row,
                                         .context = slip});
}

void section_slips(struct document *document, const struct story *story)
{
    size_t picked[SLIPS], count, i;

    if (!story->options->by_person || story->options->only_person)
        return;
    count = pick_reports(story, picked);
    if (!count)
        return;
    for (i = 0; i < count; i++)
        add_slip(document, story, i + 1, picked[i]);
    document_note(
        document,
        document_text(document,
                      "Besides, for the readers of the %zu costliest reports that stay, a "
                      "slip each: which parts they use, what is missing or wrong, how "
                      "clear it is. Its owner sends it on.",
                      count));
}
