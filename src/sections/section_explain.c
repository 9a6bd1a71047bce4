/* Everything about one report: what was read, what it costs, what it is like, what each rule saw,
 * what is planned. */
#include <math.h>

#include "base/memory.h"
#include "sections/explain.h"
#include "sections/sections.h"
#include "sections/words.h"

struct list {
    const struct told *told;
    uint32_t *numbers;
    size_t count;
};

static struct list *select_list(struct document *document, const struct told *told, size_t count,
                                bool (*about)(const struct told *, size_t))
{
    struct list *list = ARENA_ARRAY(document->arena, 1, struct list);
    size_t i;

    list->told = told;
    for (i = 0; i < count; i++)
        list->count += about(told, i);
    list->numbers = ARENA_ARRAY(document->arena, list->count, uint32_t);
    for (list->count = i = 0; i < count; i++)
        if (about(told, i))
            list->numbers[list->count++] = (uint32_t)i;
    return list;
}

static struct text facts_text(struct arena *arena, const struct facts *facts)
{
    struct text text = text_of("");
    size_t i;

    for (i = 0; i < facts->count; i++) {
        struct text words = words_fact(arena, &facts->fact[i]);

        text = arena_printf(arena, "%.*s%s%.*s", TEXT_ARGS(text), i ? "; " : "", TEXT_ARGS(words));
    }
    return text;
}

static bool pair_is_about(const struct told *told, size_t index)
{
    const struct pair *pair = &told->story->relations->pairs[index];

    return pair->a == told->report.index || pair->b == told->report.index;
}

/* Two rows a pair for people, the second of which says why; machines see the first alone. */
static enum row_style pair_row(const void *context, size_t index, struct cell *cells)
{
    const struct list *list = context;
    const struct told *told = list->told;
    const struct pair *pair = &told->story->relations->pairs[list->numbers[index / 2]];
    uint32_t other = pair->a == told->report.index ? pair->b : pair->a;
    struct facts facts;
    struct text why;

    facts_init(&facts, told->arena);
    match_explain(told->story->relations, told->report.index, other, &facts);
    why = facts_text(told->arena, &facts);
    if (index % 2 == 1) {
        cells[1] = cell_text(why);
        return ROW_DETAIL;
    }
    cells[0] = cell_text(report_id(told->story->inventory, other));
    cells[1] = cell_text(report_title(told->arena, told->story->inventory, other));
    cells[2] = cell_string(relation_name(pair->relation));
    cells[3] = cell_share((double)pair->score);
    cells[4] = cell_text(why);
    return ROW_PLAIN;
}

static void tell_pairs(struct document *document, const struct told *told)
{
    static const struct column columns[] = {{.key = "report"},
                                            {.title = "", .fit = FIT_CUT},
                                            {.key = "relation", .title = ""},
                                            {.key = "score", .title = "sure", .number = true},
                                            {.key = "why"}};
    struct list *list =
        select_list(document, told, told->story->relations->pair_count, pair_is_about);

    if (list->count)
        document_table(document, &(struct table_block){.key = "related",
                                                       .title = "What it is like",
                                                       .columns = columns,
                                                       .column_count = 5,
                                                       .row_count = 2 * list->count,
                                                       .limit = 12,
                                                       .row = pair_row,
                                                       .context = list});
    else
        document_note(document, text_of("No other report is like it."));
}

/* What each rule saw; those that saw nothing are named in one line. */
struct rules {
    const struct told *told;
    struct facts facts[RULE_COUNT];
    bool fired[RULE_COUNT];
    size_t shown[RULE_COUNT], count;
};

static enum row_style rule_row(const void *context, size_t index, struct cell *cells)
{
    const struct rules *rules = context;
    size_t rule = rules->shown[index];

    cells[0] = cell_string(rule_info((enum rule)rule)->name);
    cells[1] = cell_string(rules->fired[rule] ? "yes" : "no");
    cells[2] = cell_text(facts_text(rules->told->arena, &rules->facts[rule]));
    return ROW_PLAIN;
}

static void run_rules(struct rules *rules, struct text *silent)
{
    const struct told *told = rules->told;
    size_t rule;

    for (rule = 0; rule < RULE_COUNT; rule++) {
        const char *name = rule_info((enum rule)rule)->name;

        facts_init(&rules->facts[rule], told->arena);
        rules->fired[rule] = rule_explain(told->story->findings, (enum rule)rule,
                                          told->report.index, &rules->facts[rule]);
        if (rules->fired[rule] || rules->facts[rule].count)
            rules->shown[rules->count++] = rule;
        else
            *silent = arena_printf(told->arena, "%.*s%s%s", TEXT_ARGS(*silent),
                                   silent->size ? ", " : "", name);
    }
}

