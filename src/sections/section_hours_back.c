/* The hours that each department gets back, with a blank for what they are for: freed hours that
 * nobody has a use for are no saving. */
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "sections/sections.h"

enum { SHOWN = 30 };

struct back {
    struct text name;
    size_t changes;
    double hours, freed;
};

struct backs {
    struct back *list; /* with the total */
    size_t count;
};

static int by_freed(const void *a, const void *b)
{
    const struct back *x = a, *y = b;

    if (x->freed != y->freed)
        return x->freed < y->freed ? 1 : -1;
    return text_compare(x->name, y->name);
}

/* By department, or by owner where the list has no departments. */
static struct backs *collect(struct arena *arena, const struct story *story)
{
    const struct inventory *inventory = story->inventory;
    bool units = inventory->columns[FIELD_department].number;
    const uint32_t *column = units ? inventory->columns[FIELD_department].number
                                   : inventory->columns[FIELD_owner].number;
    size_t limit =
        units ? (size_t)table_count(inventory->strings) + 1 : inventory->people_count + 1;
    struct back *sums = memory_alloc(limit, sizeof *sums);
    struct backs *backs = ARENA_ARRAY(arena, 1, struct backs);
    struct back total = {.name = text_of("Together")};

    for (size_t i = 0; i < inventory->count; i++)
        if (story->relations->listed_as[i] == i)
            sums[column ? column[i] : 0].hours +=
                baseline_cost(&story->findings->baseline, i).hours;
    for (size_t i = 0; i < story->plan->count; i++) {
        struct back *sum = &sums[column ? column[story->plan->actions[i].report] : 0];

        sum->changes++;
        sum->freed += story->plan->actions[i].hours;
    }
    for (size_t i = 0; i < limit; i++)
        backs->count += sums[i].changes > 0;
    backs->list = ARENA_ARRAY(arena, backs->count + 1, struct back);
    backs->count = 0;
    for (size_t i = 0; i < limit; i++) {
        if (!sums[i].changes)
            continue;
        sums[i].name = i == 0  ? text_of(units ? "no department" : "no owner")
                       : units ? inventory_text(inventory, (uint32_t)i)
                               : inventory_person_name(inventory, (uint32_t)i);
        backs->list[backs->count++] = sums[i];
        total.changes += sums[i].changes;
    }
    memory_free(sums);
    if (backs->count)
        qsort(backs->list, backs->count, sizeof *backs->list, by_freed);
    total.freed = story->plan->totals.realisable_hours;
    backs->list[backs->count++] = total;
    return backs;
}

static enum row_style back_row(const void *context, size_t index, struct cell *cells)
{
    const struct backs *backs = context;
    const struct back *back = &backs->list[index];
    bool total = index + 1 == backs->count;

    cells[0] = cell_text(back->name);
    cells[1] = cell_count((int64_t)back->changes);
    if (!total)
        cells[2] = cell_hours(back->hours);
    cells[3] = cell_hours(back->freed);
    if (!total)
        cells[4] = cell_string("______________________________");
    return total ? ROW_TOTAL : ROW_PLAIN;
}

void section_hours_back(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = "changes", .number = true},
        {.title = "hours now", .number = true},
        {.title = "hours back", .number = true, .adds_up = true},
        {.title = "what they are for"},
    };
    struct backs *backs;

    if (!story->plan->count)
        return;
    backs = collect(document->arena, story);
    document_heading(document, 1, text_of("The hours that come back"));
    document_paragraph(document,
                       text_of("Freed hours are worth something once it is said what they are for. "
                               "They are expected hours a year, after what usually fails. Each "
                               "department fills in its line."));
    document_table(document, &(struct table_block){.title = "Hours a year that come back",
                                                   .columns = columns,
                                                   .column_count = 5,
                                                   .row_count = backs->count,
                                                   .limit = SHOWN,
                                                   .row = back_row,
                                                   .context = backs});
}
