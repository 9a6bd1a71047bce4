#include "model/frequency_meanings.h"

bool mention_set_rate(struct mention *mention, double runs, double alternative)
{
    mention->kind = MENTION_RATE;
    mention->runs = runs;
    mention->alternative = alternative > 0 ? alternative : NAN;
    return runs > 0 && isfinite(runs); /* "every 0 weeks" is none */
}

void mention_set_range(struct mention *m, double low, double high)
{
    m->low = low < high ? low : high;
    m->high = low < high ? high : low;
}

bool mention_is_plain_day(const struct catch *catch)
{
    return catch->plain_unit && is_near(catch->plain_unit->value, 365) &&
           catch->plain_unit->other <= 0;
}

/* times in every interval units. "A day" in words is a working day, with the calendar day as the
 * other reading; every second or third day can only be counted on the calendar. */
bool mention_set_unit_rate(const struct catch *catch, struct mention *mention, double times,
                           double interval)
{
    if (catch->units == 0 || !(times > 0) || !(interval > 0))
        return false;
    double unit = catch->unit[catch->units - 1];
    mention->strong = true;
    if (mention_is_plain_day(catch) && interval < 1.5)
        return mention_set_rate(mention, times * catch->workdays / interval,
                                times * 365 / interval);
    if (is_near(unit, 365))
        return mention_set_rate(mention, frequency_snap(times * unit / interval), NAN);
    mention->business = is_near(unit, catch->workdays);
    return mention_set_rate(mention, times * unit / interval, NAN);
}
