/* Which of many things a reader sees first. */
#ifndef PARE_SECTIONS_PICK_H
#define PARE_SECTIONS_PICK_H

#include "sections/story.h"

/* Whether --only lets the report be shown. Costs and plan always rest on all reports. */
bool pick_shows(const struct story *story, uint32_t report);

/* How much a finding is worth asking about; 0 where nobody need be asked: it is no question, it was
 * answered, or somebody has decided on it. */
int64_t pick_question(const struct story *story, size_t finding);

/* The numbers below count with the largest positive value, largest first, at most most of them;
 * where values are equal the smaller report id comes first. value(story, i) and report(story, i)
 * tell of i. Returns how many were picked. */
size_t pick_largest(const struct story *story, size_t count, size_t most,
                    int64_t (*value)(const struct story *, size_t),
                    uint32_t (*report)(const struct story *, size_t), size_t *picked);

#endif
