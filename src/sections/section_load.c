#include "plan/load.h"

#include <math.h>

#include "sections/sections.h"

/* How many readers get how many issues a week, the heaviest first; by name only where names were
 * asked for. */
struct band {
    const char *words;
    double from; /* issues a week */
    size_t readers;
    uint64_t reports;
};

enum { BANDS = 5, SHOWN = 10 };

struct told {
    const struct inventory *inventory;
    struct loads loads;
    const struct reader_load *heaviest;
    struct band bands[BANDS];
    size_t used[BANDS], count; /* bands with somebody in them */
};

static void fill_bands(struct document *document, const struct story *story, struct told *told)
{
    double many = assume(story->assumptions, ASSUMPTION_READER_LOAD);
    struct text top = document_text(document, "%.10g and more", many);
    struct text next = document_text(document, "10 to %.10g", many);
    const struct band bands[BANDS] = {{top.data, fmax(many, 10), 0, 0},
                                      {next.data, 10, 0, 0},
                                      {"5 to 10", 5, 0, 0},
                                      {"1 to 5", 1, 0, 0},
                                      {"less than 1", 0, 0, 0}};
    size_t i, b;

    for (b = 0; b < BANDS; b++)
        told->bands[b] = bands[b];
    for (i = 0; i < told->loads.count; i++) {
        for (b = 0; told->loads.list[i].a_week < told->bands[b].from; b++)
            ;
        told->bands[b].readers++;
        told->bands[b].reports += told->loads.list[i].reports;
    }
    for (b = 0; b < BANDS; b++)
        if (told->bands[b].readers)
            told->used[told->count++] = b;
}

static enum row_style band_row(const void *context, size_t index, struct cell *cells)
{
    const struct told *told = context;
    const struct band *band = &told->bands[told->used[index]];

    cells[0] = cell_string(band->words);
    cells[1] = cell_count((int64_t)band->readers);
    cells[2] = cell_number(round((double)band->reports / (double)band->readers * 10) / 10);
    return ROW_PLAIN;
}

static enum row_style reader_row(const void *context, size_t index, struct cell *cells)
{
    const struct told *told = context;
    const struct reader_load *load = &told->loads.list[index];
    uint32_t unit = inventory_person(told->inventory, load->person)->department;

    cells[0] = cell_text(inventory_person_name(told->inventory, load->person));
    cells[1] = unit ? cell_text(inventory_text(told->inventory, unit)) : cell_null();
    cells[2] = cell_number(round(load->a_week * 100) / 100);
    cells[3] = cell_count(load->reports);
    return ROW_PLAIN;
}

static void tell_readers(struct document *document, const struct told *told)
{
    static const struct column columns[] = {
        {.key = "person", .title = "", .fit = FIT_CUT},
        {.key = "department", .title = "unit"},
        {.key = "issues_a_week", .title = "issues a week", .number = true},
        {.key = "reports", .title = "reports", .number = true}};

    document_table(document, &(struct table_block){.key = "readers",
                                                   .title = "Who gets most",
                                                   .columns = columns,
                                                   .column_count = 4,
                                                   .row_count = told->loads.count,
                                                   .limit = SHOWN,
                                                   .row = reader_row,
                                                   .context = told});
}

/* The first screen is short: there only what nobody can read is told. */
static bool is_worth_a_word(const struct story *story, const struct told *told)
{
    return story->kept || story->options->names ||
           told->heaviest->a_week >= assume(story->assumptions, ASSUMPTION_READER_LOAD);
}

void section_load(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.key = "issues_a_week", .title = ""},
        {.key = "readers", .title = "readers", .number = true},
        {.key = "reports_each", .title = "reports each", .number = true}};
    struct told *told = ARENA_ARRAY(document->arena, 1, struct told);
    struct text reports;

    told->inventory = story->inventory;
    loads_find(document->arena, story->findings, story->plan_options->threads, &told->loads);
    if (!told->loads.count)
        return;
    told->heaviest = loads_heaviest(&told->loads);
    fill_bands(document, story, told);
    document_chart(
        document,
        &(struct chart){CHART_BARS, 0, 1, 1, "How many people get how many issues a week."},
        &(struct table_block){.key = "load",
                              .title =
                                  is_worth_a_word(story, told) ? "Issues a week, by reader" : NULL,
                              .columns = columns,
                              .column_count = 3,
                              .row_count = told->count,
                              .row = band_row,
                              .context = told});
    if (!is_worth_a_word(story, told))
        return;
    reports = document_number_of(document, told->heaviest->reports, "report", "reports");
    document_note(document, document_text(document, "At most: %.0f a week, from %.*s.",
                                          told->heaviest->a_week, TEXT_ARGS(reports)));
    if (!story->options->names)
        return;
    loads_rank(&told->loads);
    tell_readers(document, told);
}
