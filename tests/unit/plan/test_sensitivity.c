#include "worked.h"

#include "plan/sensitivity.h"

static const struct swing *swing_of(const struct sensitivity *sensitivity, const char *key)
{
    for (size_t i = 0; i < sensitivity->count; i++)
        if (strcmp(sensitivity->swings[i].key, key) == 0)
            return &sensitivity->swings[i];
    fail_msg("no such swing");
    abort();
}

/* The target is met in theory up to an alpha of 0.279 and never when realised. */
static void test_worked_example(void **state)
{
    struct worked w;
    struct plan_options options;
    struct sensitivity sensitivity;

    (void)state;
    worked_make(&w);
    plan_options_init(&options);
    options.target_share = 0.5;
    struct plan *plan = plan_make(&w.findings, &options);
    sensitivity_find(plan->arena, plan, &options, &sensitivity);
    const struct swing *alpha = swing_of(&sensitivity, "alpha");
    assert_near(alpha->switching_theoretical, 0.2787, 0.0001);
    assert_near(alpha->value, 0.25, 0);
    assert_true(alpha->low < alpha->high);
    assert_true(alpha->low < plan->totals.realisable && plan->totals.realisable < alpha->high);
    const struct swing *p = swing_of(&sensitivity, "p");
    assert_near(p->value, 17283.125 / 23097.5, 1e-9);
    assert_near(p->switching, 22555 / 23097.5, 1e-9);
    /* Rates were given for every report, so the default rate moves nothing. */
    for (size_t i = 0; i < sensitivity.count; i++)
        assert_string_not_equal(sensitivity.swings[i].key, "rate");
    for (size_t i = 1; i < sensitivity.count; i++)
        assert_true(llabs(sensitivity.swings[i - 1].high - sensitivity.swings[i - 1].low) >=
                    llabs(sensitivity.swings[i].high - sensitivity.swings[i].low));
    plan_free(plan);
    worked_free(&w);
}

/* The rate moves money, but a share of the cost stays the same share: no rate misses it. */
static void test_rate(void **state)
{
    struct worked w;
    struct plan_options options;
    struct sensitivity sensitivity;

    (void)state;
    worked_make(&w);
    for (size_t i = 0; i < WORKED_REPORTS; i++) {
        made_number(w.inventory, FIELD_hourly_rate, i, NAN);
        made_number(w.inventory, FIELD_fixed_cost, i, 0);
        made_number(w.inventory, FIELD_copies, i, 0);
    }
    worked_cost(&w);
    plan_options_init(&options);
    options.target_share = 0.3;
    struct plan *plan = plan_make(&w.findings, &options);
    sensitivity_find(plan->arena, plan, &options, &sensitivity);
    const struct swing *rate = swing_of(&sensitivity, "rate");
    assert_true(rate->low < rate->high);
    assert_true(isnan(rate->switching));
    plan_free(plan);
    worked_free(&w);
}

/* Working days move what counts them, and the target with it: the daily report alone here. */
static void test_workdays(void **state)
{
    struct worked w;
    struct plan_options options;
    struct sensitivity sensitivity;
    uint32_t daily;

    (void)state;
    worked_make(&w);
    daily = w.inventory->columns[FIELD_frequency].number[R3];
    w.inventory->frequencies[daily].business_days = true;
    plan_options_init(&options);
    options.target_share = 0.5;
    struct plan *plan = plan_make(&w.findings, &options);
    sensitivity_find(plan->arena, plan, &options, &sensitivity);
    const struct swing *days = swing_of(&sensitivity, "workdays");
    /* 260 days: 6,500 less 52 runs of half an hour, each grown by a quarter of the four days more.
     */
    double grown = 0.75 + 0.25 * 260 / 52, expected = 6500 - 52 * 0.5 * grown * 50;
    double now = 6250 - 52 * 0.5 * (0.75 + 0.25 * 250 / 52) * 50;
    assert_near(days->high - days->low, (expected - now) * 75, 1);
    assert_near(w.inventory->frequencies[daily].runs, 250, 0);
    plan_free(plan);
    worked_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_worked_example),
        cmocka_unit_test(test_rate),
        cmocka_unit_test(test_workdays),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
