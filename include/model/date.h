/* Dates as days since 1970-01-01 in the proleptic Gregorian calendar; no time of day, no zone. */
#ifndef PARE_MODEL_DATE_H
#define PARE_MODEL_DATE_H

#include "base/text.h"

#define DATE_UNKNOWN INT32_MIN

enum date_order { DATE_ORDER_UNKNOWN, DATE_ORDER_DMY, DATE_ORDER_MDY };

enum date_result { DATE_OK, DATE_BAD, DATE_NEEDS_ORDER };

int32_t date_make(int year, int month, int day);
void date_parts(int32_t date, int *year, int *month, int *day);
/* 0 is Monday. */
int date_weekday(int32_t date);

/* ISO 8601 (with or without a time behind it), 12 Mar 2026, March 12 2026, 12/03/2026, 12.03.2026,
 * 3/12/26. DATE_NEEDS_ORDER where day and month could be either and order does not tell. */
enum date_result date_parse(struct text t, enum date_order order, int32_t *date);
/* What a cell such as 13/02/2026 reveals of the order of its column. */
enum date_order date_reveals_order(struct text t);
/* YYYY-MM-DD; returns a text of static size in buffer. */
struct text date_format(int32_t date, char buffer[16]);

/* The as-of date: SOURCE_DATE_EPOCH where set and not empty, else today (UTC). False where that is
 * no whole number of seconds since 1970: reproducible-builds.org/specs/source-date-epoch. */
bool date_today(int32_t *date);

#endif
