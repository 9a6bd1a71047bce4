#include "model/frequency.h"

#include <stdio.h>

#include "model/frequency_parts.h"

/* A number alone is most often the months between two runs (the column of "every X months" without
 * its phrase); numbers that are themselves well-known counts of runs are taken as such. */
static bool read_number(struct text t, struct frequency *frequency)
{
    static const double counts[] = {26, 52, 104, 156, 250, 260, 261, 365, 366};
    double n = 0;
    if (t.size == 0 || t.size > 5)
        return false;
    for (size_t i = 0; i < t.size; i++) {
        if (!byte_is_digit((unsigned char)t.data[i]))
            return false;
        n = n * 10 + (t.data[i] - '0');
    }
    if (n < 1 || n > 366) {
        frequency_set(frequency, FREQUENCY_UNKNOWN, NAN, NAN, "a number that is no frequency");
        return true;
    }
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (n >= counts[i] && n <= counts[i]) {
            frequency_set(frequency, FREQUENCY_AMBIGUOUS, n, 12 / n,
                          "a number alone: runs a year, or months between two runs");
            return true;
        }
    frequency_set(frequency, FREQUENCY_AMBIGUOUS, 12 / n, n,
                  "a number alone: months between two runs, or runs a year");
    return true;
}

static bool is_blank_mark(struct text t)
{
    for (size_t i = 0; i < t.size; i++)
        if (t.data[i] != '-' && t.data[i] != '?' && t.data[i] != '.' && t.data[i] != '_')
            return false;
    return true;
}

static bool digit_at(struct text t, size_t i)
{
    return i < t.size && byte_is_digit((unsigned char)t.data[i]);
}

/* "-3 times a week" and "1e9 per day" are no counts; of their parts, 3 and 9 would be. */
static bool has_no_count(struct text t)
{
    if (text_starts(t, "-") && digit_at(t, 1))
        return true;
    if (text_starts(t, "\xE2\x88\x92") && digit_at(t, 3)) /* the minus sign of Unicode */
        return true;
    bool duration = text_is_nocase(text_slice(t, 0, 2), "-p") ||
                    text_is_nocase(text_slice(t, 0, 2), "p-"); /* of ISO 8601 */
    if (duration && digit_at(t, 2))
        return true;
    size_t digits = 0;
    while (digit_at(t, digits))
        digits++;
    if (digits > 9)
        return true;
    for (size_t i = 1; i + 1 < t.size; i++) {
        bool signs = t.data[i + 1] == '+' || t.data[i + 1] == '-';
        if (byte_lower((unsigned char)t.data[i]) == 'e' && digit_at(t, i - 1) &&
            digit_at(t, i + 1 + signs))
            return true;
    }
    return false;
}

static void read_words(struct arena *arena, struct text t, double number,
                       const struct frequency_options *options, struct frequency *frequency)
{
    struct words words;
    struct mentions mentions;
    struct arena *scratch = arena_new();
    words_read(scratch, t, number, options->workdays, &words);
    mentions_find(scratch, &words, options, &mentions);
    mentions_judge(scratch, &words, &mentions, options, frequency);
    if (frequency->note.size > 0)
        frequency->note = arena_copy(arena, frequency->note);
    arena_free(scratch);
}

/* "rate(5 minutes)" of AWS: its days are days of the calendar. */
static bool read_aws_rate(struct arena *arena, struct text t,
                          const struct frequency_options *options, struct frequency *frequency)
{
    if (!text_is_nocase(text_slice(t, 0, 5), "rate(") || !text_ends(t, ")"))
        return false;
    read_words(arena, text_slice(t, 5, t.size - 1), NAN, options, frequency);
    if (frequency->status == FREQUENCY_AMBIGUOUS && frequency->alternative > 364)
        frequency_set(frequency, FREQUENCY_READ, frequency->alternative, NAN, NULL);
    frequency->coded = true;
    return true;
}

static void describe(struct arena *arena, struct frequency *frequency)
{
    char buffer[32];
    if (frequency->runs > 0)
        frequency->as = arena_copy(arena, frequency_words(frequency->runs, buffer));
    else
        frequency->as = text_of(frequency->status == FREQUENCY_EVENT        ? "on events"
                                : frequency->status == FREQUENCY_CONTINUOUS ? "continuous"
                                : frequency->status == FREQUENCY_ONCE       ? "once"
                                                                            : "unknown");
}

void frequency_parse(struct arena *arena, struct text t, double number,
                     const struct frequency_options *options, struct frequency *frequency)
{
    t = text_trim(t);
    *frequency = frequency_unknown;
    if (is_blank_mark(t))
        frequency->note = text_of("");
    else if (frequency_read_code(t, options, frequency) || read_number(t, frequency) ||
             frequency_read_address(arena, t, options, frequency) ||
             frequency_read_iso(t, frequency) || frequency_read_rrule(t, frequency) ||
             frequency_read_cron(t, frequency) || read_aws_rate(arena, t, options, frequency))
        ;
    else if (text_search(t, "*-*-") < t.size && digit_at(t, text_search(t, "*-*-") + 4))
        frequency_set(frequency, FREQUENCY_UNKNOWN, NAN, NAN, "a calendar with days of the month");
    else if (has_no_count(t))
        frequency_set(frequency, FREQUENCY_UNKNOWN, NAN, NAN, "a number that is no count of runs");
    else
        read_words(arena, t, number, options, frequency);
    describe(arena, frequency);
}
