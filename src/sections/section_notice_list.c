#include <math.h>

#include "base/out.h"
#include "sections/notices.h"
#include "sections/sections.h"
#include "sections/words.h"

/* The notices as tables: one row a person, for letters that are merged from it, and one row a
 * change. */
enum { MONTHS = 12 };

struct listing {
    const struct notices *notices;
    struct arena *arena;
    const size_t *first; /* by notice the number of its first line among all */
};

static double tenth(double number)
{
    return floor(number * 10 + 0.5) / 10;
}

static const char *state_of(const struct notices *notices)
{
    return notices->draft ? "draft" : "accepted";
}

static struct cell known(struct text t)
{
    return t.size ? cell_text(t) : cell_null();
}

/* All lines of one part as sentences, one below the other in a cell. */
static struct text part_words(const struct listing *listing, const struct notice *notice,
                              bool makes, bool instead)
{
    const struct notices *notices = listing->notices;
    struct out *out = out_memory();
    struct text words;
    size_t told = 0, i;

    for (i = 0; i < notice->line_count; i++) {
        const struct notice_line *line = &notice->lines[i];
        struct text name = report_title(listing->arena, notices->story->inventory, line->report);
        struct text what = instead ? notice_instead(listing->arena, notices, notice, line)
                                   : notice_what(listing->arena, notices, notice, line);

        if (line->makes != makes || !what.size)
            continue;
        out_string(out, told++ ? "; " : "");
        out_printf(out, "%.*s: %.*s", TEXT_ARGS(name), TEXT_ARGS(what));
    }
    words = arena_copy(listing->arena, out_written(out));
    out_close(out);
    return words;
}

static void load_cells(const struct load *now, const struct load *then, struct cell *cells)
{
    cells[0] = cell_count((int64_t)now->reports);
    cells[1] = cell_number(tenth(now->issues));
    cells[2] = cell_number(tenth(now->hours / MONTHS));
    cells[3] = cell_count((int64_t)then->reports);
    cells[4] = cell_number(tenth(then->issues));
    cells[5] = cell_number(tenth(then->hours / MONTHS));
}

static enum row_style notice_row(const void *context, size_t index, struct cell *cells)
{
    const struct listing *listing = context;
    const struct notice *notice = &listing->notices->list[index];

    cells[0] = cell_text(notice->name);
    cells[1] = known(notice->email);
    cells[2] = known(notice->unit);
    cells[3] = cell_string(state_of(listing->notices));
    load_cells(&notice->makes, &notice->makes_then, cells + 4);
    load_cells(&notice->gets, &notice->gets_then, cells + 10);
    cells[16] = cell_number(notice->back);
    cells[17] = cell_number(notice->taken);
    cells[18] = known(part_words(listing, notice, true, false));
    cells[19] = known(part_words(listing, notice, false, false));
    cells[20] = known(part_words(listing, notice, false, true));
    cells[21] = cell_date(notice_first_day(listing->notices, notice));
    cells[22] = cell_string(listing->notices->story->options->cover.contact);
    cells[23] = cell_text(text_of(notice->file));
    return ROW_PLAIN;
}

static size_t notice_at(const struct listing *listing, size_t line)
{
    size_t low = 0, high = listing->notices->count;

    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;

        if (listing->first[middle] <= line)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static enum row_style change_row(const void *context, size_t index, struct cell *cells)
{
    const struct listing *listing = context;
    const struct notices *notices = listing->notices;
    const struct story *story = notices->story;
    size_t at = notice_at(listing, index);
    const struct notice *notice = &notices->list[at];
    const struct notice_line *line = &notice->lines[index - listing->first[at]];
    uint32_t action, instead;
    int32_t start;

    cells[0] = cell_text(notice->name);
    cells[1] = cell_string(line->makes ? "makes" : "gets");
    cells[2] = cell_text(report_id(story->inventory, line->report));
    cells[3] = cell_text(inventory_text(
        story->inventory, story->inventory->columns[FIELD_name].number[line->report]));
    cells[4] = known(notice_what(listing->arena, notices, notice, line));
    cells[6] = cell_number(line->hours);
    cells[10] = cell_date(notice_object_by(notices, line));
    if (!notice_ends(notices, line->report, &action, &instead))
        return ROW_PLAIN;
    if (instead != line->report)
        cells[5] = cell_text(report_id(story->inventory, instead));
    start = notice_start(notices, action);
    cells[7] = cell_number(notice_hold_weeks(story->findings->baseline.basis[line->report].runs));
    cells[8] = cell_date(start);
    cells[9] = cell_date(notice_gone_on(notices, line->report));
    return ROW_PLAIN;
}

/* The hours of all notices are those of the plan if all is done, but for what nobody is known to
 * make. */
static void tell_sums(struct document *document, const struct notices *notices)
{
    double back = 0, taken = 0;
    size_t i;

    for (i = 0; i < notices->count; i++) {
        back += notices->list[i].back;
        taken += notices->list[i].taken;
    }
    document_record(
        document, "notice_sums",
        (const struct entry[]){{"state", cell_string(state_of(notices))},
                               {"people", cell_count((int64_t)notices->count)},
                               {"hours_back", cell_number(back)},
                               {"hours_taken_on", cell_number(taken)},
                               {"hours_of_nobody", cell_number(notices->hours_unaddressed)}},
        5);
}

void section_notice_list(struct document *document, const struct story *story)
{
    static const struct column people[] = {
        {.key = "person"},
        {.key = "email"},
        {.key = "department"},
        {.key = "state"},
        {.key = "makes"},
        {.key = "makes_a_week"},
        {.key = "makes_hours_a_month"},
        {.key = "makes_then"},
        {.key = "makes_a_week_then"},
        {.key = "makes_hours_a_month_then"},
        {.key = "gets"},
        {.key = "gets_a_week"},
        {.key = "gets_hours_a_month"},
        {.key = "gets_then"},
        {.key = "gets_a_week_then"},
        {.key = "gets_hours_a_month_then"},
        {.key = "hours_back"},
        {.key = "hours_taken_on"},
        {.key = "what_you_make"},
        {.key = "what_you_get"},
        {.key = "use_instead"},
        {.key = "object_by"},
        {.key = "object_to"},
        {.key = "file"},
    };
    static const struct column changes[] = {
        {.key = "person"},      {.key = "part"},    {.key = "report"},     {.key = "name"},
        {.key = "change"},      {.key = "instead"}, {.key = "hours_back"}, {.key = "hold_weeks"},
        {.key = "paused_from"}, {.key = "gone_on"}, {.key = "object_by"},
    };
    struct listing *listing = ARENA_ARRAY(document->arena, 1, struct listing);
    const struct notices *notices = notices_make(document->arena, story);
    size_t *first = ARENA_ARRAY(document->arena, notices->count, size_t);
    size_t lines = 0, i;

    for (i = 0; i < notices->count; i++) {
        first[i] = lines;
        lines += notices->list[i].line_count;
    }
    *listing = (struct listing){notices, document->arena, first};
    tell_sums(document, notices);
    document_table(document, &(struct table_block){.key = "notices",
                                                   .columns = people,
                                                   .column_count = sizeof people / sizeof *people,
                                                   .row_count = notices->count,
                                                   .row = notice_row,
                                                   .context = listing});
    document_table(document, &(struct table_block){.key = "notice_changes",
                                                   .columns = changes,
                                                   .column_count = sizeof changes / sizeof *changes,
                                                   .row_count = lines,
                                                   .row = change_row,
                                                   .context = listing});
}
