/* Who gets a report: its recipients, and who stands behind the lists among them. */
#ifndef PARE_SRC_RULES_RECEIVERS_H
#define PARE_SRC_RULES_RECEIVERS_H

#include "rules/look.h"

/* How many of its lists have that person as a member. */
uint32_t receivers_lists_of(const struct look *look, uint32_t person);
/* The place among the recipients of the first list that has that person; their count without. */
uint32_t receivers_first_list_of(const struct look *look, uint32_t person);
/* Whether the person gets it, directly or through a list whose members are known. */
bool receivers_have(const struct look *look, uint32_t person);
/* The same of a set of recipients. */
bool receivers_among(const struct grounds *grounds, struct set readers, uint32_t person);
/* Whether everybody who gets it is known: recipients are given, and the members of all lists. */
bool receivers_are_known(const struct look *look);

#endif
