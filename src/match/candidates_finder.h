/* How candidates are gathered: pairs first, their signs later.
 *
 * What is looked for by different means is gathered apart, at the same time. */
#ifndef PARE_MATCH_CANDIDATES_FINDER_H
#define PARE_MATCH_CANDIDATES_FINDER_H

#include "match/candidates.h"
#include "match/candidates_keys.h"
#include "match/candidates_sets.h"

struct finder {
    const struct keys *keys;
    const struct candidate_sets *sets;
    unsigned threads;
    uint64_t *pairs; /* a << 32 | b, not yet sorted */
    size_t count, capacity;
    struct block *blocks;
    size_t block_count, block_capacity;
    uint32_t *members; /* of blocks */
    size_t member_count, member_capacity;
    const char *refused[REFUSALS]; /* what was not compared; NULL behind the last */
    uint64_t cut;                  /* pairs of alike groups that were not compared in full */
};

void finder_add(struct finder *finder, uint32_t a, uint32_t b);
/* Takes over the pairs of another one, which is without any then. */
void finder_take(struct finder *finder, struct finder *from);

/* Reports with an equal key: their pairs, and blocks where they are many. */
void find_equal(struct finder *finder);
/* Pairs of those reports that are equal by another key. */
void find_equal_within(struct finder *finder, enum key_sort sort, const uint32_t *reports,
                       uint32_t count);
/* Of many that are equal in one thing, those that are so in what else decides. */
void find_kinds(struct finder *finder, const uint32_t *reports, uint32_t count);
/* Reports that are alike by one thing. */
void find_by_names(struct finder *finder);
void find_by_fields(struct finder *finder);
void find_by_recipients(struct finder *finder);
void find_by_descriptions(struct finder *finder);
/* Reports of which one says what the other is to it. */
void find_mentioned(struct finder *finder);

#endif
