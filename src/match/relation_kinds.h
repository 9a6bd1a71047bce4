/* What the words are that only one of two names has. Private to the relation_*.c files. */
#ifndef PARE_MATCH_RELATION_KINDS_H
#define PARE_MATCH_RELATION_KINDS_H

#include "match/relation.h"

/* What any title may contain; what tells nothing, which is that and small words. */
enum {
    NAME_NEUTRAL = WORD_GENERIC | WORD_FORMAT | WORD_UNIT,
    NAME_EMPTY = NAME_NEUTRAL | WORD_STOP
};

/* The meanings of a report's name: words is one of the lists of the profile. */
static inline struct words name_meanings(const struct profile *profile, const uint32_t *words,
                                         uint32_t report)
{
    uint32_t name = profile->brief[report].name, start = profile->name_start[name];
    return (struct words){words + start, profile->name_start[name + 1] - start};
}

/* The words of a report's name as they are written. */
static inline struct words name_in_full(const struct profile *profile, uint32_t report)
{
    return list_words(&profile->tokens->names, profile->brief[report].name);
}

/* So many of them as names are compared by. */
static inline struct words name_as_written(const struct profile *profile, uint32_t report)
{
    struct words words = name_in_full(profile, report);

    return (struct words){words.word, words.count < NAME_WORDS ? words.count : NAME_WORDS};
}

/* In the order of the name. */
static inline struct words name_order(const struct profile *profile, uint32_t report)
{
    return name_meanings(profile, profile->name_words, report);
}

/* What any title may contain counts an eighth. */
static inline uint32_t name_weight(const struct word_book *book, uint32_t meaning)
{
    uint32_t weight = book->weight[meaning];
    return book->classes[meaning] & NAME_NEUTRAL ? (weight + 7) / 8 : weight;
}

/* The text is one of a list with blanks between them. */
bool text_is_listed(struct text t, const char *list);
/* The word is one of them; one of the words is. */
static inline bool word_is_one_of(const struct profile *profile, uint32_t word,
                                  enum asked_words list)
{
    return profile->book.asked[word] >> list & 1;
}
bool words_have_one_of(const struct profile *profile, struct words words, enum asked_words list);

/* Written in capitals in a name that is not all capitals: the name of a system or of a unit. */
bool word_is_acronym(const struct profile *profile, uint32_t report, struct text word);
/* One of the prepositions stands before the word in the name. */
bool word_stands_behind(const struct profile *profile, uint32_t report, uint32_t meaning,
                        enum asked_words prepositions);

/* The kinds of the words of one name, which are odd, counted and weighed; where the other name's
 * are known by number only. */
void name_find_kinds(const struct profile *profile, uint32_t report, struct odd_word *odd,
                     uint32_t count, struct name_difference *names);
/* A place, a period, a year or a population sets a report apart even where the other names none; a
 * number, a code or an acronym only where the other name has something in its place. */
void name_find_parameters(struct name_difference *names);

#endif
