/* Fetches into the cache what is about to be read of a report, while others are worked on: in a
 * list of a million what one report tells stands in a dozen places, each of which takes as long to
 * come as a hundred instructions. Changes nothing; each step needs what the one before has brought.
 */
#ifndef PARE_MODEL_FORESIGHT_H
#define PARE_MODEL_FORESIGHT_H

#include "model/cost.h"

/* Its cost, its recipients and its fields: first the cells, then where the sets begin, then these.
 */
void foresee_cells(const struct baseline *baseline, uint32_t report);
void foresee_sets(const struct baseline *baseline, uint32_t report);
void foresee_members(const struct baseline *baseline, uint32_t report);
/* Its cells in columns of numbers, which may be absent. */
void foresee_columns(const struct inventory *inventory, const enum field *fields, size_t count,
                     uint32_t report);

#endif
