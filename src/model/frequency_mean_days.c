/* Meanings of patterns that name days, months, dates and times: what refines a rate or stands for
 * one. */
#include "model/frequency_meanings.h"

bool mean_half_ordinal(const struct catch *c, struct mention *m)
{
    (void)c;
    m->count = 1;
    return mention_set_kind(m, MENTION_DATES);
}

bool mean_weekdays(const struct catch *c, struct mention *m)
{
    m->strong = c->has_class[WORD_EVERY];
    return mention_set_days(m, c->mask[0]);
}

/* "daily incl. Sat": besides the working days. */
bool mean_days_besides(const struct catch *c, struct mention *m)
{
    return mention_set_days(m, 0x1F | c->mask[0]);
}

bool mean_weekend(const struct catch *c, struct mention *m)
{
    (void)c;
    m->alternative = 52;
    return mention_set_days(m, 0x60);
}

/* From one bit up to another, round the end of the week or year where need be. */
static unsigned bits_between(unsigned first, unsigned last, unsigned size)
{
    unsigned mask = first;
    for (unsigned bit = first; bit != last;) {
        bit = bit << 1 & ((1u << size) - 1) ? bit << 1 : 1;
        mask |= bit;
    }
    return mask;
}

bool mean_weekday_range(const struct catch *c, struct mention *m)
{
    m->is_range = true;
    return c->masks > 1 && mention_set_days(m, bits_between(c->mask[0], c->mask[1], 7));
}

bool mean_every_other_weekday(const struct catch *c, struct mention *m)
{
    (void)c;
    m->strong = true;
    return mention_set_rate(m, 26, NAN);
}

/* "every second Tuesday" is every other one, or the second of each month. */
bool mean_every_nth_weekday(const struct catch *c, struct mention *m)
{
    double n = c->number[0];
    m->strong = true;
    if (is_near(n, 2))
        return mention_set_rate(m, 26, 12);
    return mention_set_rate(m, 12, n > 2.5 ? 52 / n : NAN);
}

bool mean_short_days(const struct catch *c, struct mention *m)
{
    m->is_short = true;
    return mention_set_days(m, c->mask[0]);
}

bool mean_short_pair(const struct catch *c, struct mention *m)
{
    m->is_short = true;
    mention_set_days(m, c->mask[0] | c->mask[1]);
    return c->masks > 1;
}

/* "mar" is mardi beside another weekday, else a month. */
bool mean_mardi_and(const struct catch *c, struct mention *m)
{
    return mention_set_days(m, c->mask[0] | 0x02);
}

bool mean_three_days(const struct catch *c, struct mention *m)
{
    mention_set_days(m, c->mask[0] | c->mask[1] | c->mask[2]);
    return c->masks > 2;
}

bool mean_working_week(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_days(m, 0x1F);
}

bool mean_unit_weekday(const struct catch *c, struct mention *m)
{
    mention_set_days(m, c->mask[0]);
    return is_near(c->unit[0], 52);
}

bool mean_month_day(const struct catch *c, struct mention *m)
{
    m->is_short = true; /* says nothing of the month: it may be another one's first part */
    mention_set_month_days(m, 1, 12);
    return c->number[0] <= 31;
}

bool mean_unit_day(const struct catch *c, struct mention *m)
{
    double unit = c->unit[c->units - 1];
    m->strong = c->has_class[WORD_EVERY] || c->has_class[WORD_PER];
    mention_set_month_days(m, 1, unit);
    return unit < 53 && unit > 0;
}

/* "every first business day of the month"; but every third month of the year is a rhythm of months.
 */
bool mean_nth_of_unit(const struct catch *c, struct mention *m)
{
    return c->units > 1 && c->unit[0] > c->unit[1] && (c->unit[0] > 51 || c->unit[1] > 1.5) &&
           mean_unit_day(c, m);
}

bool mean_month_weekday(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_month_days(m, 1, 12);
}

