#include "input/costed_twice.h"

#include <math.h>

#include "base/memory.h"

/* So many reports, and such a part of them, at nearly one price: no accident. */
enum { LEAST = 3 };
static const double most = 2.0 / 3, near_by = 0.02;
/* What an hour of work may cost, in whatever money. */
static const double cheapest = 5, dearest = 500;

/* The value that would stand at that place if they were sorted; moves them about. Parts are made
 * around a value from anywhere, so that no order of the rows takes long. */
static double value_at(double *values, size_t count, size_t place)
{
    size_t from = 0, to = count - 1;
    uint64_t anywhere = 1;

    while (from < to) {
        size_t left = from, right = to;
        double middle, spare;

        anywhere = anywhere * 6364136223846793005u + 1442695040888963407u; /* Knuth's MMIX */
        middle = values[from + (anywhere >> 33) % (to - from)];

        for (;; left++, right--) {
            while (values[left] < middle)
                left++;
            while (values[right] > middle)
                right--;
            if (left >= right)
                break;
            spare = values[left];
            values[left] = values[right];
            values[right] = spare;
        }
        if (place <= right)
            to = right;
        else
            from = right + 1;
    }
    return values[place];
}

static double value_of(const struct inventory *inventory, enum field field, size_t index)
{
    const double *values = inventory->columns[field].value;

    return values ? values[index] : NAN;
}

/* As struct report has it. */
static double runs_of(const struct inventory *inventory, size_t index)
{
    double runs = value_of(inventory, FIELD_runs_per_year, index);

    return isnan(runs)
               ? inventory->frequencies[inventory_cell(inventory, FIELD_frequency, index)].runs
               : runs;
}

/* Yearly cost by hours of effort a year; NAN where one is not given. */
static double price_of(const struct inventory *inventory, size_t index)
{
    double hours = value_of(inventory, FIELD_effort_hours, index);
    double cost = value_of(inventory, FIELD_annual_cost, index);

    if (isnan(hours))
        hours = value_of(inventory, FIELD_effort_minutes, index) / 60;
    hours *= runs_of(inventory, index);
    return hours > 0 && cost > 0 ? cost / hours : NAN;
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
    price = count ? value_at(prices, count, count / 2) : 0;
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
