#include "unit.h"

#include "model/action.h"

/* R1 and R2 of the worked example. */
static const struct state sales = {.alive = true,
                                   .runs = 52,
                                   .effort = 4,
                                   .rate = 50,
                                   .fixed_avoidable = 1,
                                   .readers = 20,
                                   .read_share = 1,
                                   .read_minutes = 6,
                                   .reader_rate = 50};
static const struct state weekly = {.alive = true,
                                    .runs = 52,
                                    .effort = 3,
                                    .rate = 50,
                                    .fixed_cash = 500,
                                    .fixed_avoidable = 1,
                                    .readers = 12,
                                    .read_share = 1,
                                    .read_minutes = 5,
                                    .reader_rate = 50};

static int64_t producer(const struct state *state)
{
    struct cost cost;

    state_cost(state, &cost);
    return cost_producer(&cost);
}

static struct assumptions expected(void)
{
    struct assumptions assumptions;

    assumptions_init(&assumptions);
    return assumptions;
}

static void test_merge_and_rarer(void **state)
{
    struct assumptions a = expected();
    struct state s = sales, d = weekly;
    struct cost cost;

    (void)state;
    state_merge(&s, &d, 0.8, 24, &a);
    assert_int_equal(producer(&s), 1196000);
    assert_int_equal(producer(&d), 0);
    assert_near(s.readers, 24, 0);
    assert_near(s.read_minutes, 7, 1e-9);
    state_cost(&s, &cost);
    assert_near(cost.reader_hours, 145.6, 1e-9);
    state_set_runs(&s, 26, &a);
    assert_int_equal(producer(&s), 747500);
    state_cost(&s, &cost);
    assert_near(cost.reader_hours, 91, 1e-9);
}

/* Where the two cannot be compared, assumptions stand in: a tenth is new, half the readers are. */
static void test_merge_unknown(void **state)
{
    struct assumptions a = expected();
    struct state s = sales, d = weekly;

    (void)state;
    s.copies = 10;
    d.copies = 6;
    state_merge(&s, &d, NAN, NAN, &a);
    assert_near(s.effort, 4.3, 1e-9);
    assert_near(s.readers, 26, 1e-9);
    assert_near(s.copies, 13, 1e-9);
    s = sales;
    d = weekly;
    d.readers = NAN;
    state_merge(&s, &d, 1, NAN, &a);
    assert_near(s.readers, 20, 0);
    assert_near(s.effort, 4, 0);
}

static void test_retire_strands_what_stays(void **state)
{
    struct state s = weekly;

    (void)state;
    s.fixed_avoidable = 0.4;
    state_retire(&s);
    assert_int_equal(producer(&s), 30000);
}

/* The saving is (1 - alpha)(1 - g/f) of what runs cost. */
static void test_rarer(void **state)
{
    struct assumptions a = expected();
    struct state s = {.alive = true,
                      .runs = 12,
                      .effort = 20,
                      .rate = 50,
                      .pages = 100,
                      .copies = 10,
                      .page_cost = 0.03,
                      .readers = NAN};
    struct cost cost;

    (void)state;
    state_set_runs(&s, 4, &a);
    state_cost(&s, &cost);
    assert_int_equal(cost.work, 600000);
    assert_int_equal(cost.paper, 18000);
    state_change_channel(&s);
    assert_int_equal(producer(&s), 600000);
    assumption_set(&a, ASSUMPTION_ALPHA, 1, NAN, NAN, "test");
    state_set_runs(&s, 1, &a);
    assert_int_equal(producer(&s), 600000);
}

static void test_smaller(void **state)
{
    struct assumptions a = expected();
    struct state s = sales;

    (void)state;
    s.copies = 20;
    s.pages = 10;
    state_simplify(&s, &a);
    assert_near(s.effort, 2.8, 1e-9);
    assert_near(s.pages, 7, 1e-9);
    state_drop_recipients(&s, 5);
    assert_near(s.copies, 5, 1e-9);
    assert_near(s.readers, 5, 0);
    s = sales;
    struct state d = weekly;
    state_merge_variant(&s, &d, 24, &a);
    assert_near(s.effort, 5.5, 1e-9);
    assert_false(d.alive);
}

static void test_words_of_actions(void **state)
{
    (void)state;
    for (int i = 0; i < ACTION_COUNT; i++)
        assert_int_equal(action_parse(text_of(action_name((enum action)i))), i);
    assert_int_equal(action_parse(text_of("Stop")), ACTION_RETIRE);
    assert_int_equal(action_parse(text_of("less often")), ACTION_REDUCE_FREQUENCY);
    assert_int_equal(action_parse(text_of("another channel")), ACTION_CHANGE_CHANNEL);
    assert_int_equal(action_parse(text_of("fly")), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_of_actions),
        cmocka_unit_test(test_merge_and_rarer),
        cmocka_unit_test(test_merge_unknown),
        cmocka_unit_test(test_retire_strands_what_stays),
        cmocka_unit_test(test_rarer),
        cmocka_unit_test(test_smaller),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
