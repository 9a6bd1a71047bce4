#include "model/quantity.h"

#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"

enum { NUMBER_MOST = 48 };

/* The marks in a run of digits: which stands last, how many of each, digits behind the last one. */
struct shape {
    size_t points, commas, groups, tail;
    char last;
    bool threes; /* every group behind a mark has three digits, the first one to three */
};

static bool is_mark(char c)
{
    return c == '.' || c == ',' || c == ' ' || c == '\'' || c == '_';
}

static struct shape shape_of(struct text t)
{
    struct shape shape = {.threes = true};
    size_t run = 0;
    for (size_t i = 0; i < t.size; i++) {
        if (!is_mark(t.data[i])) {
            run++;
            continue;
        }
        bool first = shape.points + shape.commas + shape.groups == 0;
        shape.threes = shape.threes && (first ? run >= 1 && run <= 3 : run == 3);
        shape.points += t.data[i] == '.';
        shape.commas += t.data[i] == ',';
        shape.groups += t.data[i] != '.' && t.data[i] != ',';
        shape.last = t.data[i];
        run = 0;
    }
    shape.tail = run;
    return shape;
}

/* The byte that separates decimals, 0 where there are none. */
static char decimal_byte(struct shape shape, struct text t, enum decimal_mark mark)
{
    bool leading_zero = t.size > 1 && t.data[0] == '0';
    if (shape.points + shape.commas == 0)
        return 0;
    if (shape.points > 0 && shape.commas > 0)
        return shape.last;
    if (shape.points + shape.commas > 1)
        return 0;
    if (shape.last != '.' && shape.last != ',')
        return 0;
    if (shape.tail != 3 || !shape.threes || leading_zero || shape.groups > 0)
        return shape.last;
    if (mark == DECIMAL_UNKNOWN)
        return shape.last == '.' ? '.' : 0;
    return (mark == DECIMAL_POINT) == (shape.last == '.') ? shape.last : 0;
}

/* Groups must be of three digits, so that 1,23,456 or 12.34.56 are no numbers. */
static bool groups_are_right(struct text t, char decimal)
{
    size_t end = t.size;
    if (decimal)
        while (end > 0 && t.data[end - 1] != decimal)
            end--;
    struct text whole = text_slice(t, 0, decimal ? end - 1 : t.size);
    struct shape shape = shape_of(whole);
    if (decimal && text_find(whole, decimal) < whole.size)
        return false;
    if ((shape.points > 0) + (shape.commas > 0) + (shape.groups > 0) > 1)
        return false;
    return shape.points + shape.commas + shape.groups == 0 || (shape.threes && shape.tail == 3);
}

/* Reads digits with marks; false where they are no number. */
static bool read_digits(struct text t, enum decimal_mark mark, double *value)
{
    char plain[NUMBER_MOST + 1], decimal = decimal_byte(shape_of(t), t, mark);
    size_t n = 0, digits = 0;
    if (t.size == 0 || t.size > NUMBER_MOST || !groups_are_right(t, decimal))
        return false;
    for (size_t i = 0; i < t.size; i++) {
        digits += byte_is_digit((unsigned char)t.data[i]);
        if (!is_mark(t.data[i]))
            plain[n++] = t.data[i];
        else if (t.data[i] == decimal)
            plain[n++] = '.';
    }
    plain[n] = '\0';
    if (digits == 0)
        return false;
    *value = strtod(plain, NULL); /* the program never sets LC_NUMERIC */
    return isfinite(*value);
}

/* Hours: 215 working days are 1,720 productive hours (Horizon 2020, annotated grant agreement). */
#define WORKING_DAY 8.0

