/* Words of the names that are short forms of others. */
#ifndef PARE_MATCH_VOCABULARY_SHORT_H
#define PARE_MATCH_VOCABULARY_SHORT_H

#include "match/vocabulary_edits.h"

/* From the list of abbreviations; by leaving out letters of a frequent word; plurals in s. */
void vocabulary_short(const struct tokens *tokens, struct word_pairs *pairs);

#endif
