#include "base/table.h"

#include <string.h>

/* Most texts are shorter than a call into the library is long. */
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/memory.h"

/* Bytes stand in blocks that never move. An entry is found by the number of its block and its
 * position there in units of four bytes, so that 32 bits reach 16 GiB; a text that is longer than a
 * block has one of its own and begins at 0. The first blocks are smaller, as many tables hold
 * little. */
enum { BLOCK_BITS = 19, BLOCK_SIZE = 4 << BLOCK_BITS, FIRST_BLOCK = 1 << 12 };
enum { FIRST_SLOTS = 64, BATCH = 64 };

/* An entry is the size of a text and its bytes. Most texts are short: their size is one byte; in
 * others this one stands for the four that follow. */
enum { LONG = 0xFF };

/* With the place, so that a look goes from the slot to the bytes without another wait. */
struct slot {
    uint32_t hash;
    uint32_t number; /* 0: free */
    uint32_t place;
};

struct table {
    struct slot *slots; /* NULL: closed */
    size_t slot_count;  /* a power of two; at most three of four hold a text */
    uint32_t *places;   /* by number */
    size_t count, capacity;
    char **blocks;
    size_t block_count, block_capacity;
    size_t block_size, used; /* bytes of the last block, and those that are taken */
};

static inline char *entry_at(const struct table *table, uint32_t place)
{
    return table->blocks[place >> BLOCK_BITS] + (size_t)(place & ((1u << BLOCK_BITS) - 1)) * 4;
}

static inline char *entry_of(const struct table *table, uint32_t number)
{
    return entry_at(table, table->places[number]);
}

static inline struct text text_of_entry(const char *entry)
{
    uint32_t size = (unsigned char)*entry++;

    if (size == LONG) {
        memcpy(&size, entry, sizeof size);
        entry += sizeof size;
    }
    return text_make(entry, size);
}

static inline size_t size_of_size(size_t size)
{
    return size < LONG ? 1 : 1 + sizeof(uint32_t);
}

static void write_entry(char *entry, struct text key)
{
    uint32_t size = (uint32_t)key.size;

    *entry = (char)(key.size < LONG ? size : LONG);
    if (key.size >= LONG)
        memcpy(entry + 1, &size, sizeof size);
    if (key.size)
        memcpy(entry + size_of_size(key.size), key.data, key.size);
}

static void add_block(struct table *table, size_t need)
{
    size_t size = table->block_count ? table->block_size * 4 : FIRST_BLOCK;

    size = size > BLOCK_SIZE ? BLOCK_SIZE : size;
    table->block_size = size > need ? size : need;
    table->blocks = MEMORY_ROOM(table->blocks, table->block_count, table->block_capacity);
    table->blocks[table->block_count++] = memory_pages(table->block_size);
    table->used = 0;
}

