#include "compare/likeness.h"

#include <math.h>
#include <string.h>

/* Shares of a word that count where it is written otherwise: nearly as much as the word itself. */
static const double by_slip = 0.9, by_short = 0.85, by_letters = 0.75, by_initials = 0.8;
/* What words that say little weigh beside others, and years where they tell nothing apart. */
static const double light = 0.25, year_light = 0.1;

bool word_is_light(struct text word)
{
    static const char *const words[] = {
#define LIGHT_WORD(word) word,
#include "compare/light_words.def"
#undef LIGHT_WORD
    };
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (text_is(word, words[i]))
            return true;
    return false;
}

void weights_find(struct arena *arena, const struct lexicon *lexicon,
                  const struct traits *const *all, size_t count, struct weights *weights)
{
    uint32_t words = table_count(lexicon->words) + 1, *told, *named, i;
    size_t at;

    weights->lexicon = lexicon;
    weights->name = ARENA_ARRAY(arena, words, float);
    weights->told = ARENA_ARRAY(arena, words, float);
    named = ARENA_ARRAY(arena, words, uint32_t);
    told = ARENA_ARRAY(arena, words, uint32_t);
    for (at = 0; at < count; at++) {
        for (i = 0; i < all[at]->word_count; i++)
            named[all[at]->words[i]]++;
        for (i = 0; i < all[at]->told_count; i++)
            told[all[at]->told[i]]++;
    }
    for (i = 1; i < words; i++) {
        struct text word = table_text(lexicon->words, i);
        double rare = log(1 + (double)(count + 8) / (named[i] + 1.0));

        weights->name[i] = (float)(word_is_light(word) ? light * rare : rare);
        weights->told[i] = (float)log(1 + (double)(count + 8) / (told[i] + 1.0));
    }
}

enum { LONGEST = 40 };

/* Optimal string alignment: letters added, dropped, changed, or two turned around. */
static size_t edits(struct text a, struct text b, size_t most)
{
    unsigned char row[3][LONGEST + 1];
    size_t i, j;

    if (a.size > LONGEST || b.size > LONGEST || a.size > b.size + most || b.size > a.size + most)
        return most + 1;
    for (j = 0; j <= b.size; j++)
        row[0][j] = (unsigned char)j;
    for (i = 1; i <= a.size; i++) {
        unsigned char *now = row[i % 3], *last = row[(i + 2) % 3], *before = row[(i + 1) % 3];

        now[0] = (unsigned char)i;
        for (j = 1; j <= b.size; j++) {
            unsigned best = last[j - 1] + (a.data[i - 1] != b.data[j - 1] ? 1u : 0u);

            if (last[j] + 1u < best)
                best = last[j] + 1u;
            if (now[j - 1] + 1u < best)
                best = now[j - 1] + 1u;
            if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] &&
                a.data[i - 2] == b.data[j - 1] && before[j - 2] + 1u < best)
                best = before[j - 2] + 1u;
            now[j] = (unsigned char)best;
        }
    }
    return row[a.size % 3][b.size];
}

/* mgmt of management, dept of department: the letters of the short one in their order, from the
 * first on. */
static bool has_letters(struct text brief, struct text full)
{
    size_t i = 0, j;

    if (brief.data[0] != full.data[0])
        return false;
    for (j = 0; j < full.size && i < brief.size; j++)
        i += brief.data[i] == full.data[j];
    return i == brief.size;
}

double likeness_of_words(struct text a, struct text b)
{
    struct text brief = a.size < b.size ? a : b, full = a.size < b.size ? b : a;
    size_t slips = full.size >= 8 ? 2 : full.size >= 4 ? 1 : 0;

    if (text_equal(a, b))
        return 1;
    if (!brief.size || text_has_digit(a) || text_has_digit(b))
        return 0;
    if (slips && edits(a, b, slips) <= slips)
        return by_slip;
    if (brief.size < 2 || brief.size + 2 > full.size || !has_letters(brief, full))
        return 0;
    if (brief.size >= 3 && memcmp(brief.data, full.data, brief.size) == 0)
        return by_short;
    return brief.size >= 3 || full.size <= 8 ? by_letters : 0;
}

/* Words of one name, and which of them have found their word in the other. */
struct side {
    struct text word[TRAIT_WORDS];
    double weight[TRAIT_WORDS];
    bool taken[TRAIT_WORDS];
    uint32_t number[TRAIT_WORDS], count;
    double total, shared;
};

static void open_side(const struct weights *weights, const struct traits *traits, bool years,
                      struct side *side)
{
    uint32_t i;

    side->count = traits->word_count;
    side->total = side->shared = 0;
    for (i = 0; i < side->count; i++) {
        side->number[i] = traits->words[i];
        side->word[i] = table_text(weights->lexicon->words, traits->words[i]);
        side->weight[i] = weights->name[traits->words[i]];
        if (!years && word_is_year(side->word[i]))
            side->weight[i] *= year_light;
        side->taken[i] = false;
        side->total += side->weight[i];
    }
}

static void take_pair(struct side *a, uint32_t i, struct side *b, uint32_t j, double share)
{
    a->taken[i] = b->taken[j] = true;
    a->shared += share * a->weight[i];
    b->shared += share * b->weight[j];
}

