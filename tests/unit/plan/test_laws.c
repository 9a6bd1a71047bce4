/* Laws of the plan, each over 1,000 seeded random inventories with random findings. */
#include "random_findings.h"

enum { ROUNDS = 1000 };

/* The inventory as the plan leaves it, made here from its chosen actions and nothing else: sets as
 * bits, every report costed anew. */
struct changed {
    struct state state[LAW_REPORTS];
    uint64_t people[LAW_REPORTS], terms[LAW_REPORTS];
    bool people_known[LAW_REPORTS], terms_known[LAW_REPORTS];
    uint32_t into[LAW_REPORTS];
};

static uint64_t bits_of(const struct inventory *inventory, enum field field, size_t index,
                        bool *known)
{
    const uint32_t *number = inventory->columns[field].number;
    struct set set = inventory_set(inventory, number ? number[index] : 0);
    uint64_t bits = 0;

    *known = set.number != 0;
    for (uint32_t i = 0; i < set.count; i++)
        bits |= 1ull << set.member[i];
    return bits;
}

static int count_bits(uint64_t bits)
{
    int count = 0;

    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

static void start_changed(const struct law *law, struct changed *changed)
{
    for (uint32_t i = 0; i < LAW_REPORTS; i++) {
        baseline_state(&law->findings.baseline, i, &changed->state[i]);
        changed->people[i] =
            bits_of(law->inventory, FIELD_recipients, i, &changed->people_known[i]);
        changed->terms[i] = bits_of(law->inventory, FIELD_fields, i, &changed->terms_known[i]);
        changed->terms_known[i] = changed->terms_known[i] && changed->terms[i];
        changed->into[i] = i;
    }
}

static void merge_changed(const struct law *law, struct changed *c, uint32_t d, uint32_t s,
                          bool variant)
{
    double coverage = NAN, readers = NAN;

    while (c->into[s] != s)
        s = c->into[s];
    assert_int_not_equal(s, d);
    assert_int_equal(c->into[d], d);
    if (c->terms_known[d] && c->terms_known[s])
        coverage = (double)count_bits(c->terms[d] & c->terms[s]) / count_bits(c->terms[d]);
    if (c->terms_known[d] && c->terms_known[s])
        c->terms[s] |= c->terms[d];
    c->people_known[s] = c->people_known[s] && c->people_known[d];
    c->people[s] |= c->people[d];
    if (c->people_known[s])
        readers = count_bits(c->people[s]);
    if (c->state[d].runs > c->state[s].runs)
        state_set_runs(&c->state[s], c->state[d].runs, &law->assumptions);
    if (variant)
        state_merge_variant(&c->state[s], &c->state[d], readers, &law->assumptions);
    else
        state_merge(&c->state[s], &c->state[d], coverage, readers, &law->assumptions);
    c->into[d] = s;
}

/* In the order of attribution, which is that of the enum. */
static void change_all(const struct law *law, const struct plan *plan, struct changed *changed)
{
    for (int action = ACTION_RETIRE; action < ACTION_COUNT; action++)
        for (int relation = 0; relation < RELATION_COUNT; relation++)
            for (size_t i = 0; i < plan->count; i++) {
                const struct planned *planned = &plan->actions[i];
                const struct finding *finding = &law->list[planned->finding];

                if ((int)finding->action != action || (int)finding->relation != relation)
                    continue;
                if (action == ACTION_RETIRE)
                    state_retire(&changed->state[planned->report]);
                else if (action == ACTION_MERGE)
                    merge_changed(law, changed, finding->report, finding->other,
                                  finding->relation == RELATION_VARIANT);
                else if (action == ACTION_REDUCE_FREQUENCY)
                    state_set_runs(&changed->state[planned->report], planned->to_runs,
                                   &law->assumptions);
                else
                    state_change_channel(&changed->state[planned->report]);
            }
}

static int64_t cost_of_changed(const struct changed *changed)
{
    int64_t sum = 0;

    for (size_t i = 0; i < LAW_REPORTS; i++) {
        struct cost cost;

        state_cost(&changed->state[i], &cost);
        sum += cost_producer(&cost);
    }
    return sum;
}

/* Before minus after, costed from scratch, is the sum of the attributed savings. */
static void test_telescopes(void **state)
{
    struct plan_options options;
    size_t actions = 0;

    (void)state;
    plan_options_init(&options);
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        struct law law;
        struct changed changed;
        int64_t theoretical = 0, realisable = 0;

        law_make(&law, seed, NULL, 1);
        struct plan *plan = plan_make(&law.findings, &options);
        start_changed(&law, &changed);
        assert_int_equal(cost_of_changed(&changed), law.findings.baseline.producer);
        change_all(&law, plan, &changed);
        for (size_t i = 0; i < plan->count; i++) {
            theoretical += plan->actions[i].theoretical;
            realisable += plan->actions[i].realisable;
        }
        assert_int_equal(plan->totals.theoretical, theoretical);
        assert_int_equal(plan->totals.realisable, realisable);
        assert_int_equal(law.findings.baseline.producer - cost_of_changed(&changed), theoretical);
        assert_int_equal(plan->before - plan->after, realisable);
        actions += plan->count;
        plan_free(plan);
        law_free(&law);
    }
    assert_true(actions > ROUNDS); /* or the law says nothing */
}

static bool strength_is_ask(const struct law *law, const struct planned *planned)
{
    return law->list[planned->finding].strength == STRENGTH_ASK;
}

