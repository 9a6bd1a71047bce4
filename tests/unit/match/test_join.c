/* The joins against comparing every set with every other, on random sets of many shapes. */
#include "random_sets.h"

static void joins_equal_brute_force(void **unused)
{
    static struct random_sets r;
    uint64_t seed;
    size_t t;

    (void)unused;
    for (seed = 1; seed <= 60; seed++) {
        make_sets(&r, seed);
        for (t = 0; t < sizeof thresholds / sizeof *thresholds; t++) {
            struct join join = {.least = thresholds[t], .smallest = 1 + seed % 4, .threads = 1};

            weights = NULL;
            check(&r, &join, join_alike, alike);
            check(&r, &join, join_contained, contained);
            weights = r.weight;
            check(&r, &join, join_alike, alike);
        }
    }
}

/* Sets over few members make lists that are long enough to be parted. */
enum { PARTED_SETS = 2500, VOCABULARY = 17 };

struct parted_sets {
    struct words sets[PARTED_SETS];
    uint32_t members[PARTED_SETS][VOCABULARY];
    uint32_t weight[VOCABULARY + 1];
};

static void make_parted_sets(struct parted_sets *parted)
{
    uint32_t i, k;

    for (k = 0; k <= VOCABULARY; k++)
        parted->weight[k] = 1 + k * k;
    for (i = 0; i < PARTED_SETS; i++) {
        uint32_t bits = (i + 1) * 37 % (1 << VOCABULARY), count = 0;

        for (k = 0; k < VOCABULARY; k++)
            if (bits >> k & 1)
                parted->members[i][count++] = k + 1;
        parted->sets[i] = (struct words){parted->members[i], count};
    }
}

static void parted_lists_lose_nothing(void **unused)
{
    static struct parted_sets parted;
    const uint32_t *weight = parted.weight;
    struct set_source source = {parted.sets, PARTED_SETS, VOCABULARY, NULL};
    struct join join = {.least = {7, 10}, .threads = 2};
    struct join_sets ready;
    unsigned weighted;
    uint32_t a, b;

    (void)unused;
    make_parted_sets(&parted);
    for (weighted = 0; weighted < 2; weighted++) {
        struct set_pairs pairs;
        size_t found = 0;

        source.weight = weighted ? weight : NULL;
        join_sets_make(&source, 2, &ready);
        pairs = join_alike(&ready, &join);
        join_sets_clear(&ready);
        for (a = 0; a < PARTED_SETS; a++)
            for (b = a + 1; b < PARTED_SETS; b++) {
                struct words x = parted.sets[a], y = parted.sets[b];

                bool yes = weighted
                               ? jaccard_at_least(
                                     set_common_weight(x.word, x.count, y.word, y.count, weight),
                                     set_weight(x.word, x.count, weight),
                                     set_weight(y.word, y.count, weight), join.least)
                               : jaccard_at_least(set_common(x.word, x.count, y.word, y.count),
                                                  x.count, y.count, join.least);

                if (!yes)
                    continue;
                assert_true(found < pairs.count);
                assert_int_equal(pairs.pairs[found].a, a);
                assert_int_equal(pairs.pairs[found++].b, b);
            }
        assert_int_equal(found, pairs.count);
        assert_true(found > PARTED_SETS / 10);
        set_pairs_clear(&pairs);
    }
}

/* Lists that are parted take what was counted, and nothing is done where that is too much. */
static void work_of_parted_lists_is_foreseen(void **unused)
{
    static struct parted_sets parted;
    struct set_source source = {parted.sets, PARTED_SETS, VOCABULARY, parted.weight};
    struct join join = {.least = {7, 10}};
    struct set_pairs most, counted, refused;
    struct join_sets sets;

    (void)unused;
    make_parted_sets(&parted);
    join_sets_make(&source, 1, &sets);
    for (join.threads = 1; join.threads <= 3; join.threads++) {
        join.most_steps = 0;
        most = join_alike(&sets, &join);
        join.most_steps = most.steps - 1;
        counted = join_alike(&sets, &join);
        assert_false(counted.refused);
        assert_true(counted.steps < most.steps);
        assert_int_equal(counted.made, counted.steps);
        assert_int_equal(counted.count, most.count);
        join.most_steps = counted.steps - 1;
        refused = join_alike(&sets, &join);
        assert_true(refused.refused && !refused.too_many);
        assert_int_equal(refused.made, 0);
        assert_int_equal(refused.count, 0);
        set_pairs_clear(&most);
        set_pairs_clear(&counted);
        set_pairs_clear(&refused);
    }
    join_sets_clear(&sets);
}

static void threads_change_nothing(void **unused)
{
    static struct random_sets r;
    static const unsigned threads[] = {2, 3, 8};
    struct set_pairs one, more;
    struct join_sets sets;
    uint64_t seed;
    size_t t;

    (void)unused;
    for (seed = 100; seed < 130; seed++) {
        struct join join = {.least = {7, 10}, .smallest = 2, .threads = 1, .most_steps = 0};
        struct set_source source = {r.sets, 0, 4095, seed % 2 ? r.weight : NULL};

        make_sets(&r, seed);
        source.count = r.count;
        join_sets_make(&source, 1, &sets);
        one = join_alike(&sets, &join);
        join_sets_clear(&sets);
        for (t = 0; t < sizeof threads / sizeof *threads; t++) {
            join.threads = threads[t];
            join_sets_make(&source, threads[t], &sets);
            more = join_alike(&sets, &join);
            join_sets_clear(&sets);
            assert_int_equal(one.count, more.count);
            assert_int_equal(one.steps, more.steps);
            if (one.count)
                assert_memory_equal(one.pairs, more.pairs, one.count * sizeof *one.pairs);
            set_pairs_clear(&more);
        }
        set_pairs_clear(&one);
    }
}

