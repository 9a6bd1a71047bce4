/* A folded text as words, numbers, dates and times of day. */
#include <stdio.h>
#include <stdlib.h>

#include "model/frequency_words.h"

/* Words that say nothing in a frequency and stand between those that do. */
static const char fillers[] = " the le la les los las el il lo gli het de du des der das dem "
                              "report bericht approximately approx "
                              "about roughly around ca circa environ etwa ungefahr van least most "
                              "basis del della dei i reporting ";

struct cutter {
    struct text rest;
    struct words *words;
    double workdays;
    uint16_t depth, sentence;
    bool filler; /* an article or the like was dropped before what comes next */
};

static int peek(const struct cutter *cutter, size_t offset)
{
    return offset < cutter->rest.size ? (unsigned char)cutter->rest.data[offset] : 0;
}

static size_t digits_at(const struct cutter *cutter, size_t offset)
{
    size_t n = 0;
    while (byte_is_digit(peek(cutter, offset + n)))
        n++;
    return n;
}

static size_t letters_at(const struct cutter *cutter, size_t offset)
{
    size_t n = 0;
    while (byte_is_alpha(peek(cutter, offset + n)) || peek(cutter, offset + n) >= 0x80)
        n++;
    return n;
}

static struct word *push(struct cutter *cutter, size_t size)
{
    struct words *words = cutter->words;
    if (words->count == words->capacity)
        words
            ->count--; /* the last place is written again and again; what stands there is ignored */
    struct word *word = &words->word[words->count++];
    *word = (struct word){.text = text_slice(cutter->rest, 0, size),
                          .behind_filler = cutter->filler,
                          .depth = cutter->depth,
                          .sentence = cutter->sentence};
    cutter->rest = text_from(cutter->rest, size);
    cutter->filler = false;
    return word;
}

/* 2026-03-12, 12/03/2026, 12.3.2026; the size, 0 where there is no date. */
static size_t date_at(const struct cutter *cutter)
{
    size_t first = digits_at(cutter, 0), second, third;
    int mark = peek(cutter, first);
    if ((first != 4 && first > 2) || (mark != '-' && mark != '/' && mark != '.'))
        return 0;
    second = digits_at(cutter, first + 1);
    if (second < 1 || second > 2 || peek(cutter, first + 1 + second) != mark)
        return 0;
    third = digits_at(cutter, first + second + 2);
    if (third < 1 || (first != 4 && third != 4 && third != 2) || third > 4)
        return 0;
    return first + second + third + 2;
}

/* 31.12. and 1.7., as German writes dates without their year; the size, 0 where there is none. */
static size_t day_month_at(const struct cutter *cutter)
{
    size_t day = digits_at(cutter, 0), month = digits_at(cutter, day + 1);
    if (day < 1 || day > 2 || month < 1 || month > 2 || peek(cutter, day) != '.' ||
        peek(cutter, day + month + 1) != '.' || byte_is_digit(peek(cutter, day + month + 2)))
        return 0;
    return day + month + 2;
}

static size_t am_pm_at(const struct cutter *cutter, size_t offset)
{
    size_t start = offset;
    if (peek(cutter, offset) == ' ')
        offset++;
    if ((peek(cutter, offset) != 'a' && peek(cutter, offset) != 'p'))
        return 0;
    offset++;
    if (peek(cutter, offset) == '.')
        offset++;
    if (peek(cutter, offset) != 'm' || letters_at(cutter, offset + 1) > 0)
        return 0;
    offset++;
    if (peek(cutter, offset) == '.' && peek(cutter, offset - 2) == '.')
        offset++;
    return offset - start;
}

/* 8:30, 08:30:00 am, 8am, 8 p.m., 17h30, 00z, 14 uhr; the size, 0 where there is no time of day. */
static size_t time_at(const struct cutter *cutter)
{
    size_t n = digits_at(cutter, 0);
    if (n < 1 || n > 2)
        return 0;
    int mark = peek(cutter, n);
    if ((mark == ':' || mark == 'h') && digits_at(cutter, n + 1) == 2) {
        n += 3;
        if (peek(cutter, n) == ':' && digits_at(cutter, n + 1) == 2)
            n += 3;
        return n + am_pm_at(cutter, n);
    }
    if (mark == 'z' && letters_at(cutter, n) == 1)
        return n + 1;
    if (peek(cutter, n) == ' ' && letters_at(cutter, n + 1) == 3 &&
        text_is(text_slice(cutter->rest, n + 1, n + 4), "uhr"))
        return n + 4;
    size_t suffix = am_pm_at(cutter, n);
    return suffix > 0 ? n + suffix : 0;
}

