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
    struct reader_load *list; /* in arena; the heaviest first, equal ones by name */
    size_t count;
};

void loads_find(struct arena *arena, const struct findings *findings, struct loads *loads);

#endif
