#include "unit.h"

#include "model/money.h"

static void rounds_halves_away_from_zero(void **state)
{
    (void)state;
    assert_int_equal(money_round(1.005), 101);
    assert_int_equal(money_round(-1.005), -101);
    assert_int_equal(money_round(2.675), 268);
    assert_int_equal(money_round(1.0049), 100);
    assert_int_equal(money_round(0), 0);
    assert_int_equal(money_round(0.1 + 0.2), 30);
}

static void cuts_what_is_beyond_reach(void **state)
{
    (void)state;
    assert_true(money_round(1e300) == INT64_C(90000000000000000));
    assert_true(money_round(-1e300) == -INT64_C(90000000000000000));
    assert_int_equal(money_round(NAN), 0);
}

static void multiplies_and_rounds_once(void **state)
{
    (void)state;
    assert_int_equal(money_times(1000, 0.3), 300);
    assert_int_equal(money_times(5, 0.5), 3);
    assert_int_equal(money_times(-5, 0.5), -3);
    assert_true(money_times(INT64_C(9000000000000000), 1) == INT64_C(9000000000000000));
    assert_near(money_amount(12345), 123.45, 1e-12);
}

static void prints_for_machines(void **state)
{
    char buffer[32];
    (void)state;
    assert_text(money_format(-123450, buffer), "-1234.50");
    assert_text(money_format(5, buffer), "0.05");
    assert_text(money_format(-5, buffer), "-0.05");
    assert_text(money_format(0, buffer), "0.00");
    assert_text(money_format(INT64_MIN, buffer), "-92233720368547758.08");
}

static void prints_whole_units_for_people(void **state)
{
    char buffer[32];
    (void)state;
    assert_text(money_whole(123450, buffer), "1,235");
    assert_text(money_whole(123449, buffer), "1,234");
    assert_text(money_whole(-123456789, buffer), "-1,234,568");
    assert_text(money_whole(-49, buffer), "0");
    assert_text(money_whole(99950, buffer), "1,000");
    assert_text(money_whole(0, buffer), "0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rounds_halves_away_from_zero),
        cmocka_unit_test(cuts_what_is_beyond_reach),
        cmocka_unit_test(multiplies_and_rounds_once),
        cmocka_unit_test(prints_for_machines),
        cmocka_unit_test(prints_whole_units_for_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
