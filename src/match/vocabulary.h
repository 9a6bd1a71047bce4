/* Which words of the names are misspellings or short forms of others.
 *
 * Neighbours of a word are the words that it may stand for: those at least as frequent that it is
 * an edit or two away from, or a short form of. Where one neighbour stands out the word is mapped
 * to it; what a word is mapped to is never mapped itself. The rules look at the words and how
 * frequent they are, never at their order, so they are the same for any order of rows. */
#ifndef PARE_MATCH_VOCABULARY_H
#define PARE_MATCH_VOCABULARY_H

#include "match/tokens.h"

/* Fills tokens->neighbours and tokens->same_as. */
void vocabulary_make(struct tokens *tokens, unsigned threads);

#endif
