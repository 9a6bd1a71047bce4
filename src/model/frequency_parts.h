/* What the files of the frequency grammar share; nobody else includes it.
 *
 * A text is cut into words with their possible meanings, patterns find mentions of frequencies in
 * them, and the judgement makes one frequency of the mentions. Codes and schedules (cron, RRULE,
 * ISO 8601) are read before that, from the raw text. */
#ifndef PARE_MODEL_FREQUENCY_PARTS_H
#define PARE_MODEL_FREQUENCY_PARTS_H

#include <math.h>

#include "model/frequency.h"

/* Whether x is that number: numbers of a grammar are far from each other, so that years of 365 or
 * of 365.25 days are one. */
static inline bool is_near(double x, double number)
{
    return fabs(x - number) < 0.5;
}

static inline bool is_between(double x, double least, double most)
{
    return (x >= least) & (x <= most);
}

enum word_class {
    WORD_RATE,
    WORD_PREFIX,
    WORD_UNIT,
    WORD_LETTER_UNIT,
    WORD_HALF,
    WORD_PERIOD,
    WORD_WEEKEND,
    WORD_ADJECTIVE,
    WORD_NUMBER,
    WORD_ORDINAL,
    WORD_MULTIPLE,
    WORD_TIMES,
    WORD_PER,
    WORD_EVERY,
    WORD_OTHER,
    WORD_TO,
    WORD_AND,
    WORD_COMMA,
    WORD_OR,
    WORD_END,
    WORD_CLOSE,
    WORD_UNIT_END,
    WORD_SHORT_DAY,
    WORD_DAYS,
    WORD_DAYTIME,
    WORD_WEEKDAY,   /* value: a bit, Monday lowest */
    WORD_MONTH,     /* value: a bit, January lowest */
    WORD_TIME,      /* a time of day, in hours */
    WORD_DATE,      /* a date with its year, in digits */
    WORD_DAY_MONTH, /* a day and a month in digits: 31.12. */
    WORD_YEAR,      /* 1900 to 2100 */
    WORD_PLACE,     /* the X of "every X months" whose number is not known */
    WORD_CLASSES
};

struct meaning {
    enum word_class class;
    double value, other;
};

enum { MEANINGS = 8, WORDS_MOST = 400 };

struct word {
    struct text text; /* folded */
    struct meaning meaning[MEANINGS];
    uint8_t meanings;
    bool dotted;              /* a full stop stands behind it */
    bool behind_filler;       /* an article or the like stood before it */
    uint16_t depth, sentence; /* of parentheses; number of the sentence */
};

struct words {
    struct word *word;
    size_t count, capacity;
    struct text note; /* of a typing error that was corrected */
};

/* number replaces the X of "every X months"; NAN where none is given. */
void words_read(struct arena *arena, struct text t, double number, double workdays,
                struct words *words);
const struct meaning *word_meaning(const struct word *word, enum word_class class);

enum mention_kind {
    MENTION_RATE,
    MENTION_DAYS,      /* weekdays */
    MENTION_MONTHDAYS, /* days of a month, quarter or year */
    MENTION_MONTHS,
    MENTION_DATES,    /* days of a month that is named: 1 March */
    MENTION_TIMES,    /* times of day */
    MENTION_HOURS,    /* a part of the day, count hours long */
    MENTION_DATED,    /* a date with its year */
    MENTION_INTERVAL, /* "3 months", a frequency only where nothing else is said */
    MENTION_UNIT,     /* "weeks", likewise */
    MENTION_DEADLINE, /* within n days of something */
    MENTION_EVENT,
    MENTION_ONCE,
    MENTION_ENDED,   /* no longer produced */
    MENTION_ONE_OFF, /* the object of a deadline that comes once: an enactment */
    MENTION_CONTINUOUS,
    MENTION_UNKNOWN,
    MENTION_EXCEPT, /* what follows is left out */
    MENTION_ONGOING,
    MENTION_KINDS
};

struct mention {
    enum mention_kind kind;
    double runs, alternative, low, high; /* NAN where there is none */
    unsigned mask;                       /* of days or months */
    double count, base;                  /* MONTHDAYS: days in each of base parts of the year */
    size_t start, end;                   /* words */
    bool business, strong, is_range, is_short;
    bool of_year;    /* RATE: a number of runs, weeks or months of the year */
    bool leaves_out; /* MONTHS: those that are left of an exception */
};

/* Mentions in the order of the words; never overlapping. */
struct mentions {
    struct mention *mention;
    size_t count;
};

void mentions_find(struct arena *arena, const struct words *words,
                   const struct frequency_options *options, struct mentions *mentions);
void mentions_judge(struct arena *arena, const struct words *words, struct mentions *mentions,
                    const struct frequency_options *options, struct frequency *frequency);

/* Each reads one form of schedule; false where the text has not that form. */
bool frequency_read_code(struct text t, const struct frequency_options *options,
                         struct frequency *frequency);
bool frequency_read_address(struct arena *arena, struct text t,
                            const struct frequency_options *options, struct frequency *frequency);
bool frequency_read_iso(struct text t, struct frequency *frequency);
bool frequency_read_rrule(struct text t, struct frequency *frequency);
bool frequency_read_cron(struct text t, struct frequency *frequency);

void frequency_set(struct frequency *frequency, enum frequency_status status, double runs,
                   double alternative, const char *note);
/* The value of the master table within 3 % of runs, else runs: 52.14 is 52. */
double frequency_snap(double runs);

#endif
