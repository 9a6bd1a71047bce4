#include <stdlib.h>
#include <string.h>

#include "model/calendar_words.h"
#include "model/frequency_parts.h"

/* crontab(5) of five fields, Quartz of six and seven with seconds first, the six of AWS with the
 * year last, H of Jenkins, @daily and its like. Runs are counted over a year of 365 days in which
 * every weekday has its seventh part, so that no year is preferred. */

struct field {
    uint64_t bits;
    double specials; /* entries that name one day of each month: L, 15W, 5L, 5#2 */
    bool any, starred;
};

struct range_of {
    int least, most;
    bool month, weekday, month_day;
};

enum field_kind_of_cron { SECOND, MINUTE, HOUR, MONTH_DAY, MONTH, WEEKDAY, YEAR };

static const struct range_of ranges[] = {
    [SECOND] = {0, 59, false, false, false},    [MINUTE] = {0, 59, false, false, false},
    [HOUR] = {0, 23, false, false, false},      [MONTH_DAY] = {1, 31, false, false, true},
    [MONTH] = {1, 12, true, false, false},      [WEEKDAY] = {0, 7, false, true, false},
    [YEAR] = {1970, 2199, false, false, false},
};

static double count_bits(uint64_t bits)
{
    double n = 0;
    for (; bits; bits &= bits - 1)
        n++;
    return n;
}

/* A number or a name at the start of rest; -1 where there is neither. */
static int take_value(struct text *rest, const struct range_of *range)
{
    size_t i = 0;
    int value = 0;
    while (i < rest->size && i < 4 && byte_is_digit((unsigned char)rest->data[i]))
        value = value * 10 + (rest->data[i++] - '0');
    if (i == 0 && rest->size >= 3 && (range->month || range->weekday)) {
        struct text name = text_slice(*rest, 0, 3);
        int number = range->month ? calendar_month(name) : calendar_weekday(name);
        if (range->weekday && number >= 0)
            number = (number + 1) % 7; /* cron counts from Sunday */
        if (number < 0 || (range->month && number == 0))
            return -1;
        *rest = text_from(*rest, 3);
        return number;
    }
    if (i == 0 || value < range->least || value > range->most)
        return -1;
    *rest = text_from(*rest, i);
    return value;
}

static bool take(struct text *rest, char c)
{
    bool found = rest->size > 0 && byte_lower((unsigned char)rest->data[0]) == c;
    if (found)
        *rest = text_from(*rest, 1);
    return found;
}

static void set_steps(struct field *field, int first, int last, int step,
                      const struct range_of *range)
{
    int base = range->least >= 1970 ? range->least : 0;
    /* a range may go round: 22-2 hours, FRI-MON */
    int size = range->weekday ? 7 : range->most - range->least + 1;
    int length = last >= first ? last - first : last - first + size;
    for (int i = 0; i <= length; i += step) {
        int value = first + i;
        if (value > range->most)
            value -= size;
        int bit = range->weekday ? value % 7 : value - base;
        if (bit < 64)
            field->bits |= UINT64_C(1) << bit;
    }
}

/* L, LW, L-3 and 15W in days of the month, L, 5L and 5#2 in weekdays: one day of each month. */
static bool read_special(struct text item, struct field *field, const struct range_of *range)
{
    struct text rest = item;
    if (!range->month_day && !range->weekday)
        return false;
    if (take(&rest, 'l')) {
        if (rest.size == 0 && range->weekday) { /* the last day of the week is a Saturday */
            field->bits |= UINT64_C(1) << 6;
            return true;
        }
        field->specials++;
        return rest.size == 0 || text_is_nocase(rest, "w") || rest.data[0] == '-';
    }
    if (take_value(&rest, range) < 0)
        return false;
    if ((range->month_day && text_is_nocase(rest, "w")) ||
        (range->weekday &&
         (text_is_nocase(rest, "l") || (rest.size == 2 && rest.data[0] == '#')))) {
        field->specials++;
        return true;
    }
    return false;
}