static uint32_t store(struct table *table, struct text key)
{
    size_t size = (size_of_size(key.size) + key.size + 3) / 4 * 4;
    uint32_t place;

    if (!table->block_count || size > table->block_size - table->used)
        add_block(table, size);
    place = (uint32_t)((table->block_count - 1) << BLOCK_BITS | table->used / 4);
    /* What begins behind the first BLOCK_SIZE bytes of a block could not be found. */
    table->used = table->used + size < BLOCK_SIZE ? table->used + size : table->block_size;
    table->places = MEMORY_ROOM(table->places, table->count, table->capacity);
    table->places[table->count] = place;
    write_entry(entry_of(table, (uint32_t)table->count), key);
    return (uint32_t)table->count++;
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
    table->slots = memory_pages(table->slot_count * sizeof *table->slots);
    memset(table->slots, 0, table->slot_count * sizeof *table->slots);
    for (i = 0; i < old_count; i++) {
        if (!old[i].number)
            continue;
        for (at = old[i].hash & mask; table->slots[at].number; at = (at + 1) & mask)
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

static inline bool holds(const char *entry, struct text key)
{
    const char *bytes = entry + size_of_size(key.size);
    size_t at;

    if ((unsigned char)*entry != (key.size < LONG ? key.size : LONG))
        return false;
    if (key.size < 8 || key.size > 64)
        return text_of_entry(entry).size == key.size && memcmp(bytes, key.data, key.size) == 0;
    for (at = 0; at + 8 < key.size; at += 8)
        if (!same_words(bytes + at, key.data + at))
            return false;
    return same_words(bytes + key.size - 8, key.data + key.size - 8);
}

/* The first slot from `at` on with a text of that hash, or the empty one behind. */
static inline size_t slot_of_hash(const struct table *table, size_t at, uint32_t hash)
{
    size_t mask = table->slot_count - 1;

    for (at &= mask; table->slots[at].number && table->slots[at].hash != hash; at = (at + 1) & mask)
        ;
    return at;
}

/* The slot that holds the text, or the empty one where it belongs. */
static inline struct slot *slot_for(const struct table *table, struct text key, size_t at,
                                    uint32_t hash)
{
    for (at = slot_of_hash(table, at, hash); table->slots[at].number;
         at = slot_of_hash(table, at + 1, hash))
        if (holds(entry_at(table, table->slots[at].place), key))
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

    if (!slot->number) {
        slot->hash = hash;
        slot->number = store(table, key);
        slot->place = table->places[slot->number];
    }
    return slot->number;
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

/* Where a batch of keys is looked for. */
struct look_up {
    uint32_t hash[BATCH], number[BATCH]; /* number: of the first text with that hash, or 0 */
    size_t at[BATCH];                    /* its slot */
    const char *entry[BATCH];
};

static inline bool is_repeated(const struct text *keys, size_t i)
{
    return i && is_same_place(keys[i], keys[i - 1]);
}

static inline void look_at_slots(const struct table *table, struct look_up *look,
                                 const struct text *keys, size_t size)
{
    size_t mask = table->slot_count - 1, i;

    for (i = 0; i < size; i++) {
        look->hash[i] = is_repeated(keys, i) ? look->hash[i - 1] : hash_of(keys[i]);
        __builtin_prefetch(&table->slots[look->hash[i] & mask]);
    }
    for (i = 0; i < size; i++) {
        look->at[i] = slot_of_hash(table, look->hash[i], look->hash[i]);
        look->number[i] = table->slots[look->at[i]].number;
        look->entry[i] = entry_at(table, table->slots[look->at[i]].place);
        __builtin_prefetch(look->entry[i]);
        __builtin_prefetch(look->entry[i] + 32);
    }
}

/* A look into a large table waits for memory twice: for the slot and for the bytes. Doing each step
 * for many keys lets the waits overlap. A key that is the one before is not looked for again. */
void table_add_batch(struct table *table, const struct text *keys, size_t count, uint32_t *numbers)
{
    struct look_up look;
    size_t size, i;

    for (; count; count -= size, keys += size, numbers += size) {
        size = count > BATCH ? BATCH : count;
        reserve_slots(table, size);
        look_at_slots(table, &look, keys, size);
        for (i = 0; i < size; i++) {
            if (is_repeated(keys, i))
                numbers[i] = numbers[i - 1];
            else if (look.number[i] && holds(look.entry[i], keys[i]))
                numbers[i] = look.number[i];
            else if (keys[i].size)
                numbers[i] = add_hashed(table, keys[i], look.at[i], look.hash[i]);
            else
                numbers[i] = 0;
        }
    }
}

void table_close(struct table *table)
{
    memory_free(table->slots);
    table->slots = NULL;
    table->places = memory_resize(table->places, table->count, sizeof *table->places);
    table->capacity = table->count;
}

static uint32_t find_in_closed(const struct table *table, struct text key)
{
    uint32_t number;

    for (number = (uint32_t)table->count - 1; number; number--)
        if (holds(entry_of(table, number), key))
            break;
    return number;
}

uint32_t table_find(const struct table *table, struct text key)
{
    uint32_t hash;

    if (!key.size)
        return 0;
    if (!table->slots)
        return find_in_closed(table, key);
    hash = hash_of(key);
    return slot_for(table, key, hash, hash)->number;
}

struct text table_text(const struct table *table, uint32_t number)
{
    return text_of_entry(entry_of(table, number));
}

void table_prefetch(const struct table *table, uint32_t number)
{
    __builtin_prefetch(entry_of(table, number));
}

uint32_t table_count(const struct table *table)
{
    return (uint32_t)(table->count - 1);
}
