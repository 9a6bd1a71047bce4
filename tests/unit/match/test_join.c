/* The joins against comparing every set with every other, on random sets of many shapes. */
#include "random.h"
#include "unit.h"

#include "base/memory.h"
#include "match/join.h"

enum { MOST_SETS = 300, MOST_MEMBERS = 24 };

struct random_sets {
    struct words sets[MOST_SETS];
    uint32_t members[MOST_SETS][MOST_MEMBERS];
    uint32_t weight[4096];
    uint32_t count, last;
};

static uint64_t state;

static uint32_t below(uint32_t limit)
{
    return random_below(&state, limit);
}

static bool is_new(const struct random_sets *r, struct words set)
{
    uint32_t i;

    for (i = 0; i < r->count; i++)
        if (r->sets[i].count == set.count &&
            (!set.count || !memcmp(r->sets[i].word, set.word, set.count * sizeof *set.word)))
            return false;
    return true;
}

/* Some sets are changed copies of others, members are taken with a skew, some sets are empty. */
static void make_sets(struct random_sets *r, uint64_t seed)
{
    uint32_t tries, i, vocabulary, mean;

    state = law_seed(seed);
    vocabulary = 3 + below(seed % 3 ? 60 : 1000);
    mean = 1 + below(MOST_MEMBERS - 4);
    r->count = 0;
    r->last = 4095;
    for (i = 0; i <= r->last; i++)
        r->weight[i] = 1 + below(200);
    for (tries = 0; tries < MOST_SETS; tries++) {
        uint32_t *m = r->members[r->count], count = 0;
        struct words set;

        if (r->count && below(2)) {
            struct words old = r->sets[below(r->count)];

            for (i = 0; i < old.count; i++)
                if (below(10))
                    m[count++] = old.word[i];
            if (count < MOST_MEMBERS && below(2))
                m[count++] = 1 + below(vocabulary);
        } else {
            for (i = below(mean + 1); i; i--)
                m[count++] = 1 + below(1 + below(vocabulary));
        }
        set = words_set((struct words){m, count}, m);
        if (is_new(r, set))
            r->sets[r->count++] = set;
    }
}

static const uint32_t *weights; /* of the sets that are compared; NULL: each counts 1 */

static bool alike(const struct random_sets *r, const struct join *join, uint32_t a, uint32_t b)
{
    struct words x = r->sets[a], y = r->sets[b];

    if (!x.count || !y.count)
        return false;
    if (weights)
        return jaccard_at_least(set_common_weight(x.word, x.count, y.word, y.count, r->weight),
                                set_weight(x.word, x.count, r->weight),
                                set_weight(y.word, y.count, r->weight), join->least);
    return jaccard_at_least(set_common(x.word, x.count, y.word, y.count), x.count, y.count,
                            join->least);
}

static bool contained(const struct random_sets *r, const struct join *join, uint32_t a, uint32_t b)
{
    struct words x = r->sets[a], y = r->sets[b];
    uint32_t smaller = x.count < y.count ? x.count : y.count;

    return smaller && smaller >= join->smallest &&
           contained_at_least(set_common(x.word, x.count, y.word, y.count), smaller, join->least);
}

static void check(const struct random_sets *r, const struct join *join,
                  struct set_pairs (*fast)(const struct join_sets *sets, const struct join *join),
                  bool (*slow)(const struct random_sets *r, const struct join *join, uint32_t a,
                               uint32_t b))
{
    struct set_source source = {r->sets, r->count, r->last, weights};
    struct join_sets sets;
    struct set_pairs pairs;
    size_t found = 0;
    uint32_t a, b;

    join_sets_make(&source, join->threads, &sets);
    pairs = fast(&sets, join);
    join_sets_clear(&sets);
    assert_false(pairs.refused);
    for (a = 0; a < r->count; a++)
        for (b = a + 1; b < r->count; b++)
            if (slow(r, join, a, b)) {
                assert_true(found < pairs.count);
                assert_int_equal(pairs.pairs[found].a, a);
                assert_int_equal(pairs.pairs[found].b, b);
                found++;
            }
    assert_int_equal(found, pairs.count);
    set_pairs_clear(&pairs);
}

static const struct fraction thresholds[] = {{1, 2}, {3, 5}, {7, 10}, {4, 5}, {9, 10}, {1, 1}};

static void joins_equal_brute_force(void **unused)
{
    static struct random_sets r;
    uint64_t seed;
    size_t t;

    (void)unused;
    for (seed = 1; seed <= 60; seed++) {
        make_sets(&r, seed);
        for (t = 0; t < sizeof thresholds / sizeof *thresholds; t++) {
            struct join join = {thresholds[t], 1 + seed % 4, 1, 0, 0};

            weights = NULL;
            check(&r, &join, join_alike, alike);
            check(&r, &join, join_contained, contained);
            weights = r.weight;
            check(&r, &join, join_alike, alike);
        }
    }
}

