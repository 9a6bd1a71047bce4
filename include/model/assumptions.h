/* Rates, shares and thresholds: each with a default that the user can set, and where its value came
 * from. Every one that was used is printed. */
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
/* Sets the value; low and high are kept where NAN is given and they still bracket it, else follow. */
void assumption_set(struct assumptions *assumptions, enum assumption_name name, double value,
                    double low, double high, const char *from);

static inline double assume(const struct assumptions *assumptions, enum assumption_name name)
{
    return assumptions->list[name].value;
}

#endif
