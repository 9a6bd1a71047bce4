#include "rendered.h"

static const struct column columns[] = {
    {.title = "name"}, {.title = "cost", .number = true, .adds_up = true}, {.title = ""}};

static struct table_block table_of(const struct rendered_row *rows, size_t count)
{
    return (struct table_block){.title = "Table",
                                .columns = columns,
                                .column_count = 3,
                                .row_count = count,
                                .row = rendered_row,
                                .context = rows};
}

static bool has(struct text page, const char *string)
{
    return text_search(page, string) < page.size;
}

static size_t count_of(struct text page, const char *string)
{
    size_t count = 0;
    for (size_t at; (at = text_search(page, string)) < page.size; count++)
        page = text_from(page, at + 1);
    return count;
}

static void blocks_have_their_markup(void **state)
{
    const struct rendered_row rows[] = {
        {ROW_PLAIN, {cell_string("A & B"), cell_money(123400), cell_string("x")}},
        {ROW_DETAIL, {cell_string("says more on the row above")}},
        {ROW_NOTE, {cell_string("A note.")}},
        {ROW_TOTAL, {cell_string("all"), cell_money(123400)}}};
    const struct table_block table = table_of(rows, 4);
    struct document *document = document_new();
    (void)state;
    document->title = text_of("Fewer <reports>");
    document_heading(document, 1, text_of("First"));
    document_table(document, &table);
    document_term(document, "Not touched", text_of("10 reports"));
    document_command(document, "", text_of("pare rules"), text_of("why"));
    document_page(document);
    document_note(document, text_of("last"));
    struct text page = rendered(FORMAT_HTML, document, NULL);
    assert_true(has(page, "<title>Fewer &lt;reports&gt;</title>"));
    assert_true(has(page, "<section aria-labelledby=\"s0\">\n<h2 id=\"s0\">First</h2>\n"));
    assert_true(has(page, "<caption>Table</caption>"));
    assert_true(has(page, "<th scope=\"col\">name</th><th scope=\"col\" class=\"n\">cost</th>"
                          "<td></td>"));
    assert_true(has(page, "<tr><th scope=\"row\">A &amp; B</th><td class=\"n\">1,234</td>"
                          "<td>x</td></tr>\n"
                          "<tr class=\"detail\"><td colspan=\"3\">says more on the row above"
                          "</td></tr>\n</tbody>\n<tbody>\n"
                          "<tr class=\"note\"><td colspan=\"3\">A note.</td></tr>\n"
                          "<tr class=\"total\">"));
    assert_true(has(page, "<dl class=\"terms\">\n<dt>Not touched</dt><dd>10 reports</dd>\n"
                          "<dd><code>pare rules</code> why</dd>\n</dl>\n</section>\n"
                          "<div class=\"page\"></div>\n<p class=\"note\">last</p>"));
    document_free(document);
}

/* Those that stand in tags: what comes from the input has none. */
static size_t quotes_of(struct text page)
{
    size_t quotes = 0;
    bool tag = false;
    page = text_from(page, text_search(page, "<body>"));
    page = text_slice(page, 0, text_search(page, "<script>"));
    for (size_t i = 0; i < page.size; i++) {
        quotes += tag && page.data[i] == '"';
        tag = page.data[i] == '<' || (tag && page.data[i] != '>');
    }
    return quotes;
}

static void no_text_breaks_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        struct text t = text_of(hostile[i]);
        struct document *document = document_new();
        const struct rendered_row rows[] = {
            {ROW_PLAIN, {cell_text(t), cell_money(100), cell_string(hostile[i])}}};
        const struct table_block table = table_of(rows, 1);
        const int64_t values[] = {0, 100};
        const struct choice_bundle bundle = {1, values, NULL};
        const struct choice_row row = {t, text_of("retire"), text_of("reject"), t, .by = t};
        const struct figure figure = {"saving", "Saving", CELL_MONEY, true};
        document->title = arena_printf(document->arena, "x%s", hostile[i]);
        document_heading(document, 1, t);
        document_paragraph(document, t);
        document_term(document, "x", t);
        document_command(document, "y", t, t);
        document_tiles(document,
                       &(struct tile){"z", t, arena_printf(document->arena, "x%s", hostile[i])}, 1);
        document_chart(document, &(struct chart){.value = 1, .what = "w"}, &table);
        document_choices(document, &(struct choice_list){&figure, 1, &row, 1, &bundle, 1, 0, 0, 0},
                         &table);
        struct text page = rendered(FORMAT_HTML, document, NULL);
        assert_int_equal(count_of(page, "<script"), 2);
        assert_int_equal(count_of(page, "</script"), 2);
        assert_false(has(page, "<b>"));
        assert_false(has(page, "\x1b"));
        assert_false(has(page, "\xe2\x80\xae"));
        assert_false(has(page, "\xff"));
        assert_int_equal(quotes_of(page) % 2, 0);
        document_free(document);
    }
}