/* H, H/15, H(0-29)/10 of Jenkins: one value of the range, or steps from some first one. */
static bool read_hashed(struct text item, struct field *field, const struct range_of *range)
{
    int first = range->least, last = range->most, step = 0;
    if (!take(&item, 'h'))
        return false;
    if (take(&item, '(')) {
        if ((first = take_value(&item, range)) < 0 || !take(&item, '-') ||
            (last = take_value(&item, range)) < first || !take(&item, ')'))
            return false;
    }
    if (take(&item, '/')) {
        step = atoi(item.data);
        if (step < 1 || step > 999)
            return false;
    }
    set_steps(field, first, step > 0 ? last : first, step > 0 ? step : 1, range);
    return step > 0 || item.size == 0;
}

static bool take_step(struct text *rest, int *step)
{
    size_t i = 0;
    *step = 1;
    if (!take(rest, '/'))
        return true;
    for (*step = 0; i < rest->size && i < 4 && byte_is_digit((unsigned char)rest->data[i]); i++)
        *step = *step * 10 + (rest->data[i] - '0');
    *rest = text_from(*rest, i);
    return *step > 0;
}

static bool read_item(struct text item, struct field *field, const struct range_of *range)
{
    int first = range->least, last = range->most, step;
    struct text rest = item;
    if (range->weekday)
        last = 6;
    if (read_special(item, field, range) || read_hashed(item, field, range))
        return true;
    bool open = true;
    if (!take(&rest, '*') && !take(&rest, '?')) {
        if ((first = take_value(&rest, range)) < 0)
            return false;
        open = rest.size > 0 && rest.data[0] == '/'; /* 5/15 goes on to the end */
        if (!open)
            last = first;
        if (take(&rest, '-')) {
            if ((last = take_value(&rest, range)) < 0)
                return false;
        }
    }
    if (!take_step(&rest, &step) || rest.size > 0)
        return false;
    set_steps(field, first, last, step, range);
    return true;
}

static bool read_field(struct text t, enum field_kind_of_cron kind, struct field *field)
{
    struct text item;
    *field = (struct field){.any = text_is(t, "*") || text_is(t, "?") || text_is(t, "*/1"),
                            .starred = t.size > 0 && t.data[0] == '*'};
    if (t.size == 0 || (text_is(t, "?") && kind != MONTH_DAY && kind != WEEKDAY))
        return false;
    while (text_next(&t, ",", &item))
        if (!read_item(item, field, &ranges[kind]))
            return false;
    return true;
}

struct days {
    double all, named; /* days of the months; those among them that the month days name */
    double months;
};

static struct days count_days(const struct field *month_day, const struct field *month)
{
    static const int length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    struct days days = {0};
    for (int m = 0; m < 12; m++) {
        if (!(month->bits >> (m + 1) & 1))
            continue;
        days.months++;
        days.all += length[m];
        for (int day = 1; day <= length[m]; day++)
            days.named += (double)(month_day->bits >> day & 1);
        if (m == 1 && month_day->bits >> 29 & 1)
            days.named += 0.25; /* 29 February comes every fourth year */
    }
    days.named += month_day->specials * days.months;
    if (month_day->any)
        days.named = days.all;
    return days;
}

/* Runs a year of the days; *both is set to the days that match month day and weekday at once where
 * both are given, of which cron runs on either. */
static double matching_days(const struct field *month_day, const struct field *month,
                            const struct field *weekday, double *both)
{
    struct days days = count_days(month_day, month);
    double week = count_bits(weekday->bits) / 7;
    double by_week = days.all * week + weekday->specials * days.months;
    *both = NAN;
    if (weekday->any && weekday->specials < 1)
        return days.named;
    if (month_day->any) {
        /* one to three weekdays of all months: 52 of each, as the word weekly has it */
        if (month->any && weekday->specials < 1 && count_bits(weekday->bits) < 4)
            return 52 * count_bits(weekday->bits);
        return by_week;
    }
    double intersection = days.named * (by_week / days.all);
    if (month_day->starred ||
        weekday->starred) /* crontab(5): a field with * restricts, never adds */
        return intersection;
    *both = intersection;
    return days.named + by_week - intersection;
}

