#include "match/tokens.h"

#include <string.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "match/numbering.h"
#include "match/similarity.h"
#include "match/split.h"
#include "match/vocabulary.h"

/* Below this many texts a thread costs more than it saves. */
enum { TEXTS_FOR_THREADS = 2000, MOST_PARTS = 64, LISTS_AT_ONCE = 4096, AHEAD = 8 };

/* A part of the texts, worked by one thread with a table of its own; the first one enters its words
 * where they belong. */
struct part {
    struct table *words;
    uint32_t *word, *counts; /* words of all its texts; how many each text has */
    size_t word_count, word_capacity;
    uint32_t first, end; /* texts */
};

struct reading {
    const struct inventory *inventory;
    const uint32_t *texts; /* numbers of the texts */
    struct part parts[MOST_PARTS];
};

/* Texts that have no letter at all are one word, so that "***" is only equal to itself. */
static void read_part(void *context, size_t index)
{
    struct reading *reading = context;
    struct part *part = &reading->parts[index];
    struct split split = {0};
    uint32_t i;

    part->counts = memory_alloc(part->end - part->first, sizeof *part->counts);
    for (i = part->first; i < part->end; i++) {
        struct text t = inventory_text(reading->inventory, reading->texts[i]);

        split_text(&split, t);
        if (!split.count && text_trim(t).size) {
            split.words = MEMORY_ROOM(split.words, split.count, split.capacity);
            split.words[split.count++] = text_trim(t);
        }
        part->word = memory_grow(part->word, part->word_count + split.count, &part->word_capacity,
                                 sizeof *part->word);
        table_add_batch(part->words, split.words, split.count, part->word + part->word_count);
        part->word_count += split.count;
        part->counts[i - part->first] = (uint32_t)split.count;
    }
    split_clear(&split);
}

/* Numbers of the part become those of all words; the order of first coming stays. */
static void renumber(struct table *words, struct part *part)
{
    uint32_t count = table_count(part->words), i;
    uint32_t *number = memory_alloc((size_t)count + 1, sizeof *number);
    size_t k;

    for (i = 1; i <= count; i++)
        number[i] = table_add(words, table_text(part->words, i));
    for (k = 0; k < part->word_count; k++)
        part->word[k] = number[part->word[k]];
    memory_free(number);
    table_free(part->words);
}

static void gather(struct reading *reading, unsigned parts, uint32_t count,
                   struct word_lists *lists)
{
    size_t total = 0;
    uint32_t at = 0, i;
    unsigned p;

    for (p = 0; p < parts; p++)
        total += reading->parts[p].word_count;
    /* The others go behind the words of the first part. */
    *lists = (struct word_lists){memory_alloc((size_t)count + 1, sizeof *lists->start),
                                 memory_resize(reading->parts[0].word, total, sizeof *lists->word),
                                 count};
    for (total = 0, p = 0; p < parts; p++) {
        struct part *part = &reading->parts[p];

        if (p && part->word_count)
            memcpy(lists->word + total, part->word, part->word_count * sizeof *part->word);
        for (i = part->first; i < part->end; i++) {
            lists->start[i] = at;
            at += part->counts[i - part->first];
        }
        total += part->word_count;
        if (p)
            memory_free(part->word);
        memory_free(part->counts);
    }
    lists->start[count] = at;
}

/* Lists the words of texts, entering new words into the table. */
static void read_texts(struct tokens *tokens, const uint32_t *texts, uint32_t count,
                       unsigned threads, struct word_lists *lists)
{
    struct reading reading = {tokens->inventory, texts, {{0}}};
    unsigned parts = count < TEXTS_FOR_THREADS || !threads ? 1 : threads, p;

    if (parts > MOST_PARTS)
        parts = MOST_PARTS;
    for (p = 0; p < parts; p++) {
        struct part *part = &reading.parts[p];

        part->words = p == 0 ? tokens->words : table_new();
        part->first = (uint32_t)((uint64_t)count * p / parts);
        part->end = (uint32_t)((uint64_t)count * (p + 1) / parts);
    }
    parallel_for(parts, threads, read_part, &reading);
    for (p = 1; p < parts; p++)
        renumber(tokens->words, &reading.parts[p]);
    gather(&reading, parts, count, lists);
}

/* Lists of words of which each is hashed by one thread. */
struct hashing {
    const struct word_lists *lists;
    uint32_t *hash; /* by list */
};

static void hash_some(void *context, size_t task)
{
    struct hashing *hashing = context;
    uint32_t i = (uint32_t)task * LISTS_AT_ONCE, end = i + LISTS_AT_ONCE;

    for (end = end < hashing->lists->count ? end : hashing->lists->count; i < end; i++)
        hashing->hash[i] = words_hash(list_words(hashing->lists, i));
}

