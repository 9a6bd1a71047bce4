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

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(common_members_are_counted),
        cmocka_unit_test(thresholds_are_exact),
    };

    return cmocka_run_group_tests_name("similarity", tests, NULL, NULL);
}
