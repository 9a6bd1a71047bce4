/* What is prepared of every report so that a pair can be decided quickly.
 *
 * Numbers instead of texts: units and laws that are written differently and mean the same have the
 * same number; 0 is unknown. Owns its memory; const once it is made, so that threads may share it.
 */
#ifndef PARE_MATCH_PROFILE_H
#define PARE_MATCH_PROFILE_H

#include "match/words.h"

/* Names and descriptions are compared by their first words only; few are longer, and those are
 * counted so that it is told. */
enum { NAME_WORDS = 96, TEXT_WORDS = 400 };

/* What a decision asks of a report first, side by side so that it is fetched at once. */
struct brief {
    uint32_t name, unit, law; /* name: number of the distinct name, as in struct tokens */
    uint32_t fields;          /* number of the set */
    uint32_t description;     /* number of the distinct description */
    float runs;               /* per year, to be compared; NAN unknown */
};

struct profile {
    const struct inventory *inventory;
    const struct tokens *tokens;
    struct word_book book;

    uint32_t *name_start;  /* by name: where its meanings begin, without words that carry none */
    uint32_t *name_words;  /* meanings in the order of the name */
    uint32_t *name_sorted; /* the same, ascending */

    uint32_t *title;               /* by name: names with the same meanings have the same title */
    uint8_t *title_units;          /* by title: how many units have it; counted up to 3 */
    uint32_t *title_reports;       /* by title: how many reports have it */
    uint32_t *description_reports; /* by description: how many reports have it */
    struct words *citations;       /* by law: what cites (numbers, letters), in order */
    uint32_t *citation_words;
    struct words *law_names; /* by law: the words that name it, such as "harbour" */
    uint32_t *law_name_words;
    struct brief *brief;                    /* by report */
    uint32_t long_names, long_descriptions; /* reports whose name, description is cut */
    uint32_t *term_weight;                  /* by term, as word_book.weight */
    uint32_t *fields_weight; /* by set: of all its terms; 0 for sets that are no fields */
};

void profile_init(struct profile *profile, const struct tokens *tokens, unsigned threads);
/* Gives back the words of names that are not wanted. */
void profile_keep(struct profile *profile, const bool *names);
void profile_clear(struct profile *profile);
/* Runs per year; INFINITY where it runs all the time, NAN where that is unknown. */
double profile_runs(const struct profile *profile, uint32_t report);
/* Fetch what a decision about the report will need, each what the next one looks at. */
void profile_prefetch(const struct profile *profile, uint32_t report);
void profile_prefetch_places(const struct profile *profile, uint32_t report);
void profile_prefetch_sets(const struct profile *profile, uint32_t report);

/* The number of a text, person or set; 0 where it is unknown. */
static inline uint32_t profile_number(const struct profile *profile, enum field field,
                                      uint32_t report)
{
    const uint32_t *number = profile->inventory->columns[field].number;
    return number ? number[report] : 0;
}

/* The text of a column; empty where it is unknown. */
static inline struct text profile_text(const struct profile *profile, enum field field,
                                       uint32_t report)
{
    return inventory_text(profile->inventory, profile_number(profile, field, report));
}

#endif
