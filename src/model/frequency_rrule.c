#include <stdlib.h>

#include "model/frequency_parts.h"

/* The parts of an RRULE (RFC 5545, 3.3.10) that change how often it runs. */
struct rule {
    struct text freq, until;
    double interval, count;
    size_t by_day, by_month_day, by_month, by_hour, by_minute, by_set_position, by_week,
        by_year_day;
    size_t day_positions; /* of BYDAY entries that say which: 1MO, -1FR */
    uint32_t months;      /* bits: January is 1 << 1 */
    uint64_t month_days;  /* bits; those counted from the end are in days_from_end */
    size_t days_from_end;
    const char *wrong; /* what a list names that does not exist */
};

static size_t list_size(struct text value)
{
    struct text piece;
    size_t n = 0;
    struct text list = value;
    while (text_next(&value, ",", &piece)) {
        struct text earlier, before;
        bool again = false;  /* BYDAY=MO,MO is one day */
        if (piece.size == 0) /* its data is not within the list */
            continue;
        before = text_make(list.data, (size_t)(piece.data - list.data));
        while (text_next(&before, ",", &earlier))
            again |= text_equal(earlier, piece);
        n += !again;
    }
    return n;
}

static double number_of(struct text value)
{
    double n = 0;
    for (size_t i = 0; i < value.size && i < 9 && byte_is_digit((unsigned char)value.data[i]); i++)
        n = n * 10 + (value.data[i] - '0');
    return n;
}

static size_t count_positions(struct text value)
{
    struct text piece;
    size_t n = 0;
    while (text_next(&value, ",", &piece))
        n += piece.size > 0 && !byte_is_alpha((unsigned char)piece.data[0]);
    return n;
}

static void read_month_days(struct rule *rule, struct text value)
{
    struct text piece;
    while (text_next(&value, ",", &piece)) {
        double day = number_of(piece);
        if (piece.size > 0 && piece.data[0] == '-')
            rule->days_from_end++;
        else if (day >= 1 && day <= 31)
            rule->month_days |= UINT64_C(1) << (int)day;
    }
}

static void read_months(struct rule *rule, struct text value)
{
    struct text piece;
    while (text_next(&value, ",", &piece))
        if (number_of(piece) >= 1 && number_of(piece) <= 12)
            rule->months |= UINT32_C(1) << (int)number_of(piece);
}

/* The numbers that RFC 5545 allows in a list; signed ones count from the end too. */
struct list {
    const char *name;
    size_t offset;
    int least, most;
    bool is_signed;
    const char *wrong;
};

static bool is_weekday(struct text day)
{
    static const char *const days[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        if (text_is_nocase(day, days[i]))
            return true;
    return false;
}

/* Whether every entry of the list exists: no month 13, no weekday XX. */
static bool list_is_right(const struct list *list, struct text value)
{
    struct text entry;
    while (text_next(&value, ",", &entry)) {
        entry = text_trim(entry);
        if (entry.size == 0)
            continue;
        if (list->is_signed && (entry.data[0] == '-' || entry.data[0] == '+'))
            entry = text_from(entry, 1);
        size_t digits = 0;
        while (digits < entry.size && byte_is_digit((unsigned char)entry.data[digits]))
            digits++;
        bool counted = digits > 0 || list->most > 0;
        double n = number_of(entry);
        if (counted && (digits == 0 || n < list->least || n > (list->most ? list->most : 53)))
            return false;
        if (list->most == 0 ? !is_weekday(text_from(entry, digits)) : digits != entry.size)
            return false;
    }
    return true;
}

static void read_part(struct rule *rule, struct text name, struct text value)
{
    static const struct list lists[] = {
        {"BYDAY", offsetof(struct rule, by_day), 1, 0, true, "a BYDAY that is no weekday"},
        {"BYMONTHDAY", offsetof(struct rule, by_month_day), 1, 31, true,
         "a BYMONTHDAY that no month has"},
        {"BYMONTH", offsetof(struct rule, by_month), 1, 12, false, "a BYMONTH that is no month"},
        {"BYHOUR", offsetof(struct rule, by_hour), 0, 23, false, "a BYHOUR that no day has"},
        {"BYMINUTE", offsetof(struct rule, by_minute), 0, 59, false, "a BYMINUTE that no hour has"},
        {"BYSETPOS", offsetof(struct rule, by_set_position), 1, 366, true,
         "a BYSETPOS that no set has"},
        {"BYWEEKNO", offsetof(struct rule, by_week), 1, 53, true, "a BYWEEKNO that no year has"},
        {"BYYEARDAY", offsetof(struct rule, by_year_day), 1, 366, true,
         "a BYYEARDAY that no year has"},
    };
    if (text_is_nocase(name, "FREQ"))
        rule->freq = value;
    else if (text_is_nocase(name, "INTERVAL"))
        rule->interval = number_of(value);
    else if (text_is_nocase(name, "COUNT"))
        rule->count = number_of(value);
    else if (text_is_nocase(name, "UNTIL"))
        rule->until = value;
    if (text_is_nocase(name, "BYDAY"))
        rule->day_positions = count_positions(value);
    if (text_is_nocase(name, "BYMONTHDAY"))
        read_month_days(rule, value);
    if (text_is_nocase(name, "BYMONTH"))
        read_months(rule, value);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (!text_is_nocase(name, lists[i].name))
            continue;
        *(size_t *)((char *)rule + lists[i].offset) = list_size(value);
        if (!list_is_right(&lists[i], value))
            rule->wrong = lists[i].wrong;
    }
}

