#include "rendered.h"

#include <csv.h>

static struct text one_cell(struct document *document, const char *text,
                            const struct render_options *options)
{
    static const struct column columns[] = {{.key = "id"}, {.key = "text"}};
    struct rendered_row *row = ARENA_ARRAY(document->arena, 1, struct rendered_row);
    row->cells[0] = cell_count(1);
    row->cells[1] = cell_string(text);
    document_table(document, &(struct table_block){.key = "t",
                                                   .columns = columns,
                                                   .column_count = 2,
                                                   .row_count = 1,
                                                   .row = rendered_row,
                                                   .context = row});
    return rendered(FORMAT_CSV, document, options);
}

static void texts_that_a_spreadsheet_would_run_are_guarded(void **state)
{
    static const struct {
        const char *text, *line;
    } cases[] = {
        {"plain", "1,plain\n"},
        {"=1+1", "1,'=1+1\n"},
        {"@SUM(A1)", "1,'@SUM(A1)\n"},
        {"+49 30", "1,'+49 30\n"},
        {"-12.5", "1,-12.5\n"},
        {"-x", "1,'-x\n"},
        {"-1-1", "1,'-1-1\n"},
        {"  =x", "1,\"'  =x\"\n"},
        {"'=x", "1,''=x\n"},
        {"'plain", "1,'plain\n"},
        {"\xef\xbc\x9d"
         "1",
         "1,'\xef\xbc\x9d"
         "1\n"},
        {"\tx", "1,'\tx\n"},
        {"a=b", "1,a=b\n"},
        {"a,b", "1,\"a,b\"\n"},
        {"say \"hi\"", "1,\"say \"\"hi\"\"\"\n"},
        {"two\nlines", "1,\"two\nlines\"\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document *document = document_new();
        char expected[64] = "id,text\n";
        strcat(expected, cases[i].line);
        assert_text(one_cell(document, cases[i].text, NULL), expected);
        document_free(document);
    }
}

struct read {
    char cell[256];
    size_t size, cells;
};

static void keep_last(void *data, size_t size, void *context)
{
    struct read *read = context;
    memcpy(read->cell, data, size);
    read->size = size;
    read->cells++;
}

static bool runs_as_formula(const struct read *read)
{
    size_t i = 0;
    while (i < read->size && read->cell[i] == ' ')
        i++;
    struct text t = text_make(read->cell + i, read->size - i);
    return t.size && (strchr("=@\t\r", t.data[0]) || t.data[0] == '+' ||
                      (t.data[0] == '-' && (t.size < 2 || !byte_is_digit(t.data[1]) ||
                                            strspn(t.data + 1, "0123456789.") + 1 != t.size)));
}

/* What a strict reader gets is the text, but for one ' that guards it. */
static void any_text_comes_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        struct document *document = document_new();
        struct text t = one_cell(document, hostile[i], NULL);
        struct csv_parser parser;
        struct read read = {{0}, 0, 0};
        csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
        assert_int_equal(csv_parse(&parser, t.data, t.size, keep_last, NULL, &read), t.size);
        assert_int_equal(csv_fini(&parser, keep_last, NULL, &read), 0);
        csv_free(&parser);
        assert_int_equal(read.cells, 4);
        read.cell[read.size] = '\0';
        if (runs_as_formula(&read))
            fail_msg("hostile %zu: %s", i, read.cell);
        const char *cell = read.cell;
        if (strcmp(cell, hostile[i]) != 0 && cell[0] == '\'')
            cell++;
        if (!strchr(hostile[i], '\xff'))
            assert_string_equal(cell, hostile[i]);
        document_free(document);
    }
}

static void excel_gets_its_mark_and_line_ends(void **state)
{
    struct document *document = document_new();
    struct render_options options = {.excel = true, .delimiter = ';'};
    (void)state;
    assert_text(one_cell(document, "a,b;c", &options), "\xef\xbb\xbfid;text\r\n1;\"a,b;c\"\r\n");
    document_free(document);
}

static void one_table_is_chosen(void **state)
{
    const struct entry entries[] = {{"reports", cell_count(62)}, {"currency", cell_null()}};
    struct document *document = document_new();
    struct render_options options = {.table = "summary"};
    (void)state;
    one_cell(document, "x", NULL);
    document_record(document, "summary", entries, 2);
    assert_text(rendered(FORMAT_CSV, document, &options), "reports,currency\n62,\n");
    options.table = NULL;
    assert_text(rendered(FORMAT_CSV, document, &options), "id,text\n1,x\n");
    document->main_table = "summary";
    assert_text(rendered(FORMAT_CSV, document, &options), "reports,currency\n62,\n");
    document_free(document);
}

static void an_empty_row_is_still_a_row(void **state)
{
    static const struct column columns[] = {{.key = "only"}};
    const struct rendered_row rows[] = {{ROW_PLAIN, {cell_null()}},
                                        {ROW_PLAIN, {cell_string("x")}}};
    struct document *document = document_new();
    (void)state;
    document_table(document, &(struct table_block){.key = "t",
                                                   .columns = columns,
                                                   .column_count = 1,
                                                   .row_count = 2,
                                                   .row = rendered_row,
                                                   .context = rows});
    assert_text(rendered(FORMAT_CSV, document, NULL), "only\n\"\"\nx\n");
    document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_that_a_spreadsheet_would_run_are_guarded),
        cmocka_unit_test(any_text_comes_back),
        cmocka_unit_test(excel_gets_its_mark_and_line_ends),
        cmocka_unit_test(one_table_is_chosen),
        cmocka_unit_test(an_empty_row_is_still_a_row),
    };
    return cmocka_run_group_tests_name("render/csv", tests, NULL, NULL);
}
