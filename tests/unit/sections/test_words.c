#include "unit.h"

#include "sections/words.h"

static void every_fact_has_words_and_no_part_is_left_open(void **state)
{
    struct arena *arena = arena_new();
    int kind;
    (void)state;

    for (kind = 0; kind < FACT_COUNT; kind++) {
        struct fact fact = {(enum fact_kind)kind, {2, 3}, {TEXT("left"), TEXT("right")}};
        struct text words = words_fact(arena, &fact);

        if (!words.size)
            fail_msg("no words for %s", fact_key((enum fact_kind)kind));
        assert_int_equal(text_find(words, '{'), words.size);
        assert_int_equal(text_find(words, '}'), words.size);
    }
    arena_free(arena);
}

static void parts_are_filled_in(void **state)
{
    struct arena *arena = arena_new();
    struct fact shared = {FACT_FIELDS_SHARED, {11, 12}, {{NULL, 0}, {NULL, 0}}};
    struct fact alike = {FACT_NAMES_ALIKE, {0.874, 0}, {{NULL, 0}, {NULL, 0}}};
    struct fact place = {FACT_DIFFER_PLACE, {0, 0}, {TEXT("Kansas"), TEXT("Texas")}};
    struct fact refresh = {FACT_REFRESH, {52, 0}, {{NULL, 0}, {NULL, 0}}};
    (void)state;

    assert_text(words_fact(arena, &shared), "fields 11 of 12 shared");
    assert_text(words_fact(arena, &alike), "names 87 % alike");
    assert_text(words_fact(arena, &place), "names differ only in Kansas / Texas, a place");
    assert_text(words_fact(arena, &refresh), "its data is refreshed weekly");
    refresh = (struct fact){FACT_RUNS_OPENED, {0, 1}, {{NULL, 0}, {NULL, 0}}};
    assert_text(words_fact(arena, &refresh), "0 of 1 run opened");
    arena_free(arena);
}

static void every_action_and_question_has_words(void **state)
{
    int i;
    (void)state;

    for (i = 0; i < ACTION_COUNT; i++)
        assert_non_null(words_action((enum action)i));
    for (i = 0; i < QUESTION_COUNT; i++)
        assert_non_null(words_question((enum question)i));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fact_has_words_and_no_part_is_left_open),
        cmocka_unit_test(parts_are_filled_in),
        cmocka_unit_test(every_action_and_question_has_words),
    };
    return cmocka_run_group_tests_name("sections/words", tests, NULL, NULL);
}
