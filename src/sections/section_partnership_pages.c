#include <math.h>

#include "sections/partnerships.h"
#include "sections/sections.h"
#include "sections/words.h"

enum { UNITS_NAMED = 3, FACTS = 2, SIDES_SHOWN = 12, GROUPS_SHOWN = 10, PAGES = 8 };

/* Hours of a run that are this many times those of the quickest are worth a look at how it is made.
 */
static const double far_apart = 1.5;

struct context {
    const struct story *story;
    struct arena *arena;
    const struct partnership *partnership;
};

struct text partnership_units(struct arena *arena, const struct partnership *partnership)
{
    size_t count = partnership->side_count, i;
    struct text all = partnership->sides[0].unit;

    if (count > UNITS_NAMED)
        return arena_printf(arena, "%zu units, such as %.*s", count,
                            TEXT_ARGS(partnership->sides[partnership->first].unit));
    for (i = 1; i < count; i++)
        all = arena_printf(arena, "%.*s%s%.*s", TEXT_ARGS(all), i + 1 == count ? " and " : ", ",
                           TEXT_ARGS(partnership->sides[i].unit));
    return all;
}

struct text partnership_first(struct document *document, const struct story *story,
                              const struct partnership *partnership)
{
    const struct side *side = &partnership->sides[partnership->first];
    struct text name =
        side->owner ? inventory_person_name(story->inventory, side->owner) : side->unit;
    struct text own = document_count(document, side->owner ? side->owner_hours : side->hours);
    struct text all = document_count(document, partnership->hours);

    if (!(partnership->hours > 0))
        return document_text(document, "%.*s (what it takes is not known)", TEXT_ARGS(name));
    if (side->owner && !text_equal(name, side->unit))
        return document_text(document, "%.*s of %.*s, who makes %.*s of the %.*s hours",
                             TEXT_ARGS(name), TEXT_ARGS(side->unit), TEXT_ARGS(own),
                             TEXT_ARGS(all));
    return document_text(document, "%.*s, with %.*s of the %.*s hours", TEXT_ARGS(name),
                         TEXT_ARGS(own), TEXT_ARGS(all));
}

/* The least and most hours of a run among members whose effort was given; NAN where none was. */
static void efforts(const struct story *story, const struct partnership *partnership, double *least,
                    double *most)
{
    size_t i;
    uint32_t k;

    *least = *most = NAN;
    for (i = 0; i < partnership->group_count; i++) {
        const struct group *group = &story->relations->groups[partnership->groups[i]];

        for (k = 0; k < group->member_count; k++) {
            uint32_t member = story->relations->members[group->members + k];
            struct cost cost = baseline_cost(&story->findings->baseline, member);

            if (!cost.costed || cost.effort_assumed || !(cost.effort > 0))
                continue;
            *least = fmin(*least, cost.effort);
            *most = fmax(*most, cost.effort);
        }
    }
}

static bool has_relation(const struct story *story, const struct partnership *partnership,
                         enum relation relation)
{
    size_t i;

    for (i = 0; i < partnership->group_count; i++)
        if (story->relations->groups[partnership->groups[i]].relation == relation)
            return true;
    return false;
}

/* Two efforts say something on how a report is made only where it is one report. */
static struct text quickest(struct document *document, const struct story *story,
                            const struct partnership *partnership)
{
    double least, most;

    if (partnership->group_count > 1)
        return text_of("");
    efforts(story, partnership, &least, &most);
    if (!(most >= far_apart * least))
        return text_of("");
    return document_text(document,
                         " A run takes one of them %.3g hour%s and another %.3g: begin "
                         "with how the quickest does it.",
                         least, least == 1 ? "" : "s", most);
}

struct text partnership_proposal(struct document *document, const struct story *story,
                                 const struct partnership *partnership)
{
    struct text hours = document_count(document, partnership->planned_hours);
    struct text how = quickest(document, story, partnership);
    const char *what =
        has_relation(story, partnership, RELATION_SHARED)
            ? "One form and one way to make it, kept by one unit for all; each hands "
              "in its own figures and still answers for them."
            : "One report with a choice in it, made once, in place of one for each.";

    if (partnership->planned)
        return document_text(document, "%s%.*s Part of the plan: %.*s hours a year if done.", what,
                             TEXT_ARGS(how), TEXT_ARGS(hours));
    return document_text(document,
                         "%s%.*s Ask each what keeps them apart: systems, dates or the law. "
                         "What it saves is in no total.",
                         what, TEXT_ARGS(how));
}

