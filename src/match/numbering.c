#include "match/numbering.h"

#include <string.h>

/* Most lists are shorter than a call into the library is long. */
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/memory.h"

void numbering_init(struct numbering *numbering, uint32_t most)
{
    size_t slot_count = 64;

    while (slot_count < (size_t)most * 2)
        slot_count *= 2;
    *numbering = (struct numbering){
        .lists = memory_resize(NULL, (size_t)most + 1, sizeof *numbering->lists),
        .count = 1,
        .slots = memory_alloc(slot_count, sizeof *numbering->slots),
        .slot_count = slot_count,
    };
    numbering->lists[0] = (struct words){NULL, 0};
}

void numbering_clear(struct numbering *numbering)
{
    memory_free(numbering->lists);
    memory_free(numbering->slots);
    *numbering = (struct numbering){0};
}

uint32_t words_hash(struct words words)
{
    return (uint32_t)XXH3_64bits(words.word, words.count * sizeof *words.word);
}

static bool are_equal(struct words a, struct words b)
{
    return a.count == b.count && (!a.count || !memcmp(a.word, b.word, a.count * sizeof *a.word));
}

/* The slot of an equal list, or the free one where it belongs. */
static struct list_slot *slot_of(const struct numbering *numbering, struct words words,
                                 uint32_t hash)
{
    size_t mask = numbering->slot_count - 1, at = hash & mask;

    for (; numbering->slots[at].number; at = (at + 1) & mask)
        if (numbering->slots[at].hash == hash &&
            are_equal(numbering->lists[numbering->slots[at].number], words))
            break;
    return &numbering->slots[at];
}

uint32_t numbering_add(struct numbering *numbering, struct words words, uint32_t hash)
{
    struct list_slot *slot = slot_of(numbering, words, hash);

    if (!slot->number) {
        *slot = (struct list_slot){hash, numbering->count++};
        numbering->lists[slot->number] = words;
    }
    return slot->number;
}

uint32_t numbering_find(const struct numbering *numbering, struct words words, uint32_t hash)
{
    return slot_of(numbering, words, hash)->number;
}
