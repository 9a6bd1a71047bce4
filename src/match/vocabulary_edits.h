/* Words of the names that are a few edits from each other. */
#ifndef PARE_MATCH_VOCABULARY_EDITS_H
#define PARE_MATCH_VOCABULARY_EDITS_H

#include "match/tokens.h"

/* How a word may come to stand for another one; the surest first. */
enum kinship { KINSHIP_LISTED, KINSHIP_ONE_EDIT, KINSHIP_TWO_EDITS, KINSHIP_SHORT, KINSHIP_WEAK };

struct word_pairs {
    uint64_t *pairs; /* see word_pairs_add; may be repeated */
    size_t count, capacity;
};

enum { KINSHIP_SHIFT = 28 };

/* As word << 32 | kinship << KINSHIP_SHIFT | neighbour: sorted, those of a word follow each other
 * and the surest come first. */
void word_pairs_add(struct word_pairs *pairs, uint32_t word, uint32_t neighbour,
                    enum kinship kinship);
/* One edit in words of at least four letters, two in longer ones; no digits; one of the two is
 * rare, or the other one is very much more frequent. Towards the more frequent word, both ways
 * where they are equally frequent. False where so many words begin alike that only one edit was
 * looked for. */
bool vocabulary_edits(const struct tokens *tokens, unsigned threads, struct word_pairs *pairs);

#endif