static enum row_style side_row(const void *context, size_t index, struct cell *cells)
{
    const struct context *told = context;
    const struct partnership *partnership = told->partnership;
    const struct side *side;

    if (index == partnership->side_count) {
        cells[0] = cell_string("Together");
        cells[2] = cell_count((int64_t)partnership->reports);
        cells[3] = cell_hours(partnership->hours);
        cells[4] = cell_money(partnership->cost);
        return ROW_TOTAL;
    }
    side = &partnership->sides[index];
    cells[0] = cell_text(side->unit);
    if (side->owner)
        cells[1] = cell_text(inventory_person_name(told->story->inventory, side->owner));
    cells[2] = cell_count((int64_t)side->reports);
    cells[3] = cell_hours(side->hours);
    cells[4] = cell_money(side->cost);
    return ROW_PLAIN;
}

/* What they have in common: the report that the group keeps, then why they are taken for one. */
static enum row_style group_row(const void *context, size_t index, struct cell *cells)
{
    const struct context *told = context;
    const struct story *story = told->story;
    uint32_t number = told->partnership->groups[index / 2];
    const struct group *group = &story->relations->groups[number];
    struct text why = text_of("");
    struct facts facts;
    size_t i;

    if (index % 2 == 0) {
        cells[0] = cell_text(report_title(told->arena, story->inventory, group->keep));
        cells[1] = cell_count(group->member_count);
        return ROW_PLAIN;
    }
    facts_init(&facts, told->arena);
    match_explain_group(story->relations, number, &facts);
    for (i = 0; i < facts.count && i < FACTS; i++) {
        struct text words = words_fact(told->arena, &facts.fact[i]);

        why = arena_printf(told->arena, "%.*s; %.*s", TEXT_ARGS(why), TEXT_ARGS(words));
    }
    cells[0] = cell_text(arena_printf(told->arena, "%s%.*s",
                                      group->relation == RELATION_SHARED ? "the same duty"
                                                                         : "one report in versions",
                                      TEXT_ARGS(why)));
    return ROW_DETAIL;
}

/* The common reports, hours on each side, what to propose, whom to meet first. */
static void add_page(struct document *document, const struct story *story,
                     const struct partnership *partnership)
{
    static const struct column groups[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = "reports", .number = true},
    };
    static const struct column sides[] = {
        {.title = "", .fit = FIT_CUT},
        {.title = ""},
        {.title = "reports", .number = true, .adds_up = true},
        {.title = "hours a year", .number = true, .adds_up = true},
        {.title = "cost", .number = true, .adds_up = true},
    };
    struct context *context = ARENA_ARRAY(document->arena, 1, struct context);

    *context = (struct context){story, document->arena, partnership};
    document_heading(document, 2, partnership_units(document->arena, partnership));
    document_table(document, &(struct table_block){.title = "What they have in common",
                                                   .columns = groups,
                                                   .column_count = 2,
                                                   .row_count = 2 * partnership->group_count,
                                                   .limit = GROUPS_SHOWN,
                                                   .row = group_row,
                                                   .context = context});
    document_table(document, &(struct table_block){.title = "What each side does",
                                                   .columns = sides,
                                                   .column_count = 5,
                                                   .row_count = partnership->side_count + 1,
                                                   .limit = SIDES_SHOWN,
                                                   .row = side_row,
                                                   .context = context});
    document_term(document, "Proposal", partnership_proposal(document, story, partnership));
    document_term(document, "Meet first", partnership_first(document, story, partnership));
}

void section_partnership_pages(struct document *document, const struct story *story)
{
    const struct partnerships *found = partnerships_find(document->arena, story);
    size_t i;

    if (found->count)
        document_heading(document, 1, text_of("Who could make reports together"));
    for (i = 0; i < found->count && i < PAGES; i++)
        add_page(document, story, &found->list[i]);
    if (found->count > PAGES)
        document_note(document, document_text(document,
                                              "%zu more partnerships are in the table "
                                              "\"partnerships\" of pare audit -f json.",
                                              found->count - PAGES));
}
