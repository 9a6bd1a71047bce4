/* What the words are that only one of two names has. Private to the relation_*.c files. */
#ifndef PARE_MATCH_RELATION_KINDS_H
#define PARE_MATCH_RELATION_KINDS_H

#include "match/relation.h"

/* What any title may contain. */
enum { NAME_NEUTRAL = WORD_GENERIC | WORD_FORMAT | WORD_UNIT };

/* The meanings of a report's name: words is one of the lists of the profile. */
static inline struct words name_meanings(const struct profile *profile, const uint32_t *words,
                                         uint32_t report)
{
    uint32_t name = profile->brief[report].name, start = profile->name_start[name];
    return (struct words){words + start, profile->name_start[name + 1] - start};
}

/* What any title may contain counts an eighth. */
static inline uint32_t name_weight(const struct word_book *book, uint32_t meaning)
{
    uint32_t weight = book->weight[meaning];
    return book->classes[meaning] & NAME_NEUTRAL ? (weight + 7) / 8 : weight;
}

/* Written in capitals in a name that is not all capitals: the name of a system or of a unit. */
bool word_is_acronym(const struct profile *profile, uint32_t report, struct text word);
/* One of the prepositions, with blanks between them, stands before the word in the name. */
bool word_stands_behind(const struct profile *profile, uint32_t report, uint32_t meaning,
                        const char *prepositions);

/* The kinds of the words of one name, which are odd, counted and weighed; where the other name's
 * are known by number only. */
void name_find_kinds(const struct profile *profile, uint32_t report, struct odd_word *odd,
                     uint32_t count, struct name_difference *names);
/* A place, a period, a year or a population sets a report apart even where the other names none; a
 * number, a code or an acronym only where the other name has something in its place. */
void name_find_parameters(struct name_difference *names);

#endif