bool mean_month_of_year(const struct catch *c, struct mention *m)
{
    m->strong = c->has_class[WORD_EVERY];
    m->mask = c->mask[c->masks - 1];
    return mention_set_month_days(m, 1, 1);
}

/* "last Friday of March to June" */
bool mean_day_of_month_range(const struct catch *c, struct mention *m)
{
    if (c->masks < 2)
        return false;
    m->mask = bits_between(c->mask[c->masks - 2], c->mask[c->masks - 1], 12);
    double months = 0;
    for (unsigned rest = m->mask; rest; rest &= rest - 1)
        months++;
    return mention_set_month_days(m, months, 1);
}

/* "5th working day" is of each month; "third quarter" a part of the year; "second year" no rhythm.
 */
bool mean_ordinal_unit(const struct catch *c, struct mention *m)
{
    double unit = c->unit[0];
    if (is_between(unit, 240, 366))
        return mention_set_month_days(m, 1, 12);
    if (is_near(unit, 52)) { /* "1st and 3rd week" are of each month */
        m->is_short = true;
        return mention_set_month_days(m, 1, 12);
    }
    if (c->words->word[c->end - 1].behind_filler) { /* "1er du mois" */
        mention_set_month_days(m, 1, unit);
        return unit < 53;
    }
    m->count = 1;
    return mention_set_kind(m, is_between(unit, 1.5, 4.5) ? MENTION_DATES : MENTION_KINDS);
}

/* "week 1 and 3 of each month" */
bool mean_two_of_unit(const struct catch *c, struct mention *m)
{
    m->strong = true;
    mention_set_month_days(m, 2, c->unit[1]);
    return c->units > 1 && c->unit[1] < 53;
}

/* "am 1. und 15. jeden Monats", "le 5 et le 20 de chaque mois": days where an article, the form of
 * the number or its size says so; "2 and 3 per month" are counts. */
bool mean_two_month_days(const struct catch *c, struct mention *m)
{
    bool named = c->has_class[WORD_ORDINAL] || c->number[1] > 8;
    for (size_t i = c->start; i < c->end; i++) {
        const struct word *word = &c->words->word[i];
        named |= word->behind_filler && word_meaning(word, WORD_NUMBER);
        named |= word_meaning(word, WORD_ORDINAL) != NULL;
    }
    const struct word *unit = &c->words->word[c->end - 1];
    named &= unit->behind_filler || word_meaning(unit - 1, WORD_PER) ||
             word_meaning(unit - 1, WORD_EVERY); /* not "every second and third month" */
    m->strong = true;
    mention_set_month_days(m, 2, 12);
    return named && c->numbers > 1 && c->number[0] >= 1 && c->number[0] < c->number[1] &&
           c->number[1] <= 31 && is_near(c->unit[0], 12);
}

/* "5., 15. und 25. jeden Monats" */
bool mean_three_month_days(const struct catch *c, struct mention *m)
{
    bool rising = c->numbers > 2 && c->number[0] < c->number[1] && c->number[1] < c->number[2];
    m->strong = true;
    mention_set_month_days(m, 3, 12);
    return rising && c->number[0] >= 1 && is_between(c->number[2], 9, 31) &&
           is_near(c->unit[0], 12);
}

/* "les 1er et 15", and nothing behind it */
bool mean_two_lone_days(const struct catch *c, struct mention *m)
{
    mention_set_month_days(m, 2, 12);
    return c->end == c->words->count && c->number[0] < c->number[1] && c->number[1] <= 31;
}

/* "every second and fourth Tuesday of the month" */
bool mean_two_of_last_unit(const struct catch *c, struct mention *m)
{
    double unit = c->units > 0 ? c->unit[c->units - 1] : 0;
    m->strong = true;
    mention_set_month_days(m, 2, unit);
    return is_between(unit, 0.1, 12.5);
}

bool mean_month_day_number(const struct catch *c, struct mention *m)
{
    mention_set_month_days(m, 1, 12);
    return is_between(c->number[0], 1, 31);
}

