#include "unit.h"

static void trims_blanks_and_no_break_spaces(void **state)
{
    (void)state;
    assert_text(text_trim(text_of(" \t a b\xC2\xA0\r\n")), "a b");
    assert_text(text_trim(text_of("\xC2\xA0\xC2\xA0")), "");
    assert_text(text_trim(text_of("\xC3\xA0")), "\xC3\xA0");
}

static void slices_stay_inside(void **state)
{
    (void)state;
    assert_text(text_slice(text_of("abc"), 1, 99), "bc");
    assert_text(text_slice(text_of("abc"), 3, 2), "");
    assert_text(text_from(text_of("abc"), 7), "");
}

static void compares_bytes_and_ignores_ascii_case_where_asked(void **state)
{
    (void)state;
    assert_true(text_is(text_of("abc"), "abc"));
    assert_false(text_is(text_of("abc"), "abcd"));
    assert_true(text_is_nocase(text_of("AbC"), "aBc"));
    assert_false(text_is_nocase(text_of("abc"), "ab"));
    assert_false(text_is_nocase(text_of("ab"), "abc"));
    assert_true(text_compare(text_of("a"), text_of("ab")) < 0);
    assert_true(text_compare(text_of("b"), text_of("ab")) > 0);
    assert_true(text_compare(text_of("\xC3\xA9"), text_of("z")) > 0);
    assert_int_equal(text_compare(text_of(""), text_of("")), 0);
}

static void finds_prefix_suffix_and_place(void **state)
{
    (void)state;
    assert_true(text_starts(text_of("weekly sales"), "weekly"));
    assert_false(text_starts(text_of("week"), "weekly"));
    assert_true(text_ends(text_of("a.csv"), ".csv"));
    assert_false(text_ends(text_of("csv"), ".csv"));
    assert_int_equal(text_find(text_of("a;b"), ';'), 1);
    assert_int_equal(text_find(text_of("ab"), ';'), 2);
    assert_int_equal(text_search(text_of("abcabd"), "abd"), 3);
    assert_int_equal(text_search(text_of("ab"), "abd"), 2);
}

static void next_gives_every_piece_once(void **state)
{
    struct text rest = text_of("a;;b|"), piece;
    (void)state;

    assert_true(text_next(&rest, ";|", &piece));
    assert_text(piece, "a");
    assert_true(text_next(&rest, ";|", &piece));
    assert_text(piece, "");
    assert_true(text_next(&rest, ";|", &piece));
    assert_text(piece, "b");
    assert_true(text_next(&rest, ";|", &piece));
    assert_text(piece, "");
    assert_false(text_next(&rest, ";|", &piece));
}

static void next_does_not_take_nul_for_a_separator(void **state)
{
    struct text rest = text_make("a\0b;c", 5), piece;
    (void)state;

    assert_true(text_next(&rest, ";", &piece));
    assert_int_equal(piece.size, 3);
}

static void small_letters_byte_by_byte(void **state)
{
    char text[256 + 8], small[256 + 8];
    size_t size, i;
    (void)state;

    for (i = 0; i < sizeof text; i++)
        text[i] = (char)i;
    assert_false(text_small(text_make(text, sizeof text), small));
    for (i = 0; i < sizeof text; i++)
        assert_int_equal((unsigned char)small[i], byte_lower((unsigned char)text[i]));
    for (size = 0; size < 100; size++)
        assert_int_equal(text_small(text_make(text + 60, size), small), size <= 0x80 - 60);
}

static unsigned distance(const char *a, const char *b, unsigned limit)
{
    unsigned there = text_distance(text_of(a), text_of(b), limit);

    assert_int_equal(there, text_distance(text_of(b), text_of(a), limit));
    return there;
}

static void edits_are_counted(void **unused)
{
    (void)unused;
    assert_int_equal(distance("report", "report", 2), 0);
    assert_int_equal(distance("report", "rpeort", 2), 1);
    assert_int_equal(distance("report", "eport", 2), 1);
    assert_int_equal(distance("report", "reports", 2), 1);
    assert_int_equal(distance("report", "repart", 2), 1);
    assert_int_equal(distance("design", "eisgn", 2), 2);
    assert_int_equal(distance("ca", "abc", 3), 3); /* a swapped pair is not edited again */
    assert_int_equal(distance("abcd", "badc", 2), 2);
    assert_int_equal(distance("", "ab", 2), 2);
    assert_int_equal(distance("weekly", "monthly", 2), 3); /* more than the limit */
    assert_int_equal(distance("aaaa", "aaaaaaa", 2), 3);
}

/* The recurrence as it stands in the textbook, over the whole matrix. */
static unsigned slow_distance(const char *a, size_t m, const char *b, size_t n)
{
    unsigned d[12][12];
    size_t i, k;

    for (i = 0; i <= m; i++)
        for (k = 0; k <= n; k++) {
            unsigned best =
                i ? k ? d[i - 1][k - 1] + (a[i - 1] != b[k - 1]) : (unsigned)i : (unsigned)k;

            if (i && k && d[i - 1][k] + 1 < best)
                best = d[i - 1][k] + 1;
            if (i && k && d[i][k - 1] + 1 < best)
                best = d[i][k - 1] + 1;
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1] &&
                d[i - 2][k - 2] + 1 < best)
                best = d[i - 2][k - 2] + 1;
            d[i][k] = best;
        }
    return d[m][n];
}

static void edits_equal_the_textbook(void **unused)
{
    uint64_t state = 1;
    unsigned tries, limit;

    (void)unused;
    for (tries = 0; tries < 20000; tries++) {
        char words[2][8];
        size_t size[2], w, i;

        for (w = 0; w < 2; w++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            size[w] = (size_t)(state >> 61);
            for (i = 0; i < size[w]; i++)
                words[w][i] = (char)('a' + (state >> (10 + 3 * i)) % 3);
        }
        for (limit = 1; limit <= 3; limit++) {
            unsigned slow = slow_distance(words[0], size[0], words[1], size[1]);

            assert_int_equal(
                text_distance(text_make(words[0], size[0]), text_make(words[1], size[1]), limit),
                slow > limit ? limit + 1 : slow);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trims_blanks_and_no_break_spaces),
        cmocka_unit_test(slices_stay_inside),
        cmocka_unit_test(compares_bytes_and_ignores_ascii_case_where_asked),
        cmocka_unit_test(finds_prefix_suffix_and_place),
        cmocka_unit_test(next_gives_every_piece_once),
        cmocka_unit_test(small_letters_byte_by_byte),
        cmocka_unit_test(next_does_not_take_nul_for_a_separator),
        cmocka_unit_test(edits_are_counted),
        cmocka_unit_test(edits_equal_the_textbook),
    };
    return cmocka_run_group_tests_name("base/text", tests, NULL, NULL);
}
