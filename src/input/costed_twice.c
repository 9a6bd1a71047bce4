#include "input/costed_twice.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

/* So many reports, and such a part of them, at nearly one price: no accident. */
enum { LEAST = 3 };
static const double most = 2.0 / 3, near_by = 0.02;
/* What an hour of work may cost, in whatever money. */
static const double cheapest = 5, dearest = 500;

static int compare_values(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* Yearly cost by hours of effort a year; NAN where one is not given. */
static double price_of(const struct inventory *inventory, size_t index)
{
    struct report report;
    double hours;

    inventory_report(inventory, index, &report);
    hours = isnan(report.effort_hours) ? report.effort_minutes / 60 : report.effort_hours;
    hours *= report.runs;
    return hours > 0 && report.annual_cost > 0 ? report.annual_cost / hours : NAN;
}

void tell_costed_twice(const struct inventory *inventory)
{
    double *prices, price;
    size_t count = 0, near = 0, i;

    if (!inventory->columns[FIELD_annual_cost].value)
        return;
    prices = memory_alloc(inventory->count, sizeof *prices);
    for (i = 0; i < inventory->count; i++)
        if (!isnan(price = price_of(inventory, i)))
            prices[count++] = price;
    if (count)
        qsort(prices, count, sizeof *prices, compare_values);
    price = count ? prices[count / 2] : 0;
    for (i = 0; i < count; i++)
        near += fabs(prices[i] - price) <= near_by * price;
    memory_free(prices);
    if (count >= LEAST && (double)near >= most * (double)count && price >= cheapest &&
        price <= dearest)
        diag_add(
            inventory->diag, SEVERITY_WARNING, "costed-twice",
            (struct place){inventory->inputs[0].file, 0, 0},
            "annual_cost is about %.2f for each hour of effort in %zu of %zu reports: it seems "
            "to be the price of those hours, which are costed besides; say --map annual_cost= "
            "to leave it out, and --rate %.2f",
            price, near, count, price);
}
