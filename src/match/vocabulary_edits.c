#include "match/vocabulary_edits.h"

#include <string.h>
#include <xxhash.h>

#include "base/memory.h"
#include "base/parallel.h"
#include "match/similarity.h"

/* Two words within two edits share a form of their first seven letters with at most two letters
 * left out (Garbe: Symmetric Delete spelling correction, SymSpell, 2012, with its prefix length).
 * Words are listed by the hashes of their forms; each word is compared with those behind it in its
 * lists, once with each. Where very many words begin alike that would be quadratic: then whole
 * words with one letter left out are the forms, and only one edit is found. */
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
    MOST_FORMS = 1 + LONGEST,
    FORMS_AT_ONCE = 1 << 23, /* of a round, so that many words take more time, not more memory */
    TASKS = 64
};

/* Comparisons of two words, a few nanoseconds each: some seconds of one processor. */
#define EDIT_STEPS UINT64_C(2000000000)

/* A word that takes part. */
struct entry {
    const char *bytes;
    uint32_t word, size, frequency;
    uint32_t letters; /* a bit for each letter that stands in it */
};

/* A form of a word. */
struct form {
    uint32_t entry, hash;
};

/* The hashes of the forms of the words of one task, word by word. */
struct hashes {
    uint32_t *hash;
    size_t count, capacity;
};

struct edits {
    const struct tokens *tokens;
    struct entry *entries;
    uint32_t count;
    bool whole;      /* forms of whole words, with one letter left out */
    uint32_t rounds; /* hashes are worked in so many parts, one after the other */
    uint32_t round;
    struct hashes hashes[TASKS]; /* of this round */
    uint32_t *hashes_end;        /* by entry: where its hashes end in those of its task */
    uint32_t lists;              /* a power of two: the low bits of a hash */
    uint32_t parts;              /* a thread fills neighbouring lists; a power of two */
    unsigned part_shift;         /* from the number of a list to that of its part */
    uint32_t *start;             /* by list */
    struct form *forms;
    struct word_pairs found[TASKS];
};

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
        differ &= differ - 1;
    return !differ;
}

static void choose_words(struct edits *edits)
{
    const struct tokens *tokens = edits->tokens;
    uint32_t i;

    edits->entries = memory_resize(NULL, (size_t)tokens->name_words + 1, sizeof *edits->entries);
    for (i = 1; i <= tokens->name_words; i++) {
        struct text t = tokens_word(tokens, i);

        if (takes_part(t))
            edits->entries[edits->count++] = (struct entry){
                t.data, i, (uint32_t)t.size, tokens->name_frequency[i], letters_of(t)};
    }
}

/* --- forms --- */

/* The eight bytes of a form are one number; the product spreads them (Knuth, TAOCP 6.4). */
static uint32_t hash_form(uint64_t form)
{
    form *= UINT64_C(0x9e3779b97f4a7c15);
    form ^= form >> 32;
    return (uint32_t)((form * UINT64_C(0xd6e8feb86659fd93)) >> 32);
}

/* Without byte `skip`. */
static uint64_t leave_out(uint64_t form, unsigned skip)
{
    uint64_t before = (UINT64_C(1) << 8 * skip) - 1;

    return (form & before) | (form >> 8 & ~before);
}

static bool is_repeated(uint64_t form, unsigned at)
{
    return at && ((form >> 8 * at ^ form >> 8 * (at - 1)) & 0xff) == 0;
}

/* Leaving out either of two equal neighbours is the same form. */
static unsigned prefix_forms(const struct entry *entry, uint32_t *hashes)
{
    unsigned size = entry->size < PREFIX ? entry->size : PREFIX, count = 0, i, k;
    bool two = entry->size >= TWO_EDITS_FROM;
    uint64_t form = 0, shorter;

    memcpy(&form, entry->bytes, size);
    hashes[count++] = hash_form(form);
    for (i = 0; i < size; i++) {
        if (is_repeated(form, i))
            continue;
        shorter = leave_out(form, i);
        hashes[count++] = hash_form(shorter);
        for (k = i; two && k + 1 < size; k++)
            if (k == i || !is_repeated(shorter, k))
                hashes[count++] = hash_form(leave_out(shorter, k));
    }
    return count;
}

