/* The signs that hold for one pair of reports, looked at afresh. */
#ifndef PARE_MATCH_CANDIDATES_SIGNS_H
#define PARE_MATCH_CANDIDATES_SIGNS_H

#include "match/candidates.h"
#include "match/candidates_keys.h"
#include "match/similarity.h"

/* From where on things count as alike. Performance and quality of these were measured on generated
 * inventories: tests/bench. */
extern const struct fraction contained_fields, alike_recipients, contained_recipients,
    alike_descriptions, related_names;
enum { SMALLEST_CONTAINED = 4 }; /* members; {Date, Amount} is in a quarter of everything */

/* Lower for few names, where more pairs can be looked at and weights say less. By weight, and by
 * plain words, which find the variants of a frame whose slots are rare words. */
struct fraction near_names(size_t names);
struct fraction alike_names(size_t names);
struct fraction alike_plain(size_t names);
struct fraction alike_fields(size_t names);

/* Words of the cores of both names: what they share of both. */
bool names_alike(const struct keys *keys, uint32_t a, uint32_t b, struct fraction least);
/* Fetches what names_alike needs of a report: what tells of its words, and then these. */
void names_fetch(const struct keys *keys, uint32_t report);
void names_fetch_words(const struct keys *keys, uint32_t report);
uint32_t signs_of(const struct keys *keys, uint32_t a, uint32_t b);

#endif
