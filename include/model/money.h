/* Money as whole minor units (cents) in 64 bits: sums are exact.
 *
 * Each component of a cost is rounded once, half away from zero; after that there is only integer
 * arithmetic. The currency is that of the input and is never converted. */
#ifndef PARE_MODEL_MONEY_H
#define PARE_MODEL_MONEY_H

#include <float.h>
#include <math.h>

#include "base/text.h"

/* Half away from zero, whatever the rounding mode; the part behind the point is exact. Instead of
 * round(), which is a call for each component of each cost. */
static inline int64_t money_half_away(double cents)
{
    int64_t whole = (int64_t)cents;
    double part = cents - (double)whole;

    return whole + (part >= 0.5) - (part <= -0.5);
}

/* From 1e12 on, or not a number: what is beyond 9e16 is cut to that. */
int64_t money_large(double cents);

/* 1.005 is stored as 1.00499999999999989; a person who typed it means half a cent. The relative
 * error of a few roundings is added so that such halves go up; beyond 1e12 cents a double has no
 * such halves to lift and the addition would be felt. */
static inline int64_t money_whole_cents(double cents)
{
    return fabs(cents) < 1e12 ? money_half_away(cents * (1 + 4 * DBL_EPSILON)) : money_large(cents);
}

/* Cents of an amount in major units. */
static inline int64_t money_round(double amount)
{
    return money_whole_cents(amount * 100);
}

/* cents x factor, rounded the same way. */
static inline int64_t money_times(int64_t cents, double factor)
{
    return money_whole_cents((double)cents * factor);
}

double money_amount(int64_t cents);
/* "-1234.50" for machines; a text in buffer. */
struct text money_format(int64_t cents, char buffer[32]);
/* 1,234 for people: whole units with separators. */
struct text money_whole(int64_t cents, char buffer[32]);

#endif