static unsigned whole_forms(const struct entry *entry, uint32_t *hashes)
{
    unsigned count = 0, i;
    char shorter[LONGEST];

    hashes[count++] = (uint32_t)XXH3_64bits(entry->bytes, entry->size);
    for (i = 0; i < entry->size; i++) {
        memcpy(shorter, entry->bytes, i);
        memcpy(shorter + i, entry->bytes + i + 1, entry->size - i - 1);
        hashes[count++] = (uint32_t)XXH3_64bits(shorter, entry->size - 1);
    }
    return count;
}

/* The hashes of a word's forms that belong to this round. */
static unsigned forms_of(const struct edits *edits, uint32_t entry, uint32_t *hashes)
{
    const struct entry *e = &edits->entries[entry];
    unsigned count = edits->whole ? whole_forms(e, hashes) : prefix_forms(e, hashes), kept = 0, i;

    if (edits->rounds == 1)
        return count;
    for (i = 0; i < count; i++)
        if ((uint64_t)hashes[i] * edits->rounds >> 32 == edits->round)
            hashes[kept++] = hashes[i];
    return kept;
}

static uint64_t count_forms(const struct edits *edits)
{
    uint64_t total = 0;
    uint32_t i;

    for (i = 0; i < edits->count; i++) {
        uint32_t size = edits->entries[i].size, form = size < PREFIX ? size : PREFIX;

        total += edits->whole             ? 1 + size
                 : size >= TWO_EDITS_FROM ? 1 + form + form * (form - 1) / 2
                                          : 1 + form;
    }
    return total;
}

/* The first word of a task. */
static uint32_t first_entry(const struct edits *edits, size_t task)
{
    return (uint32_t)((uint64_t)edits->count * task / TASKS);
}

static void hash_some(void *context, size_t task)
{
    struct edits *edits = context;
    struct hashes *hashes = &edits->hashes[task];
    uint32_t i = first_entry(edits, task), end = first_entry(edits, task + 1);

    for (hashes->count = 0; i < end; i++) {
        hashes->hash = memory_grow(hashes->hash, hashes->count + MOST_FORMS, &hashes->capacity,
                                   sizeof *hashes->hash);
        hashes->count += forms_of(edits, i, hashes->hash + hashes->count);
        edits->hashes_end[i] = (uint32_t)hashes->count;
    }
}

/* --- lists --- */

static uint32_t list_of(const struct edits *edits, uint32_t hash)
{
    return hash & (edits->lists - 1);
}

static void count_part(void *context, size_t part)
{
    struct edits *edits = context;
    uint32_t *start = edits->start + 2, task;
    size_t k;

    for (task = 0; task < TASKS; task++) {
        const struct hashes *hashes = &edits->hashes[task];

        for (k = 0; k < hashes->count; k++) {
            uint32_t list = list_of(edits, hashes->hash[k]);

            if (list >> edits->part_shift == part)
                start[list]++;
        }
    }
}

static void fill_part(void *context, size_t part)
{
    struct edits *edits = context;
    uint32_t *start = edits->start + 1, task, i, k;

    for (task = 0; task < TASKS; task++) {
        const uint32_t *hash = edits->hashes[task].hash;

        for (k = 0, i = first_entry(edits, task); i < first_entry(edits, task + 1); i++)
            for (; k < edits->hashes_end[i]; k++) {
                uint32_t list = list_of(edits, hash[k]);

                if (list >> edits->part_shift == part)
                    edits->forms[start[list]++] = (struct form){i, hash[k]};
            }
    }
}