/* Keeps each list once, numbered from 0 by first coming; returns for each old list its new number.
 * In place: what is kept never stands behind where it was. */
static uint32_t *keep_distinct(struct word_lists *lists, unsigned threads)
{
    uint32_t *number_of = memory_resize(NULL, lists->count, sizeof *number_of), end = 0, i;
    struct hashing hashing = {lists, number_of};
    struct numbering numbers;

    numbering_init(&numbers, lists->count);
    parallel_for((lists->count + LISTS_AT_ONCE - 1) / LISTS_AT_ONCE, threads, hash_some, &hashing);
    for (i = 0; i < lists->count; i++) {
        struct words words = list_words(lists, i);
        uint32_t known = numbers.count, number;

        if (i + AHEAD < lists->count)
            numbering_fetch(&numbers, number_of[i + AHEAD]);
        number = numbering_add(&numbers, words, number_of[i]);
        number_of[i] = number - 1;
        if (number < known)
            continue;
        if (words.count)
            memmove(lists->word + end, words.word, words.count * sizeof *words.word);
        numbers.lists[number].word = lists->word + end;
        lists->start[number - 1] = end;
        end += words.count;
    }
    lists->count = numbers.count - 1;
    lists->start[lists->count] = end;
    numbering_clear(&numbers);
    return number_of;
}

/* Reads the texts of one field: each different text once, then each different list of words once.
 * Returns by report the number of its list; where hole, list 0 is empty: that of unknown texts and
 * of reports that are not wanted. */
static uint32_t *read_field(struct tokens *tokens, enum field field, bool hole, const bool *wanted,
                            unsigned threads, struct word_lists *lists)
{
    const struct inventory *inventory = tokens->inventory;
    const uint32_t *number = inventory->columns[field].number;
    uint32_t *seen = memory_alloc((size_t)table_count(inventory->strings) + 1, sizeof *seen);
    uint32_t *texts = memory_alloc(inventory->count + 1, sizeof *texts);
    uint32_t *list_of = memory_alloc(inventory->count, sizeof *list_of);
    uint32_t count = 0, *number_of;
    size_t i;

    if (hole)
        seen[texts[count++] = 0] = 1;
    for (i = 0; i < inventory->count; i++) {
        uint32_t text = wanted && !wanted[i] ? 0 : number[i];

        if (!seen[text]) {
            texts[count] = text;
            seen[text] = ++count;
        }
        list_of[i] = seen[text] - 1;
    }
    memory_free(seen);
    read_texts(tokens, texts, count, threads, lists);
    memory_free(texts);
    number_of = keep_distinct(lists, threads);
    for (i = 0; i < inventory->count; i++)
        list_of[i] = number_of[list_of[i]];
    memory_free(number_of);
    return list_of;
}

struct words words_set(struct words words, uint32_t *buffer)
{
    uint32_t i, count = 0;

    if (words.count && buffer != words.word)
        memcpy(buffer, words.word, words.count * sizeof *buffer);
    sort_few(buffer, words.count);
    for (i = 0; i < words.count; i++)
        if (!count || buffer[count - 1] != buffer[i])
            buffer[count++] = buffer[i];
    return (struct words){buffer, count};
}

/* In how many lists each word stands. */
static uint32_t *frequencies(const struct tokens *tokens, const struct word_lists *lists)
{
    uint32_t words = table_count(tokens->words), i, k;
    uint32_t *frequency = memory_alloc((size_t)words + 1, sizeof *frequency);
    uint32_t *last = memory_alloc((size_t)words + 1, sizeof *last);

    for (i = 0; i < lists->count; i++)
        for (k = lists->start[i]; k < lists->start[i + 1]; k++) {
            uint32_t word = lists->word[k];

            if (last[word] != i + 1)
                frequency[word]++;
            last[word] = i + 1;
        }
    memory_free(last);
    return frequency;
}

/* WEIGHT_ONE * log2(total / part) in whole numbers, so that every machine finds the same: the bits
 * before the point by halving, the four behind it by squaring (Knuth, TAOCP 1.2.2, exercise 25). */
static uint32_t rarity(uint32_t total, uint32_t part)
{
    uint64_t ratio = ((uint64_t)total << 30) / part;
    uint32_t log = 0, bit;

    while (ratio >= (uint64_t)2 << 30) {
        ratio /= 2;
        log += WEIGHT_ONE;
    }
    for (bit = WEIGHT_ONE / 2; bit; bit /= 2) {
        ratio = (ratio * ratio) >> 30;
        if (ratio >= (uint64_t)2 << 30) {
            ratio /= 2;
            log += bit;
        }
    }
    return log ? log : 1;
}

