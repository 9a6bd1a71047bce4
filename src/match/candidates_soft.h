/* Names that are equal but for one word each, where one of the two may stand for the other. */
#ifndef PARE_MATCH_CANDIDATES_SOFT_H
#define PARE_MATCH_CANDIDATES_SOFT_H

#include "match/candidates_keys.h"
#include "match/join.h"

/* Pairs of core keys. */
struct set_pairs soft_pairs(const struct keys *keys, unsigned threads);

#endif
