/* Which reports the same law requires, however it is cited. */
#ifndef PARE_MATCH_PROFILE_LAWS_H
#define PARE_MATCH_PROFILE_LAWS_H

#include "match/profile.h"

/* Numbers the laws, with what they cite and the words that name them. */
void profile_laws(struct profile *profile);

#endif
