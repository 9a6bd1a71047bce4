#include "model/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "model/calendar_words.h"

enum { YEAR_LEAST = 1, YEAR_MOST = 9999 };

/* Days from 1970-01-01 for a date of the proleptic Gregorian calendar. Years begin in March here,
 * so that the day of leap years comes last: the era arithmetic of H. Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms". */
int32_t date_make(int year, int month, int day)
{
    int shifted = month <= 2 ? year - 1 : year;
    int era = (shifted >= 0 ? shifted : shifted - 399) / 400;
    int of_era = shifted - era * 400;
    int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * 146097 + day_of_era - 719468;
}

void date_parts(int32_t date, int *year, int *month, int *day)
{
    int shifted = date + 719468;
    int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int day_of_era = shifted - era * 146097;
    int of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int of_year = day_of_era - (365 * of_era + of_era / 4 - of_era / 100);
    int from_march = (5 * of_year + 2) / 153;
    *day = of_year - (153 * from_march + 2) / 5 + 1;
    *month = from_march < 10 ? from_march + 3 : from_march - 9;
    *year = of_era + era * 400 + (*month <= 2);
}

int date_weekday(int32_t date)
{
    int remainder = (date + 3) % 7; /* 1970-01-01 was a Thursday */
    return remainder < 0 ? remainder + 7 : remainder;
}

static bool date_exists(int year, int month, int day)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (year < YEAR_LEAST || year > YEAR_MOST || month < 1 || month > 12 || day < 1)
        return false;
    return day <= days[month - 1] + (month == 2 && leap);
}

/* A piece of a date: a number with its digits, or a month given by name. */
struct piece {
    int value, digits;
    bool is_month;
};

enum { PIECES = 3 };

static bool read_number(struct text *rest, struct piece *piece)
{
    size_t i = 0;
    piece->value = 0;
    piece->is_month = false;
    while (i < rest->size && byte_is_digit((unsigned char)rest->data[i]) && i < 9) {
        piece->value = piece->value * 10 + (rest->data[i] - '0');
        i++;
    }
    piece->digits = (int)i;
    *rest = text_from(*rest, i);
    return i > 0;
}

static bool is_word_byte(char c)
{
    return byte_is_alpha((unsigned char)c) || (unsigned char)c >= 0x80;
}

static struct text take_word(struct text *rest)
{
    size_t i = 0;
    while (i < rest->size && is_word_byte(rest->data[i]))
        i++;
    struct text word = text_slice(*rest, 0, i);
    *rest = text_from(*rest, i);
    return word;
}

/* Words that stand in dates and say nothing: 1st, 2nd, 12 de marzo, le 3 mars, Thursday. */
static bool is_filler(struct text word)
{
    static const char *const fillers[] = {"st", "nd",  "rd", "th", "er",  "de", "of", "the",
                                          "le", "den", "el", "il", "del", "on", "am"};
    for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
        if (text_is_nocase(word, fillers[i]))
            return true;
    return calendar_weekday(word) >= 0;
}

static void skip_separators(struct text *rest)
{
    while (rest->size > 0 && (byte_is_space((unsigned char)rest->data[0]) ||
                              text_find(text_of("/-.,"), rest->data[0]) < 4))
        *rest = text_from(*rest, 1);
}

/* A time of day behind the date is allowed and ignored: T10:00:00Z, 12:00:00 AM, 08.30 Uhr, +02:00.
 */
static bool is_time(struct text rest)
{
    bool colon = false;
    rest = text_trim(rest);
    if (rest.size > 1 && byte_lower((unsigned char)rest.data[0]) == 't')
        rest = text_from(rest, 1);
    for (size_t i = 0; i < rest.size; i++) {
        char c = rest.data[i];
        colon |= c == ':';
        if (!byte_is_digit((unsigned char)c) && !byte_is_alpha((unsigned char)c) &&
            text_find(text_of(" :.,+-"), c) == 6)
            return false;
    }
    return rest.size > 0 && byte_is_digit((unsigned char)rest.data[0]) && colon;
}

/* Cuts the date into its three pieces; false where there are fewer or something else is there. */
static bool read_pieces(struct text t, struct piece pieces[PIECES], struct text *behind)
{
    int count = 0;
    struct text rest = text_trim(t);
    while (count < PIECES) {
        skip_separators(&rest);
        if (rest.size == 0)
            return false;
        if (byte_is_digit((unsigned char)rest.data[0])) {
            if (!read_number(&rest, &pieces[count++]))
                return false;
            continue;
        }
        struct text word = take_word(&rest);
        int month = calendar_month(word);
        if (word.size == 0 || (month < 1 && !is_filler(word)))
            return false;
        if (month >= 1)
            pieces[count++] = (struct piece){month, 0, true};
    }
    *behind = text_trim(rest);
    return true;
}

/* Two digits of a year: 70 to 99 are of the last century, as POSIX has it for %y (69 to 99). */
static int full_year(struct piece piece)
{
    if (piece.digits > 2)
        return piece.value;
    return piece.value < 69 ? 2000 + piece.value : 1900 + piece.value;
}

