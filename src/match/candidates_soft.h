/* Names that are equal but for one word each, where one of the two may stand for the other; of few
 * names also where it stands for several words, joined or by their initials. */
#ifndef PARE_MATCH_CANDIDATES_SOFT_H
#define PARE_MATCH_CANDIDATES_SOFT_H

#include "match/candidates_keys.h"
#include "match/join_lists.h"

/* Cores of names in which one word stands for several words of this one: "snowplow", "KPI". */
void find_shortened(const struct keys *keys, uint32_t name, struct join_task *task);
/* Fills keys->soft. */
void soft_make(struct keys *keys, unsigned threads);
bool soft_has(const struct keys *keys, uint32_t core, uint32_t other);

#endif
