#include "unit.h"

#include "model/mandate.h"

static void test_cell(void **state)
{
    (void)state;
    assert_int_equal(mandate_read(text_of("")), MANDATE_UNKNOWN);
    assert_int_equal(mandate_read(text_of(" ? ")), MANDATE_UNKNOWN);
    assert_int_equal(mandate_read(text_of("n/a")), MANDATE_UNKNOWN);
    assert_int_equal(mandate_read(text_of("none")), MANDATE_NONE);
    assert_int_equal(mandate_read(text_of("keine")), MANDATE_NONE);
    assert_int_equal(mandate_read(text_of("no smoking act")), MANDATE_GIVEN);
    assert_int_equal(mandate_read(text_of("local law 14")), MANDATE_GIVEN);
}

static void test_name(void **state)
{
    (void)state;
    assert_text(mandate_word_in_name(text_of("statutory return")), "statutory");
    assert_text(mandate_word_in_name(text_of("fire-safety log")), "safety");
    assert_text(mandate_word_in_name(text_of("consent decree status")), "consent decree");
    assert_text(mandate_word_in_name(text_of("gesetzlicher bericht")), "gesetzlicher");
    assert_text(mandate_word_in_name(text_of("active users")), "");
    assert_text(mandate_word_in_name(text_of("contact list")), "");
    assert_text(mandate_word_in_name(text_of("auditorium bookings")), "");
    assert_text(mandate_word_in_name(text_of("")), "");
}

static void test_citation(void **state)
{
    (void)state;
    assert_text(mandate_word_cited(text_of("made under section 12 of the food act")), "act");
    assert_text(mandate_word_cited(text_of("29 cfr 1904")), "cfr");
    assert_text(mandate_word_cited(text_of("see local law 14")), "local law");
    assert_text(mandate_word_cited(text_of("clean air act of 1990")), "act of");
    assert_text(mandate_word_cited(text_of("gem. \xc2\xa7" "12 abs. 3")), "\xc2\xa7");
    /* a word without a citation, and a citation without a word */
    assert_text(mandate_word_cited(text_of("for the audit team")), "");
    assert_text(mandate_word_cited(text_of("see section 12 for the codes")), "");
    assert_text(mandate_word_cited(text_of("section heads act on it")), "");
    assert_text(mandate_word_cited(text_of("an act of kindness")), "");
    /* too far apart to belong together */
    assert_text(mandate_word_cited(text_of("section 3 lists the codes of all wards and of all "
                                           "clinics, and then shows what the audit found")), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cell),
        cmocka_unit_test(test_name),
        cmocka_unit_test(test_citation),
    };

    return cmocka_run_group_tests_name("mandate", tests, NULL, NULL);
}
