#include "match/vocabulary_short.h"

#include "base/memory.h"

enum {
    SHORTEST = 3,
    LONGEST = 6,         /* letters of a short form */
    LONGEST_JOINED = 10, /* of a beginning and an end joined: "intl", "prodivity" */
    BEGINNING = 3,
    END = 2,
    LEFT_OUT = 2,    /* letters at least */
    FREQUENT = 16,   /* names that the long word stands in at least, in a large inventory */
    TIMES = 32,      /* how much more frequent it is than the short one */
    FEW_NAMES = 5000 /* a small inventory: any two words may be short and long forms */
};

static void add_listed(const struct tokens *tokens, struct word_pairs *pairs)
{
    static const struct {
        struct text brief, full;
    } list[] = {
#define ABBREVIATION(brief, full) {TEXT(brief), TEXT(full)},
#include "match/abbreviations.def"
#undef ABBREVIATION
    };
    size_t i;

    for (i = 0; i < sizeof list / sizeof *list; i++) {
        uint32_t brief = table_find(tokens->words, list[i].brief);
        uint32_t full = table_find(tokens->words, list[i].full);

        if (brief && full && brief <= tokens->name_words && full <= tokens->name_words)
            word_pairs_add(pairs, brief, full, KINSHIP_LISTED);
    }
}

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static bool is_word(struct text t)
{
    size_t i;

    for (i = 0; i < t.size; i++)
        if (!byte_is_alpha((unsigned char)t.data[i]))
            return false;
    return true;
}

/* People shorten by cutting off the end ("dash") or by leaving out vowels and then more ("mgmt"):
 * the letters come in the same order, and beyond what both begin with there is one vowel at most.
 */
static bool is_short_for(struct text brief, struct text full)
{
    size_t i = 0, k = 0, vowels = 0;

    if (brief.size + LEFT_OUT > full.size)
        return false;
    while (i < brief.size && brief.data[i] == full.data[i])
        i++;
    if (!i)
        return false;
    for (k = i; i < brief.size && k < full.size; k++)
        if (brief.data[i] == full.data[k])
            vowels += is_vowel(brief.data[i++]);
    return i == brief.size && vowels <= 1;
}

/* A beginning and an end of the word with what is between left out. */
static bool is_joined_from(struct text brief, struct text full)
{
    size_t begin = 0, end = 0;

    if (brief.size + LEFT_OUT > full.size || brief.size < BEGINNING + END)
        return false;
    while (begin < brief.size && brief.data[begin] == full.data[begin])
        begin++;
    while (end < brief.size && brief.data[brief.size - 1 - end] == full.data[full.size - 1 - end])
        end++;
    return begin >= BEGINNING && end >= END && begin + end >= brief.size;
}

struct long_word {
    struct text text;
    uint32_t word, frequency;
};

/* Frequent words by their first letter. */
struct initials {
    struct long_word *words;
    uint32_t start[27];
};

/* The place of its first letter; 26 for words that do not take part. */
static uint32_t initial_of(const struct tokens *tokens, uint32_t word)
{
    bool few = tokens->name_total <= FEW_NAMES;
    struct text t;

    if (!few && tokens->name_frequency[word] < FREQUENT)
        return 26;
    t = tokens_word(tokens, word);
    return t.size >= SHORTEST + LEFT_OUT && t.data[0] >= 'a' && t.data[0] <= 'z' && is_word(t)
               ? (uint32_t)(t.data[0] - 'a')
               : 26;
}

static void list_initials(const struct tokens *tokens, struct initials *initials)
{
    uint32_t next[27] = {0}, i, letter, at = 0;

    for (i = 1; i <= tokens->name_words; i++)
        next[initial_of(tokens, i)]++;
    for (letter = 0; letter < 27; letter++) {
        uint32_t here = next[letter];

        initials->start[letter] = next[letter] = at;
        at += here;
    }
    initials->words = memory_resize(NULL, (size_t)at + 1, sizeof *initials->words);
    for (i = 1; i <= tokens->name_words; i++)
        initials->words[next[initial_of(tokens, i)]++] =
            (struct long_word){tokens_word(tokens, i), i, tokens->name_frequency[i]};
}

static void shorten(const struct tokens *tokens, uint32_t word, struct text t,
                    const struct long_word *full, struct word_pairs *pairs)
{
    bool much = full->frequency >= (uint64_t)TIMES * tokens->name_frequency[word];

    if (!much && tokens->name_total > FEW_NAMES)
        return;
    if (t.size <= LONGEST ? is_short_for(t, full->text) : is_joined_from(t, full->text))
        word_pairs_add(pairs, word, full->word, much ? KINSHIP_SHORT : KINSHIP_WEAK);
}

static void add_shortened(const struct tokens *tokens, struct word_pairs *pairs)
{
    struct initials initials;
    uint32_t i, k;

    list_initials(tokens, &initials);
    for (i = 1; i <= tokens->name_words; i++) {
        struct text t = tokens_word(tokens, i);
        uint32_t letter;

        if (t.size < SHORTEST || t.size > LONGEST_JOINED || !is_word(t))
            continue;
        letter = (uint32_t)(t.data[0] - 'a');
        for (k = initials.start[letter]; k < initials.start[letter + 1]; k++)
            shorten(tokens, i, t, &initials.words[k], pairs);
    }
    memory_free(initials.words);
}

/* "claims" and "claim"; the stem has at least four letters, so that news is not new. */
static void add_plurals(const struct tokens *tokens, struct word_pairs *pairs)
{
    uint32_t i;

    for (i = 1; i <= tokens->name_words; i++) {
        struct text t = tokens_word(tokens, i);
        uint32_t stem;

        if (t.size < 5 || t.data[t.size - 1] != 's' || t.data[t.size - 2] == 's')
            continue;
        stem = table_find(tokens->words, text_slice(t, 0, t.size - 1));
        if (!stem || stem > tokens->name_words)
            continue;
        if (tokens->name_frequency[i] <= tokens->name_frequency[stem])
            word_pairs_add(pairs, i, stem, KINSHIP_LISTED);
        else
            word_pairs_add(pairs, stem, i, KINSHIP_LISTED);
    }
}

void vocabulary_short(const struct tokens *tokens, struct word_pairs *pairs)
{
    add_listed(tokens, pairs);
    add_shortened(tokens, pairs);
    add_plurals(tokens, pairs);
}
