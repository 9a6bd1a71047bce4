#include "rendered.h"

#include "base/utf8.h"

static const struct column cost_columns[] = {
    {.title = "", .fit = FIT_CUT},
    {.title = "", .one = "report", .many = "reports"},
    {.title = "hours", .number = true, .adds_up = true},
    {.title = "money", .number = true, .adds_up = true},
    {.title = "", .number = true, .adds_up = true},
};

static void first_screen(struct document *document)
{
    static const struct rendered_row rows[] = {
        {ROW_PLAIN,
         {{CELL_TEXT, {.text = TEXT("Controlling")}},
          {CELL_COUNT, {.count = 10}},
          {CELL_HOURS, {.number = 2037.6}},
          {CELL_MONEY, {.cents = 10289599}},
          {CELL_SHARE, {.number = 0.4038}}}},
        {ROW_PLAIN,
         {{CELL_TEXT, {.text = TEXT("Nursing")}},
          {CELL_COUNT, {.count = 1}},
          {CELL_HOURS, {.number = 813.9}},
          {CELL_MONEY, {.cents = 4072549}},
          {CELL_SHARE, {.number = 0.1598}}}},
        {ROW_PLAIN,
         {{CELL_TEXT, {.text = TEXT("8 others")}},
          {CELL_COUNT, {.count = 45}},
          {CELL_HOURS, {.number = 2212.5}},
          {CELL_MONEY, {.cents = 11118652}},
          {CELL_SHARE, {.number = 0.4364}}}},
        {ROW_TOTAL,
         {{CELL_TEXT, {.text = TEXT("Making and sending")}},
          {CELL_COUNT, {.count = 56}},
          {CELL_HOURS, {.number = 5064}},
          {CELL_MONEY, {.cents = 25480800}},
          {CELL_SHARE, {.number = 1}}}},
        {ROW_NOTE,
         {{CELL_TEXT,
           {.text = TEXT("Assumed: 50.00 an hour (give --rate); the effort of "
                         "29 reports (17 % of the hours).")}}}},
    };
    document_table(document, &(struct table_block){.title = "What they cost a year",
                                                   .columns = cost_columns,
                                                   .column_count = 5,
                                                   .row_count = 5,
                                                   .row = rendered_row,
                                                   .context = rows});
}

static void a_table_has_its_title_on_the_line_of_the_columns(void **state)
{
    struct document *document = document_new();
    (void)state;
    first_screen(document);
    assert_text(rendered(FORMAT_TERMINAL, document, NULL),
                "WHAT THEY COST A YEAR               hours    money\n"
                "  Controlling         10 reports    2,038  102,896   40 %\n"
                "  Nursing             1 report        814   40,725   16 %\n"
                "  8 others            45 reports    2,212  111,187   44 %\n"
                "  Making and sending  56 reports    5,064  254,808  100 %\n"
                "  Assumed: 50.00 an hour (give --rate); the effort of 29 reports (17 % of the\n"
                "  hours).\n");
    document_free(document);
}

static void a_text_runs_over_into_empty_cells(void **state)
{
    static const struct column columns[] = {{.title = ""},
                                            {.title = ""},
                                            {.title = "hours", .number = true},
                                            {.title = "if all is done", .number = true}};
    const struct rendered_row rows[] = {
        {ROW_PLAIN,
         {cell_string("Why is it necessary?"), cell_string("stop"), cell_hours(120),
          cell_money(660000)}},
        {ROW_PLAIN,
         {cell_string("Who should get it?"),
          cell_string("not known: the log does not say who opened, and nobody was asked")}},
        {ROW_APART,
         {cell_string("After what usually fails"), cell_string(""), cell_hours(66),
          cell_money(347100)}},
        {ROW_DETAIL,
         {cell_string("low to high, and cash in it"), cell_string(""), cell_string(""),
          cell_string("2,181 to 4,878; 1,447")}},
    };
    struct document *document = document_new();
    (void)state;
    document_table(document, &(struct table_block){.title = "What could change",
                                                   .columns = columns,
                                                   .column_count = 4,
                                                   .row_count = 4,
                                                   .row = rendered_row,
                                                   .context = rows});
    assert_text(rendered(FORMAT_TERMINAL, document, NULL),
                "WHAT COULD CHANGE                hours  if all is done\n"
                "  Why is it necessary?   stop      120           6,600\n"
                "  Who should get it?     not known: the log does not say who opened, and nobody\n"
                "                         was asked\n"
                "  After what usually fails          66           3,471\n"
                "    low to high, and cash in it  2,181 to 4,878; 1,447\n");
    document_free(document);
}