bool mean_work_day_number(const struct catch *c, struct mention *m)
{
    m->is_short = true;
    return mean_month_day_number(c, m);
}

bool mean_unit_end(const struct catch *c, struct mention *m)
{
    double unit = c->unit[0];
    m->strong = c->has_class[WORD_EVERY];
    if (is_near(unit, 365))
        return mention_set_rate(m, c->workdays, NAN);
    mention_set_month_days(m, 1, unit);
    return unit < 53;
}

bool mean_every_date(const struct catch *c, struct mention *m)
{
    m->strong = true;
    return mean_half_ordinal(c, m);
}

static bool is_date(double a, double b)
{
    return is_between(fmin(a, b), 1, 12) && fmax(a, b) <= 31;
}

/* 12/31 and 30/6, either order: a date where one number is no month, so that 1/2 and 24/7 are none.
 */
bool mean_slash_date(const struct catch *c, struct mention *m)
{
    double a = c->number[0], b = c->number[1];
    mean_half_ordinal(c, m);
    return is_date(a, b) && (a > 12 || b > 12);
}

/* "by 3/1" */
bool mean_short_slash_date(const struct catch *c, struct mention *m)
{
    mean_half_ordinal(c, m);
    return is_date(c->number[0], c->number[1]);
}

bool mean_end_of_month(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_month_days(m, 1, 12);
}

bool mean_end_of_quarter(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_month_days(m, 1, 4);
}

bool mean_end_of_year(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_month_days(m, 1, 1);
}

/* "final day of each month" */
bool mean_final_unit(const struct catch *c, struct mention *m)
{
    m->strong = c->has_class[WORD_EVERY];
    mention_set_month_days(m, 1, c->unit[1]);
    return c->units > 1 && c->unit[1] < 53;
}

static bool set_months(struct mention *m, unsigned mask)
{
    m->mask = mask;
    return mention_set_kind(m, MENTION_MONTHS);
}

bool mean_months(const struct catch *c, struct mention *m)
{
    m->strong = c->has_class[WORD_EVERY];
    return set_months(m, c->mask[0]);
}

bool mean_month_range(const struct catch *c, struct mention *m)
{
    m->is_range = true;
    return c->masks > 1 && set_months(m, bits_between(c->mask[0], c->mask[1], 12));
}

bool mean_day_of_month(const struct catch *c, struct mention *m)
{
    bool leap_day = is_near(c->number[0], 29) && c->mask[0] == 0x02;
    m->count = leap_day ? 0.25 : 1;
    mention_set_kind(m, MENTION_DATES);
    return is_between(c->number[0], 1, 31);
}

bool mean_every_day_of_month(const struct catch *c, struct mention *m)
{
    m->strong = true;
    if (c->units > 0 && !is_between(c->unit[0], 0.9, 1.1))
        return false;
    return mean_day_of_month(c, m);
}

/* 31 September every 3rd year: the day repeats with the years. */
bool mean_day_every_years(const struct catch *c, struct mention *m)
{
    return c->unit[0] < 1.1 && mean_every_ordinal(c, m);
}

bool mean_dated(const struct catch *c, struct mention *m)
{
    m->is_short = c->has_class[WORD_YEAR] && !c->has_class[WORD_MONTH];
    return mention_set_kind(m, MENTION_DATED);
}

bool mean_quarter_name(const struct catch *c, struct mention *m)
{
    m->count = 1;
    mention_set_kind(m, MENTION_DATES);
    if (c->numbers == 0)
        return true;
    if (!is_between(c->number[0], 1, 4))
        return false;
    m->mask = 7u << 3 * ((unsigned)c->number[0] - 1);
    return true;
}

