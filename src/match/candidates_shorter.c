/* Cores of names in which one word stands for several of a name. */
#include <string.h>

#include "match/candidates_soft.h"

/* Longer names are found by the words that they share; what stands for several words has so many
 * letters at most. */
enum { MOST_WORDS = 32, INITIALS = 5, JOINED = 40 };

/* The core of a name in which one word stands for some neighbours. */
static void find_shorter(const struct keys *keys, uint32_t name, uint32_t first, uint32_t count,
                         struct text shorter, struct join_task *task)
{
    const struct tokens *tokens = keys->tokens;
    struct words stem = keys->stems[name];
    uint32_t word = table_find(tokens->words, shorter), out[MOST_WORDS + 1], i, total = 0, other;

    if (!word || word > tokens->name_words)
        return;
    for (i = 0; i < stem.count; i++)
        if (i < first || i >= first + count)
            out[total++] = tokens->same_as[stem.word[i]];
    out[total++] = tokens->same_as[word];
    other = keys_find_core(keys, words_set((struct words){out, total}, out));
    if (other && other != keys->core_of_name[name])
        join_task_add(task, keys->core_of_name[name], other);
}

/* "Snow plow" and "snowplow". */
static void find_joined(const struct keys *keys, uint32_t name, uint32_t at, struct join_task *task)
{
    struct text first = tokens_word(keys->tokens, keys->stems[name].word[at]);
    struct text last = tokens_word(keys->tokens, keys->stems[name].word[at + 1]);
    char joined[JOINED];

    if (first.size + last.size > JOINED)
        return;
    memcpy(joined, first.data, first.size);
    memcpy(joined + first.size, last.data, last.size);
    find_shorter(keys, name, at, 2, text_make(joined, first.size + last.size), task);
}

/* "Key performance indicators" and "KPI". */
static void find_initials(const struct keys *keys, uint32_t name, uint32_t at,
                          struct join_task *task)
{
    struct words stem = keys->stems[name];
    char initials[INITIALS];
    uint32_t count = 0;

    while (count < INITIALS && at + count < stem.count) {
        initials[count] = *tokens_word(keys->tokens, stem.word[at + count]).data;
        count++;
        if (count > 1)
            find_shorter(keys, name, at, count, text_make(initials, count), task);
    }
}

void find_shortened(const struct keys *keys, uint32_t name, struct join_task *task)
{
    struct words stem = keys->stems[name];

    for (uint32_t at = 0; stem.count <= MOST_WORDS && at + 1 < stem.count; at++) {
        find_joined(keys, name, at, task);
        find_initials(keys, name, at, task);
    }
}
