/* Duplicates and families side by side: what they have in common, what differs, which one stays. */
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "sections/proposal.h"
#include "sections/sections.h"
#include "sections/words.h"

enum { GROUPS = 25, MEMBERS = 8, FACTS = 4 };

struct ranked {
    uint32_t group;
    int64_t saving;
    struct text keep;
};

enum line_kind { LINE_GROUP, LINE_MEMBER, LINE_MORE };

struct line {
    enum line_kind kind;
    uint32_t group, member; /* number in relations->members; of LINE_MORE how many are not shown */
};

struct twins {
    const struct story *story;
    struct arena *arena;
    const bool *goes; /* by report */
    struct line *lines;
    size_t count;
};

static int by_saving(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->saving != y->saving)
        return x->saving < y->saving ? 1 : -1;
    return text_compare(x->keep, y->keep);
}

/* The groups of which something goes, by what that saves. */
static struct ranked *rank(struct arena *arena, const struct story *story, size_t *count)
{
    const struct relations *relations = story->relations;
    int64_t *saving = memory_alloc(relations->group_count + 1, sizeof *saving);
    struct ranked *list = ARENA_ARRAY(arena, relations->group_count, struct ranked);

    *count = 0;
    for (size_t i = 0; i < story->plan->count; i++) {
        const struct planned *planned = &story->plan->actions[i];
        const struct finding *finding = &story->findings->list[planned->finding];

        if (finding->group)
            saving[finding->group - 1] += planned->theoretical;
    }
    for (uint32_t i = 0; i < relations->group_count; i++)
        if (saving[i] > 0)
            list[(*count)++] = (struct ranked){
                i, saving[i], report_id(story->inventory, relations->groups[i].keep)};
    memory_free(saving);
    if (*count)
        qsort(list, *count, sizeof *list, by_saving);
    return list;
}

static void add_group(struct twins *twins, uint32_t number)
{
    const struct group *group = &twins->story->relations->groups[number];
    uint32_t shown = group->member_count > MEMBERS ? MEMBERS - 1 : group->member_count;

    twins->lines[twins->count++] = (struct line){LINE_GROUP, number, 0};
    for (uint32_t i = 0; i < shown; i++)
        twins->lines[twins->count++] = (struct line){LINE_MEMBER, number, group->members + i};
    if (shown < group->member_count)
        twins->lines[twins->count++] =
            (struct line){LINE_MORE, number, group->member_count - shown};
}

static bool *goes(struct arena *arena, const struct story *story)
{
    bool *list = ARENA_ARRAY(arena, story->inventory->count, bool);

    for (size_t i = 0; i < story->plan->count; i++) {
        enum action action = order_of_planned(story->plan, &story->plan->actions[i]).action;

        if (action == ACTION_MERGE || action == ACTION_RETIRE)
            list[story->plan->actions[i].report] = true;
    }
    return list;
}

/* "The same report: fields 10 of 11 shared; other unit: ..." */
static struct text group_words(const struct twins *twins, uint32_t number)
{
    static const char *const names[RELATION_COUNT] = {
        [RELATION_NONE] = "Related",
        [RELATION_SAME] = "The same report",
        [RELATION_CONTAINED] = "Part of another",
        [RELATION_CADENCE] = "The same in another rhythm",
        [RELATION_VARIANT] = "One report with a parameter",
        [RELATION_SHARED] = "The same duty",
    };
    struct facts facts;
    size_t told = 0;
    struct text words = text_of(names[twins->story->relations->groups[number].relation]);

    facts_init(&facts, twins->arena);
    match_explain_group(twins->story->relations, number, &facts);
    for (size_t i = 0; i < facts.count && told < FACTS; i++) {
        struct text fact = words_fact(twins->arena, &facts.fact[i]);

        if (facts.fact[i].kind == FACT_NAMES_DIFFER)
            continue; /* the names stand below */
        words = arena_printf(twins->arena, "%.*s%s %.*s", TEXT_ARGS(words), told++ ? ";" : ":",
                             TEXT_ARGS(fact));
    }
    return words;
}

static void fill_member(const struct twins *twins, const struct line *line, struct cell *cells)
{
    const struct story *story = twins->story;
    const struct inventory *inventory = story->inventory;
    uint32_t number = story->relations->members[line->member];
    struct report report;
    char words[32];

    inventory_report(inventory, number, &report);
    cells[0] = cell_text(report_title(twins->arena, inventory, number));
    cells[1] = cell_text(report.department ? inventory_text(inventory, report.department)
                                           : inventory_person_name(inventory, report.owner));
    if (report.runs > 0)
        cells[2] = cell_text(arena_copy(twins->arena, frequency_words(report.runs, words)));
    cells[3] = readers_cell(twins->arena, story, number);
    if (report.fields.count)
        cells[4] = cell_count(report.fields.count);
    cells[5] = cell_money(baseline_producer(&story->findings->baseline, number));
    cells[6] = cell_string(twins->goes[number] ? "goes" : "stays");
}

static enum row_style twin_row(const void *context, size_t index, struct cell *cells)
{
    const struct twins *twins = context;
    const struct line *line = &twins->lines[index];

    if (line->kind == LINE_GROUP) {
        cells[0] = cell_text(group_words(twins, line->group));
        return ROW_NOTE;
    }
    if (line->kind == LINE_MORE) {
        cells[0] = cell_text(arena_printf(twins->arena, "... and %u more", line->member));
        return ROW_DETAIL;
    }
    fill_member(twins, line, cells);
    return ROW_PLAIN;
}

void section_twins(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.title = ""},
        {.title = "made by", .fit = FIT_CUT},
        {.title = "runs", .fit = FIT_CUT},
        {.title = "readers", .number = true},
        {.title = "figures", .number = true},
        {.title = "money", .number = true},
        {.title = ""},
    };
    struct twins *twins = ARENA_ARRAY(document->arena, 1, struct twins);
    size_t count, shown;
    struct ranked *ranked = rank(document->arena, story, &count);

    if (!count)
        return;
    shown = count < GROUPS ? count : GROUPS;
    *twins = (struct twins){story, document->arena, goes(document->arena, story),
                            ARENA_ARRAY(document->arena, shown * (MEMBERS + 1), struct line), 0};
    for (size_t i = 0; i < shown; i++)
        add_group(twins, ranked[i].group);
    document_heading(document, 1, text_of("Reports side by side"));
    document_paragraph(
        document, text_of("Reports that say the same, are part of one another or differ in one "
                          "thing only, with what they have in common and what differs."));
    document_table(document, &(struct table_block){.title = "Duplicates and families",
                                                   .columns = columns,
                                                   .column_count = 7,
                                                   .row_count = twins->count,
                                                   .row = twin_row,
                                                   .context = twins});
    if (count > shown)
        document_note(document, document_text(document,
                                              "%zu smaller groups are in the tables (-o "
                                              "FOLDER/).",
                                              count - shown));
}
