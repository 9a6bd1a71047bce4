/* An empty inventory. As CSV it is the header line alone, so that it can be filled in and read
 * back; for people every column is explained. */
#include "model/report.h"
#include "sections/sections.h"

/* The list that is little work and still gives a useful audit. */
static const enum field least[] = {FIELD_name, FIELD_frequency, FIELD_recipients};

static bool is_least(enum field field)
{
    for (size_t i = 0; i < sizeof least / sizeof *least; i++)
        if (least[i] == field)
            return true;
    return false;
}

static enum row_style field_row(const void *context, size_t index, struct cell *cells)
{
    const struct field_info *info = field_info((enum field)index);
    (void)context;
    cells[0] = cell_string(info->name);
    cells[1] = cell_string(info->unit[0] ? info->unit : NULL);
    cells[2] = cell_string(is_least((enum field)index) ? "*" : "");
    cells[3] = cell_string(info->what);
    return ROW_PLAIN;
}

static void tell_fields(struct document *document)
{
    static const struct column columns[] = {
        {.key = "field", .title = ""},
        {.key = "unit", .title = "unit"},
        {.title = ""},
        {.key = "what", .title = "what it is", .fit = FIT_WRAP},
    };
    document_table(document, &(struct table_block){.key = "template",
                                                   .title = "Columns",
                                                   .columns = columns,
                                                   .column_count = sizeof columns / sizeof *columns,
                                                   .row_count = FIELD_COUNT,
                                                   .row = field_row});
}

static void add_empty_inventory(struct document *document)
{
    struct column *columns = ARENA_ARRAY(document->arena, FIELD_COUNT, struct column);
    for (size_t i = 0; i < FIELD_COUNT; i++)
        columns[i].key = field_info((enum field)i)->name;
    document_table(
        document,
        &(struct table_block){.key = "inventory", .columns = columns, .column_count = FIELD_COUNT});
}

void section_template(struct document *document, const struct story *story)
{
    (void)story;
    document_paragraph(
        document, text_of("An inventory is a CSV with one line for each recurring report. Only "
                          "the name must be there. Names, frequencies and recipients (*) are "
                          "enough for a useful audit; each further column makes it more "
                          "certain. Leave out what you do not have: a blank cell means not "
                          "known, never zero. Columns may stand in any order, may have the "
                          "names that your system gives them, and others may stand between "
                          "them."));
    tell_fields(document);
    add_empty_inventory(document);
    document_command(document, "Next", text_of("pare template -o inventory.csv"),
                     text_of("the empty list, to be filled in"));
    document_command(document, "", text_of("pare check inventory.csv"),
                     text_of("how your list is understood"));
    document_command(document, "", text_of("pare audit inventory.csv"),
                     text_of("what it costs and what could change"));
}
