/* Words for what a comparison found, for people and machines. */
#ifndef PARE_SECTIONS_COMPARE_WORDS_H
#define PARE_SECTIONS_COMPARE_WORDS_H

#include "document/document.h"
#include "sections/story.h"

/* Everything about a report that differs: "weekly -> monthly; 12 -> 8 recipients". In arena. */
struct text words_change(struct arena *arena, const struct comparison *comparison,
                         const struct change *change);
/* Id and name as in the last edition that has it, or the name alone. In arena. */
struct text words_history(struct arena *arena, const struct comparison *comparison,
                          const struct history *history);
/* The id in an edition; null where it is not there. */
struct cell history_id(const struct comparison *comparison, const struct history *history,
                       size_t edition);
/* The cost in an edition; null where it is not known or not there. */
struct cell history_cost(const struct history *history, size_t edition);
const char *words_origin(enum origin origin); /* for machines: started, found later, not told */
const char *words_seen(enum outcome_seen seen);
const char *words_regrowth(enum regrowth kind);
const char *words_step(enum cost_step step); /* for people */
const char *step_name(enum cost_step step);  /* for machines */
/* What was to be done: "stop", "monthly". In arena. */
struct text words_realised(struct arena *arena, const struct comparison *comparison,
                           const struct realised *realised);

#endif
