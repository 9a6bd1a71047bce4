#include "model/money.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Beyond this a double no longer tells neighbouring cents apart (2^53 is about 9e15; amounts are
 * cut well below the end of int64_t, so that sums of a few such amounts cannot overflow). */
static const double limit = 9e16;

/* Half away from zero, whatever the rounding mode; the part behind the point is exact. Instead of
 * round(), which is a call for each component of each cost. */
static int64_t half_away(double cents)
{
    int64_t whole = (int64_t)cents;
    double part = cents - (double)whole;

    return whole + (part >= 0.5) - (part <= -0.5);
}

static int64_t round_cents(double cents)
{
    if (isnan(cents))
        return 0;
    if (cents >= limit)
        return (int64_t)limit;
    if (cents <= -limit)
        return -(int64_t)limit;
    return half_away(cents);
}

/* 1.005 is stored as 1.00499999999999989; a person who typed it means half a cent. The relative
 * error of a few roundings is added so that such halves go up; beyond 1e12 cents a double has no
 * such halves to lift and the addition would be felt. */
static double lift_half(double cents)
{
    return fabs(cents) < 1e12 ? cents * (1 + 4 * DBL_EPSILON) : cents;
}

int64_t money_round(double amount)
{
    return round_cents(lift_half(amount * 100));
}

int64_t money_times(int64_t cents, double factor)
{
    return round_cents(lift_half((double)cents * factor));
}

double money_amount(int64_t cents)
{
    return (double)cents / 100;
}

static uint64_t magnitude(int64_t cents)
{
    return cents < 0 ? (uint64_t)0 - (uint64_t)cents : (uint64_t)cents;
}

struct text money_format(int64_t cents, char buffer[32])
{
    uint64_t size = magnitude(cents);
    int n = snprintf(buffer, 32, "%s%llu.%02u", cents < 0 ? "-" : "",
                     (unsigned long long)(size / 100), (unsigned)(size % 100));
    return text_make(buffer, (size_t)n);
}

struct text money_whole(int64_t cents, char buffer[32])
{
    uint64_t whole = (magnitude(cents) + 50) / 100;
    bool negative = cents < 0 && whole > 0;
    size_t at = 32, digits = 0;
    do {
        if (digits > 0 && digits % 3 == 0)
            buffer[--at] = ',';
        buffer[--at] = (char)('0' + whole % 10);
        whole /= 10;
        digits++;
    } while (whole > 0);
    if (negative)
        buffer[--at] = '-';
    memmove(buffer, buffer + at, 32 - at);
    return text_make(buffer, 32 - at);
}
