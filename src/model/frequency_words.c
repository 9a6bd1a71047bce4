#include <string.h>

#include "base/utf8.h"
#include "model/calendar_words.h"
#include "model/frequency_words.h"

/* Values that depend on the working days of the year; the rest of the table is positive. */
#define WORKDAYS (-1000.0)
#define TWICE_WORKDAYS (-2000.0)
#define SHIFTS (-3000.0) /* three shifts a day */

static const struct entry {
    const char *spellings;
    struct meaning meaning;
} entries[] = {
#define WORDS(spellings, class, value, other) {spellings, {WORD_##class, value, other}},
#include "model/frequency_words.def"
#undef WORDS
};

enum { ENTRIES = sizeof entries / sizeof *entries };

bool word_listed(const char *list, struct text word)
{
    const char *at = list;
    while (*at) {
        size_t n = 0;
        while (n < word.size && at[n] == word.data[n] && at[n] != ' ')
            n++;
        if (n > 0 && n == word.size && (at[n] == ' ' || at[n] == '\0'))
            return true;
        at += n;
        while (*at && *at != ' ')
            at++;
        at += *at == ' ';
    }
    return false;
}

static double resolve(double value, double workdays)
{
    return value < -1 ? value / WORKDAYS * workdays : value;
}

void word_add(struct word *word, enum word_class class, double value, double other)
{
    if (word->meanings < MEANINGS)
        word->meaning[word->meanings++] = (struct meaning){class, value, other};
}

void word_look_up(struct word *word, double workdays)
{
    int month = calendar_month(word->text), day = calendar_weekday(word->text);
    for (size_t i = 0; i < ENTRIES; i++)
        if (word_listed(entries[i].spellings, word->text))
            word_add(word, entries[i].meaning.class, resolve(entries[i].meaning.value, workdays),
                     resolve(entries[i].meaning.other, workdays));
    if (month > 0)
        word_add(word, WORD_MONTH, 1u << (month - 1), 0);
    if (day >= 0)
        word_add(word, WORD_WEEKDAY, 1u << day, 0);
}

const struct meaning *word_meaning(const struct word *word, enum word_class class)
{
    for (unsigned i = 0; i < word->meanings; i++)
        if (word->meaning[i].class == class)
            return &word->meaning[i];
    return NULL;
}

void word_drop(struct word *word, enum word_class class)
{
    for (unsigned i = 0; i < word->meanings; i++)
        if (word->meaning[i].class == class)
            word->meaning[i--] = word->meaning[--word->meanings];
}

enum { TYPO_LEAST = 5, TYPO_MOST = 24 };

/* Words of their own that one or two letters part from a frequency. */
static const char real_words[] =
    " daisy dairy doily sundry sundae gaily dally rally annul annuls annulled annals "
    "annulus annular over fort ";

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours
 * (F. Damerau, "A technique for computer detection and correction of spelling errors", 1964). */
static size_t distance(struct text a, const char *b, size_t n)
{
    size_t row[3][TYPO_MOST + 1];
    for (size_t j = 0; j <= n; j++)
        row[0][j] = j;
    for (size_t i = 1; i <= a.size; i++) {
        size_t *now = row[i % 3], *before = row[(i + 2) % 3], *earlier = row[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t cost = a.data[i - 1] != b[j - 1];
            now[j] = least(least(before[j], now[j - 1]) + 1, before[j - 1] + cost);
            if (i > 1 && j > 1 && a.data[i - 1] == b[j - 2] && a.data[i - 2] == b[j - 1])
                now[j] = least(now[j], earlier[j - 2] + 1);
        }
    }
    return row[a.size % 3][n];
}

static size_t allowed_errors(size_t size)
{
    return size < TYPO_LEAST ? 0 : size < 8 ? 1 : 2;
}

struct repair {
    const struct entry *entry;
    const char *spelling;
    size_t size, errors;
    bool contested; /* as near to a word with another meaning */
};

/* The English names of weekdays, the only names whose errors are mended: they end alike. */
static const struct entry weekday_entries[] = {
#define MONTH(name, number)
#define WEEKDAY(name, number) {name, {WORD_WEEKDAY, number, 0}},
#include "model/calendar_words.def"
#undef MONTH
#undef WEEKDAY
};

static void consider(struct repair *best, const struct entry *entry, struct text word)
{
    const char *at = entry->spellings;
    for (size_t n; *at; at += n + (at[n] == ' ')) {
        n = strcspn(at, " ");
        if (n < TYPO_LEAST || n > TYPO_MOST || n > word.size + 2 || word.size > n + 2 ||
            at[0] != word.data[0])
            continue;
        size_t errors = distance(word, at, n);
        if (errors > least(allowed_errors(word.size), allowed_errors(n)) || errors > best->errors)
            continue;
        if (errors == best->errors && best->entry &&
            best->entry->meaning.value < entry->meaning.value + 1e-9 &&
            best->entry->meaning.value > entry->meaning.value - 1e-9)
            continue;
        best->contested = errors == best->errors && best->entry && best->entry != entry;
        *best = (struct repair){entry, at, n, errors, best->contested};
    }
}

