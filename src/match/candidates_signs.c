#include "match/candidates_signs.h"

#include "match/candidates_soft.h"

const struct fraction contained_fields = {9, 10};
const struct fraction alike_recipients = {4, 5};
const struct fraction contained_recipients = {9, 10};
const struct fraction alike_descriptions = {7, 10};
const struct fraction related_names = {3, 10};

enum { FEW_NAMES = 2000, MANY_NAMES = 50000 };

struct fraction near_names(size_t names)
{
    return names <= MANY_NAMES ? (struct fraction){13, 20} : (struct fraction){18, 25};
}

struct fraction alike_names(size_t names)
{
    return names <= FEW_NAMES     ? (struct fraction){1, 4}
           : names <= PLAIN_NAMES ? (struct fraction){2, 5}
           : names <= MANY_NAMES  ? (struct fraction){3, 5}
                                  : near_names(names);
}

struct fraction alike_plain(size_t names)
{
    return names <= FEW_NAMES ? (struct fraction){3, 10} : (struct fraction){1, 2};
}

struct fraction alike_fields(size_t names)
{
    return names <= FEW_NAMES ? (struct fraction){1, 2} : (struct fraction){7, 10};
}

/* Weight of the words that may stand in a set with that signature: all that do, and more. */
static uint64_t most_common(const struct keys *keys, struct words words, uint64_t signature)
{
    uint64_t sum = 0;
    uint32_t i;

    for (i = 0; i < words.count; i++)
        if (signature & signature_bit(words.word[i]))
            sum += keys->tokens->weight[words.word[i]];
    return sum;
}

bool names_alike(const struct keys *keys, uint32_t a, uint32_t b, struct fraction least)
{
    uint32_t x_core = key_of(keys, KEY_CORE, a), y_core = key_of(keys, KEY_CORE, b);
    struct core_mark x_mark = keys->core_mark[x_core], y_mark = keys->core_mark[y_core];
    uint64_t x_weight = x_mark.weight, y_weight = y_mark.weight;
    uint64_t smaller = x_weight < y_weight ? x_weight : y_weight;
    struct words x, y;

    if (!smaller || !jaccard_at_least(smaller, x_weight, y_weight, least))
        return false;
    x = keys->cores[x_core];
    if (!jaccard_at_least(most_common(keys, x, y_mark.signature), x_weight, y_weight, least))
        return false;
    y = keys->cores[y_core];
    return jaccard_at_least(
        set_common_weight(x.word, x.count, y.word, y.count, keys->tokens->weight), x_weight,
        y_weight, least);
}

void names_fetch(const struct keys *keys, uint32_t report)
{
    uint32_t core = key_of(keys, KEY_CORE, report);

    __builtin_prefetch(&keys->core_mark[core]);
    __builtin_prefetch(&keys->cores[core]);
}

void names_fetch_words(const struct keys *keys, uint32_t report)
{
    __builtin_prefetch(keys->cores[key_of(keys, KEY_CORE, report)].word);
}

static bool plainly_alike(const struct keys *keys, uint32_t a, uint32_t b)
{
    struct words x, y;
    uint32_t common;

    if (!keys->contents)
        return false;
    x = keys->contents[key_of(keys, KEY_CORE, a)];
    y = keys->contents[key_of(keys, KEY_CORE, b)];
    common = set_common(x.word, x.count, y.word, y.count);
    return common && jaccard_at_least(common, x.count, y.count, alike_plain(keys->last[KEY_CORE]));
}

/* Longer names are compared in order. */
enum { NAME_WORDS = 128 };

static bool words_equal(const struct keys *keys, uint32_t a, uint32_t b)
{
    uint32_t x_buffer[NAME_WORDS], y_buffer[NAME_WORDS];
    struct words x = tokens_name(keys->tokens, a), y = tokens_name(keys->tokens, b);

    if (key_of(keys, KEY_NAME, a) == key_of(keys, KEY_NAME, b))
        return true;
    if (x.count > NAME_WORDS || y.count > NAME_WORDS)
        return false;
    x = words_set(x, x_buffer);
    y = words_set(y, y_buffer);
    return x.count == y.count && set_common(x.word, x.count, y.word, y.count) == x.count;
}

