#include "unit.h"

#include "sections/notice_index.h"

/* Two runs, twelve weeks at least. */
static void a_pause_is_long_enough_to_miss_it(void **state)
{
    (void)state;
    assert_true(notice_hold_weeks(250) == 12);
    assert_true(notice_hold_weeks(12) == 12);
    assert_true(notice_hold_weeks(6) == 18);
    assert_true(notice_hold_weeks(4) == 26);
    assert_true(notice_hold_weeks(1) == 104);
    assert_true(notice_hold_weeks(0) == 12);
}

static void a_name_makes_a_harmless_file(void **state)
{
    static const struct {
        const char *name, *file;
    } examples[] = {
        {"Anna Berg", "notice-anna-berg"},
        {"anna.berg@x.example", "notice-anna.berg@x.example"},
        {"Zo\xc3\xab \xc3\x85ngstr\xc3\xb6m", "notice-zoe-angstrom"},
        {"../../etc/passwd", "notice-etc-passwd"},
        {"..", "notice"},
        {"", "notice"},
        {"CON", "notice-con"},
        {"a\nb\tc", "notice-a-b-c"},
        {"\xe6\x9d\x8e\xe9\x9b\xb7", "notice"},
        {"A name that is longer than any file system would like it to be, with titles and all",
         "notice-a-name-that-is-longer-than-any-file-system-would-like-it-to"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        assert_string_equal(notice_file(arena, text_of(examples[i].name), 0), examples[i].file);
    assert_string_equal(notice_file(arena, text_of("Anna Berg"), 1), "notice-anna-berg-2");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pause_is_long_enough_to_miss_it),
        cmocka_unit_test(a_name_makes_a_harmless_file),
    };
    return cmocka_run_group_tests_name("sections/notices", tests, NULL, NULL);
}
