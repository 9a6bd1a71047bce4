#include "base/memory.h"
#include "sections/sections.h"
#include "sections/words.h"

enum { FACTS_IN_WHY = 3 };

struct evidence {
    uint32_t finding;
    struct fact fact;
};

struct context {
    const struct story *story;
    struct arena *arena;
    const struct evidence *evidence;
};

static struct text finding_id(struct arena *arena, const struct findings *findings,
                              const struct finding *finding)
{
    struct text id = report_id(findings->inventory, finding->report);

    return arena_printf(arena, "%s:%.*s", rule_info(finding->rule)->name, TEXT_ARGS(id));
}

static enum row_style finding_row(const void *context, size_t index, struct cell *cells)
{
    const struct context *told = context;
    const struct findings *findings = told->story->findings;
    const struct finding *finding = &findings->list[index];
    struct alone alone;

    finding_alone(findings, finding, &alone);
    cells[0] = cell_text(finding_id(told->arena, findings, finding));
    cells[1] = cell_string(rule_info(finding->rule)->name);
    cells[2] = cell_text(report_id(findings->inventory, finding->report));
    cells[3] = cell_string(action_name(finding->action));
    cells[4] = words_to(told->arena, findings->inventory, order_of_finding(finding));
    cells[5] = cell_string(strength_name(finding->strength));
    cells[6] = finding->relation ? cell_string(relation_name(finding->relation)) : cell_null();
    cells[7] = cell_money(alone.low);
    cells[8] = cell_money(finding->saving);
    cells[9] = cell_money(alone.high);
    cells[10] = cell_number(alone.hours);
    cells[11] = cell_money(alone.cash);
    cells[12] = cell_text(words_why(told->arena, findings, finding, FACTS_IN_WHY));
    cells[13] = cell_string(rule_info(finding->rule)->counter);
    cells[14] = cell_flag(finding->outside);
    return ROW_PLAIN;
}

static struct cell fact_value(const struct fact *fact)
{
    return fact->text[0].size ? cell_text(fact->text[0]) : cell_number(fact->number[0]);
}

static enum row_style evidence_row(const void *context, size_t index, struct cell *cells)
{
    const struct context *told = context;
    const struct evidence *evidence = &told->evidence[index];
    const struct finding *finding = &told->story->findings->list[evidence->finding];

    cells[0] = cell_text(finding_id(told->arena, told->story->findings, finding));
    cells[1] = cell_string(fact_key(evidence->fact.kind));
    cells[2] = fact_value(&evidence->fact);
    cells[3] = cell_text(words_fact(told->arena, &evidence->fact));
    return ROW_PLAIN;
}

static const struct evidence *collect(struct arena *arena, const struct findings *findings,
                                      size_t *count)
{
    struct evidence *all = NULL, *kept;
    size_t capacity = 0, i, k;
    struct facts facts;

    *count = 0;
    for (i = 0; i < findings->count; i++) {
        facts_init(&facts, arena);
        finding_explain(findings, &findings->list[i], &facts);
        for (k = 0; k < facts.count; k++) {
            all = MEMORY_ROOM(all, *count, capacity);
            all[(*count)++] = (struct evidence){(uint32_t)i, facts.fact[k]};
        }
    }
    kept = ARENA_ARRAY(arena, *count, struct evidence);
    for (i = 0; i < *count; i++)
        kept[i] = all[i];
    memory_free(all);
    return kept;
}

void section_findings(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.key = "id"},
        {.key = "rule"},
        {.key = "report"},
        {.key = "action"},
        {.key = "to"},
        {.key = "strength"},
        {.key = "relation"},
        {.key = "low", .number = true},
        {.key = "saving", .number = true},
        {.key = "high", .number = true},
        {.key = "hours", .number = true},
        {.key = "cash", .number = true},
        {.key = "why"},
        {.key = "counter"},
        {.key = "outside"},
    };
    static const struct column evidence_columns[] = {
        {.key = "finding"}, {.key = "fact"}, {.key = "value"}, {.key = "text"}};
    struct context *context = ARENA_ARRAY(document->arena, 1, struct context);
    size_t facts;

    *context =
        (struct context){story, document->arena, collect(document->arena, story->findings, &facts)};
    document_table(document, &(struct table_block){.key = "findings",
                                                   .columns = columns,
                                                   .column_count = sizeof columns / sizeof *columns,
                                                   .row_count = story->findings->count,
                                                   .row = finding_row,
                                                   .context = context});
    document_table(document, &(struct table_block){.key = "evidence",
                                                   .columns = evidence_columns,
                                                   .column_count = 4,
                                                   .row_count = facts,
                                                   .row = evidence_row,
                                                   .context = context});
}
