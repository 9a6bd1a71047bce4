/* Schedules of reporting systems as recurrence rules (RFC 5545), which model/frequency.h counts: so
 * a person sees in check what was understood of bit masks and type numbers. */
#ifndef PARE_INPUT_EXPORT_SCHEDULE_H
#define PARE_INPUT_EXPORT_SCHEDULE_H

#include "base/arena.h"

/* The whole number in a cell; -1 where there is none or it is negative. */
long schedule_number(struct text cell);
/* "true", "1", "yes" and the like. */
bool schedule_yes(struct text cell);
bool schedule_no(struct text cell);

/* Week days: a bit for each, Sunday lowest. Month days: a bit for each, the first lowest. Months:
 * January lowest. 0 leaves the part out. */
struct text schedule_every_minutes(struct arena *arena, long minutes);
struct text schedule_daily(struct arena *arena, long interval);
struct text schedule_weekly(struct arena *arena, long interval, long week_days);
struct text schedule_month_days(struct arena *arena, long month_days, long months);
/* which: 1 to 4 for the first to the fourth of these week days in the month, 5 for the last. */
struct text schedule_month_weeks(struct arena *arena, long which, long week_days, long months);
/* Several times on each of the week days, from start to end in minutes of the day. */
struct text schedule_within_day(struct arena *arena, long minutes, long start, long end,
                                long week_days);
/* A code that stands for no known schedule, so that it is told as not understood; "" where the cell
 * is empty. */
struct text schedule_unknown(struct arena *arena, const char *header, struct text cell);

#endif