/* 2026/2 is every other year: the years between two that are named. */
static double years_apart(const struct field *year)
{
    uint64_t rest = year->bits & (year->bits - 1);
    double gap = 1;
    if (year->any || rest == 0)
        return 1;
    uint64_t first = year->bits & ~rest, second = rest & ~(rest - 1);
    for (first <<= 1; first < second; first <<= 1)
        gap++;
    return gap;
}

static bool count_runs(const struct text *fields, const enum field_kind_of_cron *kinds,
                       size_t count, struct frequency *frequency)
{
    struct field field[YEAR + 1] = {[SECOND] = {.bits = 1}, [YEAR] = {.any = true}};
    double both;
    for (size_t i = 0; i < count; i++)
        if (!read_field(fields[i], kinds[i], &field[kinds[i]]))
            return false;
    double times = count_bits(field[SECOND].bits) * count_bits(field[MINUTE].bits) *
                   count_bits(field[HOUR].bits);
    double runs = times * matching_days(&field[MONTH_DAY], &field[MONTH], &field[WEEKDAY], &both);
    runs /= years_apart(&field[YEAR]);
    bool one_year = !field[YEAR].any && count_bits(field[YEAR].bits) < 2;
    if (!(runs > 0))
        frequency_set(frequency, FREQUENCY_UNKNOWN, NAN, NAN, "a schedule without any date");
    else if (one_year && !field[YEAR].starred)
        frequency_set(frequency, FREQUENCY_ONCE, NAN, NAN, "in one year only");
    else if (both > 0)
        frequency_set(frequency, FREQUENCY_AMBIGUOUS, runs, times * both,
                      "cron runs on the month days and on the weekdays; both at once may be meant");
    else
        frequency_set(frequency, FREQUENCY_READ, runs, NAN, NULL);
    frequency->business_days = !field[WEEKDAY].any && count_bits(field[WEEKDAY].bits) > 4.5 &&
                               count_bits(field[WEEKDAY].bits) < 5.5 && field[MONTH_DAY].any;
    return true;
}

static const enum field_kind_of_cron classic[] = {MINUTE, HOUR, MONTH_DAY, MONTH, WEEKDAY};
static const enum field_kind_of_cron quartz[] = {SECOND, MINUTE,  HOUR, MONTH_DAY,
                                                 MONTH,  WEEKDAY, YEAR};
static const enum field_kind_of_cron amazon[] = {MINUTE, HOUR, MONTH_DAY, MONTH, WEEKDAY, YEAR};

enum { CRON_FIELDS = 7 };

static bool read_fields(struct text t, bool year_last, struct frequency *frequency)
{
    struct text fields[CRON_FIELDS], rest = t, piece;
    size_t count = 0;
    bool behind = false; /* a command or a remark */
    while (text_next(&rest, " \t", &piece)) {
        if (piece.size == 0)
            continue;
        if (count == CRON_FIELDS) {
            behind = true;
            break;
        }
        fields[count++] = piece;
    }
    if (count == 7 && !behind && count_runs(fields, quartz, 7, frequency))
        return true;
    if (count == 6 && year_last && count_runs(fields, amazon, 6, frequency))
        return true;
    if (count >= 6 && count_runs(fields, quartz, 6, frequency))
        return true;
    if (count >= 6 && count_runs(fields, amazon, 6, frequency))
        return true;
    return count >= 5 && count_runs(fields, classic, 5, frequency);
}