static void weigh(struct tokens *tokens)
{
    static const struct text stop_words[] = {
#define STOP_WORD(word) TEXT(word),
#include "match/stop_words.def"
#undef STOP_WORD
    };
    uint32_t words = table_count(tokens->words), i;

    tokens->weight = memory_alloc((size_t)words + 1, sizeof *tokens->weight);
    for (i = 1; i <= words; i++)
        tokens->weight[i] =
            rarity(tokens->name_total, tokens->name_frequency[i] ? tokens->name_frequency[i] : 1);
    for (i = 0; i < sizeof stop_words / sizeof *stop_words; i++)
        tokens->weight[table_find(tokens->words, stop_words[i])] = 1;
}

/* Words that only descriptions have: in no name, so of the greatest weight and without neighbours.
 */
static void add_described_words(struct tokens *tokens)
{
    uint32_t words = table_count(tokens->words), i;
    size_t room = (size_t)words + 1;

    tokens->weight = memory_resize(tokens->weight, room, sizeof *tokens->weight);
    tokens->same_as = memory_resize(tokens->same_as, room, sizeof *tokens->same_as);
    tokens->name_frequency =
        memory_resize(tokens->name_frequency, room, sizeof *tokens->name_frequency);
    tokens->neighbours.start =
        memory_resize(tokens->neighbours.start, room + 1, sizeof *tokens->neighbours.start);
    tokens->neighbours.count = words + 1;
    for (i = tokens->name_words + 1; i <= words; i++) {
        tokens->weight[i] = rarity(tokens->name_total, 1);
        tokens->same_as[i] = i;
        tokens->name_frequency[i] = 0;
        tokens->neighbours.start[i + 1] = tokens->neighbours.start[i];
    }
}

void tokens_describe(struct tokens *tokens, const bool *wanted, unsigned threads)
{
    if (tokens->description_of || !tokens->inventory->columns[FIELD_description].number)
        return;
    tokens->description_of =
        read_field(tokens, FIELD_description, true, wanted, threads, &tokens->descriptions);
    tokens->description_total = tokens->descriptions.count;
    memory_free(tokens->description_frequency);
    tokens->description_frequency = frequencies(tokens, &tokens->descriptions);
    add_described_words(tokens);
}

struct tokens *tokens_new(const struct inventory *inventory, unsigned threads)
{
    struct tokens *tokens = memory_alloc(1, sizeof *tokens);

    if (!threads || inventory->count < TEXTS_FOR_THREADS)
        threads = 1;
    tokens->inventory = inventory;
    tokens->words = table_new();
    tokens->name_of = read_field(tokens, FIELD_name, false, NULL, threads, &tokens->names);
    tokens->name_total = tokens->names.count;
    tokens->name_words = table_count(tokens->words);
    tokens->name_frequency = frequencies(tokens, &tokens->names);
    tokens->description_frequency = frequencies(tokens, &tokens->descriptions);
    weigh(tokens);
    vocabulary_make(tokens, threads);
    if (inventory->count <= DESCRIBED_AT_ONCE) {
        tokens_describe(tokens, NULL, threads);
        mentions_gather(&tokens->mentions, inventory);
    }
    return tokens;
}

uint32_t *lists_keep(uint32_t *start, uint32_t *word, uint32_t count, const bool *wanted)
{
    uint32_t at = 0, i;

    for (i = 0; i < count; i++) {
        uint32_t first = start[i], size = start[i + 1] - first;

        start[i] = at;
        if (!wanted[i] || !size)
            continue;
        memmove(word + at, word + first, size * sizeof *word);
        at += size;
    }
    start[count] = at;
    return memory_resize(word, at, sizeof *word);
}

void tokens_free(struct tokens *tokens)
{
    if (!tokens)
        return;
    table_free(tokens->words);
    memory_free(tokens->name_of);
    memory_free(tokens->names.start);
    memory_free(tokens->names.word);
    memory_free(tokens->description_of);
    mentions_clear(&tokens->mentions);
    memory_free(tokens->descriptions.start);
    memory_free(tokens->descriptions.word);
    memory_free(tokens->name_frequency);
    memory_free(tokens->description_frequency);
    memory_free(tokens->weight);
    memory_free(tokens->same_as);
    memory_free(tokens->neighbours.start);
    memory_free(tokens->neighbours.word);
    memory_free(tokens);
}
