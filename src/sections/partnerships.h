/* What several units make each for itself and could make together: the same duty (shared), or one
 * report in their own versions (variant). Gathered by the units that take part, so that each group
 * of people meets once. What it would save is known when they have talked: it is in no total. */
#ifndef PARE_SECTIONS_PARTNERSHIPS_H
#define PARE_SECTIONS_PARTNERSHIPS_H

#include "document/document.h"
#include "sections/story.h"

/* One unit's part. */
struct side {
    struct text unit;
    uint32_t owner; /* number of the person who makes most of it; 0 where none is known */
    double owner_hours;
    size_t reports;
    double hours; /* a year */
    int64_t cost; /* cents a year */
};

struct partnership {
    uint32_t *groups; /* numbers in relations, that with most hours first */
    size_t group_count;
    struct side *sides; /* by name of the unit */
    size_t side_count;
    size_t first; /* the side to meet first */
    size_t reports;
    double hours;
    int64_t cost;
    size_t planned;       /* actions of the plan on its reports, by which they become one */
    double planned_hours; /* that these free a year if they are done */
};

struct partnerships {
    struct partnership *list; /* most hours first */
    size_t count;
};

/* In arena; those alone of which a report is shown (--only). */
struct partnerships *partnerships_find(struct arena *arena, const struct story *story);

/* The unit that a report belongs to: its department, else its owner; empty where neither is known.
 */
struct text partnership_unit(const struct inventory *inventory, uint32_t report);
/* "Nursing and Surgery", "5 units, such as Audit". In arena. */
struct text partnership_units(struct arena *arena, const struct partnership *partnership);
/* Whom to meet first, and why. In document->arena. */
struct text partnership_first(struct document *document, const struct story *story,
                              const struct partnership *partnership);
/* What to propose to them, in a sentence or two. In document->arena. */
struct text partnership_proposal(struct document *document, const struct story *story,
                                 const struct partnership *partnership);

#endif
