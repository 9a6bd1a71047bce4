#include <string.h>

#include "model/frequency_parts.h"

/* What a pattern has caught, in the order of the words. */
struct catch {
    double number[4], unit[4], time[2];
    const struct meaning *rate[2], *plain_unit;
    unsigned mask[3];
    size_t numbers, units, rates, masks, times;
    bool has_class[WORD_CLASSES];
    double workdays;
    const struct words *words;
    size_t start, end;
};

typedef bool meaning_function(const struct catch *catch, struct mention *mention);


static bool set_rate(struct mention *mention, double runs, double alternative)
{
    mention->kind = MENTION_RATE;
    mention->runs = runs;
    mention->alternative = alternative > 0 ? alternative : NAN;
    return runs > 0 && isfinite(runs); /* "every 0 weeks" is none */
}

static bool set_kind(struct mention *mention, enum mention_kind kind)
{
    mention->kind = kind;
    return true;
}

static bool set_month_days(struct mention *m, double count, double base)
{
    m->count = count;
    m->base = base;
    return set_kind(m, MENTION_MONTHDAYS);
}

static bool is_plain_day(const struct catch *catch)
{
    return catch->plain_unit && catch->plain_unit->value > 364 && catch->plain_unit->value < 366 &&
           catch->plain_unit->other <= 0;
}

/* times in every interval units. "A day" in words is a working day, with the calendar day as the
 * other reading; every second or third day can only be counted on the calendar. */
static bool set_unit_rate(const struct catch *catch, struct mention *mention, double times,
                          double interval)
{
    if (catch->units == 0 || !(times > 0) || !(interval > 0))
        return false;
    double unit = catch->unit[catch->units - 1];
    mention->strong = true;
    if (is_plain_day(catch) && interval < 1.5)
        return set_rate(mention, times * catch->workdays / interval, times * 365 / interval);
    if (unit > 364 && unit < 366)
        return set_rate(mention, frequency_snap(times * unit / interval), NAN);
    mention->business = unit >= catch->workdays - 0.5 && unit <= catch->workdays + 0.5;
    return set_rate(mention, times * unit / interval, NAN);
}

static bool plain_rate(const struct catch *c, struct mention *m)
{
    m->business = c->rate[0]->value >= c->workdays - 0.5 && c->rate[0]->value <= c->workdays + 0.5;
    return set_rate(m, c->rate[0]->value, c->rate[0]->other);
}

/* "business daily", "daily, calendar": says which days. */
static bool adjective_rate(const struct catch *c, struct mention *m)
{
    bool daily = c->rate[0]->other > 364 && c->rate[0]->other < 366;
    bool calendar = false;
    for (size_t i = c->start; i < c->end; i++)
        calendar |= text_is(c->words->word[i].text, "calendar");
    if (!daily)
        return plain_rate(c, m);
    m->business = !calendar;
    return set_rate(m, calendar ? 365 : c->workdays, NAN);
}

static bool times_rate(const struct catch *c, struct mention *m)
{
    m->strong = true;
    return c->numbers > 0 &&
           set_rate(m, c->number[0] * c->rate[0]->value, c->number[0] * c->rate[0]->other);
}

/* "6 monthly", "14-taglich": every n of the unit of the rate. */
static bool per_rate(const struct catch *c, struct mention *m)
{
    double base = c->rate[0]->value;
    bool daily = c->rate[0]->other > 364 && c->rate[0]->other < 366;
    if (daily)
        base = 365;
    else if (!(base > 51.5 && base < 52.5) && !(base > 11.5 && base < 12.5) &&
             !(base > 3.5 && base < 4.5) && !(base > 0.9 && base < 1.1) && base < 8000)
        return false;
    m->strong = true;
    return set_rate(m, frequency_snap(base / c->number[0]), NAN);
}

static bool count_per_unit(const struct catch *c, struct mention *m)
{
    return set_unit_rate(c, m, c->number[0], 1);
}

/* "15 de chaque mois", "am 15. jeden Monats": a number without "times" before "each month" is a day of
 * the month where an article or a full stop stands with it, or where it is high. */