/* Hours since midnight of a text that time_at has accepted. */
static double hours_of(struct text t)
{
    double value[2] = {0, 0};
    size_t part = 0;
    bool after_noon = text_find(t, 'p') < t.size, before_noon = text_find(t, 'a') < t.size;
    for (size_t i = 0; i < t.size && part < 2; i++) {
        if (byte_is_digit((unsigned char)t.data[i]))
            value[part] = value[part] * 10 + (t.data[i] - '0');
        else
            part++;
    }
    if (after_noon && value[0] < 12)
        value[0] += 12;
    if (before_noon && value[0] > 11)
        value[0] -= 12;
    return value[0] + value[1] / 60;
}

static bool is_ordinal_suffix(struct text t)
{
    return word_listed(" st nd rd th er ere eme ieme o a ste de e te ten ter da ra ", t);
}

/* Groups of three digits behind a number of at most three: 1,000 and 1.000.000. */
static size_t thousands_at(const struct cutter *cutter, size_t size)
{
    int mark = peek(cutter, size);
    size_t groups = 0;
    if (size > 3 || peek(cutter, 0) == '0' || (mark != ',' && mark != '.'))
        return 0;
    while (groups < 2 && peek(cutter, size + 4 * groups) == mark &&
           digits_at(cutter, size + 4 * groups + 1) == 3)
        groups++;
    return groups;
}

/* Whether what stands behind a number counts or measures with it: "x", "times", "per", months. */
static bool is_counted(const struct cutter *cutter, size_t offset)
{
    struct word word = {0};
    while (peek(cutter, offset) == ' ')
        offset++;
    word.text = text_slice(cutter->rest, offset, offset + letters_at(cutter, offset));
    if (word.text.size == 0)
        return peek(cutter, offset) == '/';
    word_look_up(&word, cutter->workdays);
    return word_meaning(&word, WORD_TIMES) || word_meaning(&word, WORD_UNIT) ||
           (word_meaning(&word, WORD_PER) && !word_listed(" in im by on al ", word.text));
}

/* Digits behind a decimal point, or behind a comma that is no list: 1.5, 0,5 and "2,5x per week",
 * but not "1,15 of each month". */
static size_t fraction_at(const struct cutter *cutter, size_t size)
{
    int mark = peek(cutter, size);
    size_t digits = digits_at(cutter, size + 1);
    bool zero = size == 1 && peek(cutter, 0) == '0';
    if (digits > 8 || thousands_at(cutter, size) > 0)
        return 0;
    if (mark == '.' || (mark == ',' && zero))
        return digits;
    return mark == ',' && digits < 3 && is_counted(cutter, size + 1 + digits) ? digits : 0;
}

/* "am 10.", "jeden 10.": the full stop at the end of a text is that of an ordinal. */
static bool names_day(const struct words *words)
{
    return words->count > 0 &&
           word_listed(" am zum jeden bis den vom ", words->word[words->count - 1].text);
}

