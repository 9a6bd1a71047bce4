#include "random.h"
#include "unit.h"

#include "document/rounding.h"

static int64_t sum(const int64_t *shown, size_t count)
{
    int64_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += shown[i];
    return total;
}

static void missing_units_go_to_the_largest_remainders(void **state)
{
    const double values[] = {33.4, 33.4, 33.2};
    int64_t shown[3];
    (void)state;
    round_to_sum(values, 3, 100, 1, shown);
    assert_int_equal(shown[0], 34);
    assert_int_equal(shown[1], 33);
    assert_int_equal(shown[2], 33);
}

static void equal_remainders_go_to_the_first(void **state)
{
    const double values[] = {0.5, 0.5, 0.5, 0.5};
    int64_t shown[4];
    (void)state;
    round_to_sum(values, 4, 2, 1, shown);
    assert_int_equal(shown[0] + shown[1], 2);
    assert_int_equal(shown[2] + shown[3], 0);
}

static void binary_noise_moves_no_unit(void **state)
{
    const double values[] = {0.1 + 0.2 + 2.7, 7};
    int64_t shown[2];
    (void)state;
    round_to_sum(values, 2, 10, 1, shown);
    assert_int_equal(shown[0], 3);
    assert_int_equal(shown[1], 7);
}

static void negative_values_add_up_too(void **state)
{
    const double values[] = {-1.5, 4.5, 2};
    int64_t shown[3];
    (void)state;
    round_to_sum(values, 3, 5, 1, shown);
    assert_int_equal(sum(shown, 3), 5);
    assert_int_equal(shown[2], 2);
}

static void a_total_of_something_else_is_left_alone(void **state)
{
    const double values[] = {10.4, 20.6};
    int64_t shown[2];
    (void)state;
    round_to_sum(values, 2, 500, 1, shown);
    assert_int_equal(shown[0], 10);
    assert_int_equal(shown[1], 21);
}

static void any_rows_add_up(void **state)
{
    uint64_t seed = law_seed(1);
    (void)state;
    for (int round = 0; round < 5000; round++) {
        double values[40];
        int64_t shown[40], cents = 0, unit = round % 3 ? 1 : 1000;
        size_t count = (size_t)(round % 40) + 1;
        for (size_t i = 0; i < count; i++) {
            unsigned amount = random_below(&seed, 100000000);
            cents += amount;
            values[i] = (double)amount / 100;
        }
        round_to_sum(values, count, (double)cents / 100, (double)unit, shown);
        int64_t whole = (cents + 50 * unit) / (100 * unit);
        if (sum(shown, count) != whole)
            fail_msg("round %d: %ld is not %ld", round, (long)sum(shown, count), (long)whole);
        for (size_t i = 0; i < count; i++)
            assert_true(fabs((double)shown[i] - values[i] / (double)unit) < 1.001);
    }
}

static void three_digits_are_left(void **state)
{
    (void)state;
    assert_near(unit_of_about(254808), 1000, 0);
    assert_near(unit_of_about(994), 1, 0);
    assert_near(unit_of_about(9960), 100, 0);
    assert_near(unit_of_about(-12345), 100, 0);
    assert_near(unit_of_about(7.2), 1, 0);
    assert_near(unit_of_about(0), 1, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(missing_units_go_to_the_largest_remainders),
        cmocka_unit_test(equal_remainders_go_to_the_first),
        cmocka_unit_test(binary_noise_moves_no_unit),
        cmocka_unit_test(negative_values_add_up_too),
        cmocka_unit_test(a_total_of_something_else_is_left_alone),
        cmocka_unit_test(any_rows_add_up),
        cmocka_unit_test(three_digits_are_left),
    };
    return cmocka_run_group_tests_name("document/rounding", tests, NULL, NULL);
}