static enum date_result finish(int year, int month, int day, int32_t *date)
{
    if (!date_exists(year, month, day))
        return DATE_BAD;
    *date = date_make(year, month, day);
    return DATE_OK;
}

/* 20260312 without any separator. */
static bool read_compact(struct text t, int *year, int *month, int *day)
{
    struct piece piece;
    struct text rest = t;
    if (!read_number(&rest, &piece) || piece.digits != 8 || (rest.size > 0 && !is_time(rest)))
        return false;
    *year = piece.value / 10000;
    *month = piece.value / 100 % 100;
    *day = piece.value % 100;
    return date_exists(*year, *month, *day);
}

/* 2026-03-12 and nothing more, as most systems write it. */
static bool read_iso(struct text t, int *year, int *month, int *day)
{
    const char *at = t.data;
    size_t i;

    if (t.size != 10 || at[4] != '-' || at[7] != '-')
        return false;
    for (i = 0; i < t.size; i++)
        if (i != 4 && i != 7 && !byte_is_digit((unsigned char)at[i]))
            return false;
    *year = (at[0] - '0') * 1000 + (at[1] - '0') * 100 + (at[2] - '0') * 10 + (at[3] - '0');
    *month = (at[5] - '0') * 10 + (at[6] - '0');
    *day = (at[8] - '0') * 10 + (at[9] - '0');
    return true;
}

/* Day and month both as numbers, the year last. */
static enum date_result finish_numbers(const struct piece p[PIECES], enum date_order order,
                                       int32_t *date)
{
    int year = full_year(p[2]), first = p[0].value, second = p[1].value;
    bool dmy = date_exists(year, second, first), mdy = date_exists(year, first, second);
    if (p[0].digits > 2 || p[1].digits > 2)
        return DATE_BAD;
    if (dmy && mdy && first != second && order == DATE_ORDER_UNKNOWN)
        return DATE_NEEDS_ORDER;
    /* A cell that fits only one order is read in that order only where the column does not say the
     * other: 13/02 in a column of months first is a mistake, not a second order. */
    if ((dmy && order != DATE_ORDER_MDY) || first == second)
        return finish(year, second, first, date);
    return mdy && order != DATE_ORDER_DMY ? finish(year, first, second, date) : DATE_BAD;
}

/* 02.04.2025: wherever dates are written with full stops the day comes first (Unicode CLDR, short
 * formats of all its locales). */
static bool has_full_stops(struct text t, const struct piece p[PIECES])
{
    return !p[0].is_month && (size_t)p[0].digits < t.size && t.data[p[0].digits] == '.' &&
           date_exists(full_year(p[2]), p[1].value, p[0].value);
}

enum date_result date_parse(struct text t, enum date_order order, int32_t *date)
{
    struct piece p[PIECES];
    struct text behind;
    int year, month, day;
    t = text_trim(t);
    if (read_iso(t, &year, &month, &day) || read_compact(t, &year, &month, &day))
        return finish(year, month, day, date);
    if (!read_pieces(t, p, &behind) || (behind.size > 0 && !is_time(behind)))
        return DATE_BAD;
    if (p[0].is_month + p[1].is_month + p[2].is_month > 1 || p[2].is_month)
        return DATE_BAD;
    if (p[0].digits == 4)
        return finish(p[0].value, p[1].value, p[2].value, date);
    if (p[2].digits != 4 && p[2].digits != 2)
        return DATE_BAD;
    if (p[1].is_month)
        return finish(full_year(p[2]), p[1].value, p[0].value, date);
    if (p[0].is_month)
        return finish(full_year(p[2]), p[0].value, p[1].value, date);
    if (order == DATE_ORDER_UNKNOWN && has_full_stops(t, p))
        order = DATE_ORDER_DMY;
    return finish_numbers(p, order, date);
}

enum date_order date_reveals_order(struct text t)
{
    struct piece p[PIECES];
    struct text behind;
    int32_t date;
    int year, month, day;
    if (read_iso(t, &year, &month, &day) || date_parse(t, DATE_ORDER_UNKNOWN, &date) != DATE_OK ||
        !read_pieces(text_trim(t), p, &behind))
        return DATE_ORDER_UNKNOWN;
    if (p[0].is_month || p[1].is_month || p[0].digits == 4 || p[0].value == p[1].value)
        return DATE_ORDER_UNKNOWN;
    return p[0].value > 12 || has_full_stops(text_trim(t), p) ? DATE_ORDER_DMY : DATE_ORDER_MDY;
}

struct text date_format(int32_t date, char buffer[16])
{
    int year, month, day;
    date_parts(date, &year, &month, &day);
    int n = snprintf(buffer, 16, "%04d-%02d-%02d", year, month, day);
    return text_make(buffer, n < 16 ? (size_t)n : 15);
}

bool date_today(int32_t *date)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    long long seconds = (long long)time(NULL);
    char *end;

    if (epoch && *epoch) {
        seconds = strtoll(epoch, &end, 10);
        if (!byte_is_digit((unsigned char)*epoch) || *end ||
            seconds / 86400 > date_make(YEAR_MOST, 12, 31))
            return false;
    }
    *date = (int32_t)(seconds / 86400);
    return true;
}