static bool read_macro(struct text t, struct frequency *frequency)
{
    static const struct {
        const char *name;
        double runs;
    } macros[] = {{"@yearly", 1},     {"@annually", 1},  {"@quarterly", 4},
                  {"@monthly", 12},   {"@weekly", 52},   {"@daily", 365},
                  {"@midnight", 365}, {"@hourly", 8760}, {"@minutely", 525600}};
    for (size_t i = 0; i < sizeof macros / sizeof *macros; i++)
        if (text_is_nocase(t, macros[i].name)) {
            frequency_set(frequency, FREQUENCY_READ, macros[i].runs, NAN, NULL);
            return true;
        }
    if (text_is_nocase(t, "@once") || text_is_nocase(t, "@reboot")) {
        bool once = text_is_nocase(t, "@once");
        frequency_set(frequency, once ? FREQUENCY_ONCE : FREQUENCY_EVENT, NAN, NAN, NULL);
        return true;
    }
    return false;
}

static double minutes_of(int unit)
{
    static const double minutes[] = {1.0 / 60, 1, 60, 1440};
    static const char units[] = "smhd";
    const char *found = memchr(units, unit, sizeof units - 1);
    return found ? minutes[found - units] : (double)NAN;
}

/* "@every 1h30m" of Go schedulers. */
static bool read_every(struct text t, struct frequency *frequency)
{
    double minutes = 0;
    if (!text_is_nocase(text_slice(t, 0, 7), "@every "))
        return false;
    for (struct text rest = text_trim(text_from(t, 7)); rest.size > 0;) {
        double n = 0;
        size_t i = 0;
        while (i < rest.size && i < 7 && byte_is_digit((unsigned char)rest.data[i]))
            n = n * 10 + (rest.data[i++] - '0');
        if (i == 0 || i >= rest.size)
            return false;
        int unit = byte_lower((unsigned char)rest.data[i]);
        minutes += n * minutes_of(unit);
        rest = text_from(rest, i + 1);
    }
    if (minutes > 0)
        frequency_set(frequency, FREQUENCY_READ, frequency_snap(525600 / minutes), NAN, NULL);
    return minutes > 0;
}

/* What may stand before the fields: "cron(", "cron:", "CRON_TZ=Europe/Rome ". */
static struct text without_wrapping(struct text t, bool *year_last)
{
    *year_last = false;
    t = text_trim(t);
    if (text_is_nocase(text_slice(t, 0, 5), "cron(") && text_ends(t, ")")) {
        *year_last = true;
        return text_trim(text_slice(t, 5, t.size - 1));
    }
    if (text_starts(t, "CRON_TZ=") || text_starts(t, "TZ="))
        return text_trim(text_from(t, text_find(t, ' ')));
    static const char *const names[] = {"crontab:", "crontab", "cron:", "cron", "schedule:"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t n = text_of(names[i]).size;
        if (text_is_nocase(text_slice(t, 0, n), names[i]))
            return text_trim(text_from(t, n));
    }
    while (t.size > 2 && (t.data[0] == '"' || t.data[0] == '\'' || t.data[0] == '`') &&
           t.data[t.size - 1] == t.data[0])
        t = text_trim(text_slice(t, 1, t.size - 1));
    return t;
}

static bool read_one(struct text t, struct frequency *frequency)
{
    bool year_last;
    t = without_wrapping(t, &year_last);
    return read_macro(t, frequency) || read_every(t, frequency) ||
           read_fields(t, year_last, frequency);
}

bool frequency_read_cron(struct text t, struct frequency *frequency)
{
    struct text piece, rest = t;
    struct frequency one = *frequency;
    double runs = 0;
    size_t count = 0;
    while (text_next(&rest, ";|\n\r", &piece)) {
        if (text_trim(piece).size == 0)
            continue;
        if (!read_one(piece, &one))
            return false;
        runs += one.runs;
        count++;
    }
    if (count == 0)
        return false;
    *frequency = one;
    if (count > 1) /* several schedules of one report */
        frequency_set(frequency, isnan(runs) ? FREQUENCY_UNKNOWN : FREQUENCY_READ, runs, NAN, NULL);
    frequency->coded = true;
    return true;
}