static void a_title_keeps_away_from_a_wide_column_title(void **state)
{
    static const struct column columns[] = {{.title = ""}, {.title = "at stake", .number = true}};
    const struct rendered_row rows[] = {{ROW_PLAIN, {cell_string("a"), cell_money(100)}}};
    struct document *document = document_new();
    (void)state;
    document_table(document, &(struct table_block){.title = "To be asked",
                                                   .columns = columns,
                                                   .column_count = 2,
                                                   .row_count = 1,
                                                   .row = rendered_row,
                                                   .context = rows});
    assert_text(rendered(FORMAT_TERMINAL, document, NULL),
                "TO BE ASKED  at stake\n  a                 1\n");
    document_free(document);
}

static void one_report_stands_below_ten_reports(void **state)
{
    static const struct column columns[] = {
        {.title = ""}, {.title = "", .number = true, .one = "report", .many = "reports"}};
    const struct rendered_row rows[] = {{ROW_PLAIN, {cell_string("a"), cell_count(10)}},
                                        {ROW_PLAIN, {cell_string("b"), cell_count(1)}}};
    struct document *document = document_new();
    (void)state;
    document_table(document, &(struct table_block){.title = "T",
                                                   .columns = columns,
                                                   .column_count = 2,
                                                   .row_count = 2,
                                                   .row = rendered_row,
                                                   .context = rows});
    assert_text(rendered(FORMAT_TERMINAL, document, NULL), "T\n  a  10 reports\n  b   1 report\n");
    document_free(document);
}

static void labels_and_commands_stand_in_columns(void **state)
{
    struct document *document = document_new();
    (void)state;
    document_term(document, "Not touched",
                  text_of("10 reports that law, contract or accreditation asks for (34,500), and "
                          "so on"));
    document_command(document, "Next", text_of("pare ask ... -o questions/"),
                     text_of("10 questions for 7 people"));
    document_command(document, "", text_of("pare explain ... ID"),
                     text_of("why, from which rows, the arithmetic and more"));
    assert_text(rendered(FORMAT_TERMINAL, document, NULL),
                "NOT TOUCHED  10 reports that law, contract or accreditation asks for (34,500),\n"
                "             and so on\n"
                "NEXT         pare ask ... -o questions/  10 questions for 7 people\n"
                "             pare explain ... ID         why, from which rows, the arithmetic\n"
                "                                         and more\n");
    document_free(document);
}

static void tiles_stand_in_columns_and_charts_are_tables(void **state)
{
    static const struct column columns[] = {{.title = ""}, {.title = "hours", .number = true}};
    const struct rendered_row rows[] = {{ROW_PLAIN, {cell_string("Nursing"), cell_hours(12)}}};
    const struct tile tiles[] = {{"Reports", TEXT("62"), TEXT("65 rows")},
                                 {"Cost",
                                  TEXT("\x1b"
                                       "5"),
                                  TEXT("")}};
    struct document *document = document_new();
    (void)state;
    document_tiles(document, tiles, 2);
    document_page(document);
    document_chart(document, &(struct chart){.value = 1},
                   &(struct table_block){.title = "Where",
                                         .columns = columns,
                                         .column_count = 2,
                                         .row_count = 1,
                                         .row = rendered_row,
                                         .context = rows});
    assert_text(rendered(FORMAT_TERMINAL, document, NULL), "  Reports  62  65 rows\n"
                                                           "  Cost     \xef\xbf\xbd"
                                                           "5\n"
                                                           "WHERE        hours\n"
                                                           "  Nursing       12\n");
    assert_text(rendered(FORMAT_MARKDOWN, document, NULL),
                "- Reports: **62** 65 rows\n- Cost: **\xef\xbf\xbd"
                "5**\n\n"
                "### Where\n\n|  | hours |\n| --- | ---: |\n| Nursing | 12 |\n\n");
    document_free(document);
}

static void colour_adds_nothing_but_bold(void **state)
{
    struct document *document = document_new();
    struct render_options colour = {.colour = true};
    char plain[4096];
    size_t size = 0;
    (void)state;
    document_heading(document, 1, text_of("Title"));
    first_screen(document);
    struct text coloured = rendered(FORMAT_TERMINAL, document, &colour);
    for (size_t i = 0; i < coloured.size;) {
        struct text rest = text_from(coloured, i);
        if (text_starts(rest, "\033[1m") || text_starts(rest, "\033[0m"))
            i += 4;
        else
            plain[size++] = coloured.data[i++];
    }
    plain[size] = '\0';
    assert_true(size < coloured.size);
    assert_text(rendered(FORMAT_TERMINAL, document, NULL), plain);
    document_free(document);
}

