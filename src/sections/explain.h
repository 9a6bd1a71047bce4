/* What the parts of section_explain share: one report with everything known of it. */
#ifndef PARE_SECTIONS_EXPLAIN_H
#define PARE_SECTIONS_EXPLAIN_H

#include "document/document.h"
#include "sections/story.h"

struct told {
    const struct story *story;
    struct arena *arena;
    struct report report;
};

/* The fields that were given, with their values and where they stand. */
void explain_given(struct document *document, const struct told *told);
/* The cost, step by step, as one could recompute it by hand. */
void explain_cost(struct document *document, const struct told *told);
/* What is proposed together, with the cost before and after each step. */
void explain_actions(struct document *document, const struct told *told);

#endif
