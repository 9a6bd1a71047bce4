#include "unit.h"

#include "model/mandate.h"

static struct text find(const char *t,
                        struct text (*in)(const struct mandate_index *index, struct text t))
{
    struct arena *arena = arena_new();
    struct mandate_index index;
    struct text found;

    mandate_index_make(arena, &index);
    found = in(&index, text_of(t));
    arena_free(arena);
    return found;
}

static struct text in_name(const char *name)
{
    return find(name, mandate_word_in_name);
}

static struct text cited(const char *description)
{
    return find(description, mandate_word_cited);
}

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
    assert_text(in_name("statutory return"), "statutory");
    assert_text(in_name("fire-safety log"), "safety");
    assert_text(in_name("consent decree status"), "consent decree");
    assert_text(in_name("gesetzlicher bericht"), "gesetzlicher");
    assert_text(in_name("active users"), "");
    assert_text(in_name("contact list"), "");
    assert_text(in_name("auditorium bookings"), "");
    assert_text(in_name(""), "");
}

static void test_citation(void **state)
{
    (void)state;
    assert_text(cited("made under section 12 of the food act"), "act");
    assert_text(cited("29 cfr 1904"), "cfr");
    assert_text(cited("see local law 14"), "local law");
    assert_text(cited("clean air act of 1990"), "act of");
    assert_text(cited("gem. \xc2\xa7"
                      "12 abs. 3"),
                "\xc2\xa7");
    /* a word without a citation, and a citation without a word */
    assert_text(cited("for the audit team"), "");
    assert_text(cited("see section 12 for the codes"), "");
    assert_text(cited("section heads act on it"), "");
    assert_text(cited("an act of kindness"), "");
    /* too far apart to belong together */
    assert_text(cited("section 3 lists the codes of all wards and of all "
                      "clinics, and then shows what the audit found"),
                "");
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
