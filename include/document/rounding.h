/* Whole numbers for people that add up as printed. */
#ifndef PARE_DOCUMENT_ROUNDING_H
#define PARE_DOCUMENT_ROUNDING_H

#include <stddef.h>
#include <stdint.h>

/* shown[i] gets values[i] in whole units so that all of them add up to total in whole units (half
 * away from zero): each is rounded down, and the units that are missing go to those with the
 * largest remainders, the first of equals first. Where values do not add up to total within a unit
 * each, all are simply rounded. */
void round_to_sum(const double *values, size_t count, double total, double unit, int64_t *shown);

/* The power of ten, at least 1, that leaves two digits of the value. */
double unit_of_two_digits(double value);
/* What money is rounded to where most of it is assumed: three digits, so that the rows of a table
 * and the sentences around it have the same figure for the same amount. */
double unit_of_about(double value);

#endif
