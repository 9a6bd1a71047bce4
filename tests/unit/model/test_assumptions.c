#include "unit.h"

#include "model/assumptions.h"

static void test_defaults(void **state)
{
    struct assumptions a;

    (void)state;
    assumptions_init(&a);
    assert_near(assume(&a, ASSUMPTION_RATE), 50, 0);
    assert_string_equal(a.list[ASSUMPTION_RATE].from, "default");
    for (int i = 0; i < ASSUMPTION_COUNT; i++) {
        const struct assumption *x = &a.list[i];

        assert_true(assumption_allows((enum assumption_name)i, x->value));
        assert_true(x->value >= fmin(x->low, x->high) && x->value <= fmax(x->low, x->high));
        assert_int_equal(assumption_find(text_of(x->key)), i);
        assert_true(x->source[0] != '\0' && x->unit[0] != '\0');
    }
    assert_int_equal(assumption_find(text_of("no.such")), -1);
}

static void test_set_keeps_bounds_that_bracket(void **state)
{
    struct assumptions a;

    (void)state;
    assumptions_init(&a);
    assumption_set(&a, ASSUMPTION_RATE, 62, NAN, NAN, "--rate");
    assert_near(a.list[ASSUMPTION_RATE].low, 40, 0);
    assert_near(a.list[ASSUMPTION_RATE].high, 75, 0);
    assert_string_equal(a.list[ASSUMPTION_RATE].from, "--rate");
    assumption_set(&a, ASSUMPTION_RATE, 124, NAN, NAN, "--rate");
    assert_near(a.list[ASSUMPTION_RATE].low, 80, 1e-9);
    assert_near(a.list[ASSUMPTION_RATE].high, 150, 1e-9);
    assumption_set(&a, ASSUMPTION_ALPHA, 0.9, NAN, NAN, "x.csv");
    assert_near(a.list[ASSUMPTION_ALPHA].low, 0.9, 0); /* 1.8 would be no share */
    assert_near(a.list[ASSUMPTION_ALPHA].high, 0, 0);
    assumption_set(&a, ASSUMPTION_ALPHA, 0.3, 0.6, 0.1, "x.csv");
    assert_near(a.list[ASSUMPTION_ALPHA].low, 0.6, 0);
    assert_near(a.list[ASSUMPTION_ALPHA].high, 0.1, 0);
}

static void test_allows(void **state)
{
    (void)state;
    assert_true(assumption_allows(ASSUMPTION_ALPHA, 1));
    assert_false(assumption_allows(ASSUMPTION_ALPHA, 1.01));
    assert_false(assumption_allows(ASSUMPTION_RATE, -1));
    assert_false(assumption_allows(ASSUMPTION_RATE, NAN));
    assert_false(assumption_allows(ASSUMPTION_RATE, INFINITY));
    assert_true(assumption_allows(ASSUMPTION_RATE, 500));
    assert_false(assumption_allows(ASSUMPTION_WORKDAYS, 0));
    assert_true(assumption_allows(ASSUMPTION_WORKDAYS, 366));
    assert_false(assumption_allows(ASSUMPTION_WORKDAYS, 367));
    assert_false(assumption_allows(ASSUMPTION_RATING_LOW, 0));
    assert_false(assumption_allows(ASSUMPTION_TASKFORCE_MEMBERS, -30));
}

static void test_recast(void **state)
{
    struct assumptions a, low, high;

    (void)state;
    assumptions_init(&a);
    assumptions_recast(&a, OUTLOOK_LOW, &low);
    assumptions_recast(&a, OUTLOOK_HIGH, &high);
    assert_near(assume(&low, ASSUMPTION_ALPHA), 0.5, 0);
    assert_near(assume(&high, ASSUMPTION_ALPHA), 0, 0);
    assert_near(assume(&low, ASSUMPTION_P_RETIRE_LOGS), 0.8, 0);
    assert_near(assume(&high, ASSUMPTION_DELTA), 0.5, 0);
    /* Rate, workdays and effort move cost and saving alike. */
    assert_near(assume(&low, ASSUMPTION_RATE), 50, 0);
    assert_near(assume(&high, ASSUMPTION_EFFORT_DAILY), 0.25, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_set_keeps_bounds_that_bracket),
        cmocka_unit_test(test_allows),
        cmocka_unit_test(test_recast),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
