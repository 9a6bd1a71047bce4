/* How strong a finding is. All the rules of strength stand here, in words, and in strength.c.
 *
 * certain: the data alone proves it and the owner said that nothing requires the report.
 * likely:  two signs that do not rest on each other agree, or one that was counted (a log).
 * ask:     one weak sign, or the name alone, or something that only a person can answer.
 *
 * same      certain: names equal, all content covered, most readers shared. likely: two of equal
 *           names (or a pair that the matcher is sure of), content, readers, description agree, not
 *           only the name. else ask.
 * contained certain: all content and all readers are in the bigger one. likely: most content is, and
 *           one of the other signs of same agrees. else ask.
 * variant   likely: one owner or unit, and the fields are equal, or most of them and the sources.
 *           else ask.
 * unused    certain: the log is long enough and nobody opened it; ask where it cannot see readers, or
 *           may not cover the report.
 * frequency certain: F1 alone. likely: two of F2 to F5. ask: one of them. costs.md 10.1.
 *
 * Then, for whatever a rule says: a mandate forbids retire and merge; where the mandate is blank they
 * are at most likely, and a mandate word in the name or beside a citation makes anything ask; a report
 * that feeds another is retired or merged only after its owner was asked. */
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
