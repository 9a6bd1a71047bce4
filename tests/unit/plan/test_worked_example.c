#include "worked.h"

static void test_baseline(void **state)
{
    struct worked w;
    static const int64_t cost[] = {1040000, 830000, 625000, 600000, 180000, 1236000};

    (void)state;
    worked_make(&w);
    for (size_t i = 0; i < WORKED_REPORTS; i++)
        assert_int_equal(baseline_producer(&w.findings.baseline, i), cost[i]);
    assert_int_equal(w.findings.baseline.producer, 4511000);
    worked_free(&w);
}

static const struct planned *planned_of(const struct plan *plan, uint32_t report,
                                        enum action action)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->actions[i].report == report &&
            plan->findings->list[plan->actions[i].finding].action == action)
            return &plan->actions[i];
    fail_msg("no such action");
    return NULL;
}

static void assert_planned(const struct plan *plan, uint32_t report, enum action action,
                           int64_t theoretical, double hours, int64_t cash, double once)
{
    const struct planned *planned = planned_of(plan, report, action);

    assert_int_equal(planned->theoretical, theoretical);
    assert_near(planned->theoretical_hours, hours, 1e-6);
    assert_int_equal(planned->theoretical_cash, cash);
    assert_near(planned->one_off_hours, once, 1e-9);
}

/* Every line of the waterfall. */
static void test_lines(void **state)
{
    struct worked w;
    struct plan_options options;

    (void)state;
    worked_make(&w);
    plan_options_init(&options);
    struct plan *plan = plan_make(&w.findings, &options);
    assert_int_equal(plan->count, 6); /* what was found of R2's frequency is superseded */
    assert_planned(plan, R5, ACTION_RETIRE, 180000, 32, 20000, 4);
    assert_planned(plan, R2, ACTION_MERGE, 674000, 124.8, 50000, 19);
    assert_planned(plan, R1, ACTION_REDUCE_FREQUENCY, 448500, 89.7, 0, 2);
    assert_planned(plan, R3, ACTION_REDUCE_FREQUENCY, 371250, 74.25, 0, 2);
    assert_planned(plan, R6, ACTION_REDUCE_FREQUENCY, 618000, 120, 18000, 2);
    assert_planned(plan, R6, ACTION_CHANGE_CHANNEL, 18000, 0, 18000, 2);
    plan_free(plan);
    worked_free(&w);
}

static void test_totals(void **state)
{
    struct worked w;
    struct plan_options options;

    (void)state;
    worked_make(&w);
    plan_options_init(&options);
    struct plan *plan = plan_make(&w.findings, &options);
    const struct totals *totals = &plan->totals;
    assert_int_equal(totals->theoretical, 2309750);
    assert_int_equal(totals->theoretical_cash, 106000);
    assert_near(totals->theoretical_hours, 440.75, 1e-6);
    assert_int_equal(totals->realisable, 1728313);
    assert_int_equal(totals->realisable_cash, 82700);
    assert_near(totals->realisable_hours, 329.1225, 1e-6);
    assert_int_equal(totals->low, 1041600);
    assert_int_equal(totals->high, 2521400);
    assert_near(totals->one_off_hours, 79, 1e-9);
    assert_int_equal(totals->one_off, 395000);
    assert_near(totals->payback_months, 2.88, 0.005);
    assert_int_equal(totals->first_year, 901235);
    assert_near(totals->theoretical_reading_hours, 65, 1e-6); /* 8.6: 156 h before, 91 after */
    assert_int_equal(totals->at_stake, 0);
    assert_int_equal(totals->reports, 5);
    assert_int_equal(totals->gone, 2);
    plan_free(plan);
    worked_free(&w);
}

/* Half is met in theory and missed when realised. */
static void test_half(void **state)
{
    struct worked w;
    struct plan_options options;

    (void)state;
    worked_make(&w);
    plan_options_init(&options);
    options.target_share = 0.5;
    struct plan *plan = plan_make(&w.findings, &options);
    assert_int_equal(plan->target, 2255500);
    assert_false(plan->reachable);
    assert_true(plan->reached_theoretical);
    assert_false(plan->reached_realisable);
    assert_int_equal(plan->most, 1728313);
    plan_free(plan);
    options.basis = BASIS_THEORETICAL;
    plan = plan_make(&w.findings, &options);
    assert_true(plan->reached);
    assert_string_equal(plan->method, "exact");
    assert_true(plan->totals.theoretical >= 2255500);
    plan_free(plan);
    worked_free(&w);
}

static void test_sensitivity(void **state)
{
    static const struct {
        enum assumption_name name;
        double value;
        int64_t theoretical;
    } cases[] = {{ASSUMPTION_ALPHA, 0, 2783000}, {ASSUMPTION_ALPHA, 0.5, 1836500}};
    struct worked w;
    struct plan_options options;

    (void)state;
    plan_options_init(&options);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        worked_make(&w);
        assumption_set(&w.assumptions, cases[i].name, cases[i].value, NAN, NAN, "test");
        struct plan *plan = plan_make(&w.findings, &options);
        assert_int_equal(plan->totals.theoretical, cases[i].theoretical);
        plan_free(plan);
        worked_free(&w);
    }
}

/* The protected report stays as it is, whatever is found about it. */
static void test_protected(void **state)
{
    struct worked w;
    struct plan_options options;

    (void)state;
    worked_make(&w);
    plan_options_init(&options);
    w.list[4].report = w.list[4].other = R4;
    w.list[3].report = w.list[3].other = R4;
    w.list[3].to_runs = 4;
    struct plan *plan = plan_make(&w.findings, &options);
    assert_int_equal(plan->count, 4);
    assert_int_equal(plan->outside_count, 2);
    for (size_t i = 0; i < plan->count; i++)
        assert_int_not_equal(plan->actions[i].report, R4);
    assert_int_equal(plan->protected_cost, 600000);
    plan_free(plan);
    worked_free(&w);
}

