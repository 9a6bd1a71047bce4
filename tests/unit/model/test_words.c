#include "model/words.h"

#include "unit.h"

static const struct text words[] = {
    TEXT("a"),
    TEXT("en"),
    TEXT("iso"),
    TEXT("isolation"),
    TEXT("as of"),
    TEXT("c.f.r."),
    TEXT("\xc3\xa9t\xc3\xa9"),
};

enum { WORDS = sizeof words / sizeof *words };

static bool is_in_slot(const struct word_index *index, struct text t, size_t at, size_t word)
{
    unsigned slot = words_slot(t, at);

    for (size_t i = index->start[slot]; i < index->start[slot + 1]; i++)
        if (index->number[i] == word)
            return true;
    return false;
}

/* Whatever stands behind a whole word, it is looked for where the index has it. */
static void finds_whole_words_whatever_follows(void **state)
{
    static const char *const behind[] = {"", " ", "-", ". x", " 12"};
    struct arena *arena = arena_new();
    struct word_index index;

    (void)state;
    words_index(arena, words, WORDS, sizeof *words, &index);
    for (size_t word = 0; word < WORDS; word++)
        for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
            struct text t = arena_printf(arena, "x %.*s%s", TEXT_ARGS(words[word]), behind[i]);

            assert_true(is_in_slot(&index, t, 2, word));
        }
    arena_free(arena);
}

/* The section sign is no word of its own where a number follows. */
static void finds_the_section_sign_before_a_number(void **state)
{
    static const struct text sign[] = {TEXT("\xc2\xa7")};
    struct arena *arena = arena_new();
    struct word_index index;

    (void)state;
    words_index(arena, sign, 1, sizeof *sign, &index);
    assert_true(is_in_slot(&index, text_of("\xc2\xa7"), 0, 0));
    assert_true(is_in_slot(&index,
                           text_of("\xc2\xa7"
                                   "12"),
                           0, 0));
    arena_free(arena);
}

static void letters_and_digits_make_words(void **state)
{
    (void)state;
    for (int c = 0; c < 256; c++) {
        bool digit = c >= '0' && c <= '9', letter = c >= 'a' && c <= 'z';

        assert_int_equal(words_has_byte((char)c), digit || letter || c >= 0x80);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_whole_words_whatever_follows),
        cmocka_unit_test(finds_the_section_sign_before_a_number),
        cmocka_unit_test(letters_and_digits_make_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
