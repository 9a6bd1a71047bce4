#include <stdlib.h>

#include "model/frequency_parts.h"

/* The parts of an RRULE (RFC 5545, 3.3.10) that change how often it runs. */
struct rule {
    struct text freq, until;
    double interval, count;
    size_t by_day, by_month_day, by_month, by_hour, by_minute, by_set_position, by_week, by_year_day;
    size_t day_positions; /* of BYDAY entries that say which: 1MO, -1FR */
};

static size_t list_size(struct text value)
{
    struct text piece;
    size_t n = 0;
    while (text_next(&value, ",", &piece))
        n += piece.size > 0;
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

static void read_part(struct rule *rule, struct text name, struct text value)
{
    static const struct {
        const char *name;
        size_t offset;
    } lists[] = {
        {"BYDAY", offsetof(struct rule, by_day)},
        {"BYMONTHDAY", offsetof(struct rule, by_month_day)},
        {"BYMONTH", offsetof(struct rule, by_month)},
        {"BYHOUR", offsetof(struct rule, by_hour)},
        {"BYMINUTE", offsetof(struct rule, by_minute)},
        {"BYSETPOS", offsetof(struct rule, by_set_position)},
        {"BYWEEKNO", offsetof(struct rule, by_week)},
        {"BYYEARDAY", offsetof(struct rule, by_year_day)},
    };
    if (text_is_nocase(name, "FREQ"))
        rule->freq = value;
    else if (text_is_nocase(name, "INTERVAL") && number_of(value) > 0)
        rule->interval = number_of(value);
    else if (text_is_nocase(name, "COUNT"))
        rule->count = number_of(value);
    else if (text_is_nocase(name, "UNTIL"))
        rule->until = value;
    if (text_is_nocase(name, "BYDAY"))
        rule->day_positions = count_positions(value);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (text_is_nocase(name, lists[i].name))
            *(size_t *)((char *)rule + lists[i].offset) = list_size(value);
}

static double at_least_one(size_t n)
{
    return n > 0 ? (double)n : 1;
}

/* Weeks of a month: 52 / 12 is 4.33; a plain weekday in a monthly rule is every such day. */
static const double weeks_of_month = 365.0 / 12 / 7;

static double days_in_month(const struct rule *rule)
{
    if (rule->by_set_position > 0)
        return (double)rule->by_set_position;
    if (rule->by_month_day > 0)
        return (double)rule->by_month_day;
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
    if (rule->by_month == 0 && rule->by_day > rule->day_positions && rule->by_set_position == 0)
        return 52.0 * (double)rule->by_day;
    return at_least_one(rule->by_month) * days_in_month(rule);
}

static double runs_of(const struct rule *rule)
{
    double times = at_least_one(rule->by_hour) * at_least_one(rule->by_minute);
    double season = rule->by_month > 0 ? (double)rule->by_month / 12 : 1;
    double days = rule->by_day > 0 ? 52.0 * (double)rule->by_day : 365;
    if (text_is_nocase(rule->freq, "SECONDLY"))
        return 31536000 / rule->interval;
    if (text_is_nocase(rule->freq, "MINUTELY"))
        return 525600 / rule->interval * season * days / 365;
    if (text_is_nocase(rule->freq, "HOURLY"))
        return 24 / rule->interval * days * season * at_least_one(rule->by_minute);
    if (text_is_nocase(rule->freq, "DAILY"))
        return days / rule->interval * season * times;
    if (text_is_nocase(rule->freq, "WEEKLY"))
        return 52 / rule->interval * at_least_one(rule->by_day) * season * times;
    if (text_is_nocase(rule->freq, "MONTHLY"))
        return 12 / rule->interval * days_in_month(rule) * season * times;
    if (text_is_nocase(rule->freq, "YEARLY"))
        return yearly_runs(rule) / rule->interval * times;
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
    else if (runs > 0)
        frequency_set(frequency, FREQUENCY_READ, frequency_snap(runs), NAN, NULL);
    else
        frequency_set(frequency, FREQUENCY_UNKNOWN, NAN, NAN, "no known FREQ in the rule");
    frequency->coded = true;
    return true;
}