static double at_least_one(size_t n)
{
    return n > 0 ? (double)n : 1;
}

/* A plain weekday in a monthly rule is every such day, and a year has 52 weeks as everywhere here.
 */
static const double weeks_of_month = 52.0 / 12;

/* The month days that the months have, on the average of the months of the rule: the 31st comes
 * seven times a year, 29 February every fourth year. */
static double named_month_days(const struct rule *rule)
{
    static const double length[] = {0, 31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    double days = 0, months = 0;
    for (int month = 1; month <= 12; month++) {
        if (rule->months && !(rule->months >> month & 1))
            continue;
        months++;
        days += (double)rule->days_from_end;
        for (int day = 1; day <= 31; day++)
            if (rule->month_days >> day & 1)
                days += day <= length[month] ? 1 : day - length[month] < 1 ? 0.25 : 0;
    }
    return days / months;
}

/* BYSETPOS chooses among all dates of one interval of the rule (RFC 5545, 3.3.10): two positions
 * are two runs of a week, a month or a year, where there are as many dates. */
static double chosen(const struct rule *rule, double dates)
{
    double positions = (double)rule->by_set_position;
    return positions > 0 && positions < dates ? positions : dates;
}

static double days_in_month(const struct rule *rule)
{
    if (rule->by_month_day > 0)
        return named_month_days(rule);
    if (rule->by_day > rule->day_positions)
        return (double)(rule->by_day - rule->day_positions) * weeks_of_month +
               (double)rule->day_positions;
    return at_least_one(rule->day_positions);
}

static double yearly_runs(const struct rule *rule)
{
    if (rule->by_year_day > 0)
        return (double)rule->by_year_day;
    if (rule->by_week > 0)
        return (double)rule->by_week * at_least_one(rule->by_day);
    if (rule->by_month == 0 && rule->by_day > rule->day_positions)
        return 52.0 * (double)rule->by_day;
    return at_least_one(rule->by_month) * days_in_month(rule);
}

static double runs_of(const struct rule *rule)
{
    double times = at_least_one(rule->by_hour) * at_least_one(rule->by_minute);
    double season = rule->by_month > 0 ? (double)rule->by_month / 12 : 1;
    double days = rule->by_day > 0 ? 52.0 * (double)rule->by_day : 365;
    double hours = rule->by_hour > 0 ? (double)rule->by_hour : 24;
    if (text_is_nocase(rule->freq, "SECONDLY"))
        return 31536000 / rule->interval;
    if (text_is_nocase(rule->freq, "MINUTELY"))
        return hours * 60 / rule->interval * season * days;
    if (text_is_nocase(rule->freq, "HOURLY"))
        return hours / rule->interval * days * season * at_least_one(rule->by_minute);
    if (text_is_nocase(rule->freq, "DAILY"))
        return days / rule->interval * season * times;
    if (text_is_nocase(rule->freq, "WEEKLY"))
        return 52 / rule->interval * chosen(rule, at_least_one(rule->by_day) * times) * season;
    if (text_is_nocase(rule->freq, "MONTHLY"))
        return 12 / rule->interval * chosen(rule, days_in_month(rule) * times) * season;
    if (text_is_nocase(rule->freq, "YEARLY"))
        return chosen(rule, yearly_runs(rule) * times) / rule->interval;
    return NAN;
}

bool frequency_read_rrule(struct text t, struct frequency *frequency)
{
    struct rule rule = {.interval = 1};
    struct text part, rest = t;
    for (size_t at = 0;; at++) { /* DTSTART and other lines may stand before it */
        if (at + 5 > t.size)
            return false;
        rest = text_from(t, at);
        if (text_is_nocase(text_slice(rest, 0, 5), "FREQ=") &&
            (at == 0 || !byte_is_alpha((unsigned char)t.data[at - 1])))
            break;
    }
    if (text_search(t, "INTERVAL=") < text_search(t, "FREQ="))
        rest = text_from(t, text_search(t, "INTERVAL="));
    while (text_next(&rest, "; \r\n", &part)) {
        size_t equals = text_find(part, '=');
        read_part(&rule, text_slice(part, 0, equals), text_from(part, equals + 1));
    }
    double runs = runs_of(&rule);
    if (rule.count > 0 || rule.until.size > 0)
        frequency_set(frequency, FREQUENCY_ONCE, NAN, NAN, "the rule comes to an end");
    else if (rule.wrong)
        frequency_set(frequency, FREQUENCY_UNKNOWN, NAN, NAN, rule.wrong);
    else if (runs > 0)
        frequency_set(frequency, FREQUENCY_READ, runs, NAN, NULL);
    else
        frequency_set(frequency, FREQUENCY_UNKNOWN, NAN, NAN, "no known FREQ in the rule");
    frequency->coded = true;
    return true;
}
