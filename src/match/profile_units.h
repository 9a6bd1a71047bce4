/* Which reports come from the same unit, however it is written. */
#ifndef PARE_MATCH_PROFILE_UNITS_H
#define PARE_MATCH_PROFILE_UNITS_H

#include "match/profile.h"

/* "Department of Health", "Health Dept." and "DC Department of Health" are one unit: what is left
 * without words for places and for units counts, or all words where nothing is left. "North Clinic"
 * and "South Clinic" are two: a place that is not the same with one name tells units apart. */
void profile_units(struct profile *profile);

#endif
