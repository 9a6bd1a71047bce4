#include "unit.h"

#include "match/similarity.h"

static void common_members_are_counted(void **unused)
{
    static const uint32_t a[] = {1, 3, 5, 7}, b[] = {2, 3, 4, 7, 9};
    static const uint32_t weight[] = {0, 1, 2, 30, 4, 5, 6, 700, 8, 9};

    (void)unused;
    assert_int_equal(set_common(a, 4, b, 5), 2);
    assert_int_equal(set_common(a, 4, b, 0), 0);
    assert_int_equal(set_common(a, 4, a, 4), 4);
    assert_int_equal(set_common_weight(a, 4, b, 5, weight), 730);
    assert_int_equal(set_weight(a, 4, weight), 736);
}

static void thresholds_are_exact(void **unused)
{
    struct fraction four_fifths = {4, 5};

    (void)unused;
    assert_true(jaccard_at_least(4, 5, 4, four_fifths));
    assert_false(jaccard_at_least(4, 5, 5, four_fifths));
    assert_true(jaccard_at_least(8, 9, 9, four_fifths));
    assert_true(contained_at_least(4, 5, four_fifths));
    assert_false(contained_at_least(3, 4, four_fifths));
    assert_true(jaccard_at_least(UINT32_MAX, UINT32_MAX, UINT32_MAX, (struct fraction){1, 1}));
}

static unsigned distance(const char *a, const char *b, unsigned limit)
{
    unsigned there = word_distance(a, strlen(a), b, strlen(b), limit);

    assert_int_equal(there, word_distance(b, strlen(b), a, strlen(a), limit));
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

            assert_int_equal(word_distance(words[0], size[0], words[1], size[1], limit),
                             slow > limit ? limit + 1 : slow);
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(common_members_are_counted),
        cmocka_unit_test(thresholds_are_exact),
        cmocka_unit_test(edits_are_counted),
        cmocka_unit_test(edits_equal_the_textbook),
    };

    return cmocka_run_group_tests_name("similarity", tests, NULL, NULL);
}
