/* All pairs of sets that have enough in common: exact, not a pair more or less than comparing every
 * set with every other.
 *
 * Members may weigh differently; then sizes and what is common are sums of weights. Pairs come
 * sorted, each once. The work is predicted for two methods, lists and rows of bits, and the lesser
 * is taken; where it is over join->most_steps, nothing is compared and refused is set; likewise
 * where more than join->most_pairs are found, so that what is quadratic takes neither the time nor
 * the memory. The same for any number of threads. */
#ifndef PARE_MATCH_JOIN_H
#define PARE_MATCH_JOIN_H

#include "match/join_sets.h"
#include "match/similarity.h"

struct join {
    struct fraction least;
    uint32_t smallest; /* containment: the contained set has at least so many members */
    unsigned threads;
    uint64_t most_steps; /* 0: JOIN_STEPS */
    uint64_t most_pairs; /* 0: JOIN_PAIRS and JOIN_PAIRS_EACH for each set */
    /* Which pairs are looked for, by the numbers of the sets; NULL: all. Asked by many threads. */
    bool (*wanted)(const void *context, uint32_t a, uint32_t b);
    const void *context;
};

/* Comparisons of two entries, about one nanosecond each: half a minute of one processor. */
#define JOIN_STEPS UINT64_C(30000000000)

enum { JOIN_PAIRS = 1 << 20, JOIN_PAIRS_EACH = 100 };

struct set_pair {
    uint32_t a, b; /* numbers of sets, a < b */
};

struct set_pairs {
    struct set_pair *pairs;
    size_t count;
    uint64_t steps; /* as predicted */
    uint64_t made;  /* as they were made; without those within large sets that stand in lists */
    bool refused;
    bool too_many; /* refused as there are more pairs than may be kept */
};

static inline bool join_wants(const struct join *join, uint32_t a, uint32_t b)
{
    return !join->wanted || join->wanted(join->context, a, b);
}

/* common / (a + b - common) >= least */
struct set_pairs join_alike(const struct join_sets *sets, const struct join *join);
/* common / smaller >= least; for sets without weights */
struct set_pairs join_contained(const struct join_sets *sets, const struct join *join);
void set_pairs_clear(struct set_pairs *pairs);

#endif