static void the_policy_knows_what_is_in_the_page(void **state)
{
    struct document *document = document_new();
    const struct render_options none = {.no_script = true};
    (void)state;
    document_paragraph(document, text_of("x"));
    struct text page = rendered(FORMAT_HTML, document, NULL);
    assert_true(has(page, "default-src 'none'; style-src 'sha256-"));
    assert_true(has(page, "'; script-src 'sha256-"));
    assert_true(text_search(page, "Content-Security-Policy") < text_search(page, "<style>"));
    assert_false(has(page, " style=\""));
    page = rendered(FORMAT_HTML, document, &none);
    assert_false(has(page, "<script"));
    assert_false(has(page, "script-src"));
    document_free(document);
}

static const struct figure figures[] = {{"agreed", "Agreed", CELL_MONEY, true},
                                        {"hours", "Expected hours", CELL_HOURS, false}};

static void totals_are_sums_of_look_ups(void **state)
{
    const struct rendered_row rows[] = {{ROW_PLAIN, {cell_string("a"), cell_money(1)}},
                                        {ROW_PLAIN, {cell_string("b"), cell_money(2)}},
                                        {ROW_PLAIN, {cell_string("c"), cell_money(4)}}};
    const struct table_block table = table_of(rows, 3);
    const int64_t first[] = {0, 0, 1000, 10, 2000, 20, 2500, 25}, second[] = {0, 0, 405050, 150};
    const bool allowed[] = {true, true, false, true};
    const struct choice_bundle bundles[] = {{2, first, allowed}, {1, second, NULL}};
    const struct choice_row choice_rows[] = {
        {TEXT("a"), TEXT("merge"), TEXT("accept"), TEXT(""), .bundle = 0, .bit = 0},
        {TEXT("b"), TEXT("retire"), TEXT("reject"), TEXT("no"), .by = TEXT("A. Person"),
         .bundle = 0, .bit = 1},
        {TEXT("c"), TEXT("retire"), TEXT(""), TEXT(""), .bundle = 1, .bit = 0}};
    const struct choice_list choices = {figures, 2, choice_rows, 3, bundles, 2, 1000000, 500000, 0};
    struct document *document = document_new();
    const struct render_options none = {.no_script = true};
    (void)state;
    document_choices(document, &choices, &table);
    struct text page = rendered(FORMAT_HTML, document, NULL);
    assert_true(has(page, "<td class=\"n\">4,076</td>")); /* 2,500 + 405,050 cents */
    assert_true(has(page, "<data data-figure=\"agreed\" value=\"10.00\">10</data>"));
    assert_true(has(page, "<data data-figure=\"hours\" value=\"1.6\">2</data>")); /* a and c */
    assert_true(has(page, "max=\"500000\" value=\"1000\""));
    assert_true(has(page, "<tr data-row=\"1\"><th scope=\"row\">b</th><td class=\"n\">&lt;1</td>"
                          "<td></td><td>reject</td><td>no</td></tr>"));
    assert_true(has(page, "{\"v\":[1000,10,2000,20,2500,25],\"x\":[2]},\n{\"v\":[405050,150]}"));
    assert_true(has(
        page, "[\"b\",\"retire\",0,1,\"\",\"reject\",\"no\",\"A. Person\",\"\",\"\",\"\",\"\"]"));
    assert_true(has(page, "Agreed, of the target of 5,000 (50 % of what it costs now)"));
    page = rendered(FORMAT_HTML, document, &none);
    assert_true(has(page, "<data data-figure=\"agreed\" value=\"10.00\">10</data>"));
    assert_false(has(page, "class=\"tools\""));
    document_free(document);
}

static void every_chart_is_drawn_with_its_table(void **state)
{
    static const struct column four[] = {
        {.title = "name"}, {.title = "now", .number = true}, {.title = "then", .number = true}};
    const struct rendered_row rows[] = {
        {ROW_PLAIN, {cell_string("a"), cell_count(40), cell_count(10)}},
        {ROW_PLAIN, {cell_string("b"), cell_count(30), cell_count(20)}},
        {ROW_TOTAL, {cell_string("sum"), cell_count(7777), cell_count(30)}},
        {ROW_PLAIN, {cell_string("c"), cell_count(10), cell_count(30)}}};
    (void)state;
    for (int kind = CHART_BARS; kind <= CHART_FRONTIER; kind++) {
        struct document *document = document_new();
        document_chart(document, &(struct chart){(enum chart_kind)kind, 0, 1, 2, "What is seen."},
                       &(struct table_block){.title = "Drawing",
                                             .columns = four,
                                             .column_count = 3,
                                             .row_count = 4,
                                             .row = rendered_row,
                                             .context = rows});
        struct text page = rendered(FORMAT_HTML, document, NULL);
        assert_int_equal(count_of(page, "<svg "), 1);
        assert_true(has(page, "role=\"img\" aria-labelledby=\"t0 d0\"><title id=\"t0\">Drawing"
                              "</title><desc id=\"d0\">What is seen.</desc>"));
        /* a total stands in the table only, but where it is what a waterfall comes to */
        assert_int_equal(count_of(page, "7,777"), kind == CHART_WATERFALL ? 2 : 1);
        assert_true(count_of(page, "<rect ") + count_of(page, "<circle ") >= 3);
        assert_false(has(page, "nan"));
        document_free(document);
    }
}

