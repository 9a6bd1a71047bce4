/* Any text as a frequency: a number of runs only where it is read or ambiguous, and never one that
 * cannot be. */
#include "fuzz.h"

#include <math.h>

#include "model/frequency.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum frequency_codes codes[] = {CODES_NONE, CODES_SDMX,    CODES_MARC,
                                                 CODES_ONIX, CODES_EDIFACT, CODES_X12};
    struct arena *arena = arena_new();
    struct frequency_options options = {250, codes[size % 6]};
    struct frequency frequency;
    double number = size % 3 ? NAN : (double)(size % 14);

    frequency_parse(arena, text_make((const char *)data, size), number, &options, &frequency);
    must(frequency_status_name(frequency.status));
    if (frequency.status == FREQUENCY_READ || frequency.status == FREQUENCY_AMBIGUOUS)
        must(isfinite(frequency.runs) && frequency.runs >= 0);
    else
        must(isnan(frequency.runs));
    must(!(frequency.low > frequency.high));
    arena_free(arena);
    return 0;
}
