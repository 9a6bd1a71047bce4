/* Further candidates, found by what words are: names that are equal when places, years, rhythms,
 * editions and marks of copies are left out, and reports of one unit that cite the same law. */
#ifndef PARE_MATCH_FAMILIES_H
#define PARE_MATCH_FAMILIES_H

#include "match/candidates.h"
#include "match/profile.h"

/* The candidates with these pairs among them, each once, by a, then b. Pairs that only stand here
 * have no signs. The result is to be freed with memory_free. */
struct candidate *families_add(const struct profile *profile, const struct candidates *candidates,
                               unsigned threads, size_t *count);

#endif