/* Words beside a number and what they make of it; factors are hours or shares. */
static const struct unit_word {
    const char *word;
    enum quantity_unit unit;
    double factor; /* hours, or a share */
} unit_words[] = {
    {"h", QUANTITY_HOURS, 1},
    {"hr", QUANTITY_HOURS, 1},
    {"hrs", QUANTITY_HOURS, 1},
    {"hour", QUANTITY_HOURS, 1},
    {"hours", QUANTITY_HOURS, 1},
    {"std", QUANTITY_HOURS, 1},
    {"stunde", QUANTITY_HOURS, 1},
    {"stunden", QUANTITY_HOURS, 1},
    {"heure", QUANTITY_HOURS, 1},
    {"heures", QUANTITY_HOURS, 1},
    {"ora", QUANTITY_HOURS, 1},
    {"ore", QUANTITY_HOURS, 1},
    {"hora", QUANTITY_HOURS, 1},
    {"horas", QUANTITY_HOURS, 1},
    {"uur", QUANTITY_HOURS, 1},
    {"uren", QUANTITY_HOURS, 1},
    {"u", QUANTITY_HOURS, 1},
    {"d", QUANTITY_HOURS, WORKING_DAY},
    {"day", QUANTITY_HOURS, WORKING_DAY},
    {"days", QUANTITY_HOURS, WORKING_DAY},
    {"tag", QUANTITY_HOURS, WORKING_DAY},
    {"tage", QUANTITY_HOURS, WORKING_DAY},
    {"tagen", QUANTITY_HOURS, WORKING_DAY},
    {"jour", QUANTITY_HOURS, WORKING_DAY},
    {"jours", QUANTITY_HOURS, WORKING_DAY},
    {"dia", QUANTITY_HOURS, WORKING_DAY},
    {"dias", QUANTITY_HOURS, WORKING_DAY},
    {"giorno", QUANTITY_HOURS, WORKING_DAY},
    {"giorni", QUANTITY_HOURS, WORKING_DAY},
    {"dag", QUANTITY_HOURS, WORKING_DAY},
    {"dagen", QUANTITY_HOURS, WORKING_DAY},
    {"pd", QUANTITY_HOURS, WORKING_DAY},
    {"pt", QUANTITY_HOURS, WORKING_DAY},
    {"md", QUANTITY_HOURS, WORKING_DAY},
    {"m", QUANTITY_MINUTES, 1.0 / 60},
    {"min", QUANTITY_MINUTES, 1.0 / 60},
    {"mins", QUANTITY_MINUTES, 1.0 / 60},
    {"minute", QUANTITY_MINUTES, 1.0 / 60},
    {"minutes", QUANTITY_MINUTES, 1.0 / 60},
    {"minuten", QUANTITY_MINUTES, 1.0 / 60},
    {"minuti", QUANTITY_MINUTES, 1.0 / 60},
    {"minuto", QUANTITY_MINUTES, 1.0 / 60},
    {"minutos", QUANTITY_MINUTES, 1.0 / 60},
    {"minuut", QUANTITY_MINUTES, 1.0 / 60},
    {"s", QUANTITY_MINUTES, 1.0 / 3600},
    {"sec", QUANTITY_MINUTES, 1.0 / 3600},
    {"secs", QUANTITY_MINUTES, 1.0 / 3600},
    {"second", QUANTITY_MINUTES, 1.0 / 3600},
    {"seconds", QUANTITY_MINUTES, 1.0 / 3600},
    {"%", QUANTITY_SHARE, 0.01},
    {"percent", QUANTITY_SHARE, 0.01},
    {"pct", QUANTITY_SHARE, 0.01},
    {"prozent", QUANTITY_SHARE, 0.01},
    {"$", QUANTITY_MONEY, 1},
    {"€", QUANTITY_MONEY, 1},
    {"£", QUANTITY_MONEY, 1},
    {"¥", QUANTITY_MONEY, 1},
    {"us$", QUANTITY_MONEY, 1},
    {"usd", QUANTITY_MONEY, 1},
    {"eur", QUANTITY_MONEY, 1},
    {"euro", QUANTITY_MONEY, 1},
    {"euros", QUANTITY_MONEY, 1},
    {"gbp", QUANTITY_MONEY, 1},
    {"chf", QUANTITY_MONEY, 1},
    {"fr", QUANTITY_MONEY, 1},
    {"sfr", QUANTITY_MONEY, 1},
    {"cad", QUANTITY_MONEY, 1},
    {"aud", QUANTITY_MONEY, 1},
    {"nzd", QUANTITY_MONEY, 1},
    {"jpy", QUANTITY_MONEY, 1},
    {"cny", QUANTITY_MONEY, 1},
    {"inr", QUANTITY_MONEY, 1},
    {"sek", QUANTITY_MONEY, 1},
    {"nok", QUANTITY_MONEY, 1},
    {"dkk", QUANTITY_MONEY, 1},
    {"kr", QUANTITY_MONEY, 1},
    {"pln", QUANTITY_MONEY, 1},
    {"dollar", QUANTITY_MONEY, 1},
    {"dollars", QUANTITY_MONEY, 1},
    {"₹", QUANTITY_MONEY, 1},
};

static const struct unit_word *find_unit(struct text word)
{
    for (size_t i = 0; i < sizeof unit_words / sizeof *unit_words; i++)
        if (text_is(word, unit_words[i].word))
            return &unit_words[i];
    return NULL;
}

