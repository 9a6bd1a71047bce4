/* What every way of reading a frequency ends with. */
#include "model/frequency.h"
#include "model/frequency_parts.h"

#define MOST_RUNS 31536001.0 /* every second of a year of 365 days, and a little */

const struct frequency frequency_unknown = {
    .status = FREQUENCY_UNKNOWN, .runs = NAN, .low = NAN, .high = NAN, .alternative = NAN};

const char *frequency_status_name(enum frequency_status status)
{
    static const char *const names[] = {
        [FREQUENCY_UNKNOWN] = "unknown",       [FREQUENCY_READ] = "read",
        [FREQUENCY_AMBIGUOUS] = "ambiguous",   [FREQUENCY_EVENT] = "event",
        [FREQUENCY_CONTINUOUS] = "continuous", [FREQUENCY_ONCE] = "once"};
    return names[status];
}

void frequency_set(struct frequency *frequency, enum frequency_status status, double runs,
                   double alternative, const char *note)
{
    bool counted = status == FREQUENCY_READ || status == FREQUENCY_AMBIGUOUS;
    *frequency = frequency_unknown;
    if (counted && runs > MOST_RUNS) {
        frequency->note = text_of("more often than every second");
        return;
    }
    if (counted && !(runs > 0)) {
        frequency->note = text_of("a frequency of nothing");
        return;
    }
    frequency->status = status;
    frequency->runs = frequency->low = frequency->high = counted ? runs : NAN;
    frequency->alternative = status == FREQUENCY_AMBIGUOUS ? alternative : NAN;
    frequency->note = text_of(note ? note : "");
}
