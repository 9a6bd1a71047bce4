#include "random.h"
#include "unit.h"

#include "document/shown.h"

enum { COLUMNS = 3 };

struct row {
    enum row_style style;
    struct cell cells[COLUMNS];
};

static enum row_style copy_row(const void *context, size_t index, struct cell *cells)
{
    const struct row *row = &((const struct row *)context)[index];
    memcpy(cells, row->cells, sizeof row->cells);
    return row->style;
}

static const struct column columns[COLUMNS] = {
    {.key = "name", .title = ""},
    {.key = "reports", .title = "", .one = "report", .many = "reports"},
    {.key = "cost", .title = "money", .number = true, .adds_up = true},
};

static struct table_block table_of(const struct row *rows, size_t count)
{
    return (struct table_block){.columns = columns,
                                .column_count = COLUMNS,
                                .row_count = count,
                                .row = copy_row,
                                .context = rows};
}

static struct row row_of(enum row_style style, const char *name, int64_t reports, int64_t cents)
{
    return (struct row){style, {cell_string(name), cell_count(reports), cell_money(cents)}};
}

static void figures_add_up_as_printed(void **state)
{
    const struct row rows[] = {row_of(ROW_PLAIN, "a", 1, 10050), row_of(ROW_PLAIN, "b", 2, 10050),
                               row_of(ROW_PLAIN, "c", 3, 10), row_of(ROW_TOTAL, "all", 6, 20110),
                               row_of(ROW_APART, "after", 6, 15050)};
    struct document *document = document_new();
    struct table_block table = table_of(rows, 5);
    struct shown shown;
    (void)state;
    shown_table(document->arena, document, &table, &shown);
    assert_int_equal(shown.count, 5);
    assert_text(shown.rows[0].cells[2], "101"); /* 100.50, as is the next */
    assert_text(shown.rows[1].cells[2], "100");
    assert_text(shown.rows[2].cells[2], "<1");
    assert_text(shown.rows[3].cells[2], "201");
    assert_text(shown.rows[4].cells[2], "151");
    assert_text(shown.rows[0].cells[1], "1 report");
    assert_text(shown.rows[1].cells[1], "2 reports");
    document_free(document);
}

static void mostly_assumed_money_is_rounded_and_adds_up(void **state)
{
    const struct row rows[] = {
        row_of(ROW_PLAIN, "a", 1, 10289600), row_of(ROW_PLAIN, "b", 2, 14800000),
        row_of(ROW_PLAIN, "c", 3, 391200), row_of(ROW_TOTAL, "all", 6, 25480800)};
    struct document *document = document_new();
    struct table_block table = table_of(rows, 4);
    struct shown shown;
    (void)state;
    document->about = true;
    shown_table(document->arena, document, &table, &shown);
    assert_text(shown.titles[2], "money, about");
    assert_text(shown.rows[0].cells[2], "103,000");
    assert_text(shown.rows[1].cells[2], "148,000");
    assert_text(shown.rows[2].cells[2], "4,000");
    assert_text(shown.rows[3].cells[2], "255,000");
    assert_text(document_money(document, 25480800), "about 255,000");
    assert_text(document_figure(document, 25480800), "255,000");
    assert_text(document_money(document, 0), "0");
    document->currency = "EUR";
    assert_text(document_money(document, -1180000), "about -EUR 11,800");
    document->about = false;
    document->currency = "€";
    assert_text(document_money(document, 25480800), "€254,808");
    assert_text(document_money(document, 30), "€<1");
    document->currency = "";
    assert_text(document_money(document, 25480800), "254,808");
    document_free(document);
}

/* What a reader sums up: "1,234" is 1234, "<1" is nothing. */
static int64_t as_printed(struct text t)
{
    int64_t number = 0;
    for (size_t i = 0; i < t.size && t.data[0] != '<'; i++)
        if (byte_is_digit(t.data[i]))
            number = 10 * number + (t.data[i] - '0');
    return number;
}

