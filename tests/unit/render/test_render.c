#include "unit.h"

#include "render/lines.h"
#include "render/render.h"

static void formats_are_known_by_name_and_suffix(void **state)
{
    (void)state;
    assert_int_equal(format_of_name("json"), FORMAT_JSON);
    assert_int_equal(format_of_name("JSON"), FORMAT_COUNT);
    assert_int_equal(format_of_path("a.b/out.JSON"), FORMAT_JSON);
    assert_int_equal(format_of_path("out.csv"), FORMAT_CSV);
    assert_int_equal(format_of_path("out"), FORMAT_COUNT);
    assert_int_equal(format_of_path("csv"), FORMAT_COUNT);
    for (int i = 0; i < FORMAT_COUNT; i++)
        assert_int_equal(format_of_name(format_info((enum format)i)->name), i);
}

static void lines_break_at_blanks(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    struct lines lines = wrap_text(arena, text_of("one two  three"), 7, false);
    assert_int_equal(lines.count, 2);
    assert_text(lines.line[0], "one two");
    assert_text(lines.line[1], "three");
    lines = wrap_text(arena, text_of(""), 7, false);
    assert_int_equal(lines.count, 1);
    assert_text(lines.line[0], "");
    lines = wrap_text(arena, text_of("exactly"), 7, false);
    assert_int_equal(lines.count, 1);
    arena_free(arena);
}

static void long_words_overflow_or_are_cut(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    struct lines lines = wrap_text(arena, text_of("a abcdefghij b"), 4, false);
    assert_int_equal(lines.count, 3);
    assert_text(lines.line[1], "abcdefghij");
    lines = wrap_text(arena, text_of("a abcdefghij b"), 4, true);
    assert_int_equal(lines.count, 4);
    assert_text(lines.line[1], "abcd");
    assert_text(lines.line[3], "ij b");
    arena_free(arena);
}

static void cut_texts_say_so(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    assert_text(cut_text(arena, text_of("abcdefgh"), 8), "abcdefgh");
    assert_text(cut_text(arena, text_of("abcdefghi"), 8), "abcde...");
    assert_text(cut_text(arena, text_of("\xe6\x97\xa5\xe6\x9c\xac\xe6\x97\xa5"), 5),
                "\xe6\x97\xa5...");
    assert_text(cut_text(arena, text_of("abcdef"), 2), "..");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_are_known_by_name_and_suffix),
        cmocka_unit_test(lines_break_at_blanks),
        cmocka_unit_test(long_words_overflow_or_are_cut),
        cmocka_unit_test(cut_texts_say_so),
    };
    return cmocka_run_group_tests_name("render/render", tests, NULL, NULL);
}
