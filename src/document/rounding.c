#include "document/rounding.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

struct remainder {
    double part;
    size_t index;
};

static int compare_remainders(const void *a, const void *b)
{
    const struct remainder *x = a, *y = b;
    if (x->part != y->part)
        return x->part > y->part ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* Binary fractions such as 0.1 + 0.2 must not decide which unit a value ends in. */
static double in_units(double value, double unit)
{
    return round(value / unit * 1e6) / 1e6;
}

/* The largest remainder method (Hamilton 1792), as it is used for seats and for tables in percent.
 */
void round_to_sum(const double *values, size_t count, double total, double unit, int64_t *shown)
{
    struct remainder *remainders = memory_alloc(count, sizeof *remainders);
    int64_t target = (int64_t)round(in_units(total, unit)), sum = 0;
    for (size_t i = 0; i < count; i++) {
        double units = in_units(values[i], unit), whole = floor(units);
        shown[i] = (int64_t)whole;
        sum += shown[i];
        remainders[i] = (struct remainder){units - whole, i};
    }
    int64_t missing = target - sum;
    if (missing >= 0 && missing <= (int64_t)count) {
        qsort(remainders, count, sizeof *remainders, compare_remainders);
        for (int64_t i = 0; i < missing; i++)
            shown[remainders[i].index]++;
    } else {
        for (size_t i = 0; i < count; i++)
            shown[i] = (int64_t)round(in_units(values[i], unit));
    }
    memory_free(remainders);
}

double unit_of_two_digits(double value)
{
    double unit = 1;
    while (round(fabs(value) / unit) >= 100)
        unit *= 10;
    return unit;
}

double unit_of_about(double value)
{
    return fmax(unit_of_two_digits(value) / 10, 1);
}