/* What is above zero is added, what is below is taken off, and bars hang from level to level. */
static void a_waterfall_goes_up_and_down(void **state)
{
    const struct rendered_row rows[] = {{ROW_PLAIN, {cell_string("then"), cell_money(20000)}},
                                        {ROW_PLAIN, {cell_string("off"), cell_money(-10000)}},
                                        {ROW_PLAIN, {cell_string("on top"), cell_money(13600)}},
                                        {ROW_TOTAL, {cell_string("now"), cell_money(23600)}}};
    const struct table_block table = table_of(rows, 4);
    struct document *document = document_new();

    (void)state;
    document_chart(document, &(struct chart){CHART_WATERFALL, 0, 1, 1, "Steps."}, &table);
    struct text page = rendered(FORMAT_HTML, document, NULL);
    /* 236 units of the drawing are 23,600 cents, from 204 on */
    assert_true(has(page, "class=\"bar\" x=\"204.0\" y=\"4.0\" width=\"200.0\""));
    assert_true(has(page, "class=\"bar off\" x=\"304.0\" y=\"30.0\" width=\"100.0\""));
    assert_true(has(page, "class=\"bar old\" x=\"304.0\" y=\"56.0\" width=\"136.0\""));
    assert_true(has(page, "class=\"bar\" x=\"204.0\" y=\"82.0\" width=\"236.0\""));
    document_free(document);
}

struct many {
    char name[400];
};

static enum row_style long_row(const void *context, size_t index, struct cell *cells)
{
    (void)index;
    cells[0] = cell_string(((const struct many *)context)->name);
    cells[1] = cell_money(100);
    return ROW_PLAIN;
}

static void a_page_is_never_too_big_and_says_what_it_left_out(void **state)
{
    static struct many many;
    struct table_block table = table_of(NULL, 10000);
    struct document *document = document_new();
    (void)state;
    memset(many.name, 'x', sizeof many.name - 1);
    table.row = long_row;
    table.context = &many;
    document_table(document, &table);
    document_table(document, &table);
    struct text page = rendered(FORMAT_HTML, document, NULL);
    assert_true(page.size < 500000);
    assert_int_equal(count_of(page, "... and "), 2);
    assert_true(has(page, "... and 9990 more: they are in the workbook"));
    document_free(document);
}

static void a_very_long_cell_is_cut(void **state)
{
    static char long_name[40001];
    struct document *document = document_new();

    (void)state;
    memset(long_name, '<', sizeof long_name - 1);
    const struct rendered_row rows[] = {{ROW_PLAIN, {cell_string(long_name), cell_money(100)}}};
    const struct table_block table = table_of(rows, 1);
    document_table(document, &table);
    struct text page = rendered(FORMAT_HTML, document, NULL);
    assert_int_equal(count_of(page, "&lt;"), 997);
    assert_true(has(page, "&lt;...</th>"));
    document_free(document);
}

static void the_rest_stands_before_the_sum(void **state)
{
    const struct rendered_row rows[] = {{ROW_PLAIN, {cell_string("a"), cell_money(100)}},
                                        {ROW_PLAIN, {cell_string("b"), cell_money(200)}},
                                        {ROW_DETAIL, {cell_string("more on b")}},
                                        {ROW_TOTAL, {cell_string("sum"), cell_money(300)}}};
    struct table_block table = table_of(rows, 4);
    struct document *document = document_new();
    (void)state;
    table.limit = 1;
    table.more = "pare x";
    document_table(document, &table);
    struct text page = rendered(FORMAT_HTML, document, NULL);
    assert_true(has(page, "<td></td></tr>\n</tbody>\n<tbody>\n<tr class=\"note\"><td colspan=\"3\">"
                          "... and 1 more: <code>pare x</code></td></tr>\n</tbody>\n"
                          "<tbody>\n<tr class=\"total\">"));
    assert_false(has(page, "more on b"));
    document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_have_their_markup),
        cmocka_unit_test(no_text_breaks_out),
        cmocka_unit_test(the_policy_knows_what_is_in_the_page),
        cmocka_unit_test(totals_are_sums_of_look_ups),
        cmocka_unit_test(every_chart_is_drawn_with_its_table),
        cmocka_unit_test(a_waterfall_goes_up_and_down),
        cmocka_unit_test(a_very_long_cell_is_cut),
        cmocka_unit_test(the_rest_stands_before_the_sum),
        cmocka_unit_test(a_page_is_never_too_big_and_says_what_it_left_out),
    };
    return cmocka_run_group_tests_name("render/html", tests, NULL, NULL);
}
