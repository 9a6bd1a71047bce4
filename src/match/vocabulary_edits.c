#include "match/vocabulary_edits.h"

#include <string.h>
#include <xxhash.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "match/radix.h"
#include "match/similarity.h"

/* Two words within two edits share a form of their first seven letters with at most two letters
 * left out (Garbe: Symmetric Delete spelling correction, SymSpell, 2012, with its prefix length).
 * Words that share the hash of a form are compared. */
enum {
    PREFIX = 7,
    TWO_EDITS_FROM = 5, /* letters; the longer word has one more */
    ONE_EDIT_FROM = 4,
    SHORTEST = 2,
    LONGEST = 40,
    FREQUENT = 8,        /* names: two words that stand in so many are two words ... */
    FREQUENT_TIMES = 64, /* ... unless one is so many times as frequent: "eport" beside "report" */
    SHORT_TIMES = 16,    /* the same for words of two or three letters: "yb" beside "by" */
    SURE_SHORT_TIMES = 128,
    TWO_EDITS_WORDS = 400000, /* beyond that only one edit is looked for, for time and memory */
    TASKS = 64
};

struct edits {
    const struct tokens *tokens;
    uint32_t *word;    /* those that take part */
    uint32_t *letters; /* by number of the word: a bit for each letter that stands in it */
    uint32_t count;
    bool two;
    uint64_t *forms;      /* hash << 24 | number of the word */
    uint32_t *form_start; /* by word */
    size_t form_count;
    struct word_pairs found[TASKS];
};

enum { NUMBER_BITS = 24 };

void word_pairs_add(struct word_pairs *pairs, uint32_t word, uint32_t neighbour,
                    enum kinship kinship)
{
    pairs->pairs = MEMORY_ROOM(pairs->pairs, pairs->count, pairs->capacity);
    pairs->pairs[pairs->count++] =
        (uint64_t)word << 32 | (uint64_t)kinship << KINSHIP_SHIFT | neighbour;
}

static bool takes_part(struct text t)
{
    size_t i;

    if (t.size < SHORTEST || t.size > LONGEST)
        return false;
    for (i = 0; i < t.size; i++)
        if (byte_is_digit((unsigned char)t.data[i]))
            return false;
    return true;
}

static uint32_t letters_of(struct text t)
{
    uint32_t letters = 0;
    size_t i;

    for (i = 0; i < t.size; i++)
        letters |= UINT32_C(1) << ((unsigned char)t.data[i] & 31);
    return letters;
}

/* An edit changes a letter into another one, adds or drops one: two bits at most. */
static bool letters_allow(uint32_t a, uint32_t b, unsigned edits)
{
    uint32_t differ = a ^ b;
    unsigned i;

    for (i = 0; i < 2 * edits; i++)
        differ &= differ - (differ != 0);
    return !differ;
}

static void choose_words(struct edits *edits)
{
    uint32_t i;

    edits->word = memory_resize(NULL, (size_t)edits->tokens->name_words + 1, sizeof *edits->word);
    edits->letters =
        memory_resize(NULL, (size_t)edits->tokens->name_words + 1, sizeof *edits->letters);
    for (i = 1; i <= edits->tokens->name_words; i++)
        if (takes_part(tokens_word(edits->tokens, i)) && edits->count < 1 << NUMBER_BITS) {
            edits->letters[edits->count] = letters_of(tokens_word(edits->tokens, i));
            edits->word[edits->count++] = i;
        }
    edits->two = edits->count <= TWO_EDITS_WORDS;
}

static uint32_t form_number(const struct edits *edits, struct text t)
{
    uint32_t size = t.size < PREFIX ? (uint32_t)t.size : PREFIX;

    return 1 + size + (edits->two && t.size >= TWO_EDITS_FROM ? size * (size - 1) / 2 : 0);
}

static uint64_t form_key(const char *form, size_t size, uint32_t number)
{
    return XXH3_64bits(form, size) << NUMBER_BITS | number;
}

/* Leaves out letter `skip` of a form. */
static size_t leave_out(const char *form, size_t size, size_t skip, char *shorter)
{
    memcpy(shorter, form, skip);
    memcpy(shorter + skip, form + skip + 1, size - skip - 1);
    return size - 1;
}

static void add_forms(const struct edits *edits, uint32_t number)
{
    struct text t = tokens_word(edits->tokens, edits->word[number]);
    size_t size = t.size < PREFIX ? t.size : PREFIX, i, k;
    uint64_t *form = edits->forms + edits->form_start[number];
    char one[PREFIX], two[PREFIX];

    *form++ = form_key(t.data, size, number);
    for (i = 0; i < size; i++) {
        leave_out(t.data, size, i, one);
        *form++ = form_key(one, size - 1, number);
        for (k = i; edits->two && t.size >= TWO_EDITS_FROM && k < size - 1; k++)
            *form++ = form_key(two, leave_out(one, size - 1, k, two), number);
    }
}

