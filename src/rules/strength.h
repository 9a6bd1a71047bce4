/* How strong a finding is: all the rules of strength stand in strength.c.
 *
 * certain: the data alone proves it. likely: two signs that do not rest on each other agree, or one
 * that was counted, such as a log. ask: one weak sign, or the name alone, or what only a person can
 * answer; the strength of every rule that is not named in strength.c. */
#ifndef PARE_SRC_RULES_STRENGTH_H
#define PARE_SRC_RULES_STRENGTH_H

#include "rules/likeness.h"
#include "rules/pace.h"

enum strength strength_of_same(const struct look *look, const struct likeness *likeness);
enum strength strength_of_contained(const struct look *look, const struct likeness *likeness);
enum strength strength_of_variant(const struct look *look, const struct likeness *likeness);
/* Settles a finding that has fired; false where it may not be made at all. */
bool strength_settle(const struct look *look, struct finding *finding, struct facts *facts);

#endif
