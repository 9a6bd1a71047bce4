#include "compare/signs.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

/* A sign of more entries than this tells nothing. */
enum { COMMON = 400, SIGNS = 128, END_LETTERS = 3 };

static struct text end_of(struct text word, bool last)
{
    size_t size = word.size < END_LETTERS ? word.size : END_LETTERS;

    return last ? text_from(word, word.size - size) : text_slice(word, 0, size);
}

static void add_sign(struct table *table, bool enter, char kind, struct text value, uint32_t *signs,
                     size_t *count)
{
    char bytes[72];
    struct text key;
    uint32_t sign;

    if (!value.size || value.size > 64 || *count == SIGNS)
        return;
    bytes[0] = kind;
    memcpy(bytes + 1, value.data, value.size);
    key = text_make(bytes, value.size + 1);
    sign = enter ? table_add(table, key) : table_find(table, key);
    if (sign)
        signs[(*count)++] = sign;
}

static void add_number(struct table *table, bool enter, char kind, uint32_t number, uint32_t *signs,
                       size_t *count)
{
    if (number)
        add_sign(table, enter, kind, text_make((const char *)&number, sizeof number), signs, count);
}

static size_t signs_of(const struct signs *index, const struct traits *traits, bool enter,
                       uint32_t *signs)
{
    const struct table *words = index->lexicon->words;
    struct table *table = index->table;
    size_t count = 0, i;

    add_number(table, enter, 'i', traits->id, signs, &count);
    add_number(table, enter, 'n', traits->name, signs, &count);
    add_number(table, enter, 'd', traits->description, signs, &count);
    add_number(table, enter, 'f', traits->fields, signs, &count);
    add_number(table, enter, 'r', traits->recipients, signs, &count);
    add_number(table, enter, 's', traits->sources, signs, &count);
    for (i = 0; i < traits->word_count; i++) {
        struct text word = table_text(words, traits->words[i]);

        add_sign(table, enter, 'w', word, signs, &count);
        add_sign(table, enter, 'b', end_of(word, false), signs, &count);
        add_sign(table, enter, 'e', end_of(word, true), signs, &count);
    }
    for (i = 0; i < traits->told_count; i++)
        add_number(table, enter, 't', traits->told[i], signs, &count);
    return count;
}

/* Sign and entry of each, one after the other. */
struct entries {
    uint32_t *sign, *entry;
    size_t count, capacity, entry_capacity;
};

static void add_entries(struct entries *all, const uint32_t *signs, size_t count, uint32_t entry)
{
    size_t i;

    for (i = 0; i < count; i++) {
        all->sign = MEMORY_ROOM(all->sign, all->count, all->capacity);
        all->entry = MEMORY_ROOM(all->entry, all->count, all->entry_capacity);
        all->sign[all->count] = signs[i];
        all->entry[all->count++] = entry;
    }
}

void signs_index(struct arena *arena, const struct lexicon *lexicon, const struct traits *list,
                 const uint32_t *chosen, size_t count, struct signs *signs)
{
    struct entries all = {NULL, NULL, 0, 0, 0};
    uint32_t of[SIGNS], *fill;
    size_t i;

    *signs = (struct signs){.lexicon = lexicon, .table = table_new(), .count = count};
    for (i = 0; i < count; i++)
        add_entries(&all, of, signs_of(signs, &list[chosen[i]], true, of), (uint32_t)i);
    signs->start = ARENA_ARRAY(arena, (size_t)table_count(signs->table) + 3, uint32_t);
    signs->entry = ARENA_ARRAY(arena, all.count, uint32_t);
    fill = signs->start + 1;
    for (i = 0; i < all.count; i++)
        fill[all.sign[i] + 1]++;
    for (i = 1; i <= (size_t)table_count(signs->table) + 1; i++)
        fill[i] += fill[i - 1];
    for (i = 0; i < all.count; i++)
        signs->entry[fill[all.sign[i]]++] = all.entry[i];
    memory_free(all.sign);
    memory_free(all.entry);
}

void signs_clear(struct signs *signs)
{
    table_free(signs->table);
}

static void offer(struct likely *best, uint32_t entry, float shared)
{
    size_t at;

    if (best->count == SIGNS_LIKELY && shared <= best->shared[SIGNS_LIKELY - 1])
        return;
    at = best->count < SIGNS_LIKELY ? best->count++ : SIGNS_LIKELY - 1;
    for (; at > 0 && best->shared[at - 1] < shared; at--) {
        best->shared[at] = best->shared[at - 1];
        best->entry[at] = best->entry[at - 1];
    }
    best->shared[at] = shared;
    best->entry[at] = entry;
}

void signs_search(const struct signs *signs, const struct traits *traits, float *shared,
                  uint32_t *touched, struct likely *likely)
{
    uint32_t of[SIGNS];
    size_t count = signs_of(signs, traits, false, of), touches = 0, i;

    for (i = 0; i < count; i++) {
        uint32_t from = signs->start[of[i]], to = signs->start[of[i] + 1], at;
        float weight = (float)log(1 + (double)signs->count / (to - from + 1.0));

        for (at = from; to - from <= COMMON && at < to; at++) {
            uint32_t entry = signs->entry[at];

            if (shared[entry] == 0)
                touched[touches++] = entry;
            shared[entry] += weight;
        }
    }
    likely->count = 0;
    for (i = 0; i < touches; i++) {
        offer(likely, touched[i], shared[touched[i]]);
        shared[touched[i]] = 0;
    }
}
