/* Which words of the names are misspellings or abbreviations of others.
 *
 * A rule on the words alone, not on the names: see vocabulary.c. One step only: what a word is mapped
 * to is never mapped itself. */
#ifndef PARE_MATCH_VOCABULARY_H
#define PARE_MATCH_VOCABULARY_H

#include "match/tokens.h"

/* By word: the word that it is taken for. To be freed by the caller. */
uint32_t *vocabulary_map(const struct tokens *tokens, unsigned threads);

/* Whether one word may be the other one misspelt: by at most two edits in words of six letters or
 * more, by one in shorter ones; never where a digit stands in either. */
bool vocabulary_neighbours(const struct tokens *tokens, uint32_t a, uint32_t b);

#endif