/* What is asked is at stake and in no other figure; it is no more than what is left to save. */
static void test_at_stake(void **state)
{
    struct worked w;
    struct plan_options options;

    (void)state;
    worked_make(&w);
    plan_options_init(&options);
    w.list[3].strength = STRENGTH_ASK;
    w.list[3].saving = 371250;
    w.list[1].strength = STRENGTH_ASK;
    w.list[1].saving = 674000;
    struct plan *plan = plan_make(&w.findings, &options);
    /* At stake: R3 alone; and R2 merged into R1 where each is made rarer on its own. */
    assert_int_equal(plan->totals.theoretical, 2309750 - 674000 - 371250 + 292500 - 58500);
    assert_int_equal(plan->totals.at_stake, 371250 + 1187500 - 747500);
    plan_free(plan);
    worked_free(&w);
}

/* Rejected is out, accepted is sure, as decided is what was accepted and nothing else. */
static void test_verdicts(void **state)
{
    struct worked w;
    struct plan_options options;
    enum verdict verdict[WORKED_FINDINGS] = {VERDICT_NONE};

    (void)state;
    worked_make(&w);
    plan_options_init(&options);
    options.verdict = verdict;
    verdict[1] = VERDICT_REJECTED;
    verdict[4] = VERDICT_ACCEPTED;
    struct plan *plan = plan_make(&w.findings, &options);
    assert_int_equal(plan->count, 6); /* R2 is made rarer on its own instead */
    assert_int_equal(planned_of(plan, R5, ACTION_RETIRE)->realisable, 180000);
    plan_free(plan);
    options.as_decided = true;
    plan = plan_make(&w.findings, &options);
    assert_int_equal(plan->count, 1);
    assert_string_equal(plan->method, "decided");
    assert_int_equal(plan->totals.realisable, 180000);
    plan_free(plan);
    /* Merged and made rarer: what was found of R2 still says that its readers need no more. */
    verdict[0] = verdict[1] = VERDICT_ACCEPTED;
    plan = plan_make(&w.findings, &options);
    assert_int_equal(plan->totals.realisable, 180000 + 674000 + 448500);
    plan_free(plan);
    verdict[2] = VERDICT_REJECTED;
    plan = plan_make(&w.findings, &options);
    assert_int_equal(plan->totals.realisable, 180000 + 674000);
    plan_free(plan);
    worked_free(&w);
}

/* Targets as an amount, as hours, and with what reading costs. */
static void test_kinds_of_target(void **state)
{
    struct worked w;
    struct plan_options options;

    (void)state;
    worked_make(&w);
    plan_options_init(&options);
    options.target_amount = 400000;
    struct plan *plan = plan_make(&w.findings, &options);
    assert_true(plan->reached && plan->totals.realisable >= 400000);
    assert_true(plan->count < 6);
    assert_int_equal(plan->before - plan->after, plan->totals.realisable);
    plan_free(plan);
    options.target_amount = 0;
    options.target_hours = 300;
    plan = plan_make(&w.findings, &options);
    assert_true(plan->reached && plan->in_hours && plan->totals.realisable_hours >= 300);
    assert_int_equal(plan->target, 30000);
    assert_int_equal(plan->before, 88100);
    plan_free(plan);
    options.target_hours = 330;
    plan = plan_make(&w.findings, &options);
    assert_false(plan->reached);
    assert_near(plan->most, 32912, 1);
    plan_free(plan);
    /* Reading costs 7,800 and half of what its 65 hours less save is 3,250 times three quarters. */
    options.target_hours = NAN;
    options.target_share = 0.35;
    options.include_reading = true;
    plan = plan_make(&w.findings, &options);
    assert_int_equal(plan->before, 4511000 + 780000);
    assert_true(plan->reached);
    assert_true(plan->totals.realisable + plan->totals.reading >= plan->target);
    plan_free(plan);
    worked_free(&w);
}

/* The frontier begins with what is in every plan, ends with all, and never turns back. */
static void test_frontier(void **state)
{
    struct worked w;
    struct plan_options options;

    (void)state;
    worked_make(&w);
    w.list[3].strength = STRENGTH_CERTAIN;
    plan_options_init(&options);
    options.target_share = 0.1;
    struct plan *plan = plan_make(&w.findings, &options);
    assert_int_equal(plan->fixed, 1);
    assert_true(plan->frontier_count > 2);
    assert_int_equal(plan->frontier[0].actions, 1);
    assert_int_equal(plan->frontier[0].theoretical, 371250);
    assert_int_equal(plan->frontier[plan->frontier_count - 1].realisable, plan->most);
    for (size_t i = 1; i < plan->frontier_count; i++) {
        const struct frontier_point *before = &plan->frontier[i - 1], *point = &plan->frontier[i];

        assert_true(point->realisable > before->realisable);
        assert_true(point->disruption > before->disruption);
        assert_true(point->people >= before->people);
    }
    plan_free(plan);
    worked_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_baseline),        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_totals),          cmocka_unit_test(test_half),
        cmocka_unit_test(test_sensitivity),     cmocka_unit_test(test_protected),
        cmocka_unit_test(test_at_stake),        cmocka_unit_test(test_verdicts),
        cmocka_unit_test(test_kinds_of_target), cmocka_unit_test(test_frontier),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
