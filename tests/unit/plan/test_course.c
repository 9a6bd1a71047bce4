#include "worked.h"

#include "plan/course.h"

static int64_t producer_of(const struct state *state)
{
    struct cost cost;

    state_cost(state, &cost);
    return cost_producer(&cost);
}

/* The states before and after a step differ by its saving, and each step begins where the one
 * before left off. */
static void test_steps_telescope(void **state)
{
    struct worked w;
    struct plan_options options;
    size_t seen = 0;

    (void)state;
    worked_make(&w);
    plan_options_init(&options);
    struct plan *plan = plan_make(&w.findings, &options);
    for (uint32_t b = 0; b < plan->bundle_count; b++) {
        size_t count;
        struct course_step *steps = course_find(plan->arena, plan, &options, b, &count);

        for (size_t i = 0; i < count; i++) {
            int64_t saving = 0;

            for (size_t j = 0; j < steps[i].reports; j++)
                saving += producer_of(&steps[i].before[j]) - producer_of(&steps[i].after[j]);
            assert_int_equal(saving, steps[i].planned->theoretical);
        }
        seen += count;
    }
    assert_int_equal(seen, plan->count);
    plan_free(plan);
    worked_free(&w);
}

/* Without findings and without a target nothing is chosen. */
static void test_nothing_found(void **state)
{
    struct worked w;
    struct plan_options options;
    size_t found;

    (void)state;
    worked_make(&w);
    found = w.findings.count;
    assert_true(found > 0);
    w.findings.count = 0;
    plan_options_init(&options);
    struct plan *plan = plan_make(&w.findings, &options);
    assert_int_equal(plan->count, 0);
    assert_int_equal(plan->bundle_count, 0);
    plan_free(plan);
    w.findings.count = found;
    worked_free(&w);
}

/* R2 into R1, which is then made less often: the figures of the cost reference, section 8. */
static void test_merge_and_frequency(void **state)
{
    struct worked w;
    struct plan_options options;
    size_t count;

    (void)state;
    worked_make(&w);
    plan_options_init(&options);
    struct plan *plan = plan_make(&w.findings, &options);
    uint32_t bundle = 0;
    for (size_t i = 0; i < plan->count; i++)
        if (plan->actions[i].report == R2)
            bundle = plan->actions[i].bundle;
    struct course_step *steps = course_find(plan->arena, plan, &options, bundle, &count);
    assert_int_equal(count, 2);
    assert_int_equal(steps[0].report[0], R2);
    assert_int_equal(steps[0].report[1], R1);
    assert_int_equal(producer_of(&steps[0].before[0]), 830000);
    assert_int_equal(producer_of(&steps[0].before[1]), 1040000);
    assert_int_equal(steps[0].shared, 4);
    assert_int_equal(steps[0].terms, 5);
    assert_near(steps[0].after[1].effort, 4.6, 1e-9);
    assert_int_equal(producer_of(&steps[0].after[0]), 0);
    assert_int_equal(producer_of(&steps[0].after[1]), 1196000);
    assert_int_equal(steps[1].reports, 1);
    assert_int_equal(steps[1].report[0], R1);
    assert_near(steps[1].after[0].effort, 5.75, 1e-9);
    assert_int_equal(producer_of(&steps[1].after[0]), 747500);
    plan_free(plan);
    worked_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_steps_telescope),
        cmocka_unit_test(test_nothing_found),
        cmocka_unit_test(test_merge_and_frequency),
    };
    return cmocka_run_group_tests_name("plan/course", tests, NULL, NULL);
}
