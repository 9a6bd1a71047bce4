#include "random.h"
#include "unit.h"

#include "base/out.h"
#include "base/utf8.h"

static struct arena *arena;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static void test_valid_prefix(void **state)
{
    static const struct {
        const char *bytes;
        size_t size, valid;
    } cases[] = {
        {"", 0, 0},
        {"plain text longer than eight bytes", 34, 34},
        {"caf\xC3\xA9", 5, 5},
        {"caf\xE9 au lait", 12, 3},
        {"abcdefgh\xC3", 9, 8},     /* cut inside a character */
        {"\xC0\xAF", 2, 0},         /* overlong */
        {"\xE0\x80\xAF", 3, 0},     /* overlong */
        {"\xED\xA0\x80", 3, 0},     /* surrogate */
        {"\xF4\x90\x80\x80", 4, 0}, /* beyond U+10FFFF */
        {"\xF0\x9F\x98\x80x", 5, 5},
        {"a\x80z", 3, 1},
        {"\0z", 2, 2},
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(utf8_valid_prefix(text_make(cases[i].bytes, cases[i].size)),
                         cases[i].valid);
}

static void test_fold(void **state)
{
    static const char *cases[][2] = {
        {"Weekly  Sales\tReport ", "weekly sales report"},
        {"Stra\xC3\x9F"
         "e",
         "strasse"},
        {"R\xC3\x89GION\xC2\xA0Sud", "region sud"},
        {"Jour \xE2\x80\x93 nuit \xE2\x80\x9CX\xE2\x80\x9D d\xE2\x80\x99"
         "essai",
         "jour - nuit \"x\" d'essai"},
        {"\xEF\xAC\x81n\xE2\x80\x8B"
         "al \xE2\x85\xA3",
         "final iv"},
        {"\xEF\xBC\xA1\xEF\xBC\xA2", "ab"},
        {"bad\xE9", "bad\xEF\xBF\xBD"},
        {" \n ", ""},
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_text(utf8_fold(arena, text_of(cases[i][0])), cases[i][1]);
}

static void test_width_and_fit(void **state)
{
    struct text family = text_of("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 x");
    struct text combining = text_of("e\xCC\x81"
                                    "f");

    (void)state;
    assert_int_equal(utf8_width(text_of("plain")), 5);
    assert_int_equal(utf8_width(text_of("\xE6\x97\xA5\xE6\x9C\xAC")), 4);
    assert_int_equal(utf8_width(combining), 2);
    assert_int_equal(utf8_width(family), 4);
    assert_text(utf8_fit(text_of("plain"), 3), "pla");
    assert_text(utf8_fit(text_of("\xE6\x97\xA5\xE6\x9C\xAC"), 3), "\xE6\x97\xA5");
    assert_text(utf8_fit(combining, 1), "e\xCC\x81");
    assert_text(utf8_fit(family, 1), "");
}

static void test_capitals(void **state)
{
    (void)state;
    assert_text(utf8_capitals(arena, text_of("J\xC3\xBCrgen a1")), "J\xC3\x9CRGEN A1");
    assert_text(utf8_capitals(arena, text_of("\xFFx\xE6\x97\xA5")), "\xEF\xBF\xBDX\xE6\x97\xA5");
}

static void test_clean(void **state)
{
    struct out *out = out_memory();

    (void)state;
    utf8_clean(out, text_of("a\nb\x1b[31m\xE2\x80\xAE"
                            "c\xFF\xC3\xA9\xC2\x9B"));
    assert_text(out_written(out), "a b\xEF\xBF\xBD[31m\xEF\xBF\xBD"
                                  "c\xEF\xBF\xBD\xC3\xA9\xEF\xBF\xBD");
    out_abandon(out);
}

/* ASCII is folded eight bytes at a time where its blanks are single; a letter that is not ASCII
 * before it takes the other way. */
static void test_fold_ascii(void **state)
{
    static const char letters[] = "aZ  \t-\nxQ \r7";
    char text[40];
    uint64_t seed = law_seed(7);
    size_t i, k;

    (void)state;
    for (i = 0; i < 5000; i++) {
        size_t size = i % 30;
        struct text slow, fast;

        memcpy(text, "\xC3\xA9-", 3);
        for (k = 0; k < size; k++) {
            text[3 + k] =
                random_below(&seed, 4) ? 'b' : letters[random_below(&seed, sizeof letters - 1)];
        }
        if (size && (text[3] == ' ' || (text[3] >= '\t' && text[3] <= '\r')))
            continue; /* a blank behind the mark is one blank */
        slow = utf8_fold(arena, text_make(text, size + 3));
        fast = utf8_fold(arena, text_make(text + 3, size));
        assert_true(text_equal(text_from(slow, 2), fast));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_valid_prefix), cmocka_unit_test(test_fold),
        cmocka_unit_test(test_fold_ascii),   cmocka_unit_test(test_width_and_fit),
        cmocka_unit_test(test_capitals),     cmocka_unit_test(test_clean),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