static bool bare_count_per_unit(const struct catch *c, struct mention *m)
{
    const struct word *number = &c->words->word[c->start];
    bool article = number->behind_filler || number[1].behind_filler ||
                   (c->start > 0 && (text_is(number[-1].text, "am") ||
                                     text_is(number[-1].text, "on") ||
                                     text_is(number[-1].text, "op") ||
                                     text_is(number[-1].text, "day")));
    double unit = c->unit[0];
    if (unit > 11 && unit < 13 && c->number[0] >= 1 && c->number[0] <= 31 &&
        (article || c->number[0] > 8 || word_meaning(number, WORD_ORDINAL)))
        return set_month_days(m, 1, 12);
    return count_per_unit(c, m);
}

static bool count_per_units(const struct catch *c, struct mention *m)
{
    return c->numbers > 1 && set_unit_rate(c, m, c->number[0], c->number[1]);
}

static void set_range(struct mention *m, double low, double high)
{
    m->low = low < high ? low : high;
    m->high = low < high ? high : low;
}

static bool range_per_unit(const struct catch *c, struct mention *m)
{
    double middle = (c->number[0] + c->number[1]) / 2;
    if (c->numbers < 2 || !set_unit_rate(c, m, middle, 1))
        return false;
    set_range(m, m->runs * c->number[0] / middle, m->runs * c->number[1] / middle);
    return true;
}

static bool range_times_rate(const struct catch *c, struct mention *m)
{
    double middle = (c->number[0] + c->number[1]) / 2, rate = c->rate[0]->value;
    m->strong = true;
    set_range(m, c->number[0] * rate, c->number[1] * rate);
    return c->numbers > 1 && set_rate(m, middle * rate, middle * c->rate[0]->other);
}

static bool every_unit(const struct catch *c, struct mention *m)
{
    m->of_each = true;
    return set_unit_rate(c, m, 1, 1);
}

/* "par jour"; not "par le DAG", where an article says that the word is no unit. */
static bool per_unit(const struct catch *c, struct mention *m)
{
    return !c->words->word[c->end - 1].behind_filler && every_unit(c, m);
}

static bool every_units(const struct catch *c, struct mention *m)
{
    return set_unit_rate(c, m, 1, c->number[0]);
}

static bool every_range(const struct catch *c, struct mention *m)
{
    size_t first = c->numbers > 2 ? 1 : 0; /* "once every 3 to 5 years" begins with a 1 */
    if (c->numbers < 2)
        return false;
    double low = c->number[first], high = c->number[first + 1];
    if (!set_unit_rate(c, m, 1, (low + high) / 2))
        return false;
    double unit = c->unit[c->units - 1];
    set_range(m, unit / low, unit / high);
    return true;
}

static bool every_ordinal(const struct catch *c, struct mention *m)
{
    return c->number[c->numbers - 1] >= 1 && set_unit_rate(c, m, 1, c->number[c->numbers - 1]);
}

static bool every_other(const struct catch *c, struct mention *m)
{
    return set_unit_rate(c, m, 1, 2);
}

static bool every_half(const struct catch *c, struct mention *m)
{
    return set_unit_rate(c, m, 2, 1);
}

static bool quarter_hour(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_rate(m, 4 * 8760, NAN);
}

static bool half_ordinal(const struct catch *c, struct mention *m)
{
    (void)c;
    m->count = 1;
    return set_kind(m, MENTION_DATES);
}

static bool one_in(const struct catch *c, struct mention *m)
{
    return set_unit_rate(c, m, 1, c->number[c->numbers - 1]);
}

/* "am 15. des Monats", "le 15 du mois": a day of the month, not every fifteen months. */
static bool is_day_of_month(const struct catch *c)
{
    const struct word *number = &c->words->word[c->start];
    bool article = c->words->word[c->end - 1].behind_filler && c->number[0] <= 31;
    return word_meaning(number, WORD_ORDINAL) || (article && c->unit[0] > 11 && c->unit[0] < 13);
}