/* "weekly in Q1": the months of the quarter; as a date of its own it comes once a year. */
bool mean_quarter_months(const struct catch *c, struct mention *m)
{
    for (size_t i = 0; i < c->numbers; i++)
        if (!is_between(c->number[i], 1, 4))
            return false;
    unsigned first = (unsigned)c->number[0] - 1, last = (unsigned)c->number[c->numbers - 1] - 1;
    m->is_range = m->is_short = true;
    m->count = 1;
    if (c->has_class[WORD_TO]) {
        set_months(m, bits_between(1u << 3 * first, 4u << 3 * last, 12));
        return last > first;
    }
    return set_months(m, 7u << 3 * first | 7u << 3 * last);
}

bool mean_half_months(const struct catch *c, struct mention *m)
{
    m->is_range = m->is_short = true;
    m->count = 1;
    set_months(m, c->number[0] < 2 ? 0x03F : 0xFC0);
    return is_between(c->number[0], 1, 2);
}

/* "weekly in summer": three months of the year, whichever. */
bool mean_season_months(const struct catch *c, struct mention *m)
{
    (void)c;
    m->is_range = m->is_short = true;
    m->count = 1;
    return set_months(m, 7u);
}

bool mean_half_name(const struct catch *c, struct mention *m)
{
    bool named = c->number[0] <= 2 && mean_quarter_name(c, m);
    m->mask = 0;
    return named;
}

bool mean_quarter_all(const struct catch *c, struct mention *m)
{
    m->count = c->number[1] - c->number[0] + 1;
    mention_set_kind(m, MENTION_DATES);
    return is_between(m->count, 2, 4);
}

bool mean_time_of_day(const struct catch *c, struct mention *m)
{
    (void)c;
    m->count = 1;
    return mention_set_kind(m, MENTION_TIMES);
}

bool mean_time_span(const struct catch *c, struct mention *m)
{
    double hour[2] = {c->number[0], c->numbers > 1 ? c->number[1] : c->time[0]}; /* 8-18 Uhr */
    bool time_first = c->times > 0 && word_meaning(&c->words->word[c->start], WORD_TIME);
    if (c->times > 1 || time_first) {
        hour[0] = c->time[0];
        hour[1] = c->times > 1 ? c->time[1] : c->number[0];
    }
    m->count = hour[1] > hour[0] ? hour[1] - hour[0] : hour[1] - hour[0] + 24;
    mention_set_kind(m, MENTION_HOURS);
    return hour[0] <= 24 && hour[1] <= 24;
}

/* Whether some word tells runs within a day. */
static bool runs_within_a_day(const struct words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        const struct meaning *rate = word_meaning(&words->word[i], WORD_RATE);
        const struct meaning *unit = word_meaning(&words->word[i], WORD_UNIT);
        if ((rate && rate->value > 2000) || (unit && unit->value > 2000))
            return true;
    }
    return false;
}

/* "hourly 9-5", "every 15 min Mon-Fri 9-5": hours of the day, up to the afternoon where they seem
 * to go back. */
bool mean_hour_span(const struct catch *c, struct mention *m)
{
    double start = c->number[0], end = c->number[1];
    if (start > 24 || end > 24 || !runs_within_a_day(c->words))
        return false;
    m->count = end > start ? end - start : end + 12 > start ? end + 12 - start : end + 24 - start;
    return mention_set_kind(m, MENTION_HOURS);
}

/* "hourly 9-5 weekdays" */
bool mean_working_hour_span(const struct catch *c, struct mention *m)
{
    m->business = true;
    return is_near(c->unit[0], c->workdays) && mean_hour_span(c, m);
}

/* "1/1 and 7/1" */
bool mean_two_slash_dates(const struct catch *c, struct mention *m)
{
    m->count = 2;
    mention_set_kind(m, MENTION_DATES);
    return c->numbers == 4 && is_date(c->number[0], c->number[1]) &&
           is_date(c->number[2], c->number[3]);
}

bool mean_two_times(const struct catch *c, struct mention *m)
{
    (void)c;
    m->count = 2;
    return mention_set_kind(m, MENTION_TIMES);
}

bool mean_except(const struct catch *c, struct mention *m)
{
    (void)c;
    return mention_set_kind(m, MENTION_EXCEPT);
}
