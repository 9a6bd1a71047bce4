/* Facts grow and keep texts of their own. */
#include "unit.h"

#include "model/fact.h"

static void test_facts_grow_and_own_their_texts(void **state)
{
    struct arena *arena = arena_new();
    struct facts facts;
    char word[] = "weekly";

    (void)state;
    facts_init(&facts, arena);
    for (int i = 0; i < 100; i++)
        facts_add(&facts, FACT_DIFFER_RHYTHM, i, 2.0 * i, text_of(word), text_make(NULL, 0));
    word[0] = 'x';
    assert_int_equal(facts.count, 100);
    for (int i = 0; i < 100; i++) {
        assert_int_equal(facts.fact[i].kind, FACT_DIFFER_RHYTHM);
        assert_near(facts.fact[i].number[1], 2.0 * i, 0);
        assert_text(facts.fact[i].text[0], "weekly");
        assert_int_equal(facts.fact[i].text[1].size, 0);
    }
    arena_free(arena);
}

static void test_keys_are_distinct(void **state)
{
    (void)state;
    assert_string_equal(fact_key(FACT_ROWS_EQUAL), "rows_equal");
    for (int i = 0; i < FACT_COUNT; i++)
        for (int k = 0; k < i; k++)
            assert_string_not_equal(fact_key((enum fact_kind)i), fact_key((enum fact_kind)k));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_facts_grow_and_own_their_texts),
        cmocka_unit_test(test_keys_are_distinct),
    };

    return cmocka_run_group_tests_name("fact", tests, NULL, NULL);
}
