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
struct text way_words(struct document *document, const struct story *story, enum way way);
/* The ways in the order in which they are shown. */
extern const enum way way_order[WAY_COUNT];

/* Why a saving is counted in one thing and not in another, in the words of a reader: the name of an
 * assumption that moves the result. */
const char *plain_assumption(const char *key);

/* Column of figures, one row an action of the plan: "Stop", "Merge". */
const char *action_heading(enum action action);

#endif
