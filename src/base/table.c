#include "base/table.h"

#include <string.h>
#include <xxhash.h>

#include "base/memory.h"

/* Bytes stand in blocks that never move; a block is larger where one text needs it. */
enum { BLOCK_SIZE = 1 << 20, FIRST_SLOTS = 64, BATCH = 64 };

struct slot {
    uint32_t hash;
    uint32_t number; /* 0: empty */
};

struct table {
    struct slot *slots;
    size_t slot_count; /* a power of two, at least twice the texts */
    struct text *texts; /* by number; 0 is empty */
    size_t count, capacity;
    char **blocks;
    size_t block_count, block_capacity;
    char *free_bytes;
    size_t free_size;
};

struct table *table_new(void)
{
    struct table *table = memory_alloc(1, sizeof *table);

    table->slot_count = FIRST_SLOTS;
    table->slots = memory_alloc(table->slot_count, sizeof *table->slots);
    table->texts = MEMORY_ROOM(table->texts, table->count, table->capacity);
    table->texts[table->count++] = text_make("", 0);
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
    memory_free(table->texts);
    memory_free(table->slots);
    memory_free(table);
}

static uint32_t hash_of(struct text key)
{
    return (uint32_t)XXH3_64bits(key.data, key.size);
}

static struct text store(struct table *table, struct text key)
{
    char *bytes;

    if (key.size > table->free_size) {
        size_t size = key.size > BLOCK_SIZE ? key.size : BLOCK_SIZE;

        table->blocks = MEMORY_ROOM(table->blocks, table->block_count, table->block_capacity);
        table->free_bytes = memory_resize(NULL, size, 1);
        table->free_size = size;
        table->blocks[table->block_count++] = table->free_bytes;
    }
    bytes = memcpy(table->free_bytes, key.data, key.size);
    table->free_bytes += key.size;
    table->free_size -= key.size;
    return text_make(bytes, key.size);
}

static void grow_slots(struct table *table)
{
    struct slot *old = table->slots;
    size_t old_count = table->slot_count;
    size_t mask = old_count * 2 - 1;
    size_t i, at;

    table->slot_count = old_count * 2;
    table->slots = memory_alloc(table->slot_count, sizeof *table->slots);
    for (i = 0; i < old_count; i++) {
        if (!old[i].number)
            continue;
        for (at = old[i].hash & mask; table->slots[at].number; at = (at + 1) & mask)
            ;
        table->slots[at] = old[i];
    }
    memory_free(old);
}

/* The slot that holds the text, or the empty one where it belongs. */
static struct slot *slot_for(const struct table *table, struct text key, uint32_t hash)
{
    size_t mask = table->slot_count - 1;
    size_t at;

    for (at = hash & mask; table->slots[at].number; at = (at + 1) & mask)
        if (table->slots[at].hash == hash && text_equal(table->texts[table->slots[at].number], key))
            break;
    return &table->slots[at];
}

static uint32_t add_hashed(struct table *table, struct text key, uint32_t hash)
{
    struct slot *slot = slot_for(table, key, hash);

    if (slot->number)
        return slot->number;
    if (table->count * 2 > table->slot_count) {
        grow_slots(table);
        slot = slot_for(table, key, hash);
    }
    table->texts = MEMORY_ROOM(table->texts, table->count, table->capacity);
    table->texts[table->count] = store(table, key);
    slot->hash = hash;
    slot->number = (uint32_t)table->count++;
    return slot->number;
}

uint32_t table_add(struct table *table, struct text key)
{
    return key.size ? add_hashed(table, key, hash_of(key)) : 0;
}

/* A look into a large table waits for memory three times: for the slot, for where the text stands and
 * for its bytes. Doing each step for many keys lets the waits overlap. The loops stand in this function
 * because gcc takes a function that only prefetches for one without effect. */
void table_add_batch(struct table *table, const struct text *keys, size_t count, uint32_t *numbers)
{
    uint32_t hashes[BATCH];
    size_t start, i, size, mask;

    for (start = 0; start < count; start += size) {
        size = count - start > BATCH ? BATCH : count - start;
        mask = table->slot_count - 1;
        for (i = 0; i < size; i++) {
            hashes[i] = hash_of(keys[start + i]);
            __builtin_prefetch(&table->slots[hashes[i] & mask]);
        }
        for (i = 0; i < size; i++)
            __builtin_prefetch(&table->texts[table->slots[hashes[i] & mask].number]);
        for (i = 0; i < size; i++)
            __builtin_prefetch(table->texts[table->slots[hashes[i] & mask].number].data);
        for (i = 0; i < size; i++)
            numbers[start + i] = keys[start + i].size
                                     ? add_hashed(table, keys[start + i], hashes[i])
                                     : 0;
    }
}

uint32_t table_find(const struct table *table, struct text key)
{
    return key.size ? slot_for(table, key, hash_of(key))->number : 0;
}

struct text table_text(const struct table *table, uint32_t number)
{
    return table->texts[number];
}

uint32_t table_count(const struct table *table)
{
    return (uint32_t)(table->count - 1);
}