static bool is_digit_run(struct text t, size_t i)
{
    char c = t.data[i];
    bool between = i + 1 < t.size && byte_is_digit((unsigned char)t.data[i + 1]);
    if (byte_is_digit((unsigned char)c))
        return true;
    /* A mark belongs to the number where a digit follows: "1 234,5", ".5", "12.". */
    return is_mark(c) && between;
}

static void skip_blanks(struct text *rest)
{
    while (rest->size > 0 && rest->data[0] == ' ')
        *rest = text_from(*rest, 1);
}

static struct text take_run(struct text *rest, bool digits)
{
    size_t i = 0;
    while (i < rest->size && rest->data[i] != ' ' && is_digit_run(*rest, i) == digits &&
           rest->data[i] != '-' && rest->data[i] != '+')
        i++;
    while (digits && i < rest->size && is_digit_run(*rest, i))
        i++;
    struct text run = text_slice(*rest, 0, i);
    *rest = text_from(*rest, i);
    return run;
}

/* What has been read so far of "2h30", "1 h 15 min", "(1,200.00)", "EUR 1.200", "12 %". */
struct reading {
    double total; /* in hours where a time was seen, else the number */
    double last_factor;
    size_t numbers;
    enum quantity_unit unit;
    bool has_unit, has_sign, negative, in_days;
};

static bool read_sign(struct text *rest, struct reading *reading)
{
    if (rest->size > 0 && (rest->data[0] == '-' || rest->data[0] == '+') && reading->numbers == 0 &&
        !reading->has_sign) {
        reading->has_sign = true;
        reading->negative = rest->data[0] == '-';
        *rest = text_from(*rest, 1);
        return true;
    }
    return false;
}

static bool is_time_unit(enum quantity_unit unit)
{
    return unit == QUANTITY_HOURS || unit == QUANTITY_MINUTES;
}

static bool add_number(struct text *rest, enum decimal_mark mark, struct reading *reading)
{
    double number;
    struct text run = take_run(rest, true);
    if (!read_digits(run, mark, &number))
        return false;
    skip_blanks(rest);
    struct text word = take_run(rest, false);
    if (word.size > 1 && text_ends(word, "."))
        word.size--;
    const struct unit_word *unit = word.size > 0 ? find_unit(word) : NULL;
    if (word.size > 0 && !unit)
        return false;
    bool goes_on = reading->numbers > 0;
    if (goes_on && (!is_time_unit(reading->unit) || (!unit && reading->last_factor > 1)))
        return false; /* "2 days 30" may be anything */
    if (unit && reading->has_unit && is_time_unit(unit->unit) != is_time_unit(reading->unit))
        return false;
    /* "2h30": a number without a unit behind hours is minutes, behind minutes seconds. */
    double factor = unit ? unit->factor : goes_on ? reading->last_factor / 60 : 1;
    reading->total += number * factor;
    reading->last_factor = factor;
    reading->in_days |= unit && unit->unit == QUANTITY_HOURS && factor > 1;
    reading->numbers++;
    if (unit && !reading->has_unit) {
        reading->unit = unit->unit;
        reading->has_unit = true;
    }
    return true;
}

/* 2:30 and 2:30:00 are hours and minutes. */
static bool read_clock(struct text t, double *hours)
{
    double part, factor = 1, total = 0;
    struct text piece, rest = t;
    size_t parts = 0;
    if (text_find(t, ':') == t.size || t.data[0] == '-')
        return false;
    while (text_next(&rest, ":", &piece)) {
        if (parts++ > 2 || piece.size == 0 || !read_digits(piece, DECIMAL_POINT, &part))
            return false;
        if (factor < 1 && part >= 60)
            return false;
        total += part * factor;
        factor /= 60;
    }
    *hours = total;
    return true;
}

static bool read_words(struct text rest, enum decimal_mark mark, struct reading *reading)
{
    while (skip_blanks(&rest), rest.size > 0) {
        if (read_sign(&rest, reading))
            continue;
        if (is_digit_run(rest, 0)) {
            if (!add_number(&rest, mark, reading))
                return false;
            continue;
        }
        struct text word = take_run(&rest, false);
        const struct unit_word *unit = find_unit(word);
        if (!unit || unit->unit != QUANTITY_MONEY ||
            (reading->has_unit && reading->unit != unit->unit))
            return false;
        reading->unit = QUANTITY_MONEY;
        reading->has_unit = true;
    }
    return reading->numbers > 0;
}