static void the_rest_is_counted_and_named(void **state)
{
    struct rendered_row rows[5];
    struct document *document = document_new();
    (void)state;
    for (size_t i = 0; i < 5; i++)
        rows[i] = (struct rendered_row){ROW_PLAIN, {cell_string("a report")}};
    document_table(document, &(struct table_block){.title = "Biggest",
                                                   .columns = cost_columns,
                                                   .column_count = 1,
                                                   .row_count = 5,
                                                   .limit = 2,
                                                   .more = "pare audit -f csv",
                                                   .row = rendered_row,
                                                   .context = rows});
    assert_text(rendered(FORMAT_TERMINAL, document, NULL),
                "BIGGEST\n  a report\n  a report\n  ... and 3 more: pare audit -f csv\n");
    document_free(document);
}

static bool is_harmless(struct text line)
{
    struct document *document = document_new();
    struct out *out = out_memory();
    utf8_clean(out, line);
    bool same = text_equal(out_written(out), line);
    out_abandon(out);
    document_free(document);
    return same;
}

static void nothing_hostile_reaches_the_terminal(void **state)
{
    static const struct column columns[] = {{.title = "id"},
                                            {.title = "what", .fit = FIT_CUT},
                                            {.title = "cost", .number = true},
                                            {.title = "why", .fit = FIT_WRAP}};
    (void)state;
    for (size_t i = 0; i < HOSTILE_COUNT; i++) {
        struct document *document = document_new();
        struct text t = text_of(hostile[i]);
        const struct rendered_row rows[] = {
            {ROW_PLAIN, {cell_text(t), cell_text(t), cell_money(100), cell_text(t)}},
            {ROW_NOTE, {cell_text(t)}}};
        document_heading(document, 1, t);
        document_paragraph(document, t);
        document_note(document, t);
        document_term(document, "label", t);
        document_command(document, "next", t, t);
        document_table(document, &(struct table_block){.title = "Table",
                                                       .columns = columns,
                                                       .column_count = 4,
                                                       .row_count = 2,
                                                       .row = rendered_row,
                                                       .context = rows});
        struct text rest = rendered(FORMAT_TERMINAL, document, NULL), line;
        while (text_next(&rest, "\n", &line)) {
            if (!is_harmless(line))
                fail_msg("hostile %zu: %.*s", i, TEXT_ARGS(line));
            if (utf8_width(line) > 80)
                fail_msg("hostile %zu is too wide: %.*s", i, TEXT_ARGS(line));
        }
        document_free(document);
    }
}

static void long_cells_never_make_a_line_longer_than_the_terminal(void **state)
{
    static const struct column columns[] = {{.title = "id"},
                                            {.title = "name"},
                                            {.title = "cost", .number = true},
                                            {.title = "why", .fit = FIT_CUT},
                                            {.title = "more", .fit = FIT_WRAP}};
    char word[300];
    (void)state;
    for (size_t width = 60; width <= 140; width += 7)
        for (size_t size = 1; size < sizeof word; size += 13) {
            struct document *document = document_new();
            struct render_options options = {.width = width};
            memset(word, 'x', size);
            for (size_t i = 5; i < size; i += 9)
                word[i] = ' ';
            struct text t = text_make(word, size);
            const struct rendered_row rows[] = {
                {ROW_PLAIN,
                 {cell_text(t), cell_text(t), cell_money(123456700), cell_text(t), cell_text(t)}},
                {ROW_TOTAL, {cell_text(t)}},
                {ROW_NOTE, {cell_text(t)}}};
            document_table(document, &(struct table_block){.title = "Table",
                                                           .columns = columns,
                                                           .column_count = 5,
                                                           .row_count = 3,
                                                           .row = rendered_row,
                                                           .context = rows});
            struct text rest = rendered(FORMAT_TERMINAL, document, &options), line;
            while (text_next(&rest, "\n", &line))
                if (utf8_width(line) > width)
                    fail_msg("width %zu, cells of %zu: %.*s", width, size, TEXT_ARGS(line));
            document_free(document);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_has_its_title_on_the_line_of_the_columns),
        cmocka_unit_test(a_text_runs_over_into_empty_cells),
        cmocka_unit_test(a_title_keeps_away_from_a_wide_column_title),
        cmocka_unit_test(one_report_stands_below_ten_reports),
        cmocka_unit_test(labels_and_commands_stand_in_columns),
        cmocka_unit_test(tiles_stand_in_columns_and_charts_are_tables),
        cmocka_unit_test(colour_adds_nothing_but_bold),
        cmocka_unit_test(the_rest_is_counted_and_named),
        cmocka_unit_test(nothing_hostile_reaches_the_terminal),
        cmocka_unit_test(long_cells_never_make_a_line_longer_than_the_terminal),
    };
    return cmocka_run_group_tests_name("render/terminal", tests, NULL, NULL);
}