/* "15m" and "30m" are minutes, "3m" and "6m" months. */
static bool is_minutes(const struct catch *c)
{
    double n = c->number[c->numbers - 1];
    return text_is(c->words->word[c->end - 1].text, "m") && n > 4 && n < 61 &&
           fabs(remainder(n, 5)) < 0.5;
}

static bool interval(const struct catch *c, struct mention *m)
{
    if (is_minutes(c)) {
        m->runs = 525600 / c->number[c->numbers - 1];
        return set_kind(m, MENTION_INTERVAL);
    }
    if (is_day_of_month(c))
        return c->unit[0] < 53 && set_month_days(m, 1, c->unit[0]);
    if (!set_unit_rate(c, m, 1, c->number[c->numbers - 1]))
        return false;
    m->strong = false;
    return set_kind(m, MENTION_INTERVAL);
}

static bool interval_range(const struct catch *c, struct mention *m)
{
    if (!every_range(c, m))
        return false;
    m->strong = false;
    return set_kind(m, MENTION_INTERVAL);
}

static bool set_days(struct mention *m, unsigned mask)
{
    m->mask = mask;
    return set_kind(m, MENTION_DAYS);
}

static bool lone_unit(const struct catch *c, struct mention *m)
{
    if (c->unit[0] >= c->workdays - 0.5 && c->unit[0] <= c->workdays + 0.5)
        return set_days(m, 0x1F);
    if (c->plain_unit->other > 364 && c->plain_unit->other < 366) /* calendar days */
        return set_days(m, 0x7F);
    if (!set_unit_rate(c, m, 1, 1))
        return false;
    m->strong = false;
    return set_kind(m, MENTION_UNIT);
}

static bool missing_number(const struct catch *c, struct mention *m)
{
    (void)c;
    m->strong = true;
    return set_kind(m, MENTION_UNKNOWN);
}

/* Accounting periods of four weeks; "13 periods" says the number itself. */
static bool periods(const struct catch *c, struct mention *m)
{
    (void)c;
    m->strong = true;
    return set_rate(m, 13, 12);
}

static bool periods_ambiguous(const struct catch *c, struct mention *m)
{
    return periods(c, m);
}

static bool lone_periods(const struct catch *c, struct mention *m)
{
    double n = c->number[c->numbers - 1];
    m->strong = true;
    return n >= 2 && n <= 14 && set_rate(m, n, NAN);
}

/* 4-4-5 names the weeks of the three closes of a quarter: twelve a year, not thirteen. */
static bool close_of_month(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_rate(m, 12, NAN);
}

static bool days_a_week(const struct catch *c, struct mention *m)
{
    double days = c->number[0];
    m->strong = true;
    if (days > 7 || days < 1)
        return false;
    m->business = days > 4.5 && days < 5.5;
    return set_rate(m, days > 6.5 ? 365 : m->business ? c->workdays : 52 * days, NAN);
}

static bool days_per_unit(const struct catch *c, struct mention *m)
{
    double day = c->unit[0], unit = c->unit[1];
    if (day < c->workdays - 0.5 || day > 366 || unit > 53)
        return false;
    if (unit > 51)
        return days_a_week(c, m);
    m->strong = true;
    return set_rate(m, c->number[0] * unit, NAN);
}

static bool every_calendar_day(const struct catch *c, struct mention *m)
{
    return is_plain_day(c) && set_rate(m, 365, NAN);
}

static bool every_year(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_rate(m, 1, NAN);
}

/* Paid every two weeks, or twice a month. */
static bool every_pay_period(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_rate(m, 26, 24);
}

/* Eight hours of a working day, as costed for "hourly" in offices. */
static bool business_hours(const struct catch *c, struct mention *m)
{
    (void)c;
    m->count = 8;
    m->business = true;
    return set_kind(m, MENTION_HOURS);
}

static bool around_the_clock(const struct catch *c, struct mention *m)
{
    (void)c;
    m->is_short = true; /* the other reading is that there are no runs at all */
    return set_rate(m, 365, NAN);
}

static bool seven_days(const struct catch *c, struct mention *m)
{
    (void)c;
    m->mask = 0x7F;
    return set_kind(m, MENTION_DAYS);
}

