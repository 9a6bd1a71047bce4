/* Meanings of patterns that tell how often: every 3 weeks, twice a month. */
#include "model/frequency_meanings.h"

bool mean_plain_rate(const struct catch *c, struct mention *m)
{
    m->business = is_near(c->rate[0]->value, c->workdays);
    return mention_set_rate(m, c->rate[0]->value, c->rate[0]->other);
}

/* "business daily", "daily, calendar": says which days. */
bool mean_adjective_rate(const struct catch *c, struct mention *m)
{
    bool daily = is_near(c->rate[0]->other, 365);
    bool calendar = false;
    for (size_t i = c->start; i < c->end; i++)
        calendar |= text_is(c->words->word[i].text, "calendar");
    if (!daily)
        return false;
    m->business = !calendar;
    return mention_set_rate(m, calendar ? 365 : c->workdays, NAN);
}

bool mean_times_rate(const struct catch *c, struct mention *m)
{
    const struct word *word = c->words->word;
    if (word[c->start].depth != word[c->end - 1].depth) /* "one time (annual report)" */
        return false;
    m->strong = true;
    m->of_year = is_between(c->rate[0]->value, 0.9, 1.1);
    return c->numbers > 0 &&
           mention_set_rate(m, c->number[0] * c->rate[0]->value, c->number[0] * c->rate[0]->other);
}

/* "weekly (2x)"; but "monthly (10x)" tells the months of the year, and "quarterly (3x)" may tell
 * the quarters. */
bool mean_rate_times(const struct catch *c, struct mention *m)
{
    enum { TIMES_MOST = 7 }; /* more often than on each day of a week is said in another way */
    double n = c->number[0], base = c->rate[0]->value;
    m->strong = true;
    if (n > TIMES_MOST)
        return base < 52.5 && n < base + 0.5 && mention_set_rate(m, n, NAN);
    if (is_between(base, 1.6, 11.4) && is_between(n, 1.6, base - 0.5))
        return mention_set_rate(m, n, n * base);
    return (n < base || base < 1.5) && mention_set_rate(m, n * base, n * c->rate[0]->other);
}

/* "weekly x 2"; but "weekly x 48" tells the weeks of the year, and "monthly x 6" may. */
bool mean_rate_by(const struct catch *c, struct mention *m)
{
    enum { TIMES_MOST = 7, SURELY_TIMES = 3 };
    double n = c->number[0], base = c->rate[0]->value;
    m->strong = true;
    if (n > TIMES_MOST || fabs(n - base) < 0.5)
        return n < base + 0.5 && mention_set_rate(m, n, NAN);
    if (n > SURELY_TIMES && is_near(base, 12))
        return mention_set_rate(m, n, n * base);
    return n >= 1 && mention_set_rate(m, n * base, n * c->rate[0]->other);
}

/* "1/2 yearly" is every half year, but may mean one in two. */
bool mean_part_rate(const struct catch *c, struct mention *m)
{
    double n = c->number[1], base = c->rate[0]->value;
    bool part = is_near(c->number[0], 1) && is_between(n, 1.6, 4.4);
    m->strong = true;
    return part && mention_set_rate(m, n * base, base / n);
}

/* "6 monthly", "14-taglich": every n of the unit of the rate. */
bool mean_per_rate(const struct catch *c, struct mention *m)
{
    double base = c->rate[0]->value;
    bool daily = is_near(c->rate[0]->other, 365);
    if (c->number[0] < 1.01)
        return mean_plain_rate(c, m);
    if (daily)
        base = 365;
    else if (!is_near(base, 52) && !is_near(base, 12) && !is_near(base, 4) &&
             !is_between(base, 0.9, 1.1) && base < 8000)
        return false;
    m->strong = true;
    if (base < 1.1 && c->number[0] > 10) /* "26 annually"; "10 yearly" is every ten years */
        return mention_set_rate(m, c->number[0], NAN);
    return mention_set_rate(m, frequency_snap(base / c->number[0]), NAN);
}

bool mean_count_per_unit(const struct catch *c, struct mention *m)
{
    m->of_year = c->units > 0 && is_between(c->unit[c->units - 1], 0.9, 1.1);
    return mention_set_unit_rate(c, m, c->number[0], 1);
}

