/* The words of names and descriptions, folded for comparison and numbered from 1.
 *
 * A word is a run of letters and digits of the folded text; apostrophes are dropped, "&" is "and".
 * Equal names are worked once: reports refer to distinct names by number. Word numbers follow the
 * order of first coming in the names, then in the descriptions. Owns its memory; points into the
 * inventory. Const once it is made, so that threads may share it. */
#ifndef PARE_MATCH_TOKENS_H
#define PARE_MATCH_TOKENS_H

#include "match/mentions.h"
#include "model/inventory.h"

/* Words in the order of the text, or a set: ascending and distinct. */
struct words {
    const uint32_t *word;
    uint32_t count;
};

struct word_lists {
    uint32_t *start; /* list n: word[start[n]] up to word[start[n + 1]] */
    uint32_t *word;
    uint32_t count;
};

enum {
    WEIGHT_ONE = 16,         /* weight of a word that stands in every second name */
    DESCRIBED_AT_ONCE = 5000 /* reports; descriptions of more are read where tokens_describe asks */
};

struct tokens {
    const struct inventory *inventory;
    struct table *words;

    uint32_t name_total;     /* distinct names; also those that are equal only when folded */
    uint32_t *name_of;       /* by report: number of its name, from 0 */
    struct word_lists names; /* by name: its words in order */
    uint32_t name_words;     /* words numbered up to this stand in names */

    uint32_t description_total;     /* distinct descriptions; 0 is the unknown one */
    uint32_t *description_of;       /* by report; NULL where no report has one or none was read */
    struct word_lists descriptions; /* by description: its words in order */
    struct mentions mentions;       /* none where descriptions are read later */

    uint32_t *name_frequency;        /* by word: distinct names that it stands in */
    uint32_t *description_frequency; /* by word: distinct descriptions that it stands in */
    uint32_t *weight;  /* by word: WEIGHT_ONE * log2(names / name_frequency), at least 1 */
    uint32_t *same_as; /* by word: the word that it is a misspelling or abbreviation of,
                        * else itself; never in two steps */
    bool one_edit;     /* words that are two slips of the pen apart are not among them */
    struct word_lists neighbours; /* by word: all that it may stand for, also where none is sure */
};

/* Empties the lists that are not wanted and gives their room back; returns the words again. */
uint32_t *lists_keep(uint32_t *start, uint32_t *word, uint32_t count, const bool *wanted);

struct tokens *tokens_new(const struct inventory *inventory, unsigned threads);
/* Reads the descriptions of the wanted reports (NULL: of all); those of the others are unknown from
 * then on. Does nothing where descriptions were read before. */
void tokens_describe(struct tokens *tokens, const bool *wanted, unsigned threads);
void tokens_free(struct tokens *tokens);

static inline struct text tokens_word(const struct tokens *tokens, uint32_t word)
{
    return table_text(tokens->words, word);
}

/* The words of a list in order, with repetitions. */
static inline struct words list_words(const struct word_lists *lists, uint32_t list)
{
    uint32_t start = lists->start[list];

    return (struct words){lists->word + start, lists->start[list + 1] - start};
}

/* The words of a report's name. */
static inline struct words tokens_name(const struct tokens *tokens, uint32_t report)
{
    return list_words(&tokens->names, tokens->name_of[report]);
}

/* The words of a report's description; none where it is unknown. */
static inline struct words tokens_description(const struct tokens *tokens, uint32_t report)
{
    if (!tokens->description_of)
        return (struct words){NULL, 0};
    return list_words(&tokens->descriptions, tokens->description_of[report]);
}

/* Sorts words and drops repetitions; buffer has room for all of them. */
struct words words_set(struct words words, uint32_t *buffer);

#endif
