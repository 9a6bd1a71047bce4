#include <stdio.h>

#include "model/frequency_parts.h"

/* What people call a number of runs. Sources: the master table of frequency words that the code
 * lists named in include/model/frequency.h have in common. */
static const struct {
    double runs;
    const char *words;
} names[] = {
    {8760, "hourly"},
    {730, "twice a day"},
    {500, "twice every working day"},
    {365, "every day"},
    {312, "6 times a week"},
    {365 * 5.0 / 7, "every weekday"},
    {260, "every weekday"},
    {250, "every working day"},
    {208, "4 times a week"},
    {156, "3 times a week"},
    {104, "twice a week"},
    {52, "weekly"},
    {36, "3 times a month"},
    {26, "every 2 weeks"},
    {24, "twice a month"},
    {52.0 / 3, "every 3 weeks"},
    {13, "every 4 weeks"},
    {12, "monthly"},
    {6, "every 2 months"},
    {4, "quarterly"},
    {3, "every 4 months"},
    {2, "twice a year"},
    {1, "yearly"},
};

static const double rungs[] = {365, 250, 104, 52, 26, 12, 6, 4, 2, 1, 0.5};

enum { RUNGS = sizeof rungs / sizeof *rungs };

static bool close_to(double a, double b, double share)
{
    return fabs(a - b) <= share * fabs(b);
}

double frequency_snap(double runs)
{
    static const double master[] = {8760, 4380, 2920, 730,      365,     156,  104, 52,
                                    36,   26,   24,   52.0 / 3, 13,      12,   6,   4,
                                    3,    2,    1,    0.5,      1.0 / 3, 0.25, 0.2, 0.1};
    double best = runs;
    for (size_t i = 0; i < sizeof master / sizeof *master; i++)
        if (close_to(runs, master[i], 0.03) &&
            (best == runs || fabs(runs - master[i]) < fabs(runs - best))) /* untouched so far */
            best = master[i];
    return best;
}

struct text frequency_words(double runs, char buffer[32])
{
    int n = 0;
    if (!(runs > 0))
        return text_of(runs < 0 || isnan(runs) ? "unknown" : "never");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (close_to(runs, names[i].runs, 0.0005))
            return text_of(names[i].words);
    double years = 1 / runs, months = 12 / runs, times = runs / 365;
    if (runs < 1 && close_to(years, round(years), 0.001))
        n = snprintf(buffer, 32, "every %.0f years", years);
    else if (runs < 12 && close_to(months, round(months), 0.001))
        n = snprintf(buffer, 32, "every %.0f months", months);
    else if (runs > 365 && close_to(times, round(times), 0.001))
        n = snprintf(buffer, 32, "%.0f times a day", times);
    else if (close_to(runs, round(runs), 0.0005))
        n = snprintf(buffer, 32, "%.0f a year", runs);
    else
        n = snprintf(buffer, 32, "%.2f a year", runs);
    return text_make(buffer, n < 32 ? (size_t)n : 31);
}

double frequency_rung_up(double runs)
{
    double up = 0;
    for (size_t i = 0; i < RUNGS; i++)
        if (rungs[i] >= runs * 0.999)
            up = rungs[i];
    return up;
}

double frequency_rung_below(double runs)
{
    for (size_t i = 0; i < RUNGS; i++)
        if (rungs[i] < runs * 0.999)
            return rungs[i];
    return 0;
}