/* "8 copies per year": so many runs, or so many things in one run. */
bool mean_count_of_things(const struct catch *c, struct mention *m)
{
    enum { RUNS_MOST = 31 }; /* "1000 records a day" are no runs */
    double unit = c->unit[0];
    const struct word *thing = &c->words->word[c->start + 1];
    if (word_meaning(thing, WORD_LETTER_UNIT) || thing->text.size < 3)
        return false;
    return c->number[0] > 1.5 && c->number[0] <= RUNS_MOST && mean_count_per_unit(c, m) &&
           mention_set_rate(m, unit, c->number[0] * unit);
}

/* "15 de chaque mois", "am 15. jeden Monats": a number without "times" before "each month" is a day
 * of the month where an article or a full stop stands with it, or where it is high. */
bool mean_bare_count_per_unit(const struct catch *c, struct mention *m)
{
    const struct word *number = &c->words->word[c->start];
    bool article =
        number->behind_filler || number[1].behind_filler ||
        (c->start > 0 && (text_is(number[-1].text, "am") || text_is(number[-1].text, "on") ||
                          text_is(number[-1].text, "op") || text_is(number[-1].text, "day")));
    double unit = c->unit[0];
    if (is_near(unit, 12) && is_between(c->number[0], 1, 31) &&
        (article || c->number[0] > 8 || word_meaning(number, WORD_ORDINAL)))
        return mention_set_month_days(m, 1, 12);
    return mean_count_per_unit(c, m);
}

bool mean_count_per_units(const struct catch *c, struct mention *m)
{
    return c->numbers > 1 && mention_set_unit_rate(c, m, c->number[0], c->number[1]);
}

bool mean_range_per_unit(const struct catch *c, struct mention *m)
{
    double middle = (c->number[0] + c->number[1]) / 2;
    if (c->numbers < 2 || !mention_set_unit_rate(c, m, middle, 1))
        return false;
    mention_set_range(m, m->runs * c->number[0] / middle, m->runs * c->number[1] / middle);
    return true;
}

bool mean_range_times_rate(const struct catch *c, struct mention *m)
{
    double middle = (c->number[0] + c->number[1]) / 2, rate = c->rate[0]->value;
    m->strong = true;
    mention_set_range(m, c->number[0] * rate, c->number[1] * rate);
    return c->numbers > 1 && mention_set_rate(m, middle * rate, middle * c->rate[0]->other);
}

/* "every second" alone is a unit; "every second and third month" begins a list. */
bool mean_every_unit(const struct catch *c, struct mention *m)
{
    const struct word *last = &c->words->word[c->end - 1];
    if (c->end + 1 < c->words->count && word_meaning(last, WORD_ORDINAL) &&
        word_meaning(last + 2, WORD_ORDINAL))
        return false;
    if (c->unit[0] > 31000000) /* every second: nobody makes a report of it */
        return mention_set_kind(m, MENTION_CONTINUOUS);
    return mention_set_unit_rate(c, m, 1, 1);
}

/* "par jour"; not "par le DAG", where an article says that the word is no unit. */
bool mean_per_unit(const struct catch *c, struct mention *m)
{
    return !c->words->word[c->end - 1].behind_filler && mean_every_unit(c, m);
}

/* "ogni 10 del mese", "every 10th of the month" are days of each month, not every ten months. */
bool mean_every_units(const struct catch *c, struct mention *m)
{
    bool article = c->words->word[c->end - 1].behind_filler;
    if (article && is_near(c->unit[0], 12) && c->number[0] <= 31)
        return mention_set_month_days(m, 1, 12);
    return mention_set_unit_rate(c, m, 1, c->number[0]);
}

bool mean_every_range(const struct catch *c, struct mention *m)
{
    size_t first = c->numbers > 2 ? 1 : 0; /* "once every 3 to 5 years" begins with a 1 */
    if (c->numbers < 2)
        return false;
    double low = c->number[first], high = c->number[first + 1];
    if (!mention_set_unit_rate(c, m, 1, (low + high) / 2))
        return false;
    double unit = c->unit[c->units - 1];
    mention_set_range(m, unit / low, unit / high);
    return true;
}

