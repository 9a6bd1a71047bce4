/* Rows that only add a recipient are taken on a short way; where cells of unused columns are kept
 * the short way is closed, and all must be the same. */
#include "unit.h"

#include "random.h"
#include "reading.h"

enum { ROWS = 60, ROUNDS = 400 };

static const char *const heads[] = {
    "Report ID,Report,Recipient,Frequency",         "Report ID,Department,Report,Distribution list",
    "Department,Report ID,Report,Recipient,Status", "Recipient,Report ID,Report",
    "Report ID,Report,Recipient,Minutes",           "Report ID,Report,Recipient,Remark",
};

static const char *const ids[] = {"R1", "R1", "R1", "R2", "R2", "", "n/a", "R 3"};
static const char *const names[] = {"Cash", "Cash", "Cash", "Cash", "Stock", "Total", ""};
static const char *const others[] = {"Finance",  "Finance", "Finance", "weekly",   "",
                                     "\"a, b\"", "12",      "x\"y",    "sometimes"};
static const char *const recipients[] = {
    "ann@x.org",
    "bo@x.org",
    "Cy Lee",
    "Di Moe",
    "none",
    "n/a",
    "25",
    "12 people",
    "",
    "\"ann@x.org\"",
    " bo@x.org",
    "bo@x.org ",
    "ed@x.org;ann@x.org",
    "\"Doe, Jane\"",
    "All staff",
    "ann@x.org bo@x.org",
    "\"fi\"\"e\"@x.org",
    "M\xC3\xBCller",
    "Caf\xC3\xA9",
    "Recipient",
    "Total",
    "g\"o@x.org",
    "Hal|Ike",
    "-",
    "'+x",
    "nobody",
    "Jo\xC2\xA0",
};

#define PICK(list) list[random_below(seed, (unsigned)(sizeof(list) / sizeof *(list)))]

/* Rows come in runs, in which little but the recipient changes. */
static void put_rows(struct out *out, uint64_t *seed)
{
    const char *head = PICK(heads), *end = random_below(seed, 4) ? "\n" : "\r\n";
    const char *id = PICK(ids), *name = PICK(names), *other = PICK(others);
    size_t columns = 1, i, row;

    for (i = 0; head[i]; i++)
        columns += head[i] == ',';
    out_printf(out, "%s%s", head, end);
    for (row = 0; row < ROWS; row++) {
        struct text rest = text_of(head), header;

        if (!random_below(seed, 5))
            id = PICK(ids);
        if (!random_below(seed, 6))
            name = PICK(names);
        if (!random_below(seed, 8))
            other = PICK(others);
        for (i = 0; text_next(&rest, ",", &header); i++) {
            const char *cell = text_is(header, "Report ID") ? id
                               : text_is(header, "Report")  ? name
                               : text_starts(header, "Recipient") || text_starts(header, "Distr")
                                   ? PICK(recipients)
                                   : other;

            out_printf(out, "%s%s", i ? "," : "", cell);
        }
        out_string(out, random_below(seed, 40) ? end : ",more\n\n");
    }
}

/* All that is known of an inventory, with what was told and the places of reports. */
static struct out *everything(const struct inventory *inventory)
{
    struct out *out = all_reports(inventory);
    size_t i, j;

    out_printf(out, "\n%zu rows, %zu of the input, %d\n", inventory->rows,
               inventory->inputs[0].rows, inventory->inputs[0].long_form);
    for (i = 0; i < inventory->count; i++)
        out_printf(out, "%u ", inventory->line[i]);
    for (i = 0; i < inventory->match_count; i++)
        for (j = 0; j < 5; j++)
            out_text(out, inventory->matches[i].examples[j]);
    for (i = 0; i < diag_stored(inventory->diag); i++) {
        const struct problem *problem = diag_problem(inventory->diag, i);

        out_printf(out, "\n%u:%u %s", problem->place.line, problem->place.column, problem->text);
    }
    return out;
}

static void expect_same(struct text csv, const struct input_options *options,
                        const struct inventory *expected)
{
    struct inventory *inventory = read_bytes(csv.data, csv.size, options);
    struct out *got = everything(inventory), *want = everything(expected);

    if (!text_equal(out_written(got), out_written(want)))
        print_error("of\n%.*s\ngot:\n%.*s\nexpected:\n%.*s\n", TEXT_ARGS(csv),
                    TEXT_ARGS(out_written(got)), TEXT_ARGS(out_written(want)));
    assert_true(text_equal(out_written(got), out_written(want)));
    out_abandon(got);
    out_abandon(want);
    inventory_free(inventory);
}

static void test_the_short_way_makes_no_difference(void **state)
{
    uint64_t seed = law_seed(1);
    size_t round;

    (void)state;
    for (round = 0; round < law_rounds(ROUNDS); round++) {
        struct input_options slow = {.spare_cells = true};
        struct input_options quick = {.block = random_below(&seed, 2) ? 200 : 0,
                                      .threads = 1 + random_below(&seed, 3)};
        struct out *csv = out_memory();
        struct inventory *inventory;

        put_rows(csv, &seed);
        inventory = read_bytes(out_written(csv).data, out_written(csv).size, &slow);
        expect_same(out_written(csv), &quick, inventory);
        inventory_free(inventory);
        out_abandon(csv);
    }
}

static void test_rows_of_one_report_are_counted(void **state)
{
    struct inventory *inventory = read_string("Report ID,Report,Recipient\n"
                                              "R1,Cash,ann@x.org\n"
                                              "R1,Cash,bo@x.org\n"
                                              "R1,Cash,ann@x.org\n"
                                              "R2,Stock,bo@x.org\n",
                                              NULL);
    struct report report = report_at(inventory, "R1");

    (void)state;
    assert_int_equal(inventory->count, 2);
    assert_int_equal(inventory->rows, 4);
    assert_int_equal(inventory->inputs[0].rows, 4);
    assert_true(inventory->inputs[0].long_form);
    assert_int_equal(report.recipients.count, 2);
    assert_int_equal(inventory->line[1], 5);
    inventory_free(inventory);
}

static void test_headers_again_are_no_repeat(void **state)
{
    struct inventory *inventory = read_string("Report ID,Report,Recipient\n"
                                              "Report ID,Report,ann@x.org\n"
                                              "Report ID,Report,Recipient\n",
                                              NULL);

    (void)state;
    assert_int_equal(inventory->rows, 1);
    assert_int_equal(problems(inventory, "header-row", NULL), 1);
    inventory_free(inventory);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_short_way_makes_no_difference),
        cmocka_unit_test(test_rows_of_one_report_are_counted),
        cmocka_unit_test(test_headers_again_are_no_repeat),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
