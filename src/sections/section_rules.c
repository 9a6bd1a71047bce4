/* The rules for people: what each looks for and why, when it may be wrong, and every value that a
 * result can rest on with where it comes from. */
#include "sections/sections.h"
#include "sections/words.h"

/* Values as people write them; low and high stand for the savings at least and at most. */
static enum row_style value_row(const void *context, size_t index, struct cell *cells)
{
    const struct assumption *assumption = &((const struct assumptions *)context)->list[index];
    cells[0] = cell_string(assumption->key);
    cells[1] = cell_number(assumption->value);
    cells[2] = cell_number(assumption->low);
    cells[3] = cell_number(assumption->high);
    cells[4] = cell_string(assumption->unit);
    cells[5] = cell_string(text_is(text_of(assumption->from), "default") ? assumption->source
                                                                         : assumption->from);
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
        {.title = "low", .number = true},
        {.title = "high", .number = true},
        {.title = "unit"},
        {.title = "where it comes from", .fit = FIT_WRAP},
    };
    document_heading(document, 1, text_of("What the figures rest on"));
    document_paragraph(document,
                       text_of("Low and high are the values with which the savings come out lowest "
                               "and highest. Each can be set with --assumptions FILE, a CSV with "
                               "name, value, low, high, source."));
    document_table(document, &(struct table_block){.title = "",
                                                   .columns = columns,
                                                   .column_count = sizeof columns / sizeof *columns,
                                                   .row_count = ASSUMPTION_COUNT,
                                                   .row = value_row,
                                                   .context = assumptions});
}

void section_rules(struct document *document, const struct story *story)
{
    static const struct column columns[] = {
        {.key = "rule"},      {.key = "title"},   {.key = "question"}, {.key = "action"},
        {.key = "rationale"}, {.key = "counter"}, {.key = "source"}};
    document_heading(document, 1, text_of("What is looked for, and why"));
    document_paragraph(document,
                       text_of("Each rule looks at one report and says on what facts it rests. "
                               "A finding is certain, likely, or a question to ask; what is only "
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
