#include "unit.h"

#include "base/memory.h"
#include "model/inventory.h"

static uint32_t *numbers(const uint32_t *values, size_t count)
{
    uint32_t *column = memory_alloc(count, sizeof *column);

    memcpy(column, values, count * sizeof *column);
    return column;
}

/* Two reports: one with everything there is to test, one of which nothing is known. */
static struct inventory *make(void)
{
    struct inventory *inventory = inventory_new();
    const uint32_t ids[] = {table_add(inventory->strings, text_of("x")),
                            table_add(inventory->strings, text_of("y"))};
    const uint32_t sets[] = {1, 0}, none[] = {2, 0};
    double *pages = memory_alloc(2, sizeof *pages), *start = memory_alloc(2, sizeof *start);

    inventory->count = 2;
    inventory->columns[FIELD_id].number = numbers(ids, 2);
    inventory->columns[FIELD_recipients].number = numbers(sets, 2);
    inventory->columns[FIELD_fields].number = numbers(none, 2);
    pages[0] = 3;
    start[0] = -1;
    pages[1] = start[1] = NAN;
    inventory->columns[FIELD_pages].value = pages;
    inventory->columns[FIELD_start_date].value = start;
    inventory->set_start = memory_resize(inventory->set_start, 4, sizeof *inventory->set_start);
    inventory->set_start[2] = inventory->set_start[3] = 3;
    inventory->set_member = memory_alloc(3, sizeof *inventory->set_member);
    inventory->set_member[0] = 1;
    inventory->set_member[1] = 2;
    inventory->set_member[2] = 3;
    inventory->set_count = 3;
    inventory->people = memory_resize(inventory->people, 4, sizeof *inventory->people);
    memset(inventory->people + 1, 0, 3 * sizeof *inventory->people);
    inventory->people[3].is_list = true;
    inventory->people_count = 4;
    return inventory;
}

static void test_a_report_tells_what_was_given(void **state)
{
    struct inventory *inventory = make();
    struct report report;

    (void)state;
    inventory_report(inventory, 0, &report);
    assert_true(report_has(&report, FIELD_recipients));
    assert_int_equal(report.recipients.count, 3);
    assert_true(report_has(&report, FIELD_fields)); /* known to be none */
    assert_int_equal(report.fields.count, 0);
    assert_near(report.pages, 3, 0);
    assert_int_equal(report.start_date, -1); /* 1969-12-31 is a date like any other */
    assert_true(report_has(&report, FIELD_start_date));
    assert_false(report_has(&report, FIELD_frequency));
    assert_int_equal(report.frequency->status, FREQUENCY_UNKNOWN);
    assert_true(isnan(report.runs));
    inventory_report(inventory, 1, &report);
    assert_true(report_has(&report, FIELD_id));
    assert_int_equal(report.given, (uint64_t)1 << FIELD_id);
    assert_true(isnan(report.pages));
    assert_int_equal(report.start_date, DATE_UNKNOWN);
    inventory_free(inventory);
}

static void test_runs_per_year_win(void **state)
{
    struct inventory *inventory = make();
    const uint32_t weekly[] = {1, 1};
    double *runs = memory_alloc(2, sizeof *runs);
    struct report report;

    (void)state;
    inventory->frequencies =
        memory_resize(inventory->frequencies, 2, sizeof *inventory->frequencies);
    inventory->frequencies[1] = frequency_unknown;
    inventory->frequencies[1].status = FREQUENCY_READ;
    inventory->frequencies[1].runs = 52;
    inventory->frequency_count = 2;
    inventory->columns[FIELD_frequency].number = numbers(weekly, 2);
    runs[0] = 40;
    runs[1] = NAN;
    inventory->columns[FIELD_runs_per_year].value = runs;
    inventory_report(inventory, 0, &report);
    assert_near(report.runs, 40, 0);
    inventory_report(inventory, 1, &report);
    assert_near(report.runs, 52, 0);
    inventory_free(inventory);
}

static void test_find_by_id(void **state)
{
    struct inventory *inventory = make();

    (void)state;
    assert_int_equal(inventory_find(inventory, text_of("y")), 1);
    assert_int_equal(inventory_find(inventory, text_of("z")), -1);
    inventory_free(inventory);
}

static void test_lists_stand_for_their_members(void **state)
{
    struct inventory *inventory = make();
    struct set set = inventory_set(inventory, 1);
    size_t unknown;

    (void)state;
    assert_int_equal(inventory_people_in(inventory, set, &unknown), 2);
    assert_int_equal(unknown, 1);
    inventory->people[3].members = 1; /* the list has itself and the two others */
    assert_int_equal(inventory_people_in(inventory, set, &unknown), 2);
    assert_int_equal(unknown, 0);
    inventory_free(inventory);
}

static void test_status_words(void **state)
{
    (void)state;
    assert_true(status_is_inactive(text_of("Archived")));
    assert_true(status_is_inactive(text_of(" DISABLED ")));
    assert_false(status_is_inactive(text_of("active")));
    assert_false(status_is_inactive(text_of("")));
}

static void test_kinds_of_columns(void **state)
{
    (void)state;
    assert_true(field_is_number(FIELD_owner));
    assert_true(field_is_number(FIELD_channel));
    assert_false(field_is_number(FIELD_effort_hours));
    assert_false(field_is_number(FIELD_end_date));
    assert_true(FIELD_COUNT <= 64); /* bits of report.given */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_report_tells_what_was_given),
        cmocka_unit_test(test_runs_per_year_win),
        cmocka_unit_test(test_find_by_id),
        cmocka_unit_test(test_lists_stand_for_their_members),
        cmocka_unit_test(test_status_words),
        cmocka_unit_test(test_kinds_of_columns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
