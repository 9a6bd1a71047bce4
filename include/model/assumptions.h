/* Rates, shares and thresholds: each with a default that the user can set, and where its value came
 * from. Every one that was used is printed.
 *
 * low and high are what makes the savings low and high: alpha has its larger number in low. */
#ifndef PARE_MODEL_ASSUMPTIONS_H
#define PARE_MODEL_ASSUMPTIONS_H

#include "base/text.h"

enum assumption_name {
#define ASSUMPTION(NAME, key, value, low, high, unit, source) ASSUMPTION_##NAME,
#include "model/assumptions.def"
#undef ASSUMPTION
    ASSUMPTION_COUNT
};

struct assumption {
    const char *key, *unit;
    double value, low, high;
    const char *source;
    const char *from; /* "default", "--rate", or the file that set it */
};

struct assumptions {
    struct assumption list[ASSUMPTION_COUNT];
    const char *currency; /* "" where none was given */
};

void assumptions_init(struct assumptions *assumptions);
/* The number of the assumption with that key, or -1. */
int assumption_find(struct text key);
/* The least and the most that make sense, by the unit: a share is 0 to 1, a year has 1 to 366
 * days. */
void assumption_range(enum assumption_name name, double *least, double *most);
bool assumption_allows(enum assumption_name name, double value);
/* Whether the value stands between low and high, whichever of the two is the larger. */
bool assumption_brackets(const struct assumption *assumption);
/* Sets the value; low and high are kept where NAN is given and they still bracket it, else they
 * follow in proportion. */
void assumption_set(struct assumptions *assumptions, enum assumption_name name, double value,
                    double low, double high, const char *from);

static inline double assume(const struct assumptions *assumptions, enum assumption_name name)
{
    return assumptions->list[name].value;
}

/* The expected values, or those that make the savings low or high. */
enum outlook { OUTLOOK_LOW, OUTLOOK_EXPECTED, OUTLOOK_HIGH, OUTLOOK_COUNT };

double assume_at(const struct assumptions *assumptions, enum assumption_name name,
                 enum outlook outlook);
/* A copy in which what the range of a saving rests on (what actions leave behind and how often they
 * stick) is as in that outlook. Rate, workdays and effort stay: they move cost and saving alike. */
void assumptions_recast(const struct assumptions *assumptions, enum outlook outlook,
                        struct assumptions *recast);

#endif