/* "evey month": what stands before a unit and resembles "every". */
static bool mend_every(struct arena *arena, struct words *words, size_t i, double workdays)
{
    struct word *word = &words->word[i];
    bool before = i + 1 < words->count &&
                  (word_meaning(word + 1, WORD_UNIT) || word_meaning(word + 1, WORD_WEEKDAY) ||
                   word_meaning(word + 1, WORD_OTHER));
    if (word->meanings > 0 || !before || word->text.size < 4 || word->text.size > 6 ||
        word->text.data[0] != 'e' || distance(word->text, "every", 5) > 1)
        return false;
    words->note = arena_printf(arena, "\"%.*s\" read as \"every\"", TEXT_ARGS(word->text));
    word->text = text_of("every");
    word_look_up(word, workdays);
    return true;
}

/* A unit is mended only where a number or "every" asks for one; a rate only in a short text, since
 * longer ones are full of words that resemble some other. */
static void mend_word(struct arena *arena, struct words *words, size_t i, double workdays)
{
    struct word *word = &words->word[i];
    struct repair best = {.errors = 3};
    bool unit =
        i > 0 && (word_meaning(word - 1, WORD_NUMBER) || word_meaning(word - 1, WORD_EVERY) ||
                  word_meaning(word - 1, WORD_PER) || word_meaning(word - 1, WORD_OTHER));
    if (word_listed(real_words, word->text) || mend_every(arena, words, i, workdays))
        return;
    if (word->meanings > 0 || word->text.size < TYPO_LEAST || word->text.size > TYPO_MOST)
        return;
    for (size_t k = 0; k < ENTRIES; k++)
        if (entries[k].meaning.class == WORD_RATE ||
            (unit && entries[k].meaning.class == WORD_UNIT))
            consider(&best, &entries[k], word->text);
    for (size_t k = 0; k < sizeof weekday_entries / sizeof *weekday_entries; k++)
        if (text_ends(text_of(weekday_entries[k].spellings), "day") ||
            text_ends(text_of(weekday_entries[k].spellings), "days"))
            consider(&best, &weekday_entries[k], word->text);
    if (!best.entry || best.contested)
        return;
    words->note = arena_printf(arena, "\"%.*s\" read as \"%.*s\"", TEXT_ARGS(word->text),
                               (int)best.size, best.spelling);
    word->text = text_make(best.spelling, best.size);
    word_look_up(word, workdays);
}

/* "halbj.", "arbeitstagl.": the beginning of words for rates that all mean the same. */
static void complete_word(struct word *word, double workdays)
{
    enum { BEGINNING_LEAST = 4 };
    const struct entry *found = NULL;
    struct text spelling, rest;
    if (!word->dotted || word->meanings > 0 || word->text.size < BEGINNING_LEAST ||
        word_listed(real_words, word->text))
        return;
    for (size_t k = 0; k < ENTRIES; k++) {
        if (entries[k].meaning.class != WORD_RATE)
            continue;
        rest = text_of(entries[k].spellings);
        while (text_next(&rest, " ", &spelling)) {
            if (!text_equal(text_slice(spelling, 0, word->text.size), word->text))
                continue;
            if (found && (found->meaning.value < entries[k].meaning.value ||
                          found->meaning.value > entries[k].meaning.value))
                return;
            found = &entries[k];
        }
    }
    if (found)
        word_add(word, WORD_RATE, resolve(found->meaning.value, workdays),
                 resolve(found->meaning.other, workdays));
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* "SixMonthly", "asNeeded": a blank where a small letter meets a capital. */
static struct text split_camel(struct arena *arena, struct text t)
{
    char *data = arena_alloc(arena, 2 * t.size + 1);
    size_t n = 0;
    bool camel = false;
    for (size_t i = 1; i < t.size; i++)
        camel |= is_small(t.data[i - 1]) && is_capital(t.data[i]);
    for (size_t i = 0; i < t.size; i++) {
        bool last_capital = i > 0 && i + 1 < t.size && is_capital(t.data[i - 1]) &&
                            is_small(t.data[i + 1]); /* the M of threeTimesAMonth */
        if (camel && i > 0 && is_capital(t.data[i]) && (is_small(t.data[i - 1]) || last_capital))
            data[n++] = ' ';
        data[n++] = t.data[i];
    }
    return text_make(data, n);
}

/* "[X=3]" behind a phrase, as some lists print the column of the number. */
static struct text take_placed_number(struct text folded, double *number)
{
    size_t at = text_search(folded, "[x=");
    double value = 0;
    size_t i = at + 3;
    if (at == folded.size)
        return folded;
    while (i < folded.size && i < at + 9 && byte_is_digit((unsigned char)folded.data[i]))
        value = value * 10 + (folded.data[i++] - '0');
    if (i == at + 3 || i >= folded.size || folded.data[i] != ']')
        return folded;
    *number = value;
    return text_trim(text_slice(folded, 0, at));
}

void words_read(struct arena *arena, struct text t, double number, double workdays,
                struct words *words)
{
    enum { BYTES_MOST = 4000, MENDED_MOST = 10 };
    struct text folded = utf8_fold(arena, split_camel(arena, text_slice(t, 0, BYTES_MOST)));
    *words = (struct words){.capacity = least(folded.size, WORDS_MOST) + 1};
    words->word = ARENA_ARRAY(arena, words->capacity, struct word);
    words_cut(take_placed_number(folded, &number), workdays, words);
    if (words->count <= MENDED_MOST)
        for (size_t i = 0; i < words->count; i++) {
            complete_word(&words->word[i], workdays);
            mend_word(arena, words, i, workdays);
        }
    words_repair(arena, words, number, workdays);
}
