/* A finding as a question to a person. */
#ifndef PARE_SECTIONS_QUESTION_WORDS_H
#define PARE_SECTIONS_QUESTION_WORDS_H

#include "sections/story.h"

/* Who answers for a report: its owner, else its unit; empty where neither is known. */
struct text question_person(const struct story *story, uint32_t number);
/* In arena. */
struct text question_words(struct arena *arena, const struct story *story,
                           const struct finding *finding);

#endif
