/* How often a report needs to run at most, by every sign there is.
 *
 * Caps, upper bounds of a useful rhythm: F1 how often its data is refreshed, F2 how often something
 * is decided with it, F3 the part of its runs that anybody opened, F4 how few of its runs differ
 * from the one before, F5 a slower twin. Floors: L1 what the mandate asks for, L2 how soon somebody
 * must react, keen readers, reports that are fed. What is not known is neither. */
#ifndef PARE_SRC_RULES_PACE_H
#define PARE_SRC_RULES_PACE_H

#include "rules/look.h"

struct pace {
    double runs;    /* as it is; NAN where it cannot be made rarer */
    double floor;   /* 0 where none is known */
    double inner;   /* the same without what law or contract ask for */
    double refresh; /* cap F1; INFINITY where it does not apply */
    double cap;     /* smallest of F2 to F5 */
    double own;     /* smallest of F1 to F4, without the twin */
    unsigned weak;  /* how many of F2 to F5 apply */
    bool known;     /* whether any of F1 to F4 could be judged */
};

void pace_read(const struct look *look, struct pace *pace, struct facts *facts);
/* As if law and contract asked for nothing; false where they do not bind. */
bool pace_free(struct pace *pace);
/* The rhythm to propose: a rung of the ladder not below floor; NAN where it is no real step. */
double pace_target(const struct pace *pace, double cap, bool any_depth, const struct look *look);
/* The part of its runs that somebody opened, by a log that is long enough; NAN otherwise. */
double pace_opened(const struct look *look);
/* A slower edition that all its readers get, where it is needed no more often than that comes: made
 * as rare it would be the same report twice. The report itself where that is not so. */
uint32_t pace_slower_would_do(const struct look *look);
/* Whether two rhythms contradict each other: daily may be 250 or 365 runs a year. */
bool pace_differs(double a, double b);
/* The slower report of its group that goes to the same readers, or the report itself. */
uint32_t pace_slower(const struct look *look, enum relation relation, bool same_readers);

#endif
