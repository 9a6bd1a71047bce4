/* Why a report must exist: what the mandate cell says, and words that hint at a mandate elsewhere.
 *
 * All texts are folded (utf8_fold). A cell protects only where it names something; a word protects
 * nothing, it only turns a proposal into a question. The words are in model/mandate_words.def. */
#ifndef PARE_MODEL_MANDATE_H
#define PARE_MODEL_MANDATE_H

#include "model/words.h"

enum mandate { MANDATE_UNKNOWN, MANDATE_NONE, MANDATE_GIVEN };

/* MANDATE_UNKNOWN for an empty cell, "?", "unknown", "tbd"; MANDATE_NONE for "none", "no", "0". */
enum mandate mandate_read(struct text cell);
/* The words of mandate_words.def by their first byte. */
struct mandate_index {
    struct word_index words, citations;
};

void mandate_index_make(struct arena *arena, struct mandate_index *index);
/* The first mandate word in a name, as a whole word; empty where there is none. */
struct text mandate_word_in_name(const struct mandate_index *index, struct text name);
/* In longer text: a mandate word beside a citation (section 12, Act of 1998, 29 CFR 1904). */
struct text mandate_word_cited(const struct mandate_index *index, struct text description);

#endif
