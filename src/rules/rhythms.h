/* The rhythms of others: of the reports that belong together, of those of one unit, of those that
 * the same people get. What runs monthly or more rarely is slow; what runs at no known rhythm does
 * not count. */
#ifndef PARE_SRC_RULES_RHYTHMS_H
#define PARE_SRC_RULES_RHYTHMS_H

#include "rules/findings.h"

/* How many reports, how many of them are slow, and how often all of them come. */
struct slow_part {
    uint32_t all, slow;
    int64_t runs; /* thousandths of an issue a year, so that no order of rows shows */
};

/* The same over many people, of whom each counts. */
struct slow_sum {
    uint64_t all, slow;
    int64_t runs;
};

/* So many reports of one owner or unit are worth one question about them; the rest is asked about
 * in one question where it is so much that the owners of one or two each would be bothered for
 * little. */
enum { LEAST_TOGETHER = 3, LARGE_REST = 10 };

struct rhythms {
    uint32_t *middle; /* by group: the report in the middle by rhythm, of two the slower; or NULL */
    uint32_t *unit_of;      /* by report: number of its unit, 0 without; NULL without the column */
    struct slow_part *unit; /* by that number */
    uint32_t *of_owner; /* by person: how many run more often than that; NULL without the column */
    uint32_t *of_unit;  /* by number of the unit: the same of owners who have few; or NULL */
    bool large_rest;    /* of owners and units that have few */
    struct slow_part *people; /* by person: of what they get; NULL without the column */
};

/* In arena. active: by report; slowest: runs a year that are still slow. */
struct rhythms *rhythms_find(struct arena *arena, const struct findings *findings,
                             const bool *active, double slowest);

/* Over all people of a set; 0 where who gets what is not known. */
struct slow_sum rhythms_of_people(const struct rhythms *rhythms, struct set people);

#endif
