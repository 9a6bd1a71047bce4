/* From mentions to one frequency; for the files of the frequency grammar only. */
#ifndef PARE_MODEL_FREQUENCY_JUDGE_H
#define PARE_MODEL_FREQUENCY_JUDGE_H

#include "model/frequency_parts.h"

/* What all mentions together say. Counts of times of day, weekdays, month days and months refine a
 * rate; without one they are a frequency themselves. */
struct picture {
    const struct mention *first[MENTION_KINDS]; /* of each kind */
    struct mention *rate;
    size_t rates;
    const struct words *words;
    double workdays;
    struct arena *arena;
};

unsigned mask_bits(unsigned mask);
/* Within 2 %; false where one is unknown. */
bool runs_near(double a, double b);
/* Whether only commas, "and", "or" and the like stand between. */
bool words_connect(const struct words *words, size_t start, size_t end);
bool words_have(const struct words *words, size_t start, size_t end, enum word_class class);

/* Whether the word beside an interval or a day leaves it what it is. */
bool word_says_little(const struct word *word);

/* Lists as one mention; single letters, lone units and the like dropped. */
void mentions_tidy(struct arena *arena, const struct words *words, struct mentions *mentions);
/* Days a year of these weekdays. */
double picture_days(const struct picture *picture, unsigned mask);
/* False where no rate is named, or one that does not count. */
bool picture_judge_rates(struct picture *picture, struct frequency *frequency);

#endif
