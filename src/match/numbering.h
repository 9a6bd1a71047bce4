/* Numbers for lists of words: equal lists have equal numbers, from 1 on by their first coming.
 *
 * Points to the lists, which must stay where they are. */
#ifndef PARE_MATCH_NUMBERING_H
#define PARE_MATCH_NUMBERING_H

#include "match/tokens.h"

struct list_slot {
    uint32_t hash, number; /* 0: free */
};

struct numbering {
    struct words *lists;     /* by number; 0 is none */
    uint32_t count;          /* numbers run below this */
    struct list_slot *slots; /* a hash table of so many, a power of two */
    size_t slot_count;
};

/* Room for so many lists. */
void numbering_init(struct numbering *numbering, uint32_t most);
void numbering_clear(struct numbering *numbering);

uint32_t words_hash(struct words words);
/* The number of a list, which is entered where it is new. hash: words_hash. */
uint32_t numbering_add(struct numbering *numbering, struct words words, uint32_t hash);
/* 0 where no list is equal. */
uint32_t numbering_find(const struct numbering *numbering, struct words words, uint32_t hash);

/* Fetches the slot of a list to come, so that nobody waits for it. */
static inline void numbering_fetch(const struct numbering *numbering, uint32_t hash)
{
    __builtin_prefetch(&numbering->slots[hash & (numbering->slot_count - 1)]);
}

#endif