static bool unclear_range(const struct catch *c, struct mention *m)
{
    (void)c;
    m->strong = true;
    return set_kind(m, MENTION_UNKNOWN);
}

static bool below_rate(const struct catch *c, struct mention *m)
{
    return unclear_range(c, m);
}

static bool nothing(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_kind(m, MENTION_KINDS);
}

static bool weekdays(const struct catch *c, struct mention *m)
{
    m->strong = c->has_class[WORD_EVERY];
    return set_days(m, c->mask[0]);
}

static bool weekend(const struct catch *c, struct mention *m)
{
    (void)c;
    m->alternative = 52;
    return set_days(m, 0x60);
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

static bool weekday_range(const struct catch *c, struct mention *m)
{
    m->is_range = true;
    return c->masks > 1 && set_days(m, bits_between(c->mask[0], c->mask[1], 7));
}

static bool every_other_weekday(const struct catch *c, struct mention *m)
{
    (void)c;
    m->strong = true;
    return set_rate(m, 26, NAN);
}

/* "every second Tuesday" is every other one, or the second of each month. */
static bool every_nth_weekday(const struct catch *c, struct mention *m)
{
    double n = c->number[0];
    m->strong = true;
    if (n > 1.5 && n < 2.5)
        return set_rate(m, 26, 12);
    return set_rate(m, 12, n > 2.5 ? 52 / n : NAN);
}

static bool short_days(const struct catch *c, struct mention *m)
{
    m->is_short = true;
    return set_days(m, c->mask[0]);
}

static bool short_range(const struct catch *c, struct mention *m)
{
    return weekday_range(c, m);
}

static bool short_pair(const struct catch *c, struct mention *m)
{
    m->is_short = true;
    return c->masks > 1 && set_days(m, c->mask[0] | c->mask[1]);
}

static bool three_days(const struct catch *c, struct mention *m)
{
    return c->masks > 2 && set_days(m, c->mask[0] | c->mask[1] | c->mask[2]);
}

static bool working_week(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_days(m, 0x1F);
}

static bool days_word(const struct catch *c, struct mention *m)
{
    return set_days(m, c->mask[0]);
}

static bool unit_weekday(const struct catch *c, struct mention *m)
{
    return c->unit[0] > 51 && c->unit[0] < 53 && set_days(m, c->mask[0]);
}

static bool month_day(const struct catch *c, struct mention *m)
{
    m->is_short = true; /* says nothing of the month: it may be another one's first part */
    return c->number[0] <= 31 && set_month_days(m, 1, 12);
}

static bool unit_day(const struct catch *c, struct mention *m)
{
    double unit = c->unit[c->units - 1];
    m->strong = c->has_class[WORD_EVERY] || c->has_class[WORD_PER];
    return unit < 53 && unit > 0 && set_month_days(m, 1, unit);
}

static bool month_weekday(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_month_days(m, 1, 12);
}

static bool month_of_year(const struct catch *c, struct mention *m)
{
    m->strong = c->has_class[WORD_EVERY];
    return set_month_days(m, 1, 1);
}

/* "5th working day" is of each month; "third quarter" a part of the year; "second year" no rhythm. */
static bool ordinal_unit(const struct catch *c, struct mention *m)
{
    double unit = c->unit[0];
    if (unit > 240 && unit < 366)
        return set_month_days(m, 1, 12);
    if (c->words->word[c->end - 1].behind_filler) /* "1er du mois" */
        return unit < 53 && set_month_days(m, 1, unit);
    m->count = 1;
    return set_kind(m, unit > 1.5 && unit < 4.5 ? MENTION_DATES : MENTION_KINDS);
}

static bool month_day_number(const struct catch *c, struct mention *m)
{
    return c->number[0] >= 1 && c->number[0] <= 31 && set_month_days(m, 1, 12);
}

static bool work_day_number(const struct catch *c, struct mention *m)
{
    m->is_short = true;
    return month_day_number(c, m);
}

static bool unit_end(const struct catch *c, struct mention *m)
{
    double unit = c->unit[0];
    m->strong = c->has_class[WORD_EVERY];
    if (unit > 364 && unit < 366)
        return set_rate(m, c->workdays, NAN);
    return unit < 53 && set_month_days(m, 1, unit);
}

/* "final day of each month" */
static bool final_unit(const struct catch *c, struct mention *m)
{
    m->strong = c->has_class[WORD_EVERY];
    return c->units > 1 && c->unit[1] < 53 && set_month_days(m, 1, c->unit[1]);
}

static bool set_months(struct mention *m, unsigned mask)
{
    m->mask = mask;
    return set_kind(m, MENTION_MONTHS);
}

static bool months(const struct catch *c, struct mention *m)
{
    return set_months(m, c->mask[0]);
}

static bool every_month(const struct catch *c, struct mention *m)
{
    m->strong = true;
    return set_months(m, c->mask[0]);
}

static bool month_range(const struct catch *c, struct mention *m)
{
    m->is_range = true;
    return c->masks > 1 && set_months(m, bits_between(c->mask[0], c->mask[1], 12));
}

static bool day_of_month(const struct catch *c, struct mention *m)
{
    m->count = 1;
    return c->number[0] >= 1 && c->number[0] <= 31 && set_kind(m, MENTION_DATES);
}

static bool every_day_of_month(const struct catch *c, struct mention *m)
{
    m->strong = true;
    if (c->units > 0 && (c->unit[0] < 0.9 || c->unit[0] > 1.1))
        return false;
    return day_of_month(c, m);
}

/* 31 September every 3rd year: the day repeats with the years. */
static bool day_every_years(const struct catch *c, struct mention *m)
{
    return c->unit[0] < 1.1 && every_ordinal(c, m);
}

static bool dated(const struct catch *c, struct mention *m)
{
    m->is_short = c->has_class[WORD_YEAR] && !c->has_class[WORD_MONTH];
    return set_kind(m, MENTION_DATED);
}

static bool quarter_name(const struct catch *c, struct mention *m)
{
    m->count = 1;
    return (c->numbers == 0 || (c->number[0] >= 1 && c->number[0] <= 4)) &&
           set_kind(m, MENTION_DATES);
}

static bool half_name(const struct catch *c, struct mention *m)
{
    return c->number[0] <= 2 && quarter_name(c, m);
}

static bool quarter_all(const struct catch *c, struct mention *m)
{
    m->count = c->number[1] - c->number[0] + 1;
    return m->count > 1 && m->count <= 4 && set_kind(m, MENTION_DATES);
}

static bool time_of_day(const struct catch *c, struct mention *m)
{
    (void)c;
    m->count = 1;
    return set_kind(m, MENTION_TIMES);
}

static bool time_span(const struct catch *c, struct mention *m)
{
    bool uhr = c->numbers > 1; /* 8-18 Uhr */
    double start = uhr ? c->number[0] : c->time[0], end = uhr ? c->number[1] : c->time[1];
    m->count = end > start ? end - start : end - start + 24;
    return start <= 24 && end <= 24 && set_kind(m, MENTION_HOURS);
}

static bool two_times(const struct catch *c, struct mention *m)
{
    (void)c;
    m->count = 2;
    return set_kind(m, MENTION_TIMES);
}

static bool except(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_kind(m, MENTION_EXCEPT);
}

static bool deadline(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_kind(m, MENTION_DEADLINE);
}

static bool lag(const struct catch *c, struct mention *m)
{
    return nothing(c, m);
}

static bool event(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_kind(m, MENTION_EVENT);
}

static bool once(const struct catch *c, struct mention *m)
{
    (void)c;
    m->strong = true;
    return set_kind(m, MENTION_ONCE);
}

/* "once" before a clause is "as soon as": once the survey is complete. */
static bool maybe_once(const struct catch *c, struct mention *m)
{
    size_t rest = c->words->count - c->end;
    bool linked = c->end < c->words->count && (word_meaning(&c->words->word[c->end], WORD_AND) ||
                                               word_meaning(&c->words->word[c->end], WORD_COMMA));
    if (rest > 1 && !linked && c->words->word[c->end].sentence == c->words->word[c->start].sentence)
        return set_kind(m, MENTION_EVENT);
    return once(c, m);
}

static bool ended(const struct catch *c, struct mention *m)
{
    (void)c;
    m->strong = true;
    return set_kind(m, MENTION_ENDED);
}

static bool finished(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_kind(m, MENTION_ENDED);
}

static bool one_off(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_kind(m, MENTION_ONE_OFF);
}

static bool continuous(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_kind(m, MENTION_CONTINUOUS);
}

static bool ongoing(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_kind(m, MENTION_ONGOING);
}

static bool unclear(const struct catch *c, struct mention *m)
{
    (void)c;
    return set_kind(m, MENTION_UNKNOWN);
}

/* ---- matching ---- */

static const struct {
    const char *elements;
    meaning_function *meaning;
} patterns[] = {
#define PATTERN(elements, meaning) {elements, meaning},
#include "model/frequency_patterns.def"
#undef PATTERN
};

static const char *const class_names[WORD_CLASSES] = {
    [WORD_RATE] = "RATE",       [WORD_UNIT] = "UNIT",         [WORD_LETTER_UNIT] = "LETTER_UNIT",
    [WORD_HALF] = "HALF",       [WORD_PERIOD] = "PERIOD",     [WORD_WEEKEND] = "WEEKEND",
    [WORD_NUMBER] = "NUMBER",   [WORD_ORDINAL] = "ORDINAL",   [WORD_MULTIPLE] = "MULTIPLE",
    [WORD_TIMES] = "TIMES",     [WORD_PER] = "PER",           [WORD_EVERY] = "EVERY",
    [WORD_OTHER] = "OTHER",     [WORD_TO] = "TO",             [WORD_AND] = "AND",
    [WORD_COMMA] = "COMMA",     [WORD_OR] = "OR",             [WORD_END] = "END",
    [WORD_CLOSE] = "CLOSE",     [WORD_SHORT_DAY] = "SHORT_DAY", [WORD_DAYS] = "DAYS",
    [WORD_DAYTIME] = "DAYTIME", [WORD_WEEKDAY] = "WEEKDAY",   [WORD_MONTH] = "MONTH",
    [WORD_TIME] = "TIME",       [WORD_DATE] = "DATE",         [WORD_YEAR] = "YEAR",
    [WORD_PLACE] = "PLACE",     [WORD_ADJECTIVE] = "ADJECTIVE",
};

static enum word_class class_of(struct text name)
{
    for (int i = 0; i < WORD_CLASSES; i++)
        if (class_names[i] && class_names[i][0] == name.data[0] && text_is(name, class_names[i]))
            return (enum word_class)i;
    return WORD_CLASSES;
}

static void caught(struct catch *c, const struct meaning *meaning)
{
    c->has_class[meaning->class] = true;
    switch (meaning->class) {
    case WORD_NUMBER:
    case WORD_MULTIPLE:
    case WORD_ORDINAL:
        if (c->numbers < 4)
            c->number[c->numbers++] = meaning->value;
        break;
    case WORD_UNIT:
    case WORD_LETTER_UNIT:
    case WORD_HALF:
        if (c->units < 4)
            c->unit[c->units++] = meaning->value;
        c->plain_unit = meaning;
        break;
    case WORD_TIME:
        if (c->times < 2)
            c->time[c->times++] = meaning->value;
        break;
    case WORD_RATE:
        if (c->rates < 2)
            c->rate[c->rates++] = meaning;
        break;
    case WORD_WEEKDAY:
    case WORD_SHORT_DAY:
    case WORD_DAYS:
    case WORD_MONTH:
        if (c->masks < 3)
            c->mask[c->masks++] = (unsigned)meaning->value;
        break;
    default:
        break;
    }
}

/* "_": one word that has nothing to do with time. */
static bool is_plain_word(const struct word *word)
{
    return !word_meaning(word, WORD_RATE) && !word_meaning(word, WORD_UNIT) &&
           !word_meaning(word, WORD_NUMBER) && !word_meaning(word, WORD_ORDINAL) &&
           !word_meaning(word, WORD_WEEKDAY) && !word_meaning(word, WORD_MONTH) &&
           !word_meaning(word, WORD_COMMA) && !word_meaning(word, WORD_OTHER);
}

/* Takes the piece before the separator off rest, as text_next for one separator: this is the innermost
 * loop of the grammar. */
static bool next_piece(struct text *rest, char separator, struct text *piece)
{
    size_t i = 0;
    if (rest->size == 0)
        return false;
    while (i < rest->size && rest->data[i] != separator)
        i++;
    *piece = text_make(rest->data, i);
    *rest = text_make(rest->data + i, rest->size - i);
    if (rest->size > 0)
        *rest = text_make(rest->data + 1, rest->size - 1);
    return true;
}

/* Whether one of the alternatives fits the word; what it caught is added. */
static bool element_fits(struct text element, const struct word *word, struct catch *c)
{
    struct text alternative;
    if (text_is(element, "_"))
        return is_plain_word(word);
    if (element.size == 1) /* "|" is never an element of its own */
        return text_equal(element, word->text);
    while (next_piece(&element, '|', &alternative)) {
        if (alternative.size > 1 && alternative.data[0] >= 'A' && alternative.data[0] <= 'Z') {
            const struct meaning *meaning = word_meaning(word, class_of(alternative));
            if (meaning) {
                caught(c, meaning);
                return true;
            }
        } else if (text_equal(alternative, word->text)) {
            return true;
        }
    }
    return false;
}

static bool is_hyphen(const struct word *word)
{
    return word->text.size == 1 && word->text.data[0] == '-';
}

static size_t match_rest(const struct words *words, size_t at, struct text elements,
                         struct catch *c);

/* "...": up to eight words of the sentence before the rest fits; alone at the end all of them. */
static size_t match_gap(const struct words *words, size_t at, struct text elements, struct catch *c)
{
    enum { GAP_MOST = 8 };
    uint16_t sentence = words->word[at > 0 ? at - 1 : 0].sentence;
    if (elements.size == 0)
        return at;
    for (size_t i = at; i < words->count && i <= at + GAP_MOST; i++) {
        struct catch attempt = *c;
        if (words->word[i].sentence != sentence)
            break;
        size_t end = match_rest(words, i, elements, &attempt);
        if (end > 0) {
            *c = attempt;
            return end;
        }
    }
    return 0;
}

/* The word behind the match of the elements, 0 where they do not fit. */
static size_t match_rest(const struct words *words, size_t at, struct text elements,
                         struct catch *c)
{
    struct text element;
    while (next_piece(&elements, ' ', &element)) {
        if (text_is(element, "..."))
            return match_gap(words, at, elements, c);
        bool optional = text_ends(element, "?");
        if (optional)
            element.size--;
        size_t here = at;
        if (here < words->count && is_hyphen(&words->word[here]) && here > c->start) {
            struct catch attempt = *c;
            if (!element_fits(element, &words->word[here], &attempt))
                here++;
        }
        if (here < words->count && element_fits(element, &words->word[here], c)) {
            at = here + 1;
            continue;
        }
        if (!optional)
            return 0;
    }
    return at;
}

static void find_best(const struct words *words, size_t at, double workdays, struct mention *best)
{
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        struct catch c = {.words = words, .workdays = workdays, .start = at};
        struct mention mention = {.runs = NAN, .alternative = NAN, .low = NAN, .high = NAN,
                                  .start = at};
        c.end = match_rest(words, at, text_of(patterns[i].elements), &c);
        if (c.end <= best->end || c.end <= at || !patterns[i].meaning(&c, &mention))
            continue;
        *best = mention;
        best->end = c.end;
    }
}

void mentions_find(struct arena *arena, const struct words *words,
                   const struct frequency_options *options, struct mentions *mentions)
{
    mentions->mention = ARENA_ARRAY(arena, words->count + 1, struct mention);
    mentions->count = 0;
    for (size_t at = 0; at < words->count;) {
        struct mention best = {.end = at};
        find_best(words, at, options->workdays, &best);
        if (best.end <= at) {
            at++;
            continue;
        }
        if (best.kind != MENTION_KINDS)
            mentions->mention[mentions->count++] = best;
        at = best.end;
    }
}