static void take_equal(struct side *a, struct side *b)
{
    uint32_t i, j;

    for (i = 0; i < a->count; i++) {
        for (j = 0; j < b->count && !a->taken[i]; j++)
            if (!b->taken[j] && a->number[i] == b->number[j])
                take_pair(a, i, b, j, 1);
    }
}

/* The likest pair first, until none is left. */
static void take_alike(struct side *a, struct side *b)
{
    for (;;) {
        uint32_t i, j, best_i = 0, best_j = 0;
        double best = 0;

        for (i = 0; i < a->count; i++) {
            for (j = 0; j < b->count && !a->taken[i]; j++) {
                double share = b->taken[j] ? 0 : likeness_of_words(a->word[i], b->word[j]);

                if (share > best)
                    best = share, best_i = i, best_j = j;
            }
        }
        if (best <= 0)
            return;
        take_pair(a, best_i, b, best_j, best);
    }
}

/* Words of full from j on that one word of brief stands for: their initials, or the words written
 * as one; 0 where it stands for none. */
static uint32_t spelled_by(struct text word, const struct side *full, uint32_t j, bool initials)
{
    size_t at = 0;
    uint32_t from = j;

    for (; j < full->count && at < word.size; j++) {
        struct text part = full->word[j];
        size_t size = initials ? 1 : part.size;

        if (full->taken[j] || !size || at + size > word.size ||
            memcmp(word.data + at, part.data, size) != 0)
            return 0;
        at += size;
    }
    return at == word.size && j > from + 1 ? j - from : 0;
}

/* KPI for key performance indicators, bedoccupancy for bed occupancy. */
static void take_spelled(struct side *brief, struct side *full)
{
    uint32_t i, j, k, words;

    for (i = 0; i < brief->count; i++) {
        for (j = 0; j < full->count && !brief->taken[i]; j++) {
            bool initials = false;

            words = spelled_by(brief->word[i], full, j, false);
            if (!words)
                initials = (words = spelled_by(brief->word[i], full, j, true)) > 0;
            if (!words)
                continue;
            brief->taken[i] = true;
            brief->shared += (initials ? by_initials : 1) * brief->weight[i];
            for (k = j; k < j + words; k++) {
                full->taken[k] = true;
                full->shared += (initials ? by_initials : 1) * full->weight[k];
            }
        }
    }
}

/* Numbers and codes tell wards, forms and regions apart: one on each side without its like. */
static bool numbers_differ(const struct side *a, const struct side *b, bool years)
{
    const struct side *sides[2] = {a, b};
    bool left[2] = {false, false};
    uint32_t i;
    int s;

    for (s = 0; s < 2; s++)
        for (i = 0; i < sides[s]->count; i++)
            left[s] |= !sides[s]->taken[i] && text_has_digit(sides[s]->word[i]) &&
                       !word_is_light(sides[s]->word[i]) &&
                       (years || !word_is_year(sides[s]->word[i]));
    return left[0] && left[1];
}

static void tell_left(const struct side *side, bool years, uint32_t *left, uint32_t *lone)
{
    uint32_t i;

    for (i = 0; i < side->count; i++) {
        if (side->taken[i] || word_is_light(side->word[i]) ||
            (!years && word_is_year(side->word[i])))
            continue;
        ++*left;
        *lone = i;
    }
}

struct likeness likeness_of_names(const struct weights *weights, const struct traits *a,
                                  const struct traits *b, bool years)
{
    struct likeness likeness = {0, {0, 0}, {0, 0}};
    struct side left, right;
    double both, within;

    open_side(weights, a, years, &left);
    open_side(weights, b, years, &right);
    take_equal(&left, &right);
    take_alike(&left, &right);
    take_spelled(&left, &right);
    take_spelled(&right, &left);
    if (left.total <= 0 || right.total <= 0)
        return likeness;
    both = (left.shared + right.shared) / (left.total + right.total);
    within = fmax(left.shared / left.total, right.shared / right.total);
    likeness.share = 0.75 * both + 0.25 * within;
    if (numbers_differ(&left, &right, years))
        likeness.share *= 0.6;
    tell_left(&left, years, &likeness.left[0], &likeness.lone[0]);
    tell_left(&right, years, &likeness.left[1], &likeness.lone[1]);
    return likeness;
}

double likeness_of_descriptions(const struct weights *weights, const struct traits *a,
                                const struct traits *b)
{
    double shared = 0, size_a = 0, size_b = 0;
    uint32_t i = 0, j = 0;

    while (i < a->told_count || j < b->told_count) {
        uint32_t x = i < a->told_count ? a->told[i] : UINT32_MAX;
        uint32_t y = j < b->told_count ? b->told[j] : UINT32_MAX;
        double weight = weights->told[x < y ? x : y];

        weight *= weight;
        shared += x == y ? weight : 0;
        size_a += x <= y ? weight : 0;
        size_b += y <= x ? weight : 0;
        i += x <= y;
        j += y <= x;
    }
    return shared > 0 ? shared / sqrt(size_a * size_b) : 0;
}
