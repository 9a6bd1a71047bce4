#include "match/vocabulary_acronyms.h"

#include <stdatomic.h>

#include "base/memory.h"
#include "base/parallel.h"

/* By word: how many names more write it in capitals than do not; only of words that are asked for.
 */
struct capitals {
    const struct tokens *tokens;
    bool *wanted;
    atomic_int *more;
    uint32_t *first; /* by name: the first report with it */
};

enum { NAMES_AT_ONCE = 4096 };

static uint32_t word_in(uint64_t pair)
{
    return (uint32_t)(pair >> 32);
}

static uint32_t neighbour_in(uint64_t pair)
{
    return (uint32_t)pair & ((UINT32_C(1) << KINSHIP_SHIFT) - 1);
}

static bool is_short(const struct tokens *tokens, uint32_t word)
{
    return tokens_word(tokens, word).size <= ACRONYM_LONGEST;
}

static bool is_slip_of_short(const struct tokens *tokens, uint64_t pair)
{
    enum kinship kinship = (enum kinship)((uint32_t)pair >> KINSHIP_SHIFT);

    return (kinship == KINSHIP_ONE_EDIT || kinship == KINSHIP_TWO_EDITS ||
            kinship == KINSHIP_WEAK) &&
           is_short(tokens, word_in(pair)) && is_short(tokens, neighbour_in(pair));
}

static bool has_small_letter(struct text t)
{
    size_t i = 0;

    while (i < t.size && (t.data[i] < 'a' || t.data[i] > 'z'))
        i++;
    return i < t.size;
}

/* The case of the next place where the word stands, from *at on; 0 where there is none, 1 small,
 * 2 capitals. The words of a name come in order. */
static int case_of(struct text name, struct text word, size_t *at)
{
    char small = word.data[0], capital = small >= 'a' && small <= 'z' ? (char)(small - 32) : small;

    for (; *at + word.size <= name.size; ++*at) {
        size_t capitals = 0, i = 0;

        if (name.data[*at] != small && name.data[*at] != capital)
            continue;
        for (; i < word.size; i++) {
            char c = name.data[*at + i];
            if (byte_lower((unsigned char)c) != (unsigned char)word.data[i])
                break;
            capitals += c >= 'A' && c <= 'Z';
        }
        if (i == word.size)
            return capitals == word.size ? 2 : 1;
    }
    return 0;
}

static bool has_wanted(const struct capitals *capitals, struct words words)
{
    uint32_t i = 0;

    while (i < words.count && !capitals->wanted[words.word[i]])
        i++;
    return i < words.count;
}

/* A name that is all capitals does not tell. */
static void look_at_name(struct capitals *capitals, uint32_t report)
{
    const struct inventory *inventory = capitals->tokens->inventory;
    struct words words = tokens_name(capitals->tokens, report);
    struct text name;
    size_t at = 0;

    if (!has_wanted(capitals, words))
        return;
    name = inventory_text(inventory, inventory->columns[FIELD_name].number[report]);
    if (!has_small_letter(name))
        return;
    for (uint32_t i = 0; i < words.count; i++) {
        if (!capitals->wanted[words.word[i]])
            continue;
        int found = case_of(name, tokens_word(capitals->tokens, words.word[i]), &at);
        if (!found)
            at = 0;
        atomic_fetch_add_explicit(&capitals->more[words.word[i]],
                                  found == 2   ? 1
                                  : found == 1 ? -1
                                               : 0,
                                  memory_order_relaxed);
    }
}

static void look_at_some(void *context, size_t task)
{
    struct capitals *capitals = context;
    size_t name = task * NAMES_AT_ONCE, end = name + NAMES_AT_ONCE;

    for (; name < end && name < capitals->tokens->name_total; name++)
        look_at_name(capitals, capitals->first[name]);
}

/* Sums do not depend on who comes first. */
static void look_at_names(struct capitals *capitals, unsigned threads)
{
    const struct tokens *tokens = capitals->tokens;

    capitals->first = memory_alloc(tokens->name_total, sizeof *capitals->first);
    for (size_t i = tokens->inventory->count; i-- > 0;)
        capitals->first[tokens->name_of[i]] = (uint32_t)i;
    parallel_for((tokens->name_total + NAMES_AT_ONCE - 1) / NAMES_AT_ONCE, threads, look_at_some,
                 capitals);
    memory_free(capitals->first);
}

void vocabulary_drop_acronyms(const struct tokens *tokens, unsigned threads,
                              struct word_pairs *pairs)
{
    size_t words = (size_t)table_count(tokens->words) + 1, kept = 0;
    struct capitals capitals = {tokens, memory_alloc(words, sizeof *capitals.wanted),
                                memory_alloc(words, sizeof *capitals.more), NULL};
    bool any = false;

    for (size_t i = 0; i < pairs->count; i++) {
        if (!is_slip_of_short(tokens, pairs->pairs[i]))
            continue;
        capitals.wanted[word_in(pairs->pairs[i])] = true;
        capitals.wanted[neighbour_in(pairs->pairs[i])] = true;
        any = true;
    }
    if (any)
        look_at_names(&capitals, threads);
    for (size_t i = 0; i < pairs->count; i++) {
        uint64_t pair = pairs->pairs[i];

        if (!is_slip_of_short(tokens, pair) || capitals.more[word_in(pair)] <= 0 ||
            capitals.more[neighbour_in(pair)] <= 0)
            pairs->pairs[kept++] = pair;
    }
    pairs->count = kept;
    memory_free(capitals.wanted);
    memory_free(capitals.more);
}
