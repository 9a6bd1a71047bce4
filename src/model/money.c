#include "model/money.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Beyond this a double no longer tells neighbouring cents apart (2^53 is about 9e15; amounts are
 * cut well below the end of int64_t, so that sums of a few such amounts cannot overflow). */
static const double limit = 9e16;

int64_t money_large(double cents)
{
    if (isnan(cents))
        return 0;
    if (cents >= limit)
        return (int64_t)limit;
    return cents <= -limit ? -(int64_t)limit : money_half_away(cents);
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