/* "jeden ersten Werktag" is one of the month. */
bool mean_every_ordinal(const struct catch *c, struct mention *m)
{
    if (c->units > 0 && is_between(c->unit[c->units - 1], 53, 366) &&
        c->number[c->numbers - 1] < 1.5)
        return mention_set_month_days(m, 1, 12);
    if (c->words->word[c->end - 1].behind_filler)
        return mean_every_units(c, m);
    return c->number[c->numbers - 1] >= 1 &&
           mention_set_unit_rate(c, m, 1, c->number[c->numbers - 1]);
}

bool mean_every_other(const struct catch *c, struct mention *m)
{
    return mention_set_unit_rate(c, m, 1, 2);
}

bool mean_every_half(const struct catch *c, struct mention *m)
{
    return mention_set_unit_rate(c, m, 2, 1);
}

/* "alle 2 Mon." */
bool mean_every_months(const struct catch *c, struct mention *m)
{
    m->strong = true;
    return c->number[0] >= 1 && mention_set_rate(m, 12 / c->number[0], NAN);
}

/* "tous les 15 jours" says two weeks, as "quinzaine" does; counted out it is 24 a year. */
bool mean_every_fortnight(const struct catch *c, struct mention *m)
{
    (void)c;
    m->strong = true;
    return mention_set_rate(m, 26, NAN);
}

bool mean_quarter_hour(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_rate(m, 4 * 8760, NAN);
}

bool mean_one_in(const struct catch *c, struct mention *m)
{
    return mention_set_unit_rate(c, m, 1, c->number[c->numbers - 1]);
}

/* "am 15. des Monats", "le 15 du mois": a day of the month, not every fifteen months. */
static bool is_day_of_month(const struct catch *c)
{
    const struct word *number = &c->words->word[c->start];
    bool article = c->words->word[c->end - 1].behind_filler && c->number[0] <= 31;
    return word_meaning(number, WORD_ORDINAL) || (article && is_near(c->unit[0], 12));
}

/* "15m" and "30m" are minutes, "3m" and "6m" months. */
static bool is_minutes(const struct catch *c)
{
    double n = c->number[c->numbers - 1];
    return text_is(c->words->word[c->end - 1].text, "m") && is_between(n, 5, 60) &&
           fabs(remainder(n, 5)) < 0.5;
}

/* "5 days" may be days of a week, "48 weeks" the weeks of a year; NAN where nothing else is meant.
 */
static double other_interval(const struct catch *c)
{
    double n = c->number[c->numbers - 1];
    bool day = is_near(c->unit[0], 365), week = is_near(c->unit[0], 52);
    if (day && is_between(n, 4.5, 6.5))
        return n < 5.5 ? c->workdays : 52 * n;
    return week && is_between(n, 26.5, 51.5) ? n : NAN;
}

bool mean_interval(const struct catch *c, struct mention *m)
{
    bool shifts = fabs(c->unit[0] - 3 * c->workdays) < 0.5;
    if (shifts && c->has_class[WORD_UNIT]) /* "two shifts" */
        return mention_set_rate(m, c->number[c->numbers - 1] * c->workdays, NAN);
    if (is_minutes(c)) {
        m->runs = 525600 / c->number[c->numbers - 1];
        return mention_set_kind(m, MENTION_INTERVAL);
    }
    if (is_day_of_month(c)) {
        mention_set_month_days(m, 1, c->unit[0]);
        return c->unit[0] < 53;
    }
    if (!mention_set_unit_rate(c, m, 1, c->number[c->numbers - 1]))
        return false;
    m->strong = false;
    if (other_interval(c) > 0)
        m->alternative = other_interval(c);
    return mention_set_kind(m, MENTION_INTERVAL);
}

/* "weekly for 40 weeks" tells how many of the year; "for 2 weeks" may be anything. */
bool mean_for_units(const struct catch *c, struct mention *m)
{
    double unit = c->unit[0];
    bool most = is_between(unit, 11, 53) && is_between(c->number[0], unit / 2, unit - 0.5);
    return most ? mean_interval(c, m) : mention_set_kind(m, MENTION_KINDS);
}

bool mean_interval_range(const struct catch *c, struct mention *m)
{
    if (!mean_every_range(c, m))
        return false;
    m->strong = false;
    return mention_set_kind(m, MENTION_INTERVAL);
}

