/* How many issues each reader gets: who is sent more than anybody reads.
 *
 * Readers are people; lists count as their members where these are known. A report that reaches a
 * person in two ways is one. What has no known frequency is not counted. */
#ifndef PARE_PLAN_LOAD_H
#define PARE_PLAN_LOAD_H

#include "rules/findings.h"

struct reader_load {
    uint32_t person;
    uint32_t reports;
    double a_week; /* issues of all of them */
};

struct loads {
    const struct inventory *inventory;
    struct reader_load *list; /* in arena; as people are numbered */
    size_t count;
};

void loads_find(struct arena *arena, const struct findings *findings, unsigned threads,
                struct loads *loads);
/* The one who gets most, of equal ones the first by name; there is somebody. */
const struct reader_load *loads_heaviest(const struct loads *loads);
/* Puts the list in that order. */
void loads_rank(struct loads *loads);

#endif