static bool convert(const struct reading *reading, enum quantity_unit unit, double *value)
{
    double number = reading->negative ? -reading->total : reading->total;
    if (reading->has_unit && is_time_unit(reading->unit)) {
        if (!is_time_unit(unit))
            return false;
        *value = unit == QUANTITY_HOURS ? number : number * 60;
        return true;
    }
    if (reading->has_unit && reading->unit == QUANTITY_SHARE && unit != QUANTITY_SHARE)
        return false;
    if (reading->has_unit && reading->unit == QUANTITY_MONEY && unit != QUANTITY_MONEY)
        return false;
    *value = number;
    return isfinite(number);
}

/* Most cells are plain: "12", "7.5", "1500.00". Three digits behind a point are left to the long
 * way, where the column decides what the point means. */
static bool read_plain(struct text t, double *value)
{
    size_t point = text_find(t, '.'), tail = point < t.size ? t.size - point - 1 : 0;
    double whole = 0, place = 1;
    if (t.size == 0 || t.size > 15 || point == 0 || (point < t.size && (tail < 1 || tail > 2)))
        return false;
    for (size_t i = 0; i < t.size; i++) {
        if (i == point)
            continue;
        if (!byte_is_digit((unsigned char)t.data[i]))
            return false;
        whole = whole * 10 + (t.data[i] - '0');
        place *= i > point ? 10 : 1;
    }
    *value = whole / place; /* both are exact, so the quotient is the nearest double */
    return true;
}

/* "ca. 2 h" is somebody's estimate, and as good as "2 h". */
static struct text without_about(struct text t)
{
    static const char *const words[] = {
        "about ", "approx. ",  "approx ",   "approximately ", "ca. ",     "ca ",     "circa ",
        "etwa ",  "ungefahr ", "rund ",     "env. ",          "environ ", "aprox. ", "aprox ",
        "c. ",    "~",         "ongeveer ", "\xE2\x89\x88"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_starts(t, words[i]))
            return text_trim(text_from(t, text_of(words[i]).size));
    return t;
}

bool quantity_parse(struct text t, enum quantity_unit unit, enum decimal_mark mark, double *value)
{
    struct reading reading = {0};
    double hours;
    bool read;
    if (read_plain(t, value))
        return true;
    struct arena *arena = arena_new();
    struct text folded = utf8_fold(arena, t);
    if (folded.size > 2 && folded.data[0] == '(' && folded.data[folded.size - 1] == ')') {
        folded = text_trim(text_slice(folded, 1, folded.size - 1)); /* bookkeepers' minus */
        reading.negative = reading.has_sign = true;
    }
    if (unit != QUANTITY_PLAIN)
        folded = without_about(folded);
    if (is_time_unit(unit) && read_clock(folded, &hours)) {
        *value = (reading.negative ? -hours : hours) * (unit == QUANTITY_HOURS ? 1 : 60);
        read = true;
    } else {
        read = folded.size <= 64 && read_words(folded, mark, &reading) &&
               convert(&reading, unit, value);
    }
    arena_free(arena);
    return read;
}

bool quantity_is_in_days(struct text t)
{
    struct reading reading = {0};
    struct arena *arena = arena_new();
    bool read = read_words(without_about(utf8_fold(arena, t)), DECIMAL_POINT, &reading);
    arena_free(arena);
    return read && reading.in_days;
}

enum decimal_mark quantity_reveals_mark(struct text t)
{
    size_t start = 0, end = t.size;
    while (start < end && !byte_is_digit((unsigned char)t.data[start]))
        start++;
    while (end > start && !byte_is_digit((unsigned char)t.data[end - 1]))
        end--;
    struct text digits = text_slice(t, start, end);
    for (size_t i = 0; i < digits.size; i++)
        if (!byte_is_digit((unsigned char)digits.data[i]) && !is_mark(digits.data[i]))
            return DECIMAL_UNKNOWN;
    struct shape shape = shape_of(digits);
    size_t marks = shape.points + shape.commas;
    if (marks == 0)
        return DECIMAL_UNKNOWN;
    if (shape.points > 0 && shape.commas > 0)
        return shape.last == '.' ? DECIMAL_POINT : DECIMAL_COMMA;
    if (marks > 1) /* 1.234.567: what groups thousands is no decimal mark */
        return shape.threes && shape.tail == 3 ? (shape.points > 0 ? DECIMAL_COMMA : DECIMAL_POINT)
                                               : DECIMAL_UNKNOWN;
    char decimal = decimal_byte(shape, digits, DECIMAL_UNKNOWN);
    if (shape.tail == 3 && shape.threes && digits.data[0] != '0')
        return DECIMAL_UNKNOWN;
    return decimal == ',' ? DECIMAL_COMMA : DECIMAL_POINT;
}
