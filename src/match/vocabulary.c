#include "match/vocabulary.h"

#include "base/memory.h"
#include "match/radix.h"
#include "match/vocabulary_acronyms.h"
#include "match/vocabulary_edits.h"
#include "match/vocabulary_short.h"

/* A word is mapped to a neighbour that is so many times as frequent, and as the next neighbour. */
enum { STANDS_OUT = 4, NEIGHBOUR_MASK = (1 << KINSHIP_SHIFT) - 1, MOST_STEPS = 4 };

static enum kinship kinship_of(uint64_t pair)
{
    return (enum kinship)((uint32_t)pair >> KINSHIP_SHIFT);
}

/* Sorted pairs, each once, become lists of neighbours by word. */
static void list_pairs(const struct word_pairs *pairs, uint32_t words, struct word_lists *lists)
{
    uint32_t word = 0;
    size_t i;

    *lists = (struct word_lists){memory_alloc((size_t)words + 2, sizeof *lists->start),
                                 memory_resize(NULL, pairs->count, sizeof *lists->word), words + 1};
    for (i = 0; i < pairs->count; i++) {
        while (word < pairs->pairs[i] >> 32)
            lists->start[++word] = (uint32_t)i;
        lists->word[i] = (uint32_t)pairs->pairs[i] & NEIGHBOUR_MASK;
    }
    while (word < words + 1)
        lists->start[++word] = (uint32_t)i;
}

static size_t keep_distinct(uint64_t *pairs, size_t count)
{
    size_t kept = 0, i;

    for (i = 0; i < count; i++)
        if (!i || pairs[i] != pairs[i - 1])
            pairs[kept++] = pairs[i];
    return kept;
}

/* The neighbour of the surest kinship that stands out among those, or the word itself. */
static uint32_t stands_for(const struct tokens *tokens, const uint64_t *pairs,
                           const struct word_lists *neighbours, uint32_t word, bool listed)
{
    uint32_t first = neighbours->start[word], end = neighbours->start[word + 1], i;
    uint32_t best = word, most = 0, next = 0;
    enum kinship kinship;

    while (!listed && first < end && kinship_of(pairs[first]) == KINSHIP_LISTED)
        first++;
    if (first == end)
        return word;
    kinship = kinship_of(pairs[first]);
    if (kinship == KINSHIP_WEAK || (listed && kinship != KINSHIP_LISTED))
        return word;
    for (i = first; i < end && kinship_of(pairs[i]) == kinship; i++) {
        uint32_t frequency = tokens->name_frequency[neighbours->word[i]];

        next = frequency > most ? most : frequency > next ? frequency : next;
        if (frequency > most) {
            most = frequency;
            best = neighbours->word[i];
        }
    }
    if (most < (uint64_t)STANDS_OUT * next ||
        (!listed && most < (uint64_t)STANDS_OUT * tokens->name_frequency[word]))
        return word;
    return best;
}

/* Listed short forms and plurals are followed to their end; a misspelling is followed one step, so
 * that no chain of misspellings leads away, and then to what that word is listed for. */
static uint32_t *map_words(const struct tokens *tokens, const uint64_t *pairs,
                           const struct word_lists *neighbours)
{
    uint32_t words = table_count(tokens->words), i, step;
    uint32_t *sure = memory_alloc((size_t)words + 1, sizeof *sure);
    uint32_t *once = memory_alloc((size_t)words + 1, sizeof *once);
    uint32_t *same_as = memory_alloc((size_t)words + 1, sizeof *same_as);

    for (i = 1; i <= words; i++)
        sure[i] = stands_for(tokens, pairs, neighbours, i, true);
    for (i = 1; i <= words; i++) {
        once[i] = sure[i];
        for (step = 0; step < MOST_STEPS && sure[once[i]] != once[i]; step++)
            once[i] = sure[once[i]];
        if (step == MOST_STEPS)
            once[i] = i;
    }
    for (i = 1; i <= words; i++)
        sure[i] = once[i] != i ? i : stands_for(tokens, pairs, neighbours, i, false);
    for (i = 1; i <= words; i++)
        same_as[i] = sure[i] != i && sure[sure[i]] == sure[i] ? once[sure[i]] : once[i];
    memory_free(sure);
    memory_free(once);
    return same_as;
}

void vocabulary_make(struct tokens *tokens, unsigned threads)
{
    struct word_pairs pairs = {0};

    tokens->one_edit = !vocabulary_edits(tokens, threads, &pairs);
    vocabulary_drop_acronyms(tokens, threads, &pairs);
    vocabulary_short(tokens, &pairs);
    radix_sort(pairs.pairs, pairs.count, threads);
    pairs.count = keep_distinct(pairs.pairs, pairs.count);
    list_pairs(&pairs, table_count(tokens->words), &tokens->neighbours);
    tokens->same_as = map_words(tokens, pairs.pairs, &tokens->neighbours);
    memory_free(pairs.pairs);
}
