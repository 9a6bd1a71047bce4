#include "plan/task_force.h"
#include "sections/sections.h"

/* The fewest owners whose reports carry most of the saving: with them it can be agreed. */
enum { SHOWN = 20 };

struct told {
    const struct inventory *inventory;
    struct task_force force;
};

static enum row_style member_row(const void *context, size_t index, struct cell *cells)
{
    const struct told *told = context;
    const struct task_force_member *member = &told->force.member[index];

    cells[0] = cell_text(task_force_name(told->inventory, member));
    cells[1] =
        member->unit ? cell_text(inventory_text(told->inventory, member->unit)) : cell_null();
    cells[2] = cell_count((int64_t)member->actions);
    cells[3] = cell_hours(member->hours);
    cells[4] = cell_money(member->saving);
    cells[5] = cell_share(member->together);
    return ROW_PLAIN;
}

/* Of one owner there is nothing to choose, and a list without owners has nobody to name. */
static const char *title_of(const struct task_force *force)
{
    if (force->count == 0 || force->of < 2)
        return NULL;
    return force->by_unit ? "Units to agree with first" : "Owners to agree with first";
}

static void note_rest(struct document *document, const struct told *told)
{
    const struct task_force *force = &told->force;
    const char *kind = force->by_unit ? "units" : "owners";
    struct text share = document_share(document, force->member[force->count - 1].together);

    document_note(document,
                  document_text(document,
                                "%zu of %zu %s carry %.*s of what can be expected: a task "
                                "force needs %s.%s",
                                force->count, force->of, kind, TEXT_ARGS(share),
                                force->count == 1 ? "that one" : "these",
                                force->enough ? "" : " The rest has no owner to agree with."));
}

void section_task_force(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.key = "person", .title = "", .fit = FIT_CUT},
        {.key = "department"},
        {.key = "actions", .title = "changes", .number = true},
        {.key = "hours", .title = "hours", .number = true},
        {.key = "realisable", .title = "expected", .number = true},
        {.key = "together", .title = "together", .number = true},
    };
    struct told *told = ARENA_ARRAY(document->arena, 1, struct told);

    told->inventory = story->inventory;
    task_force_find(document->arena, story->plan, &told->force);
    document_table(document, &(struct table_block){.key = "task_force",
                                                   .title = title_of(&told->force),
                                                   .columns = columns,
                                                   .column_count = 6,
                                                   .row_count = told->force.count,
                                                   .limit = SHOWN,
                                                   .row = member_row,
                                                   .context = told});
    if (title_of(&told->force))
        note_rest(document, told);
}
