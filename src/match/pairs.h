/* Pairs by a, then b in the order of ids: sorted, added to, found. */
#ifndef PARE_MATCH_PAIRS_H
#define PARE_MATCH_PAIRS_H

#include "match/matching.h"

struct pair *pairs_sort(const struct matching *matching, struct pair *pairs, size_t count);
/* Pairs from `known` on were added to those before, which are sorted. Returns all, sorted, in
 * memory that may be another. */
struct pair *pairs_merge(const struct matching *matching, struct pair *pairs, size_t known,
                         size_t count);
/* That of two reports in either order; NULL where there is none. */
const struct pair *pairs_find(const struct matching *matching, const struct pair *pairs,
                              size_t count, uint32_t a, uint32_t b);

#endif
