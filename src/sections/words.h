/* Words for facts, actions and figures that several sections tell. */
#ifndef PARE_SECTIONS_WORDS_H
#define PARE_SECTIONS_WORDS_H

#include "document/document.h"
#include "sections/story.h"

/* One piece of evidence: "fields 11 of 12 shared". In arena. */
struct text words_fact(struct arena *arena, const struct fact *fact);
/* The facts of a finding that say most, joined by "; ". In arena. */
struct text words_why(struct arena *arena, const struct findings *findings,
                      const struct finding *finding, size_t most);
/* What to do, for people: "stop", "merge", "less often". */
const char *words_action(enum action action);
/* What is to be done to which report, from a finding or from the plan. */
struct order {
    enum action action;
    enum relation relation;
    uint32_t report, other;
    double to_runs, to_readers; /* NAN where they do not apply */
    enum channel to_channel;
};

struct order order_of_finding(const struct finding *finding);
struct order order_of_planned(const struct plan *plan, const struct planned *planned);
/* As an order: "stop", "merge into ID", "monthly", "ask". In arena. */
struct text words_order(struct arena *arena, const struct inventory *inventory, struct order order);
/* "to" for machines: survivor id, runs per year, channel, people left. */
struct cell words_to(struct arena *arena, const struct inventory *inventory, struct order order);
/* The channels whose bits are set: "mail, portal". In arena. */
struct text words_channels(struct arena *arena, uint32_t bits);
const char *words_question(enum question question);
/* Why so many reports have no cost; in arena. */
struct text words_not_costed(struct arena *arena, size_t reports);

/* Money to the cent, where figures are to be recomputed: "5,200.00". In arena. */
struct text words_cents(struct arena *arena, int64_t cents);

struct text report_id(const struct inventory *inventory, size_t report);
/* What people know the report by: its id where the files gave one, else its name. */
struct text report_label(const struct inventory *inventory, size_t report);
/* Id and name, or the name alone where the files gave no ids. In arena. */
struct text report_title(struct arena *arena, const struct inventory *inventory, size_t report);

#endif