static void cut_number(struct cutter *cutter)
{
    size_t size;
    if ((size = date_at(cutter)) > 0) {
        word_add(push(cutter, size), WORD_DATE, 0, 0);
        return;
    }
    if ((size = time_at(cutter)) > 0) {
        double hours = hours_of(text_slice(cutter->rest, 0, size));
        word_add(push(cutter, size), WORD_TIME, hours, 0);
        return;
    }
    if ((size = day_month_at(cutter)) > 0) {
        word_add(push(cutter, size), WORD_DAY_MONTH, 0, 0);
        return;
    }
    size = digits_at(cutter, 0);
    if (size > 9) {
        push(cutter, size);
        return;
    }
    char buffer[24];
    size_t fraction = fraction_at(cutter, size), groups = thousands_at(cutter, size);
    if (fraction > 0)
        snprintf(buffer, sizeof buffer, "%.*s.%.*s", (int)size, cutter->rest.data, (int)fraction,
                 cutter->rest.data + size + 1);
    else
        snprintf(buffer, sizeof buffer, "%.*s", (int)size, cutter->rest.data);
    double value = strtod(buffer, NULL);
    for (size_t i = 0; i < groups; i++, size += 4)
        value = value * 1000 + (peek(cutter, size + 1) - '0') * 100 +
                (peek(cutter, size + 2) - '0') * 10 + (peek(cutter, size + 3) - '0');
    if (fraction > 0)
        size += fraction + 1;
    size_t suffix = letters_at(cutter, size);
    bool dot = peek(cutter, size) == '.' &&
               ((peek(cutter, size + 1) == ' ' && byte_is_alpha(peek(cutter, size + 2))) ||
                (cutter->rest.size == size + 1 && names_day(cutter->words)));
    if (fraction == 0 && suffix > 0 &&
        is_ordinal_suffix(text_slice(cutter->rest, size, size + suffix))) {
        word_add(push(cutter, size + suffix), WORD_ORDINAL, value, 0);
        return;
    }
    struct word *word = push(cutter, size + (dot && fraction == 0 && value <= 31));
    if (size == 4 && value >= 1900 && value <= 2100) {
        word_add(word, WORD_YEAR, value, 0);
        return;
    }
    if (peek(cutter, 0) == '+' && (peek(cutter, 1) == ' ' || byte_is_alpha(peek(cutter, 1))))
        cutter->rest = text_from(cutter->rest, 1); /* "5+ years" */
    word_add(word, WORD_NUMBER, value, 0);
    if (dot && fraction == 0 && value >= 1 && value <= 31) /* "1. Montag" */
        word_add(word, WORD_ORDINAL, value, 0);
}

static void cut_word(struct cutter *cutter)
{
    size_t size = letters_at(cutter, 0);
    struct word *word = push(cutter, size);
    word_look_up(word, cutter->workdays);
    word->dotted = peek(cutter, 0) == '.';
    if (text_starts(cutter->rest, "(s)"))
        cutter->rest = text_from(cutter->rest, 3);
    /* A full stop behind a short known word is that of an abbreviation: qtr. */
    if (peek(cutter, 0) == '.' && word->meanings > 0 && size <= 4 && cutter->rest.size > 1)
        cutter->rest = text_from(cutter->rest, 1);
    if (peek(cutter, 0) == '\'')
        cutter->rest = text_from(cutter->rest, 1);
    if (word_listed(fillers, word->text) && word->meanings == 0) {
        cutter->words->count--;
        cutter->filler = true;
    }
}

static void cut_mark(struct cutter *cutter)
{
    int c = peek(cutter, 0);
    if (c == ')' || c == ']' || c == '(' || c == '[') {
        if ((c == '(' || c == '[') && cutter->depth < 1000)
            cutter->depth++;
        else if ((c == ')' || c == ']') && cutter->depth > 0)
            cutter->depth--;
        cutter->rest = text_from(cutter->rest, 1);
        return;
    }
    if ((c == '.' || c == ';' || c == '!') && (peek(cutter, 1) == ' ' || cutter->rest.size == 1))
        cutter->sentence++;
    if (c == '_' || c == '.' || c == '"' || c == '\'' || c == '*' || c == '!' || c == '~') {
        cutter->rest = text_from(cutter->rest, 1);
        return;
    }
    struct word *word = push(cutter, 1);
    if (c == '?')
        word->text = text_of("unsure");
    word_look_up(word, cutter->workdays);
}

void words_cut(struct text folded, double workdays, struct words *words)
{
    struct cutter whole = {.rest = folded, .words = words, .workdays = workdays};
    struct cutter *cutter = &whole;
    while (cutter->rest.size > 0) {
        int c = peek(cutter, 0);
        if (byte_is_space(c)) {
            cutter->rest = text_from(cutter->rest, 1);
        } else if (byte_is_digit(c)) {
            cut_number(cutter);
        } else if (letters_at(cutter, 0) > 0) {
            cut_word(cutter);
        } else {
            cut_mark(cutter);
        }
    }
}
