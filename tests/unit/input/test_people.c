#include "unit.h"

#include "input/people.h"

static struct inventory *inventory;
static struct directory *directory;

static int set_up(void **state)
{
    (void)state;
    inventory = inventory_new();
    directory = directory_new(inventory);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    directory_free(directory);
    inventory_free(inventory);
    return 0;
}

static uint32_t find(const char *spelling)
{
    return directory_find(directory, text_of(spelling), false);
}

static bool is_list(uint32_t person)
{
    return inventory_person(inventory, person)->is_list;
}

static void test_spellings(void **state)
{
    static const char *const cases[][3] = {
        {"Ann Lee <ann@x.org>", "Ann Lee", "ann@x.org"},
        {"\"Lee, Ann\" <ann@x.org>", "Lee, Ann", "ann@x.org"},
        {"Ann Lee (ann@x.org)", "Ann Lee", "ann@x.org"},
        {"mailto:ann@x.org", "", "ann@x.org"},
        {"'Ann Lee'", "Ann Lee", ""},
        {"Ann <not an address>", "Ann <not an address>", ""},
        {"@handle", "@handle", ""},
    };
    struct spelling spelling;
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        spelling_parse(text_of(cases[i][0]), &spelling);
        assert_text(spelling.name, cases[i][1]);
        assert_text(spelling.email, cases[i][2]);
    }
}

static void test_one_person_in_several_spellings(void **state)
{
    uint32_t ann;

    (void)state;
    directory_learn(directory, text_of("Ann Lee <ANN@x.org>"));
    ann = find("ann@x.org");
    assert_int_equal(find("Ann Lee"), ann);
    assert_int_equal(find("lee,  ANN"), ann);
    assert_int_equal(find("Ann Lee <ann@x.org>"), ann);
    assert_int_not_equal(find("Bo"), ann);
    assert_int_equal(find(""), 0);
    assert_text(inventory_person_name(inventory, ann), "Ann Lee");
}

static void test_a_name_of_two_people_is_neither(void **state)
{
    uint32_t one, two, unknown;

    (void)state;
    directory_learn(directory, text_of("Ann Lee <ann@x.org>"));
    directory_learn(directory, text_of("Ann Lee <ann@y.org>"));
    one = find("ann@x.org");
    two = find("ann@y.org");
    unknown = find("Ann Lee");
    assert_int_not_equal(one, two);
    assert_int_not_equal(unknown, one);
    assert_int_not_equal(unknown, two);
    assert_int_equal(find("Lee, Ann"), unknown);
}

static void test_people_file_wins(void **state)
{
    uint32_t ann;

    (void)state;
    ann = directory_enter(directory, text_of("ann@x.org"), text_of("Ann Lee"));
    assert_int_equal(find("LEE, ANN"), ann);
    assert_text(inventory_person_name(inventory, ann), "Ann Lee");
    assert_int_equal(directory_look(directory, text_of("Ann@X.org")), ann);
    assert_int_equal(directory_look(directory, text_of("nobody@x.org")), 0);
    /* Somebody with a group word for a name is a person if the people file says so. */
    assert_false(is_list(directory_enter(directory, text_of("team@x.org"), text_of("Tea M"))));
    assert_false(is_list(find("team@x.org")));
}

static void test_lists(void **state)
{
    static const char *const lists[] = {
        "DL-Finance-0@x.org", "all-staff@x.org", "x@lists.x.org",      "Ward managers",
        "Finance team",       "sales@x.org",     "Vertrieb Verteiler", "HR"};
    static const char *const people[] = {"ann.lee@x.org", "m.okafor@x.org", "Ann Lee",
                                         "Office, Ann",   "callum@x.org",   "Bo"};
    size_t i;

    (void)state;
    for (i = 0; i < sizeof lists / sizeof *lists; i++)
        assert_true(is_list(find(lists[i])));
    for (i = 0; i < sizeof people / sizeof *people; i++)
        assert_false(is_list(find(people[i])));
    /* A column of lists says it for names, not for addresses. */
    assert_true(is_list(directory_find(directory, text_of("Olympus"), true)));
    assert_false(is_list(directory_find(directory, text_of("zoe@x.org"), true)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spellings),
        cmocka_unit_test_setup_teardown(test_one_person_in_several_spellings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_name_of_two_people_is_neither, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_people_file_wins, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lists, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