static void any_table_adds_up_as_printed(void **state)
{
    enum { MOST = 24 };
    uint64_t seed = law_seed(1);
    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct row rows[MOST + 1];
        size_t count = (size_t)round % MOST + 1;
        int64_t total = 0;
        for (size_t i = 0; i < count; i++) {
            int64_t cents = (int64_t)random_below(&seed, 100000000) >> random_below(&seed, 20);
            rows[i] = row_of(ROW_PLAIN, "a", 1, cents);
            total += cents;
        }
        rows[count] = row_of(ROW_TOTAL, "all", 1, total);
        struct document *document = document_new();
        struct table_block table = table_of(rows, count + 1);
        struct shown shown;
        document->about = round % 2;
        shown_table(document->arena, document, &table, &shown);
        int64_t sum = 0, all = as_printed(shown.rows[count].cells[2]);
        for (size_t i = 0; i < count; i++)
            sum += as_printed(shown.rows[i].cells[2]);
        if (sum != all)
            fail_msg("round %d: %ld is not %ld", round, (long)sum, (long)all);
        document_free(document);
    }
}

static void the_limit_hides_plain_rows_only_and_the_rest_still_counts(void **state)
{
    const struct row rows[] = {row_of(ROW_PLAIN, "a", 1, 150), row_of(ROW_DETAIL, "of a", 0, 0),
                               row_of(ROW_PLAIN, "b", 1, 150), row_of(ROW_DETAIL, "of b", 0, 0),
                               row_of(ROW_PLAIN, "c", 1, 150), row_of(ROW_TOTAL, "all", 3, 450)};
    struct document *document = document_new();
    struct table_block table = table_of(rows, 6);
    struct shown shown;
    (void)state;
    table.limit = 1;
    shown_table(document->arena, document, &table, &shown);
    assert_int_equal(shown.count, 3);
    assert_int_equal(shown.hidden, 2);
    assert_int_equal(shown.hidden_at, 2);
    assert_text(shown.rows[1].cells[0], "of a");
    assert_text(shown.rows[2].cells[0], "all");
    assert_text(shown.rows[2].cells[2], "5");
    document_free(document);
}

static void columns_without_title_are_for_machines(void **state)
{
    const struct column machine[] = {{.key = "id"}, {.title = "name"}, {.key = "cost"}};
    const struct row rows[] = {row_of(ROW_PLAIN, "a", 7, 150)};
    struct document *document = document_new();
    struct table_block table = table_of(rows, 1);
    struct shown shown;
    (void)state;
    table.columns = machine;
    shown_table(document->arena, document, &table, &shown);
    assert_int_equal(shown.column_count, 1);
    assert_text(shown.rows[0].cells[0], "7");
    document_free(document);
}

static void numbers_read_well(void **state)
{
    char buffer[SHOWN_SIZE];
    (void)state;
    assert_text(shown_number(0, buffer), "0");
    assert_text(shown_number(0.4, buffer), "<1");
    assert_text(shown_number(-0.4, buffer), "0");
    assert_text(shown_number(999.5, buffer), "1,000");
    assert_text(shown_number(-1234567.4, buffer), "-1,234,567");
    assert_text(shown_decimal(17.333333, buffer), "17.33");
    assert_text(shown_decimal(0.5, buffer), "0.5");
    assert_text(shown_decimal(1250, buffer), "1,250");
    assert_text(shown_decimal(-0.001, buffer), "0");
    assert_text(shown_share(0.166, buffer), "17 %");
    assert_text(shown_share(0.001, buffer), "<1 %");
    assert_text(shown_share(0, buffer), "0 %");
    assert_text(shown_share(1, buffer), "100 %");
}

static void dates_and_flags_read_well(void **state)
{
    const struct row rows[] = {{ROW_PLAIN, {cell_date(20406), cell_flag(true), cell_null()}}};
    struct document *document = document_new();
    struct table_block table = table_of(rows, 1);
    struct shown shown;
    (void)state;
    shown_table(document->arena, document, &table, &shown);
    assert_text(shown.rows[0].cells[0], "2025-11-14");
    assert_text(shown.rows[0].cells[1], "yes");
    assert_text(shown.rows[0].cells[2], "");
    document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_add_up_as_printed),
        cmocka_unit_test(mostly_assumed_money_is_rounded_and_adds_up),
        cmocka_unit_test(any_table_adds_up_as_printed),
        cmocka_unit_test(the_limit_hides_plain_rows_only_and_the_rest_still_counts),
        cmocka_unit_test(columns_without_title_are_for_machines),
        cmocka_unit_test(numbers_read_well),
        cmocka_unit_test(dates_and_flags_read_well),
    };
    return cmocka_run_group_tests_name("document/shown", tests, NULL, NULL);
}
