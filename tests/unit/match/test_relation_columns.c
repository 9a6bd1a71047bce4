#include "unit.h"

#include "made_relation.h"

/* What two entries are to each other whose mills are these values; 0 where unknown. */
static struct verdict decide_in(const struct entry *a, const struct entry *b, uint8_t first,
                                uint8_t second)
{
    struct inventory *inventory = background_inventory();
    uint32_t x = (uint32_t)add_entry(inventory, a), y = (uint32_t)add_entry(inventory, b);
    struct spare_column mill = {text_of("Mill"), memory_alloc(inventory->count, 1), NULL};
    struct tokens *tokens = tokens_new(inventory, 1);
    struct profile profile;
    struct evidence evidence;
    struct verdict verdict;

    mill.value[x] = first;
    mill.value[y] = second;
    inventory->spare_columns = &mill;
    inventory->spare_count = 1;
    profile_init(&profile, tokens, 1);
    evidence_gather(&evidence, &profile, x, y, 0);
    relation_decide(&evidence, false, &verdict);
    profile_clear(&profile);
    tokens_free(tokens);
    inventory_free(inventory);
    return verdict;
}

static const struct entry breaks = {.name = "Paper breaks by machine",
                                    .fields = "machine, breaks, minutes lost, crew"};
static const struct entry breaks_for_ann = {.name = "Paper breaks by machine",
                                            .fields = "machine, breaks, minutes lost, crew",
                                            .recipients = "ann, bob"};
static const struct entry copy = {.name = "Paper breaks by machine (copy)",
                                  .fields = "machine, breaks, minutes lost, crew"};
static const struct entry other = {.name = "Pulp in stock", .fields = "grade, bales, age"};

static void test_other_value_makes_a_variant(void **state)
{
    struct verdict verdict = decide_in(&breaks, &breaks, 1, 2);

    (void)state;
    assert_int_equal(verdict.relation, RELATION_VARIANT);
    assert_true(verdict.by_column);
    assert_int_equal(decide_in(&breaks, &breaks, 2, 1).relation, RELATION_VARIANT);
}

static void test_equal_and_unknown_values_tell_nothing(void **state)
{
    static const uint8_t values[][2] = {{1, 1}, {0, 0}, {0, 1}, {1, 0}};
    float usual = decide_in(&breaks, &breaks, 0, 0).score;

    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        struct verdict verdict = decide_in(&breaks, &breaks, values[i][0], values[i][1]);

        assert_int_equal(verdict.relation, RELATION_SAME);
        assert_true(verdict.score == usual && !verdict.by_column);
    }
}

static void test_strong_evidence_is_less_sure(void **state)
{
    struct verdict readers = decide_in(&breaks_for_ann, &breaks_for_ann, 1, 2);
    struct verdict copied = decide_in(&breaks, &copy, 1, 2);

    (void)state;
    assert_int_equal(readers.relation, RELATION_SAME);
    assert_true(readers.score < decide_in(&breaks_for_ann, &breaks_for_ann, 1, 1).score);
    assert_int_equal(copied.relation, RELATION_SAME);
    assert_true(copied.score < decide_in(&breaks, &copy, 1, 1).score);
}

static void test_other_reports_stay_unrelated(void **state)
{
    (void)state;
    assert_int_equal(decide_in(&breaks, &other, 1, 2).relation, RELATION_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_other_value_makes_a_variant),
        cmocka_unit_test(test_equal_and_unknown_values_tell_nothing),
        cmocka_unit_test(test_strong_evidence_is_less_sure),
        cmocka_unit_test(test_other_reports_stay_unrelated),
    };

    return cmocka_run_group_tests_name("relation columns", tests, NULL, NULL);
}
