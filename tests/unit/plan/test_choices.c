#include "random_findings.h"

#include "plan/choices.h"

enum { ROUNDS = 1000 };

/* All of every bundle together is the plan; nothing of it saves nothing. */
static void check_whole(const struct plan *plan, const struct choices *choices)
{
    int64_t saving = 0, expected = 0, low = 0, high = 0, cash = 0;
    double once = 0;

    for (size_t i = 0; i < choices->count; i++) {
        const struct bundle_choice *choice = &choices->list[i];
        const struct outcome *all = &choice->outcome[(1u << choice->decisions) - 1];

        assert_true(all->allowed && choice->outcome[0].allowed);
        assert_int_equal(choice->outcome[0].agreed.saving, 0);
        saving += all->agreed.saving;
        expected += all->expected.saving;
        low += all->expected.low;
        high += all->expected.high;
        cash += all->expected.cash;
        once += all->one_off_hours;
    }
    assert_int_equal(saving, plan->totals.theoretical);
    assert_int_equal(expected, plan->totals.realisable);
    assert_int_equal(low, plan->totals.low);
    assert_int_equal(high, plan->totals.high);
    assert_int_equal(cash, plan->totals.realisable_cash);
    assert_true(plan->count == 0 || once < plan->totals.one_off_hours);
}

/* A random allowed set of each bundle, decided: the sums of the look-ups are the plan as decided.
 */
static void check_decided(const struct law *law, const struct plan *plan,
                          const struct choices *choices, uint64_t *seed)
{
    enum verdict verdict[LAW_FINDINGS] = {VERDICT_NONE};
    struct plan_options options;
    int64_t saving = 0, low = 0, high = 0, cash = 0;

    for (size_t i = 0; i < choices->count; i++) {
        const struct bundle_choice *choice = &choices->list[i];
        uint32_t set = (uint32_t)(made_random(seed) % (1u << choice->decisions));
        const struct outcome *outcome = &choice->outcome[set];

        if (!outcome->allowed)
            continue;
        for (uint32_t k = 0; k < choice->count; k++)
            if (choice->decisions == 1 ? set & 1 : set >> k & 1)
                verdict[plan->actions[choice->first + k].finding] = VERDICT_ACCEPTED;
        saving += outcome->agreed.saving;
        low += outcome->agreed.low;
        high += outcome->agreed.high;
        cash += outcome->agreed.cash;
    }
    plan_options_init(&options);
    options.as_decided = true;
    options.verdict = verdict;
    struct plan *decided = plan_make(&law->findings, &options);
    assert_int_equal(decided->totals.theoretical, saving);
    assert_int_equal(decided->totals.realisable, saving);
    assert_int_equal(decided->totals.low, low);
    assert_int_equal(decided->totals.high, high);
    assert_int_equal(decided->totals.realisable_cash, cash);
    plan_free(decided);
}

static void test_agrees_with_as_decided(void **state)
{
    struct plan_options options;
    uint64_t choose = law_seed(17);

    (void)state;
    plan_options_init(&options);
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        struct law law;
        struct choices choices;

        law_make(&law, seed, NULL, 1);
        struct plan *plan = plan_make(&law.findings, &options);
        choices_find(plan->arena, plan, &options, &choices);
        check_whole(plan, &choices);
        for (int round = 0; round < 3; round++)
            check_decided(&law, plan, &choices, &choose);
        plan_free(plan);
        law_free(&law);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_agrees_with_as_decided),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
