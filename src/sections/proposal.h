/* Figures that several sections of a proposal tell. */
#ifndef PARE_SECTIONS_PROPOSAL_H
#define PARE_SECTIONS_PROPOSAL_H

#include "document/document.h"
#include "sections/story.h"

/* What there is, each report counted once. */
struct standing_now {
    size_t reports;
    double hours, reading_hours, runs, runs_after; /* a year; after: once the plan is done */
    int64_t cost;
};

void standing_now_find(const struct story *story, struct standing_now *now);

/* Letters of the ways, and what each is: "A", "certain cases only". */
const char *way_letter(enum way way);

/* The way that is proposed. */
enum way way_proposed(const struct story *story);
struct text way_words(struct document *document, const struct story *story, enum way way);
/* Hours to make the changes of a way, once; the certain ones need no task force. */
double way_once(const struct story *story, enum way way);
/* What a task force takes, once; all members together. */
double force_hours(const struct assumptions *assumptions);
/* Whether a task force costs more hours than the plan frees in a year; false without a plan. */
bool force_is_too_large(const struct story *story);
/* The ways in the order in which they are shown. */
extern const enum way way_order[WAY_COUNT];

/* What an assumption is, by its key, for somebody who has never seen it: "what an hour costs". */
const char *plain_assumption(const char *key);

/* A count within a sentence, "1,984"; for printf. */
const char *counted(struct document *document, size_t count);
/* From one saving to another in the unit of the target: "EUR 28,730 to 53,392", "500 to 650 hours".
 */
struct text range_words(struct document *document, bool in_hours, int64_t low, int64_t high);

/* How many get a report: "12", "12 and lists" where lists of unknown size are among them; null
 * where nothing tells. In arena. */
struct cell readers_cell(struct arena *arena, const struct story *story, uint32_t report);

/* An action as the head of a row: "Stop", "Merge". */
const char *action_heading(enum action action);

#endif
