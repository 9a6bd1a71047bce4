#include <math.h>

#include "sections/partnerships.h"
#include "sections/sections.h"
#include "sections/words.h"

/* What units could make together: for people the largest, for machines all and who takes part. */
enum { SHOWN = 3 };

struct context {
    const struct story *story;
    struct document *document;
    const struct partnerships *found;
    const size_t *start; /* by partnership the first of its rows in the table of sides */
};

static struct text id_of(const struct context *told, const struct partnership *partnership)
{
    const struct group *group = &told->story->relations->groups[partnership->groups[0]];
    struct text keep = report_id(told->story->inventory, group->keep);

    return document_text(told->document, "%s:%.*s", relation_name(group->relation),
                         TEXT_ARGS(keep));
}

/* Two rows each for people, the second of which says what is common and whom to meet. */
static enum row_style partnership_row(const void *context, size_t index, struct cell *cells)
{
    const struct context *told = context;
    const struct partnership *partnership = &told->found->list[index / 2];
    struct arena *arena = told->document->arena;
    const struct group *group = &told->story->relations->groups[partnership->groups[0]];
    struct text first;

    if (index % 2 == 1) {
        struct text name = report_title(arena, told->story->inventory, group->keep);

        first = partnership_first(told->document, told->story, partnership);
        if (partnership->group_count > 1)
            name = arena_printf(arena, "%.*s and %zu more", TEXT_ARGS(name),
                                partnership->group_count - 1);
        cells[1] = cell_text(
            arena_printf(arena, "%.*s. Meet first: %.*s", TEXT_ARGS(name), TEXT_ARGS(first)));
        return ROW_DETAIL;
    }
    cells[0] = cell_text(id_of(told, partnership));
    cells[1] = cell_text(partnership_units(arena, partnership));
    cells[2] = cell_count((int64_t)partnership->side_count);
    cells[3] = cell_count((int64_t)partnership->reports);
    cells[4] = cell_hours(partnership->hours);
    cells[5] = cell_money(partnership->cost);
    cells[6] = cell_text(partnership_first(told->document, told->story, partnership));
    cells[7] = cell_text(partnership_proposal(told->document, told->story, partnership));
    return ROW_PLAIN;
}

/* The partnership that a row of the table of sides belongs to. */
static size_t partnership_at(const struct context *told, size_t index)
{
    size_t low = 0, high = told->found->count;

    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;

        if (told->start[middle] <= index)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static enum row_style side_row(const void *context, size_t index, struct cell *cells)
{
    const struct context *told = context;
    size_t at = partnership_at(told, index);
    const struct partnership *partnership = &told->found->list[at];
    const struct side *side = &partnership->sides[index - told->start[at]];

    cells[0] = cell_text(id_of(told, partnership));
    cells[1] = cell_text(side->unit);
    if (side->owner)
        cells[2] = cell_text(inventory_person_name(told->story->inventory, side->owner));
    cells[3] = cell_count((int64_t)side->reports);
    cells[4] = cell_hours(side->hours);
    cells[5] = cell_money(side->cost);
    cells[6] = cell_flag(index - told->start[at] == partnership->first);
    return ROW_PLAIN;
}

static struct context *make_context(struct document *document, const struct story *story,
                                    size_t *sides)
{
    struct context *context = ARENA_ARRAY(document->arena, 1, struct context);
    const struct partnerships *found = partnerships_find(document->arena, story);
    size_t *start = ARENA_ARRAY(document->arena, found->count, size_t);
    size_t i;

    *sides = 0;
    for (i = 0; i < found->count; i++) {
        start[i] = *sides;
        *sides += found->list[i].side_count;
    }
    *context = (struct context){story, document, found, start};
    return context;
}

void section_partnerships(struct document *document, const struct story *story)
{
    static const struct column partnerships[] = {
        {.key = "id"},
        {.key = "units", .title = "", .fit = FIT_CUT},
        {.key = "unit_count"},
        {.key = "reports", .title = "reports", .number = true},
        {.key = "hours", .title = "hours", .number = true},
        {.key = "producer_cost", .title = "cost", .number = true},
        {.key = "meet_first"},
        {.key = "proposal"},
    };
    static const struct column sides[] = {
        {.key = "partnership"}, {.key = "unit"},          {.key = "person"}, {.key = "reports"},
        {.key = "hours"},       {.key = "producer_cost"}, {.key = "first"}};
    size_t side_count;
    struct context *context = make_context(document, story, &side_count);
    size_t count = context->found->count;

    document_table(document, &(struct table_block){.key = "partnerships",
                                                   .title = count ? "Could be made together, in no "
                                                                    "total"
                                                                  : NULL,
                                                   .columns = partnerships,
                                                   .column_count = 8,
                                                   .row_count = 2 * count,
                                                   .limit = SHOWN,
                                                   .row = partnership_row,
                                                   .context = context});
    document_table(document, &(struct table_block){.key = "partnership_sides",
                                                   .columns = sides,
                                                   .column_count = 7,
                                                   .row_count = side_count,
                                                   .row = side_row,
                                                   .context = context});
}