static void too_much_work_is_refused(void **unused)
{
    static struct random_sets r;
    struct set_source source = {r.sets, 0, 4095, NULL};
    struct join join = {.least = {1, 2}, .smallest = 1, .threads = 1, .most_steps = 1};
    struct join_sets sets;
    struct set_pairs pairs;

    (void)unused;
    make_sets(&r, 7);
    source.count = r.count;
    join_sets_make(&source, 1, &sets);
    pairs = join_alike(&sets, &join);
    assert_true(pairs.refused);
    assert_true(pairs.steps > 1);
    assert_int_equal(pairs.count, 0);
    set_pairs_clear(&pairs);
    pairs = join_contained(&sets, &join);
    assert_true(pairs.refused);
    assert_int_equal(pairs.count, 0);
    set_pairs_clear(&pairs);
    join_sets_clear(&sets);
}

static void too_many_pairs_are_refused(void **unused)
{
    static struct random_sets r;
    struct set_source source = {r.sets, 0, 4095, NULL};
    struct join join = {.least = {1, 2}, .smallest = 1, .threads = 1, .most_steps = 0};
    struct join_sets sets;
    struct set_pairs pairs;
    size_t count;

    (void)unused;
    make_sets(&r, 8);
    source.count = r.count;
    join_sets_make(&source, 1, &sets);
    pairs = join_alike(&sets, &join);
    count = pairs.count;
    assert_true(count > 1);
    set_pairs_clear(&pairs);
    join.most_pairs = count;
    pairs = join_alike(&sets, &join);
    assert_false(pairs.refused);
    assert_int_equal(pairs.count, count);
    set_pairs_clear(&pairs);
    join.most_pairs = count - 1;
    for (join.threads = 1; join.threads <= 3; join.threads++) {
        pairs = join_alike(&sets, &join);
        assert_true(pairs.refused);
        assert_int_equal(pairs.count, 0);
        set_pairs_clear(&pairs);
    }
    join_sets_clear(&sets);
}

static void large_sets_lose_nothing(void **unused)
{
    static struct large_sets large;
    struct set_source source = {large.sets, LARGE_SETS, LARGE, NULL};
    struct join_sets sets;
    struct set_pairs pairs;
    size_t t, found;

    (void)unused;
    make_large_sets(&large, 5);
    for (t = 0; t < sizeof thresholds / sizeof *thresholds; t++) {
        struct join join = {.least = thresholds[t], .smallest = 4, .threads = 1 + t % 2};

        source.weight = weights = NULL;
        join_sets_make(&source, join.threads, &sets);
        found = count_large(&large, &join, true);
        assert_true(found > 0 || t > 3);
        pairs = join_contained(&sets, &join);
        assert_int_equal(pairs.count, found);
        set_pairs_clear(&pairs);
        pairs = join_alike(&sets, &join);
        assert_int_equal(pairs.count, count_large(&large, &join, false));
        set_pairs_clear(&pairs);
        join_sets_clear(&sets);
        source.weight = weights = large.weight;
        join_sets_make(&source, join.threads, &sets);
        pairs = join_alike(&sets, &join);
        assert_int_equal(pairs.count, count_large(&large, &join, false));
        set_pairs_clear(&pairs);
        join_sets_clear(&sets);
    }
    weights = NULL;
}

/* Pairs of large sets with weights are few, but each takes as many steps as they have members. */
static void comparing_large_sets_is_foreseen(void **unused)
{
    static struct large_sets large;
    struct set_source source = {large.sets, LARGE_SETS, LARGE, large.weight};
    struct join join = {.least = {9, 10}, .threads = 1};
    const uint64_t least = (uint64_t)LARGE_SETS * LARGE_SETS / 4 * LARGE;
    struct set_pairs pairs;
    struct join_sets sets;

    (void)unused;
    make_large_sets(&large, 6);
    join_sets_make(&source, 1, &sets);
    pairs = join_alike(&sets, &join);
    assert_false(pairs.refused);
    assert_true(pairs.steps > least);
    set_pairs_clear(&pairs);
    join.most_steps = least;
    pairs = join_alike(&sets, &join);
    assert_true(pairs.refused);
    assert_int_equal(pairs.count, 0);
    set_pairs_clear(&pairs);
    join_sets_clear(&sets);
}

static void nothing_joins_to_nothing(void **unused)
{
    struct set_source source = {NULL, 0, 0, NULL};
    struct join join = {.least = {4, 5}, .smallest = 1, .threads = 2, .most_steps = 0};
    struct join_sets sets;
    struct set_pairs pairs;

    (void)unused;
    join_sets_make(&source, 2, &sets);
    pairs = join_alike(&sets, &join);
    assert_int_equal(pairs.count, 0);
    set_pairs_clear(&pairs);
    pairs = join_contained(&sets, &join);
    assert_int_equal(pairs.count, 0);
    set_pairs_clear(&pairs);
    join_sets_clear(&sets);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(joins_equal_brute_force),
        cmocka_unit_test(parted_lists_lose_nothing),
        cmocka_unit_test(work_of_parted_lists_is_foreseen),
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(too_much_work_is_refused),
        cmocka_unit_test(too_many_pairs_are_refused),
        cmocka_unit_test(nothing_joins_to_nothing),
        cmocka_unit_test(large_sets_lose_nothing),
        cmocka_unit_test(comparing_large_sets_is_foreseen),
    };

    return cmocka_run_group_tests_name("join", tests, NULL, NULL);
}
