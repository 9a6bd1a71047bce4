#include "match/vocabulary_short.h"

#include "base/memory.h"

enum {
    SHORTEST = 3,
    LONGEST = 6,
    LEFT_OUT = 2,  /* letters at least */
    FREQUENT = 16, /* names that the long word stands in at least */
    TIMES = 4      /* how much more frequent it is than the short one */
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
            word_pairs_add(pairs, brief, full);
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
 * the letters come in the same order, and beyond what both begin with there is one vowel at most. */
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

/* Frequent words by their first letter. */
struct initials {
    uint32_t *word;
    uint32_t start[27];
};

static void list_initials(const struct tokens *tokens, struct initials *initials)
{
    uint32_t i, letter, at = 0;

    initials->word = memory_resize(NULL, (size_t)tokens->name_words + 1, sizeof *initials->word);
    for (letter = 0; letter < 26; letter++) {
        initials->start[letter] = at;
        for (i = 1; i <= tokens->name_words; i++) {
            struct text t = tokens_word(tokens, i);

            if (tokens->name_frequency[i] >= FREQUENT && t.size >= SHORTEST + LEFT_OUT &&
                t.data[0] == (char)('a' + letter) && is_word(t))
                initials->word[at++] = i;
        }
    }
    initials->start[26] = at;
}

static void add_shortened(const struct tokens *tokens, struct word_pairs *pairs)
{
    struct initials initials;
    uint32_t i, k;

    list_initials(tokens, &initials);
    for (i = 1; i <= tokens->name_words; i++) {
        struct text t = tokens_word(tokens, i);
        uint32_t letter;

        if (t.size < SHORTEST || t.size > LONGEST || !is_word(t))
            continue;
        letter = (uint32_t)(t.data[0] - 'a');
        for (k = initials.start[letter]; k < initials.start[letter + 1]; k++)
            if (tokens->name_frequency[initials.word[k]] >=
                    (uint64_t)TIMES * tokens->name_frequency[i] &&
                is_short_for(t, tokens_word(tokens, initials.word[k])))
                word_pairs_add(pairs, i, initials.word[k]);
    }
    memory_free(initials.word);
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
        word_pairs_add(pairs, i, stem);
        word_pairs_add(pairs, stem, i);
    }
}

void vocabulary_short(const struct tokens *tokens, struct word_pairs *pairs)
{
    add_listed(tokens, pairs);
    add_shortened(tokens, pairs);
    add_plurals(tokens, pairs);
}