static void tell_rules(struct document *document, const struct told *told)
{
    static const struct column columns[] = {
        {.key = "rule", .title = ""},
        {.key = "fired", .title = ""},
        {.key = "why", .title = "what it saw", .fit = FIT_WRAP}};
    struct rules *rules = ARENA_ARRAY(document->arena, 1, struct rules);
    struct text silent = text_of("");

    rules->told = told;
    run_rules(rules, &silent);
    document_table(document, &(struct table_block){.key = "rules",
                                                   .title = "What the rules say",
                                                   .columns = columns,
                                                   .column_count = 3,
                                                   .row_count = rules->count,
                                                   .row = rule_row,
                                                   .context = rules});
    if (silent.size)
        document_note(document,
                      document_text(document, "Nothing to see for: %.*s.", TEXT_ARGS(silent)));
}

static bool finding_is_about(const struct told *told, size_t index)
{
    return told->story->findings->list[index].report == told->report.index;
}

static struct text range_text(struct arena *arena, const struct finding *finding,
                              const struct alone *alone)
{
    struct text low = words_cents(arena, alone->low), high = words_cents(arena, alone->high);
    struct text cash = words_cents(arena, alone->cash);

    return arena_printf(arena, "%.*s to %.*s, cash %.*s%s", TEXT_ARGS(low), TEXT_ARGS(high),
                        TEXT_ARGS(cash),
                        finding->superseded ? "; moot if a stronger one is done" : "");
}

/* Two rows a finding for people, the second of which says what speaks against it. */
static enum row_style finding_row(const void *context, size_t index, struct cell *cells)
{
    const struct list *list = context;
    struct arena *arena = list->told->arena;
    const struct findings *findings = list->told->story->findings;
    const struct finding *finding = &findings->list[list->numbers[index / 2]];
    const char *counter = rule_info(finding->rule)->counter;
    struct alone alone;
    struct text range;

    finding_alone(findings, finding, &alone);
    if (index % 2 == 1) {
        range = range_text(arena, finding, &alone);
        cells[0] = cell_text(arena_printf(arena, "%.*s; %s", TEXT_ARGS(range), counter));
        return ROW_DETAIL;
    }
    cells[0] = cell_text(words_order(arena, findings->inventory, order_of_finding(finding)));
    cells[1] = cell_string(strength_name(finding->strength));
    cells[2] = cell_money(finding->saving);
    cells[3] = cell_text(words_cents(arena, finding->saving));
    cells[4] = cell_money(alone.low);
    cells[5] = cell_money(alone.high);
    cells[6] = cell_money(alone.cash);
    cells[7] = cell_string(counter);
    return ROW_PLAIN;
}

static void tell_findings(struct document *document, const struct told *told)
{
    static const struct column columns[] = {{.key = "to", .title = "", .fit = FIT_CUT},
                                            {.key = "strength", .title = ""},
                                            {.key = "saving"},
                                            {.title = "alone", .number = true},
                                            {.key = "low"},
                                            {.key = "high"},
                                            {.key = "cash"},
                                            {.key = "counter"}};
    struct list *list = select_list(document, told, told->story->findings->count, finding_is_about);

    if (list->count)
        document_table(document, &(struct table_block){.key = "alone",
                                                       .title = "What could be done",
                                                       .columns = columns,
                                                       .column_count = 8,
                                                       .row_count = 2 * list->count,
                                                       .row = finding_row,
                                                       .context = list});
    else
        document_note(document, text_of("No rule proposes a change."));
}

void section_explain(struct document *document, const struct story *story)
{
    struct told *told = ARENA_ARRAY(document->arena, 1, struct told);
    struct text id, name;

    told->story = story;
    told->arena = document->arena;
    inventory_report(story->inventory, story->options->subject, &told->report);
    id = report_id(story->inventory, story->options->subject);
    name = inventory_text(story->inventory, told->report.name);
    document_paragraph(document,
                       document_text(document, "%.*s  %.*s (%s:%u)", TEXT_ARGS(id), TEXT_ARGS(name),
                                     story->inventory->inputs[told->report.file].file,
                                     told->report.line));
    explain_given(document, told);
    explain_cost(document, told);
    tell_pairs(document, told);
    tell_rules(document, told);
    tell_findings(document, told);
    explain_actions(document, told);
}
