#include <math.h>

#include "model/words.h"
#include "rules/pace.h"

/* Daily may be 250 or 365 runs a year, and that is no contradiction. */
static const double least_difference = 1.5;

#define RHYTHM_WORD(word, runs) TEXT(word),
static const struct text words[] = {
#include "rules/name_words.def"
};

#define RHYTHM_WORD(word, runs) runs,
static const double runs_of[] = {
#include "rules/name_words.def"
};

enum { WORDS = sizeof words / sizeof *words };

/* The rhythm that the name says; NAN where it says none or several. */
static double rhythm_in(struct text name, struct text *word)
{
    double found = NAN;
    size_t i;

    for (i = 0; i < WORDS; i++) {
        if (!words_find(name, 0, name.size, &words[i], 1).size)
            continue;
        if (!isnan(found) && fabs(found - runs_of[i]) > 0)
            return NAN;
        found = runs_of[i];
        *word = words[i];
    }
    return found;
}

bool rule_name_says(const struct look *look, struct finding *finding, struct facts *facts)
{
    struct text word = text_make("", 0);
    double named = rhythm_in(look_name(look), &word), runs = look->report.runs;
    struct pace pace;

    if (isnan(named) || !(runs > 0))
        return false;
    tell_both(facts, FACT_NAME_SAYS, named, NAN, word);
    pace_read(look, &pace, facts);
    if (runs > named)
        finding->to_runs = pace_target(&pace, named, true, look);
    finding->strength = STRENGTH_ASK;
    return fmax(runs, named) >= least_difference * fmin(runs, named);
}
