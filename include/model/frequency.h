/* How often a report runs: words, codes and schedules read as runs per year.
 *
 * Never a silent guess: what is not understood is FREQUENCY_UNKNOWN, what has two readings keeps
 * the other one. Sources: the frequency vocabularies of the EU Publications Office, Dublin Core,
 * SDMX, MARC 21, ISO 19115, ISO 8601, RFC 5545, cron and Quartz. */
#ifndef PARE_MODEL_FREQUENCY_H
#define PARE_MODEL_FREQUENCY_H

#include "base/arena.h"

enum frequency_status {
    FREQUENCY_UNKNOWN,
    FREQUENCY_READ,
    FREQUENCY_AMBIGUOUS, /* runs is the listed use, alternative the other reading */
    FREQUENCY_EVENT,     /* as needed, on request, within n days of something */
    FREQUENCY_CONTINUOUS,
    FREQUENCY_ONCE
};

enum frequency_codes {
    CODES_NONE, /* a lone letter other than A, D, M, Q, W is unknown */
    CODES_SDMX,
    CODES_MARC,
    CODES_ONIX,
    CODES_EDIFACT,
    CODES_X12
};

struct frequency {
    enum frequency_status status;
    double runs;        /* per year; NAN unless read or ambiguous */
    double low, high;   /* of a range such as "2 to 3 times a week"; else equal to runs */
    double alternative; /* runs of the other reading; NAN where there is none */
    bool coded;         /* from a scheduling system: cron, RRULE, bit masks */
    bool business_days; /* counts working days only */
    struct text as;     /* how it was understood, in words: "weekly", "every 3 months" */
    struct text
        note; /* why it is ambiguous or was corrected; empty where there is nothing to say */
};

struct frequency_options {
    double workdays; /* working days a year */
    enum frequency_codes codes;
};

/* number is the integer that stands in a column of its own for "every X months"; NAN without. Texts
 * of the result are literals or in arena. */
void frequency_parse(struct arena *arena, struct text t, double number,
                     const struct frequency_options *options, struct frequency *frequency);
extern const struct frequency frequency_unknown;
const char *frequency_status_name(enum frequency_status status);

/* A frequency in words for people: 52 is "weekly", 17.33 is "every 3 weeks", 30 is "30 a year". */
struct text frequency_words(double runs, char buffer[32]);

/* The ladder of frequencies that are proposed: 365 250 104 52 26 12 6 4 2 1 0.5. The rung at or
 * above runs (more frequent), and the next one below it; 0 where there is none. */
double frequency_rung_up(double runs);
double frequency_rung_below(double runs);

#endif
