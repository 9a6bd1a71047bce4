/* A small inventory: some reports of a larger one, and its request as the last. */
#ifndef PARE_MATCH_LIKES_SAMPLE_H
#define PARE_MATCH_LIKES_SAMPLE_H

#include "model/inventory.h"

/* Texts, terms and people are those of the inventory, which must outlive it. original: the reports.
 */
struct inventory *likes_sample(const struct inventory *inventory, const uint32_t *original,
                               size_t count);
void likes_sample_free(struct inventory *sample);

#endif
