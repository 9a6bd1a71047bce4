/* Bundles of hundreds of reports, as one template with a parameter makes them. */
#include "made.h"

#include "plan/plan.h"

struct family {
    struct inventory *inventory;
    struct findings findings;
    struct assumptions assumptions;
};

/* Monthly reports of four hours, all variants of the first; each is read by its number's person. */
static void family_make(struct family *family, uint32_t members)
{
    struct findings *findings = &family->findings;

    memset(family, 0, sizeof *family);
    family->inventory = made_new(members);
    made_people(family->inventory, members);
    for (uint32_t i = 0; i < members; i++) {
        made_number(family->inventory, FIELD_runs_per_year, i, 12);
        made_number(family->inventory, FIELD_effort_hours, i, 4);
        made_range(family->inventory, FIELD_recipients, i, i + 1, i + 1);
    }
    assumptions_init(&family->assumptions);
    findings->arena = arena_new();
    findings->inventory = family->inventory;
    findings->assumptions = &family->assumptions;
    findings->protected_by_mandate = ARENA_ARRAY(findings->arena, members, bool);
    findings->list = ARENA_ARRAY(findings->arena, members, struct finding);
    for (uint32_t i = 1; i < members; i++)
        findings->list[findings->count++] = (struct finding){
            .report = i,
            .other = 0,
            .rule = RULE_variant,
            .action = ACTION_MERGE,
            .relation = RELATION_VARIANT,
            .strength = STRENGTH_LIKELY,
            .to_runs = NAN,
            .to_readers = NAN,
            .saving = 120000,
        };
    baseline_compute(findings->arena, family->inventory, NULL, &family->assumptions, 1,
                     &findings->baseline);
}

static void family_free(struct family *family)
{
    arena_free(family->findings.arena);
    inventory_free(family->inventory);
}

/* Each further member keeps half of its 2,400: all saved halves, whatever the size of the family.
 */
static void test_all_go(void **state)
{
    static const uint32_t sizes[] = {2, 7, 8, 24, 25, 26, 100, 256, 257, 258, 600, 2001, 2100};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct family family;
        struct plan_options options;
        uint32_t others = sizes[i] - 1;

        family_make(&family, sizes[i]);
        plan_options_init(&options);
        struct plan *plan = plan_make(&family.findings, &options);
        assert_int_equal(plan->count, others);
        assert_int_equal(plan->bundle_count, 1);
        assert_int_equal(plan->totals.theoretical, 120000ll * others);
        assert_int_equal(plan->totals.realisable, 60000ll * others);
        assert_int_equal(plan->totals.gone, others);
        assert_near(plan->totals.people, others, 1e-9);
        plan_free(plan);
        family_free(&family);
    }
}

/* A target in the middle takes a part of the family; what is saved is a difference of costs. */
static void test_target_takes_a_part(void **state)
{
    (void)state;
    for (uint32_t members = 20; members < 1000; members *= 3) {
        struct family family;
        struct plan_options options;

        family_make(&family, members);
        plan_options_init(&options);
        options.target_share = 0.1;
        struct plan *plan = plan_make(&family.findings, &options);
        assert_true(plan->reached);
        assert_true(plan->totals.realisable >= plan->target);
        assert_true(plan->count < members - 1);
        assert_int_equal(plan->totals.theoretical, 120000ll * (int64_t)plan->count);
        plan_free(plan);
        family_free(&family);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_go),
        cmocka_unit_test(test_target_takes_a_part),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