static void fill_forms(void *context, size_t task)
{
    const struct edits *edits = context;
    uint32_t i = (uint32_t)((uint64_t)edits->count * task / TASKS);
    uint32_t end = (uint32_t)((uint64_t)edits->count * (task + 1) / TASKS);

    for (; i < end; i++)
        add_forms(edits, i);
}

static void make_forms(struct edits *edits, unsigned threads)
{
    uint32_t i, sum = 0;

    edits->form_start = memory_alloc((size_t)edits->count + 1, sizeof *edits->form_start);
    for (i = 0; i < edits->count; i++) {
        edits->form_start[i] = sum;
        sum += form_number(edits, tokens_word(edits->tokens, edits->word[i]));
    }
    edits->form_start[i] = sum;
    edits->form_count = sum;
    edits->forms = memory_resize(NULL, sum, sizeof *edits->forms);
    parallel_for(TASKS, threads, fill_forms, edits);
    radix_sort(edits->forms, sum);
}

/* Edits that are allowed between two words by how long and how frequent they are. */
static unsigned allowed_edits(const struct edits *edits, uint64_t rare, uint64_t frequent,
                              size_t shorter, size_t longer)
{
    if (shorter < ONE_EDIT_FROM)
        return longer > SHORTEST && frequent >= rare * SHORT_TIMES;
    if (rare >= FREQUENT && frequent < rare * FREQUENT_TIMES)
        return 0;
    return edits->two && shorter >= TWO_EDITS_FROM && longer > TWO_EDITS_FROM ? 2 : 1;
}

/* a is at most as frequent as b. */
static void compare_words(const struct edits *edits, uint32_t a, uint32_t b,
                          struct word_pairs *found)
{
    uint64_t rare = edits->tokens->name_frequency[a], frequent = edits->tokens->name_frequency[b];
    struct text x = tokens_word(edits->tokens, a), y = tokens_word(edits->tokens, b);
    size_t shorter = x.size < y.size ? x.size : y.size, longer = x.size + y.size - shorter;
    unsigned allowed = allowed_edits(edits, rare, frequent, shorter, longer), distance;
    enum kinship kinship;

    if (!allowed)
        return;
    distance = word_distance(x.data, x.size, y.data, y.size, allowed);
    if (distance > allowed)
        return;
    kinship = distance == 1 ? KINSHIP_ONE_EDIT : KINSHIP_TWO_EDITS;
    if (shorter < ONE_EDIT_FROM && frequent < rare * SURE_SHORT_TIMES)
        kinship = KINSHIP_WEAK;
    word_pairs_add(found, a, b, kinship);
    if (rare == frequent)
        word_pairs_add(found, b, a, kinship);
}

static void compare_both(const struct edits *edits, uint32_t x, uint32_t y,
                         struct word_pairs *found)
{
    const uint32_t *frequency = edits->tokens->name_frequency;
    uint32_t a = edits->word[x], b = edits->word[y];

    if (!letters_allow(edits->letters[x], edits->letters[y], edits->two ? 2 : 1))
        return;
    if (frequency[a] <= frequency[b])
        compare_words(edits, a, b, found);
    else
        compare_words(edits, b, a, found);
}

/* A run of equal hashes belongs to the task that it begins in. */
static size_t run_start(const struct edits *edits, size_t task)
{
    size_t at = edits->form_count * task / TASKS;

    while (at && at < edits->form_count &&
           edits->forms[at] >> NUMBER_BITS == edits->forms[at - 1] >> NUMBER_BITS)
        at++;
    return at;
}

static void compare_forms(void *context, size_t task)
{
    struct edits *edits = context;
    size_t i = run_start(edits, task), end = run_start(edits, task + 1), a, b, stop;
    const uint32_t mask = (1 << NUMBER_BITS) - 1;

    for (; i < end; i = stop) {
        uint64_t hash = edits->forms[i] >> NUMBER_BITS;

        for (stop = i; stop < end && edits->forms[stop] >> NUMBER_BITS == hash; stop++)
            ;
        for (a = i; a < stop; a++)
            for (b = a + 1; b < stop; b++)
                if (edits->forms[a] != edits->forms[b])
                    compare_both(edits, edits->forms[a] & mask, edits->forms[b] & mask,
                                 &edits->found[task]);
    }
}

void vocabulary_edits(const struct tokens *tokens, unsigned threads, struct word_pairs *pairs)
{
    struct edits edits = {.tokens = tokens};
    size_t task;

    choose_words(&edits);
    make_forms(&edits, threads);
    parallel_for(TASKS, threads, compare_forms, &edits);
    for (task = 0; task < TASKS; task++) {
        struct word_pairs *found = &edits.found[task];

        pairs->pairs = memory_grow(pairs->pairs, pairs->count + found->count, &pairs->capacity,
                                   sizeof *pairs->pairs);
        if (found->count)
            memcpy(pairs->pairs + pairs->count, found->pairs, found->count * sizeof *found->pairs);
        pairs->count += found->count;
        memory_free(found->pairs);
    }
    memory_free(edits.word);
    memory_free(edits.letters);
    memory_free(edits.forms);
    memory_free(edits.form_start);
}
