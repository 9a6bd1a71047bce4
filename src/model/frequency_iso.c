#include <stdlib.h>

#include "model/frequency_parts.h"

/* ISO 8601: durations (P3M, PT15M, P0.5W) and repeating intervals (R/P1M, R5/2026-01-01/P1W). */

static bool read_amount(struct text *rest, double *amount)
{
    double value = 0, place = 1;
    size_t i = 0;
    bool fraction = false;
    for (; i < rest->size && i < 12; i++) {
        char c = rest->data[i];
        if (byte_is_digit((unsigned char)c)) {
            if (fraction)
                place /= 10;
            value = fraction ? value + (c - '0') * place : value * 10 + (c - '0');
        } else if ((c == '.' || c == ',') && !fraction && i > 0) {
            fraction = true;
        } else {
            break;
        }
    }
    *amount = value;
    *rest = text_from(*rest, i);
    return i > 0;
}

/* Years of 12 months, 52 weeks, 365 days: so that P7D, P1W and P1M meet the words for them. */
static bool unit_of(int letter, bool time, double *years)
{
    static const struct {
        char letter;
        bool time;
        double a_year;
    } units[] = {
        {'y', false, 1},   {'m', false, 12},    {'w', false, 52},      {'d', false, 365},
        {'h', true, 8760}, {'m', true, 525600}, {'s', true, 31536000},
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (units[i].letter == letter && units[i].time == time) {
            *years = 1 / units[i].a_year;
            return true;
        }
    return false;
}

static bool read_duration(struct text t, double *years)
{
    bool time = false;
    double amount, unit;
    size_t parts = 0;
    if (t.size < 3 || byte_lower((unsigned char)t.data[0]) != 'p')
        return false;
    *years = 0;
    for (struct text rest = text_from(t, 1); rest.size > 0; parts++) {
        if (!time && byte_lower((unsigned char)rest.data[0]) == 't') {
            time = true;
            rest = text_from(rest, 1);
        }
        if (!read_amount(&rest, &amount) || rest.size == 0 ||
            !unit_of(byte_lower((unsigned char)rest.data[0]), time, &unit))
            return false;
        *years += amount * unit;
        rest = text_from(rest, 1);
    }
    return parts > 0;
}

static void set_duration(struct frequency *frequency, double years, bool ends)
{
    if (!(years > 0))
        frequency_set(frequency, FREQUENCY_UNKNOWN, NAN, NAN, "an interval of nothing");
    else if (ends)
        frequency_set(frequency, FREQUENCY_ONCE, NAN, NAN, "the repetition comes to an end");
    else if (years * 525600 < 0.99) /* under a minute: the vocabularies use PT1S for continuous */
        frequency_set(frequency, FREQUENCY_CONTINUOUS, NAN, NAN, NULL);
    else if (years * 525600 < 1.01)
        frequency_set(frequency, FREQUENCY_AMBIGUOUS, 525600, NAN, "every minute, or continuous");
    else
        frequency_set(frequency, FREQUENCY_READ, frequency_snap(1 / years), NAN, NULL);
    frequency->coded = true;
}

/* R/P1M, R12/P1M, R/2026-01-01/P1M, R/2026-01-01T00:00Z/2026-02-01: the piece that is a duration.
 */
static bool read_repeating(struct text t, struct frequency *frequency)
{
    struct text piece, rest = t;
    double times = -1, years = 0;
    bool found = false;
    if (!text_next(&rest, "/", &piece) || piece.size == 0 || !rest.data ||
        byte_lower((unsigned char)piece.data[0]) != 'r')
        return false;
    struct text number = text_from(piece, 1);
    if (number.size > 0 && (!read_amount(&number, &times) || number.size > 0))
        return false;
    while (text_next(&rest, "/", &piece))
        found = found || read_duration(text_trim(piece), &years);
    if (!found)
        return false;
    set_duration(frequency, years, times >= 0);
    return true;
}

bool frequency_read_iso(struct text t, struct frequency *frequency)
{
    double years;
    if (read_repeating(t, frequency))
        return true;
    /* "P1".."P13" are accounting periods; a duration ends with the letter of its unit. */
    if (!read_duration(t, &years))
        return false;
    set_duration(frequency, years, false);
    return true;
}
