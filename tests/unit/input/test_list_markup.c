#include "unit.h"

#include "input/list_markup.h"

static void assert_list(const char *cell, bool people, const char *list, const char *wrong)
{
    struct arena *arena = arena_new();
    const char *said;
    struct text read;

    assert_true(list_is_markup(text_of(cell)));
    read = list_of_markup(arena, text_of(cell), people, &said);
    assert_int_equal(said != NULL, wrong != NULL);
    if (wrong)
        assert_non_null(strstr(said, wrong));
    assert_text(read, list);
    arena_free(arena);
}

static void what_only_looks_like_it_is_none(void **state)
{
    static const char *const plain[] = {
        "",        "[Draft] Sales", "[]",  "{}",  "{{unit}}", "<ann@x.org>", "[1] Sales",
        "Ann <b>", "{unit}",        "[x]", "(a)", "\"a\"",    "<all staff>",
    };

    (void)state;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        assert_false(list_is_markup(text_of(plain[i])));
}

static void people_are_read(void **state)
{
    (void)state;
    assert_list("[\"ann@x.org\",\"bo@x.org\"]", true, "ann@x.org; bo@x.org", NULL);
    assert_list("['Ann Lee', 'Bo']", true, "Ann Lee; Bo", NULL);
    assert_list("[\"Lee, Ann\", \"Day, Bo\"]", true, "Lee, Ann; Day, Bo", NULL);
    assert_list("{\"to\": [\"ann@x.org\"], \"cc\": \"bo@x.org\"}", true, "ann@x.org; bo@x.org",
                NULL);
    assert_list("<ParameterValues><ParameterValue><Name>TO</Name><Value>ann@x.org</Value>"
                "</ParameterValue></ParameterValues>",
                true, "ann@x.org", NULL);
}

static void people_that_are_not_read_are_told(void **state)
{
    (void)state;
    assert_list("[\"ann@x.org\", \"bo@x.or", true, "ann@x.org", "broken; only its addresses");
    assert_list("[\"Ann\" \"Bo\"]", true, "", "broken; only its addresses");
    assert_list("{\"a\": 1}", true, "", "stays unknown");
    assert_list("<a>ann@x.org</a>", true, "", "stays unknown");
    assert_list("<ParameterValues><ParameterValue><Name>TO</Name><Value>ann@x.org</Value>"
                "</ParameterValue><ParameterValue>",
                true, "ann@x.org", "broken; who is named behind");
}

static void terms_are_read_or_told(void **state)
{
    (void)state;
    assert_list("[\"Region\", \"Net, gross\"]", false, "Region; Net, gross", NULL);
    assert_list("[{\"name\": \"Region\"}, {\"name\": \"Amount\"}]", false, "Region; Amount", NULL);
    assert_list("[\"Region\", ", false, "[\"Region\", ", "broken; it is read as plain");
    assert_list("[[1, 2]]", false, "[[1, 2]]", "not understood; it is read as plain");
    assert_list("<a>x</a>", false, "<a>x</a>", "not understood; it is read as plain");
}

static void nulls_are_nobody_and_nothing(void **state)
{
    (void)state;
    for (unsigned people = 0; people < 2; people++) {
        assert_list("[null, null]", people, "", NULL);
        assert_list("[NULL, null]", people, "", NULL);
        assert_list("[None, 'Ann']", people, "Ann", NULL);
        assert_list("['Ann', None]", people, "Ann", NULL);
        assert_list("[\"None of these\"]", people, "None of these", NULL);
    }
    assert_false(list_is_markup(text_of("[Nullified] orders")));
    assert_false(list_is_markup(text_of("[None] given")));
}

/* Else a cell of the size that is allowed would take all memory. */
static void a_long_text_is_not_repeated_for_each_address(void **state)
{
    struct arena *arena = arena_new();
    struct text addresses = text_of("\"a@x.org\""), cell, list;
    const char *wrong;
    char name[1001] = {0};

    (void)state;
    memset(name, 'n', sizeof name - 1);
    for (int i = 0; i < 500; i++)
        addresses = arena_printf(arena, "%.*s,\"%d@x.org\"", TEXT_ARGS(addresses), i);
    cell = arena_printf(arena, "{\"name\":\"%s\",\"emails\":[%.*s]}", name, TEXT_ARGS(addresses));
    list = list_of_markup(arena, cell, true, &wrong);
    assert_null(wrong);
    assert_true(list.size < 2 * cell.size);
    assert_true(text_starts(list, "a@x.org; 0@x.org"));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_only_looks_like_it_is_none),
        cmocka_unit_test(people_are_read),
        cmocka_unit_test(people_that_are_not_read_are_told),
        cmocka_unit_test(terms_are_read_or_told),
        cmocka_unit_test(nulls_are_nobody_and_nothing),
        cmocka_unit_test(a_long_text_is_not_repeated_for_each_address),
    };
    return cmocka_run_group_tests_name("input/list_markup", tests, NULL, NULL);
}
