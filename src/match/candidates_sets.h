/* The sets of fields and of readers that are alike, or of which one lies in another one.
 *
 * They are found without the words of the names, so at the same time as those are read. */
#ifndef PARE_MATCH_CANDIDATES_SETS_H
#define PARE_MATCH_CANDIDATES_SETS_H

#include "match/candidates_keys.h"
#include "match/similarity.h"

/* Beyond so many reports a person could not look at all pairs of them. */
enum { FEW_REPORTS = 2500 };

/* Which pairs of sets were looked for: where all would be too many, those of reports that have a
 * second sign in common. */
enum narrowing { NARROW_NOT, NARROW_SIGNS, NARROW_NAMES };

struct joined_sets {
    struct set_pairs pairs;
    enum narrowing narrowing;
};

struct alike_sets {
    uint32_t *number; /* the key of each set of the pairs */
    struct joined_sets alike, contained;
    struct fraction least; /* from which on they are alike */
};

struct candidate_sets {
    struct alike_sets fields, readers;
};

/* names: how many different ones there are, as far as that is known. */
void candidate_sets_find(const struct keys *keys, size_t names, unsigned threads,
                         struct candidate_sets *sets);
/* The names have been counted: where few of them change what is alike, looks again; likewise where
 * there were too many pairs, with the names as a second sign. */
void candidate_sets_settle(const struct keys *keys, size_t names, unsigned threads,
                           struct candidate_sets *sets);
void candidate_sets_clear(struct candidate_sets *sets);

#endif
