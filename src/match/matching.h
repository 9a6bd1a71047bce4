/* The relations with what is kept to look at pairs again. Private to src/match. */
#ifndef PARE_MATCH_MATCHING_H
#define PARE_MATCH_MATCHING_H

#include "match/candidates.h"
#include "match/frames.h"

struct matching {
    struct relations relations; /* first, so that a pointer to it is one to the whole */
    struct tokens *tokens;
    struct profile profile;
    struct frames frames;
    uint32_t *rank; /* by report: its place in the order of ids */
    uint32_t *rows; /* by report: equal where the rows are, but for the id */
};

/* A pair looked at now, whether it was a candidate or not. signs 0 where they are not known. */
void matching_decide(const struct matching *matching, uint32_t a, uint32_t b, uint32_t signs,
                     struct evidence *evidence, struct verdict *verdict);

/* The signs that decisions need of two reports that were no candidates. */
uint32_t matching_signs(const struct matching *matching, uint32_t a, uint32_t b);

/* The listed pair of two reports; NULL where they are not related or not listed. */
const struct pair *matching_pair(const struct matching *matching, uint32_t a, uint32_t b);

/* Puts the related reports of every relation into groups. pairs are in the order of ranks. */
void groups_build(struct matching *matching, const struct pair *pairs, size_t count,
                  unsigned threads);

enum { LISTED_GROUP = 100 /* members of a group up to which all its pairs are listed */ };

/* Adds the pairs of members of groups that were no candidates and are related. Returns all in the
 * order of ranks, in memory that may be another. */
struct pair *groups_complete(struct matching *matching, struct pair *pairs, size_t *count);

/* What tells which of several reports is kept. */
struct standing {
    double fields, readers, effort, last_used;
    uint32_t copy_marks, rank;
    bool is_protected;
};

/* Fetch what the standing of a report to come needs, each what the next one looks at. */
void standing_fetch(const struct matching *matching, uint32_t report);
void standing_fetch_sets(const struct matching *matching, uint32_t report);
struct standing standing_of(const struct matching *matching, uint32_t report);
/* Negative where a is kept before b; 0 of a report and itself only. */
int standing_compare(const struct standing *a, const struct standing *b);

#endif
