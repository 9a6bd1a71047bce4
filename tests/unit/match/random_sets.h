/* Random sets of many shapes, and what comparing every set with every other finds among them. */
#ifndef PARE_TESTS_RANDOM_SETS_H
#define PARE_TESTS_RANDOM_SETS_H

#include "random.h"
#include "unit.h"

#include "match/join.h"

enum { MOST_SETS = 300, MOST_MEMBERS = 24 };

struct random_sets {
    struct words sets[MOST_SETS];
    uint32_t members[MOST_SETS][MOST_MEMBERS];
    uint32_t weight[4096];
    uint32_t count, last;
};

static uint64_t state;

static inline uint32_t below(uint32_t limit)
{
    return random_below(&state, limit);
}

static inline bool is_new(const struct random_sets *r, struct words set)
{
    uint32_t i;

    for (i = 0; i < r->count; i++)
        if (r->sets[i].count == set.count &&
            (!set.count || !memcmp(r->sets[i].word, set.word, set.count * sizeof *set.word)))
            return false;
    return true;
}

/* Some sets are changed copies of others, members are taken with a skew, some sets are empty. */
static inline void make_sets(struct random_sets *r, uint64_t seed)
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

static inline bool alike(const struct random_sets *r, const struct join *join, uint32_t a,
                         uint32_t b)
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

static inline bool contained(const struct random_sets *r, const struct join *join, uint32_t a,
                             uint32_t b)
{
    struct words x = r->sets[a], y = r->sets[b];
    uint32_t smaller = x.count < y.count ? x.count : y.count;

    return smaller && smaller >= join->smallest &&
           contained_at_least(set_common(x.word, x.count, y.word, y.count), smaller, join->least);
}

static inline void
check(const struct random_sets *r, const struct join *join,
      struct set_pairs (*fast)(const struct join_sets *sets, const struct join *join),
      bool (*slow)(const struct random_sets *r, const struct join *join, uint32_t a, uint32_t b))
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

/* Large sets that are nearly equal, and a few that lie in them. */
enum { LARGE_SETS = 90, LARGE = 500 };

struct large_sets {
    struct words sets[LARGE_SETS];
    uint32_t members[LARGE_SETS][LARGE];
    uint32_t weight[LARGE + 1];
};

static inline void make_large_sets(struct large_sets *large, uint64_t seed)
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

static inline size_t count_large(const struct large_sets *large, const struct join *join,
                                 bool within)
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

#endif
