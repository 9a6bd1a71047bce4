/* What a proposal asks where no change rests on evidence yet: the common case of a first list. */
#ifndef PARE_SECTIONS_PROPOSED_QUESTIONS_H
#define PARE_SECTIONS_PROPOSED_QUESTIONS_H

#include "document/document.h"
#include "sections/story.h"

/* A row a kind of question, what is at stake, and what else there is. */
void proposed_questions(struct document *document, const struct story *story);
/* How many questions there are. */
size_t proposed_questions_count(const struct story *story);

#endif
