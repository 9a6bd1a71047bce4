/* Words of the names that are a few edits from each other. */
#ifndef PARE_MATCH_VOCABULARY_EDITS_H
#define PARE_MATCH_VOCABULARY_EDITS_H

#include "match/tokens.h"

struct word_pairs {
    uint64_t *pairs; /* word << 32 | neighbour; may be repeated */
    size_t count, capacity;
};

void word_pairs_add(struct word_pairs *pairs, uint32_t word, uint32_t neighbour);
/* One edit in words of at least four letters, two where both have six; no digits; one of the two is
 * rare. Towards the more frequent word, both ways where they are equally frequent. */
void vocabulary_edits(const struct tokens *tokens, unsigned threads, struct word_pairs *pairs);

#endif