bool mean_lone_unit(const struct catch *c, struct mention *m)
{
    if (is_near(c->unit[0], c->workdays))
        return mention_set_days(m, 0x1F);
    if (is_near(c->plain_unit->other, 365)) /* calendar days */
        return mention_set_days(m, 0x7F);
    if (!mention_set_unit_rate(c, m, 1, 1))
        return false;
    m->strong = false;
    if (is_near(c->unit[0], 12) && word_meaning(&c->words->word[c->start], WORD_SHORT_DAY))
        m->alternative = 52; /* "Mo" is a month, or Monday */
    return mention_set_kind(m, MENTION_UNIT);
}

/* Accounting periods of four weeks; "13 periods" says the number itself. */
bool mean_periods(const struct catch *c, struct mention *m)
{
    (void)c;
    m->strong = true;
    return mention_set_rate(m, 13, 12);
}

bool mean_lone_periods(const struct catch *c, struct mention *m)
{
    double n = c->number[c->numbers - 1];
    m->strong = true;
    return is_between(n, 2, 14) && mention_set_rate(m, n, NAN);
}

/* 4-4-5 names the weeks of the three closes of a quarter: twelve a year, not thirteen. */
bool mean_close_of_month(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_rate(m, 12, NAN);
}

static bool days_a_week(const struct catch *c, struct mention *m)
{
    double days = c->number[0];
    m->strong = true;
    if (!is_between(days, 1, 7))
        return false;
    m->business = is_near(days, 5);
    return mention_set_rate(m, days > 6.5 ? 365 : m->business ? c->workdays : 52 * days, NAN);
}

/* "5/7"; "1/7" may as well be a date. */
bool mean_days_of_seven(const struct catch *c, struct mention *m)
{
    return c->number[0] > 1.5 && days_a_week(c, m);
}

/* "2 pw" */
bool mean_count_a_week(const struct catch *c, struct mention *m)
{
    m->strong = true;
    return mention_set_rate(m, 52 * c->number[0], NAN);
}

/* "un vendredi sur deux" */
bool mean_weekday_in(const struct catch *c, struct mention *m)
{
    double n = c->number[c->numbers - 1];
    m->strong = true;
    return is_between(n, 1, 52.5) && mention_set_rate(m, 52 / n, NAN);
}

bool mean_days_per_unit(const struct catch *c, struct mention *m)
{
    double day = c->unit[0], unit = c->unit[1];
    m->strong = true;
    m->of_year = is_between(day, 11, 53) && unit < 1.1;
    if (m->of_year) /* "10 months a year" */
        return mention_set_rate(m, c->number[0], NAN);
    if (!is_between(day, c->workdays - 0.5, 366) || unit > 53)
        return false;
    if (unit > 51)
        return days_a_week(c, m);
    m->strong = true;
    return mention_set_rate(m, c->number[0] * unit, NAN);
}

bool mean_count_a_year(const struct catch *c, struct mention *m)
{
    m->of_year = true;
    m->strong = true;
    return mention_set_rate(m, c->number[0], NAN);
}

/* The letters with a slash between that offices write: b/w, s/m, s/a. */
bool mean_every_two_weeks(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_rate(m, 26, 104);
}

bool mean_twice_a_month(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_rate(m, 24, NAN);
}

bool mean_twice_a_year(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_rate(m, 2, NAN);
}

/* "close of business" */
bool mean_end_of_day(const struct catch *c, struct mention *m)
{
    m->business = true;
    return mention_set_rate(m, c->workdays, NAN);
}

bool mean_every_calendar_day(const struct catch *c, struct mention *m)
{
    return mention_is_plain_day(c) && mention_set_rate(m, 365, NAN);
}

bool mean_every_year(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_rate(m, 1, NAN);
}

/* Paid every two weeks, or twice a month. */
bool mean_every_pay_period(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_rate(m, 26, 24);
}

/* Eight hours of a working day, as costed for "hourly" in offices. */
bool mean_business_hours(const struct catch *c, struct mention *m)
{
    (void)c;
    m->count = 8;
    m->business = true;
    return mention_set_kind(m, MENTION_HOURS);
}

bool mean_around_the_clock(const struct catch *c, struct mention *m)
{
    (void)c;
    m->is_short = true; /* the other reading is that there are no runs at all */
    return mention_set_rate(m, 365, NAN);
}

bool mean_seven_days(const struct catch *c, struct mention *m)
{
    (void)c;
    m->mask = 0x7F;
    return mention_set_kind(m, MENTION_DAYS);
}
