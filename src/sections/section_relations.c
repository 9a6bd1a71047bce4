#include "sections/sections.h"
#include "sections/words.h"

struct context {
    const struct story *story;
    struct arena *arena;
    const struct text *group_ids;
    const uint32_t *group_of_member;
};

static enum row_style pair_row(const void *context, size_t index, struct cell *cells)
{
    const struct story *story = ((const struct context *)context)->story;
    const struct pair *pair = &story->relations->pairs[index];

    cells[0] = cell_text(report_id(story->inventory, pair->a));
    cells[1] = cell_text(report_id(story->inventory, pair->b));
    cells[2] = cell_string(relation_name(pair->relation));
    cells[3] = cell_number((double)(int)(pair->score * 1000 + 0.5f) / 1000);
    return ROW_PLAIN;
}

static enum row_style group_row(const void *context, size_t index, struct cell *cells)
{
    const struct context *told = context;
    const struct group *group = &told->story->relations->groups[index];

    cells[0] = cell_text(told->group_ids[index]);
    cells[1] = cell_string(relation_name(group->relation));
    cells[2] = cell_text(report_id(told->story->inventory, group->keep));
    return ROW_PLAIN;
}

static enum row_style member_row(const void *context, size_t index, struct cell *cells)
{
    const struct context *told = context;

    cells[0] = cell_text(told->group_ids[told->group_of_member[index]]);
    cells[1] = cell_text(report_id(told->story->inventory, told->story->relations->members[index]));
    return ROW_PLAIN;
}

/* A group is named after what it keeps, so that its id outlives a change of the list. */
static struct context *make_context(struct arena *arena, const struct story *story, size_t *members)
{
    const struct relations *relations = story->relations;
    struct context *context = ARENA_ARRAY(arena, 1, struct context);
    struct text *ids = ARENA_ARRAY(arena, relations->group_count, struct text);
    uint32_t *group_of;
    size_t i, k;

    *members = 0;
    for (i = 0; i < relations->group_count; i++)
        *members += relations->groups[i].member_count;
    group_of = ARENA_ARRAY(arena, *members, uint32_t);
    for (i = 0; i < relations->group_count; i++) {
        const struct group *group = &relations->groups[i];
        struct text keep = report_id(story->inventory, group->keep);

        ids[i] = arena_printf(arena, "%s:%.*s", relation_name(group->relation), TEXT_ARGS(keep));
        for (k = 0; k < group->member_count; k++)
            group_of[group->members + k] = (uint32_t)i;
    }
    *context = (struct context){story, arena, ids, group_of};
    return context;
}

void section_relations(struct document *document, const struct story *story)
{
    static const struct column pair_columns[] = {
        {.key = "a"}, {.key = "b"}, {.key = "relation"}, {.key = "score", .number = true}};
    static const struct column group_columns[] = {
        {.key = "id"}, {.key = "relation"}, {.key = "keep"}};
    static const struct column member_columns[] = {{.key = "group"}, {.key = "report"}};
    size_t members;
    struct context *context = make_context(document->arena, story, &members);

    document_table(document, &(struct table_block){.key = "pairs",
                                                   .columns = pair_columns,
                                                   .column_count = 4,
                                                   .row_count = story->relations->pair_count,
                                                   .row = pair_row,
                                                   .context = context});
    document_table(document, &(struct table_block){.key = "groups",
                                                   .columns = group_columns,
                                                   .column_count = 3,
                                                   .row_count = story->relations->group_count,
                                                   .row = group_row,
                                                   .context = context});
    document_table(document, &(struct table_block){.key = "group_members",
                                                   .columns = member_columns,
                                                   .column_count = 2,
                                                   .row_count = members,
                                                   .row = member_row,
                                                   .context = context});
}
