/* Words that the names write in capitals: DOES and DOEE are two agencies, no slip of the pen. */
#ifndef PARE_MATCH_VOCABULARY_ACRONYMS_H
#define PARE_MATCH_VOCABULARY_ACRONYMS_H

#include "match/vocabulary_edits.h"

enum { ACRONYM_LONGEST = 5 };

/* Takes out the pairs of two acronyms that are an edit or two from each other. */
void vocabulary_drop_acronyms(const struct tokens *tokens, unsigned threads,
                              struct word_pairs *pairs);

#endif
