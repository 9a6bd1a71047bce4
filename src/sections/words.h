/* Words for facts, actions and figures that several sections tell. */
#ifndef PARE_SECTIONS_WORDS_H
#define PARE_SECTIONS_WORDS_H

#include "document/document.h"
#include "sections/story.h"

/* One piece of evidence: "fields 11 of 12 shared". In arena. */
struct text words_fact(struct arena *arena, const struct fact *fact);
/* The first few facts of a finding, joined by "; ". In arena. */
struct text words_why(struct arena *arena, const struct findings *findings,
                      const struct finding *finding, size_t most);
/* What to do, for people: "stop", "merge", "less often". */
const char *words_action(enum action action);
/* The same as an order: "stop", "merge into ID", "monthly", "ask". In arena. */
struct text words_order(struct arena *arena, const struct findings *findings,
                        const struct finding *finding);
/* "to" of a finding for machines: survivor id, runs per year, channel. */
struct cell words_to(struct arena *arena, const struct findings *findings,
                     const struct finding *finding);
const char *words_question(enum question question);

struct text report_id(const struct inventory *inventory, size_t report);
/* Id where the files gave one, else the name: what people know the report by. */
struct text report_label(const struct inventory *inventory, size_t report);

#endif