/* Returns the comparisons that the lists ask for. */
static uint64_t make_lists(struct edits *edits, unsigned threads)
{
    uint64_t steps = 0;
    uint32_t i;

    edits->start = memory_alloc((size_t)edits->lists + 2, sizeof *edits->start);
    parallel_for(TASKS, threads, hash_some, edits);
    parallel_for(edits->parts, threads, count_part, edits);
    for (i = 2; i <= edits->lists + 1; i++) {
        uint64_t count = edits->start[i];

        steps += count ? count * (count - 1) / 2 : 0;
        edits->start[i] += edits->start[i - 1];
    }
    return steps;
}

static void clear_lists(struct edits *edits)
{
    memory_free(edits->start);
    memory_free(edits->forms);
    edits->start = NULL;
    edits->forms = NULL;
}

/* --- comparing --- */

/* Edits that are allowed between two words by how long and how frequent they are. */
static unsigned allowed_edits(const struct edits *edits, uint64_t rare, uint64_t frequent,
                              size_t shorter, size_t longer)
{
    if (shorter < ONE_EDIT_FROM)
        return longer > SHORTEST && frequent >= rare * SHORT_TIMES;
    if (rare >= FREQUENT && frequent < rare * FREQUENT_TIMES)
        return 0;
    return !edits->whole && shorter >= TWO_EDITS_FROM && longer > TWO_EDITS_FROM ? 2 : 1;
}

static void compare(const struct edits *edits, const struct entry *a, const struct entry *b,
                    struct word_pairs *found)
{
    const struct entry *rare = a->frequency <= b->frequency ? a : b, *other = rare == a ? b : a;
    uint64_t less = rare->frequency, more = other->frequency;
    uint32_t shorter = a->size < b->size ? a->size : b->size, longer = a->size + b->size - shorter;
    unsigned allowed = allowed_edits(edits, less, more, shorter, longer), distance;
    enum kinship kinship;

    if (!allowed || longer - shorter > allowed || !letters_allow(a->letters, b->letters, allowed))
        return;
    distance = text_distance(text_make(a->bytes, a->size), text_make(b->bytes, b->size), allowed);
    if (distance > allowed)
        return;
    kinship = distance == 1 ? KINSHIP_ONE_EDIT : KINSHIP_TWO_EDITS;
    if (shorter < ONE_EDIT_FROM && more < less * SURE_SHORT_TIMES)
        kinship = KINSHIP_WEAK;
    word_pairs_add(found, rare->word, other->word, kinship);
    if (less == more)
        word_pairs_add(found, other->word, rare->word, kinship);
}

/* The forms of a word whose lists have other words, too. */
struct asked {
    uint32_t *hashes;
    uint32_t count;
};

static void ask(const struct edits *edits, uint32_t *hashes, uint32_t count, struct asked *asked)
{
    uint32_t i;

    *asked = (struct asked){hashes, count};
    for (i = 0; i < count; i++)
        __builtin_prefetch(&edits->start[list_of(edits, hashes[i])]);
}

static void fetch_lists(const struct edits *edits, struct asked *asked)
{
    uint32_t kept = 0, i;

    for (i = 0; i < asked->count; i++) {
        const uint32_t *start = &edits->start[list_of(edits, asked->hashes[i])];

        if (start[1] - start[0] < 2)
            continue;
        __builtin_prefetch(&edits->forms[start[1] - 1]);
        asked->hashes[kept++] = asked->hashes[i];
    }
    asked->count = kept;
}

/* Compares a word with those behind it that share a form; seen: by word, from `first` on, the last
 * one that it was compared with. */
static void compare_entry(const struct edits *edits, uint32_t entry, const struct asked *asked,
                          uint32_t first, uint32_t *seen, struct word_pairs *found)
{
    unsigned i;

    for (i = 0; i < asked->count; i++) {
        const uint32_t *start = &edits->start[list_of(edits, asked->hashes[i])];
        uint32_t at = start[1];

        for (; at > start[0] && edits->forms[at - 1].entry > entry; at--) {
            const struct form *form = &edits->forms[at - 1];

            if (form->hash != asked->hashes[i] || seen[form->entry - first] == entry + 1)
                continue;
            seen[form->entry - first] = entry + 1;
            compare(edits, &edits->entries[entry], &edits->entries[form->entry], found);
        }
    }
}

