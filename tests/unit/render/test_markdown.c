#include "rendered.h"

static const struct column columns[] = {
    {.title = "name"}, {.title = "cost", .number = true}, {.title = ""}};

static void add_table(struct document *document, const struct rendered_row *rows, size_t count)
{
    document_table(document, &(struct table_block){.title = "Table",
                                                   .columns = columns,
                                                   .column_count = 3,
                                                   .row_count = count,
                                                   .row = rendered_row,
                                                   .context = rows});
}

static void blocks_have_their_markup(void **state)
{
    const struct rendered_row rows[] = {
        {ROW_PLAIN, {cell_string("a_b"), cell_money(123400), cell_string("x|y")}},
        {ROW_NOTE, {cell_string("A note.")}},
        {ROW_TOTAL, {cell_string("all"), cell_money(123400)}}};
    struct document *document = document_new();
    (void)state;
    document->title = text_of("Title");
    document_heading(document, 1, text_of("First"));
    add_table(document, rows, 3);
    document_term(document, "Not touched", text_of("10 reports"));
    document_command(document, "Next", text_of("pare check a`b.csv"), text_of("2 notes"));
    document_command(document, "", text_of("pare rules"), text_of("why"));
    document_note(document, text_of("1. no list"));
    assert_text(rendered(FORMAT_MARKDOWN, document, NULL),
                "# Title\n\n## First\n\n### Table\n\n"
                "| name | cost |  |\n| --- | ---: | --- |\n"
                "| a\\_b | 1,234 | x\\|y |\n| **A note.** |  |  |\n| **all** | **1,234** |  |\n\n"
                "**Not touched**: 10 reports\n\n"
                "**Next**\n\n- `` pare check a`b.csv ``: 2 notes\n- `pare rules`: why\n\n"
                "1\\. no list\n\n");
    document_free(document);
}

/* The characters that have no backslash before them and so may be markup. */
static size_t count_bare(struct text line, const char *set)
{
    size_t count = 0;
    for (size_t i = 0; i < line.size; i++) {
        if (line.data[i] == '\\')
            i++;
        else if (strchr(set, line.data[i]))
            count++;
    }
    return count;
}

static void no_cell_breaks_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        struct document *document = document_new();
        const struct rendered_row rows[] = {
            {ROW_PLAIN, {cell_string(hostile[i]), cell_money(0), cell_string(hostile[i])}}};
        add_table(document, rows, 1);
        struct text rest = rendered(FORMAT_MARKDOWN, document, NULL), line;
        size_t lines = 0;
        while (text_next(&rest, "\n", &line)) {
            lines++;
            if (lines < 3)
                continue;
            if (line.size && count_bare(line, "|") != 4)
                fail_msg("hostile %zu: %.*s", i, TEXT_ARGS(line));
            if (lines > 4 && count_bare(line, "`*_[]<>~"))
                fail_msg("hostile %zu: %.*s", i, TEXT_ARGS(line));
            assert_int_equal(text_search(line, "://"), line.size);
            assert_int_equal(text_search(line, "www."), line.size);
            assert_int_equal(text_find(line, '\x1b'), line.size);
        }
        assert_int_equal(lines, 7); /* title, blank, three of the table, blank, the end */
        document_free(document);
    }
}

static void no_paragraph_becomes_something_else(void **state)
{
    static const char *const starts[] = {"# no", "- no",  "+ no",  "= no",   "1. no",    "12) no",
                                         "> no", "```no", "~~~no", "--- no", "    code", "|no|",
                                         ": no", "% no",  "<b>no", "[no]: x"};
    (void)state;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        struct document *document = document_new();
        document_paragraph(document, text_of(starts[i]));
        struct text t = rendered(FORMAT_MARKDOWN, document, NULL);
        size_t digits = strspn(starts[i], "0123456789");
        bool safe = digits ? t.data[digits] == '\\' : t.data[0] == '\\' || t.data[0] == 'c';
        if (!safe)
            fail_msg("%s gives %.*s", starts[i], TEXT_ARGS(t));
        document_free(document);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_have_their_markup),
        cmocka_unit_test(no_cell_breaks_out),
        cmocka_unit_test(no_paragraph_becomes_something_else),
    };
    return cmocka_run_group_tests_name("render/markdown", tests, NULL, NULL);
}
