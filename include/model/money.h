/* Money as whole minor units (cents) in 64 bits: sums are exact.
 *
 * Each component of a cost is rounded once, half away from zero; after that there is only integer
 * arithmetic. The currency is that of the input and is never converted. */
#ifndef PARE_MODEL_MONEY_H
#define PARE_MODEL_MONEY_H

#include "base/text.h"

/* Cents of an amount in major units; amounts beyond 9e16 cents are cut to that. */
int64_t money_round(double amount);
/* cents x factor, rounded the same way. */
int64_t money_times(int64_t cents, double factor);
double money_amount(int64_t cents);
/* "-1234.50" for machines; a text in buffer. */
struct text money_format(int64_t cents, char buffer[32]);
/* 1,234 for people: whole units with separators. */
struct text money_whole(int64_t cents, char buffer[32]);

#endif
