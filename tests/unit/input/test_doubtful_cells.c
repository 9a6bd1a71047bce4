/* Cells and rows that can be read in two ways: what is taken, and that it is told. */
#include "unit.h"

#include "reading.h"

static double cost_of(const char *csv, const char *kind, size_t told)
{
    struct inventory *inventory = read_string(csv, NULL);
    double cost = report_at(inventory, "a").annual_cost;

    assert_int_equal(problems(inventory, kind, NULL), told);
    inventory_free(inventory);
    return cost;
}

static void test_a_mark_that_no_cell_shows(void **state)
{
    (void)state;
    assert_near(cost_of("Report;Annual cost\nA;14.400\nB;42.000\n", "decimal-mark", 1), 14400, 0);
    assert_near(cost_of("Report;Annual cost\nA;14,400\n", "decimal-mark", 1), 14.4, 0);
    assert_near(cost_of("Report,Annual cost\nA,\"14,400\"\n", "decimal-mark", 1), 14400, 0);
    assert_near(cost_of("Report,Annual cost\nA,14.400\n", "decimal-mark", 1), 14.4, 0);
    /* Another column of the file tells. */
    assert_near(cost_of("Report;Annual cost;Effort hours\nA;14.400;1.5\n", "decimal-mark", 1), 14.4,
                0);
    assert_near(cost_of("Report,Annual cost,Effort hours\nA,14.400,\"1,5\"\n", "decimal-mark", 1),
                14400, 0);
    /* The column itself does, so there is nothing to tell. */
    assert_near(cost_of("Report;Annual cost\nA;14.400\nB;1,5\n", "decimal-mark", 0), 14400, 0);
}

static void expect_conflict(const char *csv, const char *kind)
{
    struct inventory *inventory = read_string(csv, NULL);
    struct report report = report_at(inventory, "c");
    struct place place;

    assert_true(isnan(report.run_cost));
    assert_false(report_has(&report, FIELD_last_review));
    assert_true(problems(inventory, kind, &place) >= 1);
    assert_int_equal(diag_problem(inventory->diag, 0)->place.line, 3);
    assert_int_equal(diag_problem(inventory->diag, 0)->severity, SEVERITY_WARNING);
    inventory_free(inventory);
}

static void test_a_conflict_leaves_open_what_is_open(void **state)
{
    (void)state;
    expect_conflict("name,run_cost\nA,\"1,234.50\"\nB,\"1.234,50\"\nC,1.234\n", "decimal-mark");
    expect_conflict("name,run_cost\nB,\"1.234,50\"\nA,\"1,234.50\"\nC,1.234\n", "decimal-mark");
    expect_conflict("name,last_review\nA,13/04/2026\nB,04/13/2026\nC,05/06/2020\n", "date-order");
    expect_conflict("name,last_review\nB,04/13/2026\nA,13/04/2026\nC,05/06/2020\n", "date-order");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_mark_that_no_cell_shows),
        cmocka_unit_test(test_a_conflict_leaves_open_what_is_open),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