/* Nothing protected goes or runs below its floor, nothing that is only asked is done. */
static void test_protected(void **state)
{
    struct plan_options options;

    (void)state;
    plan_options_init(&options);
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        struct law law;

        law_make(&law, seed, NULL, 1);
        options.target_share = seed % 2 ? 0.9 : (double)NAN;
        struct plan *plan = plan_make(&law.findings, &options);
        for (size_t i = 0; i < plan->count; i++) {
            const struct planned *planned = &plan->actions[i];
            const struct finding *finding = &law.list[planned->finding];
            const uint32_t *least = law.inventory->columns[FIELD_min_frequency].number;
            bool is_protected = law.protected_by_mandate[planned->report];
            double floor = least ? law.inventory->frequencies[least[planned->report]].runs : NAN;

            assert_false(strength_is_ask(&law, planned));
            if (finding->action == ACTION_MERGE || finding->action == ACTION_RETIRE)
                assert_false(is_protected);
            if (finding->action != ACTION_REDUCE_FREQUENCY)
                continue;
            assert_false(is_protected && isnan(floor));
            assert_false(planned->to_runs < floor);
        }
        plan_free(plan);
        law_free(&law);
    }
}

/* A higher target never saves less; a target that is called reached is reached. */
static void test_targets(void **state)
{
    static const double shares[] = {0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8};
    size_t reached = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        struct law law;
        int64_t last = INT64_MIN;

        law_make(&law, seed, NULL, 1);
        for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
            struct plan_options options;
            bool in_theory = seed % 2;

            plan_options_init(&options);
            options.target_share = shares[i];
            options.basis = in_theory ? BASIS_THEORETICAL : BASIS_REALISABLE;
            struct plan *plan = plan_make(&law.findings, &options);
            int64_t saved = in_theory ? plan->totals.theoretical : plan->totals.realisable;
            assert_true(saved >= last);
            assert_int_equal(plan->reached, saved >= plan->target);
            assert_int_equal(plan->reached, plan->most >= plan->target);
            if (!plan->reached)
                assert_int_equal(saved, plan->most);
            reached += plan->reached;
            last = saved;
            plan_free(plan);
        }
        law_free(&law);
    }
    assert_true(reached > ROUNDS);
}

/* The rows in another order give the same actions with the same figures. */
static void test_order_of_rows(void **state)
{
    struct plan_options options;
    uint64_t shuffle = law_seed(11);

    (void)state;
    plan_options_init(&options);
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        struct law a, b;
        uint32_t place[LAW_REPORTS];

        for (uint32_t i = 0; i < LAW_REPORTS; i++)
            place[i] = i;
        for (uint32_t i = LAW_REPORTS - 1; i > 0; i--) {
            uint32_t k = (uint32_t)(made_random(&shuffle) % (i + 1)), swap = place[i];
            place[i] = place[k];
            place[k] = swap;
        }
        options.target_share = seed % 2 ? 0.2 : (double)NAN;
        law_make(&a, seed, NULL, 1);
        law_make(&b, seed, place, 1);
        struct plan *x = plan_make(&a.findings, &options), *y = plan_make(&b.findings, &options);
        assert_int_equal(x->count, y->count);
        for (size_t i = 0; i < x->count; i++) {
            assert_int_equal(x->actions[i].finding, y->actions[i].finding);
            assert_int_equal(place[x->actions[i].report], y->actions[i].report);
            assert_int_equal(x->actions[i].theoretical, y->actions[i].theoretical);
            assert_int_equal(x->actions[i].low, y->actions[i].low);
            assert_int_equal(x->actions[i].high, y->actions[i].high);
            assert_true(x->actions[i].hours == y->actions[i].hours);
        }
        assert_int_equal(x->totals.at_stake, y->totals.at_stake);
        assert_true(x->disruption == y->disruption && x->totals.people == y->totals.people);
        plan_free(x);
        plan_free(y);
        law_free(&a);
        law_free(&b);
    }
}

/* Ten times the money is ten times the saving, within a cent for each component of each cost. What
 * is chosen may differ where two choices differ by less than that. */
static void test_times_ten(void **state)
{
    struct plan_options options;

    (void)state;
    plan_options_init(&options);
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        struct law a, b;

        law_make(&a, seed, NULL, 1);
        law_make(&b, seed, NULL, 10);
        struct plan *x = plan_make(&a.findings, &options), *y = plan_make(&b.findings, &options);
        int64_t components = 5 * 2 * LAW_REPORTS * 10;
        assert_near(x->totals.realisable * 10, y->totals.realisable, components);
        assert_near(x->before * 10, y->before, components);
        plan_free(x);
        plan_free(y);
        law_free(&a);
        law_free(&b);
    }
}

/* One thread or several: the same. */
static void test_threads(void **state)
{
    struct plan_options options;

    (void)state;
    plan_options_init(&options);
    for (uint64_t seed = 1; seed <= 20; seed++) {
        struct law law;

        law_make(&law, seed, NULL, 1);
        options.threads = 1;
        struct plan *x = plan_make(&law.findings, &options);
        options.threads = 4;
        struct plan *y = plan_make(&law.findings, &options);
        assert_int_equal(x->count, y->count);
        assert_int_equal(x->totals.realisable, y->totals.realisable);
        plan_free(x);
        plan_free(y);
        law_free(&law);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_telescopes), cmocka_unit_test(test_protected),
        cmocka_unit_test(test_targets),    cmocka_unit_test(test_order_of_rows),
        cmocka_unit_test(test_times_ten),  cmocka_unit_test(test_threads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
