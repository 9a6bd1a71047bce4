#include "base/table.h"

#include <string.h>

/* Most texts are shorter than a call into the library is long. */
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/memory.h"

/* Bytes stand in blocks that never move. An entry is found by the number of its block and its
 * position there in units of four bytes, so that 32 bits reach 16 GiB; a text that is longer than a
 * block has one of its own and begins at 0. */
enum { BLOCK_BITS = 18, BLOCK_SIZE = 4 << BLOCK_BITS, FIRST_SLOTS = 64, BATCH = 64 };

struct entry {
    uint32_t number, size;
    char bytes[];
};

struct slot {
    uint32_t hash;
    uint32_t place; /* of the entry; 0 is that of the empty text: a free slot */
};

struct table {
    struct slot *slots;
    size_t slot_count; /* a power of two; at most three of four hold a text */
    uint32_t *places;  /* by number */
    size_t count, capacity;
    char **blocks;
    size_t block_count, block_capacity;
    size_t used; /* bytes of the last block */
};

static struct entry *entry_at(const struct table *table, uint32_t place)
{
    return (struct entry *)(void *)(table->blocks[place >> BLOCK_BITS] +
                                    (size_t)(place & ((1u << BLOCK_BITS) - 1)) * 4);
}

static uint32_t store(struct table *table, struct text key)
{
    size_t size = (sizeof(struct entry) + key.size + 3) / 4 * 4;
    struct entry *entry;
    uint32_t place;

    if (!table->block_count || size > BLOCK_SIZE - table->used) {
        table->blocks = MEMORY_ROOM(table->blocks, table->block_count, table->block_capacity);
        table->blocks[table->block_count++] =
            memory_resize(NULL, size > BLOCK_SIZE ? size : BLOCK_SIZE, 1);
        table->used = 0;
    }
    place = (uint32_t)((table->block_count - 1) << BLOCK_BITS | table->used / 4);
    table->used = size < BLOCK_SIZE - table->used ? table->used + size : BLOCK_SIZE;
    table->places = MEMORY_ROOM(table->places, table->count, table->capacity);
    table->places[table->count] = place;
    entry = entry_at(table, place);
    entry->number = (uint32_t)table->count++;
    entry->size = (uint32_t)key.size;
    if (key.size)
        memcpy(entry->bytes, key.data, key.size);
    return place;
}

struct table *table_new(void)
{
    struct table *table = memory_alloc(1, sizeof *table);

    table->slot_count = FIRST_SLOTS;
    table->slots = memory_alloc(table->slot_count, sizeof *table->slots);
    store(table, text_make("", 0));
    return table;
}

void table_free(struct table *table)
{
    size_t i;

    if (!table)
        return;
    for (i = 0; i < table->block_count; i++)
        memory_free(table->blocks[i]);
    memory_free(table->blocks);
    memory_free(table->places);
    memory_free(table->slots);
    memory_free(table);
}

static uint32_t hash_of(struct text key)
{
    return (uint32_t)XXH3_64bits(key.data, key.size);
}

static void grow_slots(struct table *table)
{
    struct slot *old = table->slots;
    size_t old_count = table->slot_count;
    size_t mask = old_count * 2 - 1;
    size_t i, at;

    /* Written first: a page of new memory that is read first is given twice by the system. */
    table->slot_count = old_count * 2;
    table->slots = memory_resize(NULL, table->slot_count, sizeof *table->slots);
    memset(table->slots, 0, table->slot_count * sizeof *table->slots);
    for (i = 0; i < old_count; i++) {
        if (!old[i].place)
            continue;
        for (at = old[i].hash & mask; table->slots[at].place; at = (at + 1) & mask)
            ;
        table->slots[at] = old[i];
    }
    memory_free(old);
}

/* Two words of eight bytes, which may overlap, tell texts of 8 to 16 bytes apart, and so on. */
static inline bool same_words(const char *a, const char *b)
{
    uint64_t x, y;

    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    return x == y;
}