/* Where lists begin and what stands in them is fetched while the words before are compared, so that
 * the waits for memory overlap. */
static void compare_some(void *context, size_t task)
{
    enum { AHEAD = 2, RING = AHEAD + 1 };
    struct edits *edits = context;
    uint32_t first = first_entry(edits, task), end = first_entry(edits, task + 1), at = 0, i;
    uint32_t *hashes = edits->hashes[task].hash;
    uint32_t *seen = memory_alloc(edits->count - first, sizeof *seen);
    struct asked ring[RING];

    for (i = first; i < end + AHEAD; i++) {
        if (i < end) {
            ask(edits, hashes + at, edits->hashes_end[i] - at, &ring[i % RING]);
            at = edits->hashes_end[i];
        }
        if (i > first && i - 1 < end)
            fetch_lists(edits, &ring[(i - 1) % RING]);
        if (i >= first + AHEAD)
            compare_entry(edits, i - AHEAD, &ring[(i - AHEAD) % RING], first, seen,
                          &edits->found[task]);
    }
    memory_free(seen);
}

/* Room for the forms, and into how many rounds they are parted. */
static void plan_rounds(struct edits *edits, unsigned threads)
{
    uint64_t forms = count_forms(edits);

    edits->rounds = (uint32_t)(forms / FORMS_AT_ONCE + 1);
    for (edits->lists = 64; edits->lists < forms / edits->rounds;)
        edits->lists *= 2;
    for (edits->parts = 1; edits->parts < threads && edits->parts < 64;)
        edits->parts *= 2;
    edits->part_shift = (unsigned)__builtin_ctz(edits->lists / edits->parts);
}

/* How many comparisons all rounds ask for, without doing them; the lists of a single round are
 * kept.
 */
static uint64_t predict(struct edits *edits, unsigned threads)
{
    uint64_t steps = 0;

    for (edits->round = 0; edits->round < edits->rounds && steps <= EDIT_STEPS; edits->round++) {
        clear_lists(edits);
        steps += make_lists(edits, threads);
    }
    if (edits->rounds > 1 || steps > EDIT_STEPS)
        clear_lists(edits);
    return steps;
}

static void compare_all(struct edits *edits, unsigned threads)
{
    for (edits->round = 0; edits->round < edits->rounds; edits->round++) {
        if (!edits->start)
            make_lists(edits, threads);
        edits->forms = memory_resize(NULL, edits->start[edits->lists + 1], sizeof *edits->forms);
        parallel_for(edits->parts, threads, fill_part, edits);
        parallel_for(TASKS, threads, compare_some, edits);
        clear_lists(edits);
    }
}

static void gather(struct edits *edits, struct word_pairs *pairs)
{
    size_t task;

    for (task = 0; task < TASKS; task++) {
        struct word_pairs *found = &edits->found[task];

        pairs->pairs = memory_grow(pairs->pairs, pairs->count + found->count, &pairs->capacity,
                                   sizeof *pairs->pairs);
        if (found->count)
            memcpy(pairs->pairs + pairs->count, found->pairs, found->count * sizeof *found->pairs);
        pairs->count += found->count;
        memory_free(found->pairs);
    }
}

bool vocabulary_edits(const struct tokens *tokens, unsigned threads, struct word_pairs *pairs)
{
    struct edits edits = {.tokens = tokens};
    size_t task;

    choose_words(&edits);
    edits.hashes_end = memory_resize(NULL, edits.count, sizeof *edits.hashes_end);
    plan_rounds(&edits, threads);
    edits.whole = predict(&edits, threads) > EDIT_STEPS;
    if (edits.whole)
        plan_rounds(&edits, threads);
    compare_all(&edits, threads);
    gather(&edits, pairs);
    for (task = 0; task < TASKS; task++)
        memory_free(edits.hashes[task].hash);
    memory_free(edits.hashes_end);
    memory_free(edits.entries);
    return !edits.whole;
}
