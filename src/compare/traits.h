/* What a report of one edition is known by, in numbers that mean the same in all editions.
 *
 * A lexicon numbers the folded texts, the words and the sets of all editions; equal numbers are
 * equal texts, 0 is unknown. It owns what the traits point to. */
#ifndef PARE_SRC_COMPARE_TRAITS_H
#define PARE_SRC_COMPARE_TRAITS_H

#include "model/inventory.h"

enum { TRAIT_WORDS = 40, TRAIT_TOLD = 64 }; /* so many words of a name, of a description */

struct traits {
    uint32_t id;         /* as it was written */
    uint32_t name, bare; /* bare: without years */
    uint32_t owner, department, description, mandate;
    uint32_t recipients, fields, sources; /* sets */
    double runs;                          /* NAN where unknown */
    uint32_t *words;                      /* of the name, in their order */
    uint32_t word_count;
    uint32_t *told; /* of the description, ascending; NULL until they are asked for */
    uint32_t told_count;
};

struct numbers {
    const void *list; /* of uint32_t, ascending; as texts lie, at any address */
    uint32_t count;
};

struct source; /* what is known of the numbers of one inventory */

struct lexicon {
    struct arena *arena;
    struct table *texts, *words, *sets;
    struct source *sources;
    size_t source_count, source_capacity;
};

void lexicon_init(struct lexicon *lexicon);
void lexicon_clear(struct lexicon *lexicon);
/* The number of an inventory in the lexicon, which must outlive it. */
size_t lexicon_add(struct lexicon *lexicon, const struct inventory *inventory);

void traits_take(struct lexicon *lexicon, size_t source, size_t report, struct traits *traits);
/* Fills what the description tells, which only those need that are hard to find again. */
void traits_deepen(struct lexicon *lexicon, struct traits *traits);
struct numbers lexicon_set(const struct lexicon *lexicon, uint32_t set);
/* How many numbers two ascending lists share. */
uint32_t numbers_shared(struct numbers a, struct numbers b);

/* 1990, 2019, fy19: tells editions apart, not what they are about. */
bool word_is_year(struct text word);
bool word_is_number(struct text word);

#endif
