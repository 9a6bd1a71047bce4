/* A finding as a question to a person. */
#ifndef PARE_SECTIONS_QUESTION_WORDS_H
#define PARE_SECTIONS_QUESTION_WORDS_H

#include "sections/inquiries.h"

/* Who answers for a report: its owner, or its unit where none is known or has left; or empty. */
struct text question_person(const struct story *story, uint32_t number);
/* In arena. */
struct text question_words(struct arena *arena, const struct story *story,
                           const struct finding *finding);
/* The same for any question; it names no more than most reports that are asked about together. */
struct text question_words_of(struct arena *arena, const struct story *story,
                              const struct inquiry *question, size_t most);
/* How often those that are asked about together run. */
struct text joint_rhythm(struct arena *arena, const struct joint *joint);

#endif
