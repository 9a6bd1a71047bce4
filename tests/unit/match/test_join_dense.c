/* The join by rows of bits: the same pairs as comparing every set with every other, and as lists.
 */
#include "random_sets.h"

#include "base/memory.h"
#include "match/join_dense.h"

/* By rows of bits, whatever would be chosen. */
static struct set_pairs join_by_rows(const struct join_sets *sets, const struct join *join,
                                     bool within)
{
    struct join_task *tasks = memory_alloc(JOIN_TASKS, sizeof *tasks);
    struct set_pairs pairs = {0};
    struct join_dense dense;

    join_dense_init(&dense, sets, join, within, UINT64_MAX);
    join_dense_run(&dense, tasks);
    pairs.steps = dense.steps;
    pairs.made = join_tasks_steps(tasks);
    join_dense_clear(&dense);
    join_tasks_gather(tasks, join->threads, &pairs);
    return pairs;
}

static struct set_pairs alike_by_rows(const struct join_sets *sets, const struct join *join)
{
    return join_by_rows(sets, join, false);
}

static struct set_pairs contained_by_rows(const struct join_sets *sets, const struct join *join)
{
    return join_by_rows(sets, join, true);
}

static void rows_of_bits_equal_brute_force(void **unused)
{
    static struct random_sets r;
    uint64_t seed;
    size_t t;

    (void)unused;
    weights = NULL;
    for (seed = 1; seed <= 40; seed++) {
        make_sets(&r, seed);
        for (t = 0; t < sizeof thresholds / sizeof *thresholds; t++) {
            struct join join = {.least = thresholds[t],
                                .smallest = 1 + (unsigned)seed % 4,
                                .threads = 1 + (unsigned)seed % 3};

            check(&r, &join, alike_by_rows, alike);
            check(&r, &join, contained_by_rows, contained);
        }
    }
}

static void rows_of_large_sets_lose_nothing(void **unused)
{
    static struct large_sets large;
    struct set_source source = {large.sets, LARGE_SETS, LARGE, NULL};
    struct join_sets sets;
    struct set_pairs pairs;
    size_t t;

    (void)unused;
    weights = NULL;
    for (t = 0; t < sizeof thresholds / sizeof *thresholds; t++) {
        struct join join = {.least = thresholds[t], .smallest = 4, .threads = 1 + t % 2};

        make_large_sets(&large, 7 + t);
        join_sets_make(&source, join.threads, &sets);
        pairs = alike_by_rows(&sets, &join);
        assert_int_equal(pairs.count, count_large(&large, &join, false));
        set_pairs_clear(&pairs);
        pairs = contained_by_rows(&sets, &join);
        assert_int_equal(pairs.count, count_large(&large, &join, true));
        set_pairs_clear(&pairs);
        join_sets_clear(&sets);
    }
}

/* Nothing is compared that was not foreseen, and of nearly equal sets not much less. */
static void work_of_rows_is_foreseen(void **unused)
{
    static struct large_sets large;
    struct set_source source = {large.sets, LARGE_SETS, LARGE, NULL};
    struct join join = {.least = {1, 2}, .smallest = 4, .threads = 1};
    struct set_pairs pairs;
    struct join_sets sets;
    unsigned within;

    (void)unused;
    make_large_sets(&large, 6);
    join_sets_make(&source, 1, &sets);
    for (within = 0; within < 2; within++) {
        pairs = join_by_rows(&sets, &join, within > 0);
        assert_true(pairs.made <= pairs.steps);
        assert_true(pairs.made > pairs.steps / 2);
        assert_true(pairs.steps < (uint64_t)LARGE_SETS * LARGE_SETS * 16);
        set_pairs_clear(&pairs);
    }
    join_sets_clear(&sets);
}

/* Lists of large sets take far more steps than rows of bits: these are taken where the lists would
 * be refused, and are refused themselves only where they are too much too. */
static void large_sets_are_joined_by_rows(void **unused)
{
    static struct large_sets large;
    struct set_source source = {large.sets, LARGE_SETS, LARGE, NULL};
    struct join join = {.least = {9, 10}, .smallest = 4, .threads = 1};
    struct set_pairs (*const joins[])(const struct join_sets *,
                                      const struct join *) = {join_alike, join_contained};
    struct set_pairs by_lists, by_rows;
    struct join_sets sets;
    size_t i;

    (void)unused;
    make_large_sets(&large, 6);
    join_sets_make(&source, 1, &sets);
    for (i = 0; i < 2; i++) {
        join.most_steps = 0;
        by_lists = joins[i](&sets, &join);
        join.most_steps = by_lists.steps - 1;
        by_rows = joins[i](&sets, &join);
        assert_false(by_rows.refused);
        assert_true(by_rows.steps < by_lists.steps / 10);
        assert_int_equal(by_rows.count, by_lists.count);
        assert_memory_equal(by_rows.pairs, by_lists.pairs, by_lists.count * sizeof *by_lists.pairs);
        set_pairs_clear(&by_lists);
        join.most_steps = by_rows.steps - 1;
        set_pairs_clear(&by_rows);
        by_rows = joins[i](&sets, &join);
        assert_true(by_rows.refused && !by_rows.too_many);
        assert_int_equal(by_rows.made, 0);
        assert_int_equal(by_rows.count, 0);
        set_pairs_clear(&by_rows);
    }
    join_sets_clear(&sets);
}

static bool is_odd_pair(const void *context, uint32_t a, uint32_t b)
{
    const uint32_t *modulus = context;

    return (a + b) % *modulus == 1;
}

/* Only wanted pairs are found, by either method; the others do not count as too many. */
static void only_wanted_pairs_are_found(void **unused)
{
    static struct random_sets r;
    const uint32_t modulus = 2;
    struct set_source source = {r.sets, 0, 4095, NULL};
    struct set_pairs (*const joins[])(const struct join_sets *, const struct join *) = {
        join_alike, join_contained, alike_by_rows, contained_by_rows};
    struct join_sets sets;
    size_t i, k, wanted, at;

    (void)unused;
    make_sets(&r, 9);
    source.count = r.count;
    join_sets_make(&source, 1, &sets);
    for (i = 0; i < sizeof joins / sizeof *joins; i++) {
        struct join join = {.least = {1, 2}, .smallest = 1, .threads = 1};
        struct set_pairs all = joins[i](&sets, &join), some;

        for (k = wanted = 0; k < all.count; k++)
            wanted += is_odd_pair(&modulus, all.pairs[k].a, all.pairs[k].b);
        assert_true(wanted > 0 && wanted < all.count);
        join.wanted = is_odd_pair;
        join.context = &modulus;
        join.most_pairs = all.count - 1;
        some = joins[i](&sets, &join);
        assert_false(some.refused);
        assert_int_equal(some.count, wanted);
        for (k = at = 0; k < all.count; k++)
            if (is_odd_pair(&modulus, all.pairs[k].a, all.pairs[k].b))
                assert_memory_equal(&all.pairs[k], &some.pairs[at++], sizeof *all.pairs);
        set_pairs_clear(&all);
        set_pairs_clear(&some);
    }
    join_sets_clear(&sets);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_bits_equal_brute_force),
        cmocka_unit_test(rows_of_large_sets_lose_nothing),
        cmocka_unit_test(work_of_rows_is_foreseen),
        cmocka_unit_test(large_sets_are_joined_by_rows),
        cmocka_unit_test(only_wanted_pairs_are_found),
    };

    return cmocka_run_group_tests_name("join_dense", tests, NULL, NULL);
}
