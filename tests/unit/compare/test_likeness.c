#include "unit.h"

#include "base/arena.h"
#include "base/memory.h"
#include "compare/likeness.h"

static double words(const char *a, const char *b)
{
    return likeness_of_words(text_of(a), text_of(b));
}

static void slips_and_short_forms_stand_for_a_word(void **state)
{
    (void)state;
    assert_true(words("overtime", "overtime") == 1);
    assert_true(words("overtime", "ovetrime") > 0.8);
    assert_true(words("receivables", "recievabls") > 0.8);
    assert_true(words("department", "dept") > 0.5);
    assert_true(words("management", "mgmt") > 0.5);
    assert_true(words("information", "info") > 0.5);
    assert_true(words("ward", "wards") > 0.8);
}

static void other_words_and_numbers_do_not(void **state)
{
    (void)state;
    assert_true(words("north", "south") == 0);
    assert_true(words("cost", "post") > 0); /* one letter: the rest of the name must tell */
    assert_true(words("10k", "10q") == 0);
    assert_true(words("12", "13") == 0);
    assert_true(words("m", "management") == 0);
}

static void years_are_told_from_numbers(void **state)
{
    (void)state;
    assert_true(word_is_year(text_of("2019")));
    assert_true(word_is_year(text_of("1997")));
    assert_true(word_is_year(text_of("fy19")));
    assert_false(word_is_year(text_of("2519")));
    assert_false(word_is_year(text_of("19")));
    assert_false(word_is_year(text_of("fyke")));
    assert_true(word_is_number(text_of("12")));
    assert_false(word_is_number(text_of("12b")));
}

static void common_part_of_two_lists(void **state)
{
    static const uint32_t a[] = {1, 3, 5, 9}, b[] = {3, 4, 9, 12, 20};

    (void)state;
    assert_int_equal(numbers_shared((struct numbers){a, 4}, (struct numbers){b, 5}), 2);
    assert_int_equal(numbers_shared((struct numbers){a, 4}, (struct numbers){NULL, 0}), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_and_short_forms_stand_for_a_word),
        cmocka_unit_test(other_words_and_numbers_do_not),
        cmocka_unit_test(years_are_told_from_numbers),
        cmocka_unit_test(common_part_of_two_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
