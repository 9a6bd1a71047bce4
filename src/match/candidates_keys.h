/* Keys of reports: numbers that are equal where something about them is equal.
 *
 * Key 0 is unknown and equal to nothing. */
#ifndef PARE_MATCH_CANDIDATES_KEYS_H
#define PARE_MATCH_CANDIDATES_KEYS_H

#include "match/join.h"
#include "match/numbering.h"
#include "match/tokens.h"

enum key_sort {
    KEY_ROWS,   /* all columns but the id */
    KEY_NAME,   /* words in order */
    KEY_CORE,   /* mapped words without copy and version words, as a set */
    KEY_FIELDS, /* number of the set */
    KEY_RECIPIENTS,
    KEY_READERS,     /* recipients, but in a large inventory only of reports without known fields */
    KEY_DESCRIPTION, /* words in order; the text where descriptions have not been read */
    KEY_DEPARTMENT,
    KEY_OWNER,
    KEY_COUNT
};

/* Up to so many names they are also compared by plain words, each counting 1. */
enum { PLAIN_NAMES = 5000 };

/* What tells of most pairs of cores that they are unlike, without a look at their words. */
struct core_mark {
    uint64_t signature; /* a bit for each word, see signature_bit */
    uint32_t weight;    /* of all words */
};

struct keys {
    const struct inventory *inventory;
    const struct tokens *tokens;    /* NULL before keys_add_names */
    const uint32_t *key[KEY_COUNT]; /* by report; NULL where no report has it */
    uint32_t last[KEY_COUNT];       /* the greatest key */
    uint32_t *rank;                 /* by report: place in the order of ids */
    uint32_t *ranked;               /* reports in that order */
    struct numbering numbers;       /* of cores */
    const struct words *cores;      /* by core key: its words */
    struct core_mark *core_mark;    /* by core key */
    struct words *contents;         /* by core key: its content words; NULL beyond PLAIN_NAMES */
    uint32_t *content_words;
    struct words *stems; /* by name: its words in order without marks of copies */
    uint32_t *core_of_name;
    struct set_pairs soft;    /* of core keys, see candidates_soft.h */
    uint32_t *own[KEY_COUNT]; /* arrays that were made here */
    uint32_t *core_words;
};

/* What needs no words: rows, ids, columns. */
void keys_make(const struct inventory *inventory, unsigned threads, struct keys *keys);
/* Names and descriptions. */
void keys_add_names(struct keys *keys, const struct tokens *tokens, unsigned threads);
void keys_clear(struct keys *keys);

/* Gives back what is only needed to find cores. */
void keys_settle(struct keys *keys);

/* The core key of a set of words, 0 where no name has it. */
uint32_t keys_find_core(const struct keys *keys, struct words words);

static inline uint32_t key_of(const struct keys *keys, enum key_sort sort, uint32_t report)
{
    return keys->key[sort] ? keys->key[sort][report] : 0;
}

/* Reports by key: those of key k, in the order of ids, are report[start[k]] up to start[k + 1]. */
struct key_groups {
    uint32_t *start, *report;
    uint32_t count; /* keys run below this */
};

void key_groups_make(const struct keys *keys, enum key_sort sort, struct key_groups *groups);
void key_groups_clear(struct key_groups *groups);

#endif
