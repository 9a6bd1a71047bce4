/* Names that are equal but for one word each, where one of the two may stand for the other. */
#ifndef PARE_MATCH_CANDIDATES_SOFT_H
#define PARE_MATCH_CANDIDATES_SOFT_H

#include "match/candidates_keys.h"
#include "match/join.h"

/* Fills keys->soft. */
void soft_make(struct keys *keys, unsigned threads);
bool soft_has(const struct keys *keys, uint32_t core, uint32_t other);

#endif