static uint32_t name_signs(const struct keys *keys, uint32_t a, uint32_t b)
{
    uint32_t signs = 0;

    if (!key_of(keys, KEY_CORE, a) || !key_of(keys, KEY_CORE, b))
        return 0;
    if (key_of(keys, KEY_NAME, a) == key_of(keys, KEY_NAME, b))
        signs |= SIGN_NAME_EQUAL;
    if (words_equal(keys, a, b))
        signs |= SIGN_NAME_WORDS;
    if (key_of(keys, KEY_CORE, a) == key_of(keys, KEY_CORE, b))
        signs |= SIGN_NAME_CORE | SIGN_NAME_NEAR | SIGN_NAME_ALIKE;
    else if (names_alike(keys, a, b, near_names(keys->last[KEY_CORE])) ||
             soft_has(keys, key_of(keys, KEY_CORE, a), key_of(keys, KEY_CORE, b)))
        signs |= SIGN_NAME_NEAR | SIGN_NAME_ALIKE;
    else if (names_alike(keys, a, b, alike_names(keys->last[KEY_CORE])) ||
             plainly_alike(keys, a, b))
        signs |= SIGN_NAME_ALIKE;
    return signs;
}

/* Sign bits of a set: equal, alike, contained follow each other in the enum. */
static uint32_t set_signs(const struct inventory *inventory, uint32_t a, uint32_t b, uint32_t equal,
                          struct fraction alike, struct fraction contained)
{
    struct set x, y;
    uint32_t common, smaller, signs = 0;

    if (!a || !b)
        return 0;
    if (a == b)
        return equal | equal << 1 | equal << 2;
    x = inventory_set(inventory, a);
    y = inventory_set(inventory, b);
    common = set_common(x.member, x.count, y.member, y.count);
    smaller = x.count < y.count ? x.count : y.count;
    if (common && jaccard_at_least(common, x.count, y.count, alike))
        signs |= equal << 1;
    if (smaller >= SMALLEST_CONTAINED && contained_at_least(common, smaller, contained))
        signs |= equal << 2;
    return signs;
}

/* Longer descriptions are compared by their first words. */
enum { DESCRIPTION_WORDS = 1024 };

static uint32_t description_signs(const struct keys *keys, uint32_t a, uint32_t b)
{
    uint32_t x_buffer[DESCRIPTION_WORDS], y_buffer[DESCRIPTION_WORDS];
    struct words x, y;

    if (!key_of(keys, KEY_DESCRIPTION, a) || !key_of(keys, KEY_DESCRIPTION, b))
        return 0;
    if (key_of(keys, KEY_DESCRIPTION, a) == key_of(keys, KEY_DESCRIPTION, b))
        return SIGN_DESCRIPTION_EQUAL | SIGN_DESCRIPTION_ALIKE;
    if (keys->tokens->inventory->count > DESCRIBED_AT_ONCE)
        return 0;
    x = tokens_description(keys->tokens, a);
    y = tokens_description(keys->tokens, b);
    x.count = x.count < DESCRIPTION_WORDS ? x.count : DESCRIPTION_WORDS;
    y.count = y.count < DESCRIPTION_WORDS ? y.count : DESCRIPTION_WORDS;
    x = words_set(x, x_buffer);
    y = words_set(y, y_buffer);
    return jaccard_at_least(set_common(x.word, x.count, y.word, y.count), x.count, y.count,
                            alike_descriptions)
               ? SIGN_DESCRIPTION_ALIKE
               : 0;
}

uint32_t signs_of(const struct keys *keys, uint32_t a, uint32_t b)
{
    const struct inventory *inventory = keys->tokens->inventory;
    uint32_t signs = key_of(keys, KEY_ROWS, a) == key_of(keys, KEY_ROWS, b) ? SIGN_ROWS : 0;

    signs |= name_signs(keys, a, b);
    signs |= set_signs(inventory, key_of(keys, KEY_FIELDS, a), key_of(keys, KEY_FIELDS, b),
                       SIGN_FIELDS_EQUAL, alike_fields(keys->last[KEY_CORE]), contained_fields);
    signs |= set_signs(inventory, key_of(keys, KEY_RECIPIENTS, a), key_of(keys, KEY_RECIPIENTS, b),
                       SIGN_RECIPIENTS_EQUAL, alike_recipients, contained_recipients);
    return signs | description_signs(keys, a, b);
}