static inline bool same_bytes(const struct entry *entry, struct text key)
{
    size_t at;

    if (entry->size != key.size)
        return false;
    if (key.size < 8 || key.size > 64)
        return memcmp(entry->bytes, key.data, key.size) == 0;
    for (at = 0; at + 8 < key.size; at += 8)
        if (!same_words(entry->bytes + at, key.data + at))
            return false;
    return same_words(entry->bytes + key.size - 8, key.data + key.size - 8);
}

/* The first slot from `at` on with a text of that hash, or the empty one behind. */
static inline size_t slot_of_hash(const struct table *table, size_t at, uint32_t hash)
{
    size_t mask = table->slot_count - 1;

    for (at &= mask; table->slots[at].place && table->slots[at].hash != hash; at = (at + 1) & mask)
        ;
    return at;
}

/* The slot that holds the text, or the empty one where it belongs. */
static inline struct slot *slot_for(const struct table *table, struct text key, size_t at,
                                    uint32_t hash)
{
    for (at = slot_of_hash(table, at, hash); table->slots[at].place;
         at = slot_of_hash(table, at + 1, hash))
        if (same_bytes(entry_at(table, table->slots[at].place), key))
            break;
    return &table->slots[at];
}

static void reserve_slots(struct table *table, size_t more)
{
    while (table->slot_count / 4 * 3 < table->count + more)
        grow_slots(table);
}

/* There is room for it. */
static inline uint32_t add_hashed(struct table *table, struct text key, size_t at, uint32_t hash)
{
    struct slot *slot = slot_for(table, key, at, hash);

    if (slot->place)
        return entry_at(table, slot->place)->number;
    slot->hash = hash;
    slot->place = store(table, key);
    return (uint32_t)(table->count - 1);
}

uint32_t table_add(struct table *table, struct text key)
{
    uint32_t hash;

    if (!key.size)
        return 0;
    reserve_slots(table, 1);
    hash = hash_of(key);
    return add_hashed(table, key, hash, hash);
}

static inline bool is_same_place(struct text a, struct text b)
{
    return a.data == b.data && a.size == b.size;
}

/* A look into a large table waits for memory twice: for the slot and for the bytes. Doing each step
 * for many keys lets the waits overlap. A key that is the one before is not looked for again. */
void table_add_batch(struct table *table, const struct text *keys, size_t count, uint32_t *numbers)
{
    uint32_t hashes[BATCH];
    size_t at[BATCH];
    size_t start, i, size, mask;

    for (start = 0; start < count; start += size) {
        size = count - start > BATCH ? BATCH : count - start;
        reserve_slots(table, size);
        mask = table->slot_count - 1;
        for (i = 0; i < size; i++) {
            if (i && is_same_place(keys[start + i], keys[start + i - 1])) {
                hashes[i] = hashes[i - 1];
                continue;
            }
            hashes[i] = hash_of(keys[start + i]);
            __builtin_prefetch(&table->slots[hashes[i] & mask]);
        }
        for (i = 0; i < size; i++) {
            const struct entry *entry;

            if (i && is_same_place(keys[start + i], keys[start + i - 1]))
                continue;
            at[i] = slot_of_hash(table, hashes[i], hashes[i]);
            entry = entry_at(table, table->slots[at[i]].place);
            __builtin_prefetch(entry);
            __builtin_prefetch((const char *)entry + 32);
        }
        for (i = 0; i < size; i++) {
            if (i && is_same_place(keys[start + i], keys[start + i - 1]))
                numbers[start + i] = numbers[start + i - 1];
            else if (keys[start + i].size)
                numbers[start + i] = add_hashed(table, keys[start + i], at[i], hashes[i]);
            else
                numbers[start + i] = 0;
        }
    }
}

uint32_t table_find(const struct table *table, struct text key)
{
    uint32_t hash;

    if (!key.size)
        return 0;
    hash = hash_of(key);
    return entry_at(table, slot_for(table, key, hash, hash)->place)->number;
}

struct text table_text(const struct table *table, uint32_t number)
{
    const struct entry *entry = entry_at(table, table->places[number]);

    return text_make(entry->bytes, entry->size);
}

void table_prefetch(const struct table *table, uint32_t number)
{
    __builtin_prefetch(entry_at(table, table->places[number]));
}

uint32_t table_count(const struct table *table)
{
    return (uint32_t)(table->count - 1);
}
