/* How much alike two names are as names that one report may have had one after the other.
 *
 * What people do when they rename: turn words around, shorten or spell them out, mistype, add or
 * roll on a year, add or drop words that say little. Rare words count more than common ones. */
#ifndef PARE_SRC_COMPARE_LIKENESS_H
#define PARE_SRC_COMPARE_LIKENESS_H

#include "compare/traits.h"

struct weights {
    const struct lexicon *lexicon;
    float *name; /* by word */
    float *told; /* by word of a description */
};

/* In arena: what words weigh by how many of the traits have them. */
void weights_find(struct arena *arena, const struct lexicon *lexicon,
                  const struct traits *const *all, size_t count, struct weights *weights);

/* What of two names is alike, and what is left of each. */
struct likeness {
    double share;     /* 0..1; 1 where each word of one has its word in the other */
    uint32_t left[2]; /* words that say something and have not found theirs */
    uint32_t lone[2]; /* the place of the last of them in its name */
};

/* years: other years are other reports. */
struct likeness likeness_of_names(const struct weights *weights, const struct traits *a,
                                  const struct traits *b, bool years);
/* The cosine of the words of two descriptions. */
double likeness_of_descriptions(const struct weights *weights, const struct traits *a,
                                const struct traits *b);
/* How far one word may stand for another: 1 equal, 0 not at all. */
double likeness_of_words(struct text a, struct text b);
/* Whether a word says little of what a report is about. */
bool word_is_light(struct text word);

#endif
