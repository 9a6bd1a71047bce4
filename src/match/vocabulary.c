#include "match/vocabulary.h"

#include "base/memory.h"
#include "match/radix.h"
#include "match/vocabulary_edits.h"
#include "match/vocabulary_short.h"

/* A word is mapped to a neighbour that is so many times as frequent, and as the next neighbour. */
enum { STANDS_OUT = 4 };

/* Pairs word << 32 | neighbour, each once, become lists. */
static void list_pairs(uint64_t *pairs, size_t count, uint32_t words, struct word_lists *lists)
{
    uint32_t word = 0, kept = 0;
    size_t i;

    radix_sort(pairs, count);
    *lists = (struct word_lists){memory_alloc((size_t)words + 2, sizeof *lists->start),
                                 memory_resize(NULL, count, sizeof *lists->word), words + 1};
    for (i = 0; i < count; i++) {
        if (i && pairs[i] == pairs[i - 1])
            continue;
        while (word < pairs[i] >> 32)
            lists->start[++word] = kept;
        lists->word[kept++] = (uint32_t)pairs[i];
    }
    while (word < words + 1)
        lists->start[++word] = kept;
}

void vocabulary_neighbours(const struct tokens *tokens, unsigned threads,
                           struct word_lists *neighbours)
{
    struct word_pairs pairs = {0};

    vocabulary_edits(tokens, threads, &pairs);
    vocabulary_short(tokens, &pairs);
    list_pairs(pairs.pairs, pairs.count, table_count(tokens->words), neighbours);
    memory_free(pairs.pairs);
}

/* The neighbour that stands out, or the word itself. */
static uint32_t stands_for(const struct tokens *tokens, const struct word_lists *neighbours,
                           uint32_t word)
{
    uint32_t best = 0, most = 0, next = 0, i;

    for (i = neighbours->start[word]; i < neighbours->start[word + 1]; i++) {
        uint32_t frequency = tokens->name_frequency[neighbours->word[i]];

        if (frequency > most) {
            next = most;
            most = frequency;
            best = neighbours->word[i];
        } else if (frequency > next) {
            next = frequency;
        }
    }
    if (!best || most < (uint64_t)STANDS_OUT * tokens->name_frequency[word] ||
        most < (uint64_t)STANDS_OUT * next)
        return word;
    return best;
}

/* A chain of misspellings ends after one step: what its first word is mapped to stays unmapped. */
uint32_t *vocabulary_map(const struct tokens *tokens, const struct word_lists *neighbours)
{
    uint32_t words = table_count(tokens->words), i;
    uint32_t *same_as = memory_alloc((size_t)words + 1, sizeof *same_as);
    uint32_t *once = memory_alloc((size_t)words + 1, sizeof *once);

    for (i = 1; i <= words; i++)
        once[i] = tokens->name_frequency[i] ? stands_for(tokens, neighbours, i) : i;
    for (i = 1; i <= words; i++)
        same_as[i] = once[once[i]] == once[i] ? once[i] : i;
    memory_free(once);
    return same_as;
}
