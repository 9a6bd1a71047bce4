/* The rules for people: what each looks for and why, when it may be wrong, and every value that a
 * result can rest on with where it comes from. */
#include "sections/sections.h"
#include "sections/words.h"

struct value_rows {
    struct arena *arena;
    const struct assumptions *assumptions;
};

/* Two lines for each: its value and range, and where it comes from. */
static enum row_style value_row(const void *context, size_t index, struct cell *cells)
{
    const struct value_rows *rows = context;
    const struct assumption *assumption = &rows->assumptions->list[index / 2];
    bool is_default = text_is(text_of(assumption->from), "default");
    if (index % 2) {
        cells[0] = cell_string(is_default ? assumption->source : assumption->from);
        return ROW_DETAIL;
    }
    cells[0] = cell_string(assumption->key);
    cells[1] = cell_text(arena_printf(rows->arena, "%.6g", assumption->value));
    cells[2] = cell_string(assumption->unit);
    if (assumption->low != assumption->high)
        cells[3] =
            cell_text(arena_printf(rows->arena, "%.6g to %.6g", assumption->low, assumption->high));
    return ROW_PLAIN;
}

static enum row_style rule_row(const void *context, size_t index, struct cell *cells)
{
    const struct rule_info *rule = rule_info((enum rule)index);
    (void)context;
    cells[0] = cell_string(rule->name);
    cells[1] = cell_string(rule->title);
    cells[2] = cell_string(words_question(rule->question));
    cells[3] = cell_string(action_name(rule->action));
    cells[4] = cell_string(rule->rationale);
    cells[5] = cell_string(rule->counter);
    cells[6] = cell_string(rule->source);
    return ROW_PLAIN;
}

static void tell_rule(struct document *document, const struct rule_info *rule)
{
    document_heading(document, 2, document_text(document, "%s (%s)", rule->title, rule->name));
    document_note(document, text_of(rule->rationale));
    document_note(document, document_text(document, "It %s.", rule->counter));
    document_note(document, document_text(document, "Leads to: %s. Source: %s.",
                                          words_action(rule->action), rule->source));
}

static void tell_values(struct document *document, const struct assumptions *assumptions)
{
    static const struct column columns[] = {
        {.title = ""},
        {.title = "value", .number = true},
        {.title = "unit"},
        {.title = "low to high"},
    };
    struct value_rows *rows = ARENA_ARRAY(document->arena, 1, struct value_rows);
    *rows = (struct value_rows){document->arena, assumptions};
    document_heading(document, 1, text_of("What the figures rest on"));
    document_paragraph(
        document, text_of("With the value under low the savings come out lowest, with the one "
                          "under high highest. Where the source begins with \"pare\" the value "
                          "was chosen here, for want of a better one. Each can be set with "
                          "--assumptions FILE, a CSV with name, value, low, high, source."));
    document_table(document, &(struct table_block){.title = "Name",
                                                   .columns = columns,
                                                   .column_count = sizeof columns / sizeof *columns,
                                                   .row_count = 2 * (size_t)ASSUMPTION_COUNT,
                                                   .row = value_row,
                                                   .context = rows});
}

void section_rules(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.key = "rule"},      {.key = "title"},   {.key = "question"}, {.key = "action"},
        {.key = "rationale"}, {.key = "counter"}, {.key = "source"}};
    document_heading(document, 1, text_of("What is looked for, and why"));
    document_paragraph(
        document,
        text_of(
            "Each rule looks at one report; what it finds carries the facts "
            "that it rests on. A finding is certain, likely, or a question to ask; what is only "
            "to be asked is never counted as a saving."));
    for (size_t i = 0; i < RULE_COUNT; i++)
        tell_rule(document, rule_info((enum rule)i));
    tell_values(document, story->assumptions);
    document_table(document, &(struct table_block){.key = "rules",
                                                   .columns = columns,
                                                   .column_count = sizeof columns / sizeof *columns,
                                                   .row_count = RULE_COUNT,
                                                   .row = rule_row});
}
