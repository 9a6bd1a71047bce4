/* Pairs of reports that are worth a decision, with the signs that brought them together.
 *
 * Signs are exact: where a pair is listed, ROWS is set where it holds, and all signs of the enum
 * where they were asked for, which decisions do without; except that ALIKE, NEAR and CONTAINED are
 * only looked for from the thresholds in candidates_signs.c, which rise with the number of names.
 * Equal keys of more than CANDIDATES_ALL reports would be a quadratic number of pairs: such reports
 * are a block instead, of which each is paired with the first by id, with the first of those that
 * are also equal in other columns, and by other signs. Readers alone bring only reports together
 * whose names have something in common, and none where more than CANDIDATES_ALL have the very same:
 * what everybody gets tells nothing. Independent of the order of rows and the number of threads. */
#ifndef PARE_MATCH_CANDIDATES_H
#define PARE_MATCH_CANDIDATES_H

#include "match/tokens.h"

enum { CANDIDATES_ALL = 32, REFUSALS = 8 };

enum candidate_sign {
    SIGN_ROWS = 1 << 0,       /* equal in every known column but the id */
    SIGN_NAME_EQUAL = 1 << 1, /* equal when folded, punctuation aside */
    SIGN_NAME_WORDS = 1 << 2, /* the same set of words */
    SIGN_NAME_CORE = 1 << 3,  /* the same without copy and version words, mapped words */
    SIGN_NAME_NEAR = 1 << 4,  /* weighted words alike, one word may be soft */
    SIGN_NAME_ALIKE = 1 << 5, /* weighted words alike, by a lower threshold */
    SIGN_FIELDS_EQUAL = 1 << 6,
    SIGN_FIELDS_ALIKE = 1 << 7,     /* Jaccard */
    SIGN_FIELDS_CONTAINED = 1 << 8, /* nearly all of the smaller one in the bigger one */
    SIGN_RECIPIENTS_EQUAL = 1 << 9,
    SIGN_RECIPIENTS_ALIKE = 1 << 10,
    SIGN_RECIPIENTS_CONTAINED = 1 << 11,
    SIGN_DESCRIPTION_EQUAL = 1 << 12, /* the same words in the same order */
    SIGN_DESCRIPTION_ALIKE = 1 << 13  /* Jaccard of their words; up to DESCRIBED_AT_ONCE reports */
};

struct candidate {
    uint32_t a, b; /* numbers of reports, a < b */
    uint32_t signs;
};

/* Reports that are equal by one sign: ROWS, NAME_CORE or one of the EQUAL; by the strictest of them
 * that all have in common, so a block of equal names is not repeated as one of equal cores. */
struct block {
    enum candidate_sign sign;
    uint32_t first, count; /* members[first ...], by id */
};

struct candidates {
    struct candidate *pairs; /* by a, then b; each once */
    size_t count;
    struct block *blocks; /* by sign: ROWS, NAME_EQUAL, NAME_CORE, FIELDS, DESCRIPTION */
    size_t block_count;
    uint32_t *members;
    uint32_t *rank;                /* by report: its place in the order of ids */
    uint32_t *rows;                /* by report: equal where the rows are, but for the id */
    const char *refused[REFUSALS]; /* what was not compared and why; NULL behind the last */
    uint64_t
        cut; /* pairs of groups that are alike by a key, of which not all reports were compared */
};

/* What can be looked for before the words are read, so at the same time. */
struct candidate_search *candidates_begin(const struct inventory *inventory, unsigned threads);
/* Takes over what was begun. Reads the descriptions of the reports in pairs where tokens has not
 * read all of them. */
struct candidates *candidates_end(struct candidate_search *search, struct tokens *tokens,
                                  bool all_signs);
/* Both in one. */
struct candidates *candidates_find(struct tokens *tokens, unsigned threads, bool all_signs);
void candidates_free(struct candidates *candidates);

#endif