/* Sets over few members make lists that are long enough to be parted. */
static void parted_lists_lose_nothing(void **unused)
{
    enum { SETS = 2500, VOCABULARY = 17 };
    static struct words sets[SETS];
    static uint32_t members[SETS][VOCABULARY];
    static uint32_t weight[VOCABULARY + 1];
    struct set_source source = {sets, SETS, VOCABULARY, NULL};
    struct join join = {{7, 10}, 0, 2, 0, 0};
    struct join_sets ready;
    unsigned weighted;
    uint32_t i, k, a, b;

    (void)unused;
    for (k = 0; k <= VOCABULARY; k++)
        weight[k] = 1 + k * k;
    for (i = 0; i < SETS; i++) {
        uint32_t bits = (i + 1) * 37 % (1 << VOCABULARY), count = 0;

        for (k = 0; k < VOCABULARY; k++)
            if (bits >> k & 1)
                members[i][count++] = k + 1;
        sets[i] = (struct words){members[i], count};
    }
    for (weighted = 0; weighted < 2; weighted++) {
        struct set_pairs pairs;
        size_t found = 0;

        source.weight = weighted ? weight : NULL;
        join_sets_make(&source, 2, &ready);
        pairs = join_alike(&ready, &join);
        join_sets_clear(&ready);
        for (a = 0; a < SETS; a++)
            for (b = a + 1; b < SETS; b++) {
                struct words x = sets[a], y = sets[b];
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
        assert_true(found > SETS / 10);
        set_pairs_clear(&pairs);
    }
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
        struct join join = {{7, 10}, 2, 1, 0, 0};
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
    struct join join = {{1, 2}, 1, 1, 1, 0};
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
    struct join join = {{1, 2}, 1, 1, 0, 0};
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

/* Large sets that are nearly equal, and a few that lie in them. */
enum { LARGE_SETS = 90, LARGE = 500 };

struct large_sets {
    struct words sets[LARGE_SETS];
    uint32_t members[LARGE_SETS][LARGE];
    uint32_t weight[LARGE + 1];
};

static void make_large_sets(struct large_sets *large, uint64_t seed)
{
    uint32_t i, k;

    state = law_seed(seed);
    for (k = 0; k <= LARGE; k++)
        large->weight[k] = 1 + below(50);
    for (i = 0; i < LARGE_SETS; i++) {
        uint32_t count = 0, kept = i % 10 ? 85 + below(15) : 1 + below(20);

        for (k = 1; k <= LARGE; k++)
            if (below(100) < kept)
                large->members[i][count++] = k;
        large->sets[i] = (struct words){large->members[i], count};
    }
}

static size_t count_large(const struct large_sets *large, const struct join *join, bool within)
{
    size_t found = 0;
    uint32_t a, b;

    for (a = 0; a < LARGE_SETS; a++)
        for (b = a + 1; b < LARGE_SETS; b++) {
            struct words x = large->sets[a], y = large->sets[b];
            uint32_t smaller = x.count < y.count ? x.count : y.count;
            uint32_t common = set_common(x.word, x.count, y.word, y.count);

            if (within)
                found +=
                    smaller >= join->smallest && contained_at_least(common, smaller, join->least);
            else if (weights)
                found +=
                    jaccard_at_least(set_common_weight(x.word, x.count, y.word, y.count, weights),
                                     set_weight(x.word, x.count, weights),
                                     set_weight(y.word, y.count, weights), join->least);
            else
                found += jaccard_at_least(common, x.count, y.count, join->least);
        }
    return found;
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
        struct join join = {thresholds[t], 4, 1 + t % 2, 0, 0};

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

/* Pairs of large sets are few, but each takes as many steps as the sets have members. */
static void comparing_large_sets_is_foreseen(void **unused)
{
    static struct large_sets large;
    struct set_source source = {large.sets, LARGE_SETS, LARGE, NULL};
    struct join join = {{9, 10}, 4, 1, 0, 0};
    struct set_pairs (*const joins[])(const struct join_sets *,
                                      const struct join *) = {join_alike, join_contained};
    struct set_pairs pairs;
    struct join_sets sets;
    size_t i;

    (void)unused;
    make_large_sets(&large, 6);
    join_sets_make(&source, 1, &sets);
    for (i = 0; i < 2; i++) {
        join.most_steps = 0;
        pairs = joins[i](&sets, &join);
        assert_false(pairs.refused);
        assert_true(pairs.steps > (uint64_t)LARGE_SETS * LARGE_SETS / 4 * LARGE);
        join.most_steps = (uint64_t)LARGE_SETS * LARGE_SETS / 4 * LARGE;
        set_pairs_clear(&pairs);
        pairs = joins[i](&sets, &join);
        assert_true(pairs.refused);
        assert_int_equal(pairs.count, 0);
        set_pairs_clear(&pairs);
    }
    join_sets_clear(&sets);
}

static void nothing_joins_to_nothing(void **unused)
{
    struct set_source source = {NULL, 0, 0, NULL};
    struct join join = {{4, 5}, 1, 2, 0, 0};
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
        cmocka_unit_test(threads_change_nothing),
        cmocka_unit_test(too_much_work_is_refused),
        cmocka_unit_test(too_many_pairs_are_refused),
        cmocka_unit_test(nothing_joins_to_nothing),
        cmocka_unit_test(large_sets_lose_nothing),
        cmocka_unit_test(comparing_large_sets_is_foreseen),
    };

    return cmocka_run_group_tests_name("join", tests, NULL, NULL);
}
