#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "model/calendar_words.h"
#include "model/frequency_parts.h"

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

/* Words that say nothing in a frequency and stand between those that do. */
static const char fillers[] =
    " the le la les los las el il lo gli het de du des der das dem report bericht approximately approx "
    "about roughly around ca circa environ etwa ungefahr van least most basis del della dei reporting ";

/* Names of months and weekdays that are also everyday words count only beside another name or a
 * number: "may vary", "no set time". */
static const char doubtful[] = " may set out ago mag gen mar march die son don mit fre mer dim dom ven dic lug giu mon vie jue ";

/* Abbreviations that are also words and names count only where every other word is understood: "Ann
 * Smith" and "bid opening" are no frequencies. */
static const char abbreviations[] = " me sa pa bid ann fn bw ye bom som sod bod tiw quart tr mf qe hy an anl wk qtr ";

static bool listed(const char *list, struct text word)
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

static void add_meaning(struct word *word, enum word_class class, double value, double other)
{
    if (word->meanings < MEANINGS)
        word->meaning[word->meanings++] = (struct meaning){class, value, other};
}

static void look_up(struct word *word, double workdays)
{
    int month = calendar_month(word->text), day = calendar_weekday(word->text);
    for (size_t i = 0; i < ENTRIES; i++)
        if (listed(entries[i].spellings, word->text))
            add_meaning(word, entries[i].meaning.class, resolve(entries[i].meaning.value, workdays),
                        resolve(entries[i].meaning.other, workdays));
    if (month > 0)
        add_meaning(word, WORD_MONTH, 1u << (month - 1), 0);
    if (day >= 0)
        add_meaning(word, WORD_WEEKDAY, 1u << day, 0);
}

const struct meaning *word_meaning(const struct word *word, enum word_class class)
{
    for (unsigned i = 0; i < word->meanings; i++)
        if (word->meaning[i].class == class)
            return &word->meaning[i];
    return NULL;
}

static void drop_meaning(struct word *word, enum word_class class)
{
    for (unsigned i = 0; i < word->meanings; i++)
        if (word->meaning[i].class == class)
            word->meaning[i--] = word->meaning[--word->meanings];
}

/* ---- cutting ---- */

struct cutter {
    struct text rest;
    struct words *words;
    double workdays;
    uint16_t depth, sentence;
    bool blank, filler; /* before what comes next */
};

static int peek(const struct cutter *cutter, size_t offset)
{
    return offset < cutter->rest.size ? (unsigned char)cutter->rest.data[offset] : 0;
}

static size_t digits_at(const struct cutter *cutter, size_t offset)
{
    size_t n = 0;
    while (byte_is_digit(peek(cutter, offset + n)))
        n++;
    return n;
}

static size_t letters_at(const struct cutter *cutter, size_t offset)
{
    size_t n = 0;
    while (byte_is_alpha(peek(cutter, offset + n)) || peek(cutter, offset + n) >= 0x80)
        n++;
    return n;
}

static struct word *push(struct cutter *cutter, size_t size)
{
    struct words *words = cutter->words;
    if (words->count == WORDS_MOST) {
        words->cut = true;
        words->count--; /* the last place is written again and again; what stands there is ignored */
    }
    struct word *word = &words->word[words->count++];
    *word = (struct word){.text = text_slice(cutter->rest, 0, size), .glued = !cutter->blank,
                          .behind_filler = cutter->filler, .depth = cutter->depth, .sentence = cutter->sentence};
    cutter->rest = text_from(cutter->rest, size);
    cutter->blank = cutter->filler = false;
    return word;
}

/* 2026-03-12, 12/03/2026, 12.3.2026; the size, 0 where there is no date. */
static size_t date_at(const struct cutter *cutter)
{
    size_t first = digits_at(cutter, 0), second, third;
    int mark = peek(cutter, first);
    if ((first != 4 && first > 2) || (mark != '-' && mark != '/' && mark != '.'))
        return 0;
    second = digits_at(cutter, first + 1);
    if (second < 1 || second > 2 || peek(cutter, first + 1 + second) != mark)
        return 0;
    third = digits_at(cutter, first + second + 2);
    if (third < 1 || (first != 4 && third != 4 && third != 2) || third > 4)
        return 0;
    return first + second + third + 2;
}

static size_t am_pm_at(const struct cutter *cutter, size_t offset)
{
    size_t start = offset;
    if (peek(cutter, offset) == ' ')
        offset++;
    if ((peek(cutter, offset) != 'a' && peek(cutter, offset) != 'p'))
        return 0;
    offset++;
    if (peek(cutter, offset) == '.')
        offset++;
    if (peek(cutter, offset) != 'm' || letters_at(cutter, offset + 1) > 0)
        return 0;
    offset++;
    if (peek(cutter, offset) == '.' && peek(cutter, offset - 2) == '.')
        offset++;
    return offset - start;
}

/* 8:30, 08:30:00 am, 8am, 8 p.m., 17h30, 00z, 14 uhr; the size, 0 where there is no time of day. */
static size_t time_at(const struct cutter *cutter)
{
    size_t n = digits_at(cutter, 0);
    if (n < 1 || n > 2)
        return 0;
    int mark = peek(cutter, n);
    if ((mark == ':' || mark == 'h') && digits_at(cutter, n + 1) == 2) {
        n += 3;
        if (peek(cutter, n) == ':' && digits_at(cutter, n + 1) == 2)
            n += 3;
        return n + am_pm_at(cutter, n);
    }
    if (mark == 'z' && letters_at(cutter, n) == 1)
        return n + 1;
    if (peek(cutter, n) == ' ' && letters_at(cutter, n + 1) == 3 &&
        text_is(text_slice(cutter->rest, n + 1, n + 4), "uhr"))
        return n + 4;
    size_t suffix = am_pm_at(cutter, n);
    return suffix > 0 ? n + suffix : 0;
}

/* Hours since midnight of a text that time_at has accepted. */
static double hours_of(struct text t)
{
    double value[2] = {0, 0};
    size_t part = 0;
    bool after_noon = text_find(t, 'p') < t.size, before_noon = text_find(t, 'a') < t.size;
    for (size_t i = 0; i < t.size && part < 2; i++) {
        if (byte_is_digit((unsigned char)t.data[i]))
            value[part] = value[part] * 10 + (t.data[i] - '0');
        else
            part++;
    }
    if (after_noon && value[0] < 12)
        value[0] += 12;
    if (before_noon && value[0] > 11)
        value[0] -= 12;
    return value[0] + value[1] / 60;
}

static bool is_ordinal_suffix(struct text t)
{
    return listed(" st nd rd th er ere eme ieme o a ste de e te ten ter da ra ", t);
}

static void cut_number(struct cutter *cutter)
{
    size_t size;
    if ((size = date_at(cutter)) > 0) {
        add_meaning(push(cutter, size), WORD_DATE, 0, 0);
        return;
    }
    if ((size = time_at(cutter)) > 0) {
        double hours = hours_of(text_slice(cutter->rest, 0, size));
        add_meaning(push(cutter, size), WORD_TIME, hours, 0);
        return;
    }
    size = digits_at(cutter, 0);
    if (size > 9) {
        push(cutter, size);
        return;
    }
    char buffer[24];
    size_t fraction = 0;
    bool zero = size == 1 && peek(cutter, 0) == '0';
    if (peek(cutter, size) == '.' || (peek(cutter, size) == ',' && zero))
        fraction = digits_at(cutter, size + 1);
    if (fraction > 8)
        fraction = 0;
    if (fraction > 0)
        snprintf(buffer, sizeof buffer, "%.*s.%.*s", (int)size, cutter->rest.data, (int)fraction,
                 cutter->rest.data + size + 1);
    else
        snprintf(buffer, sizeof buffer, "%.*s", (int)size, cutter->rest.data);
    double value = strtod(buffer, NULL);
    if (fraction > 0)
        size += fraction + 1;
    size_t suffix = letters_at(cutter, size);
    bool dot = peek(cutter, size) == '.' && peek(cutter, size + 1) == ' ' &&
               (byte_is_alpha(peek(cutter, size + 2)));
    if (fraction == 0 && suffix > 0 &&
        is_ordinal_suffix(text_slice(cutter->rest, size, size + suffix))) {
        add_meaning(push(cutter, size + suffix), WORD_ORDINAL, value, 0);
        return;
    }
    struct word *word = push(cutter, size + (dot && fraction == 0 && value <= 31));
    if (size == 4 && value >= 1900 && value <= 2100) {
        add_meaning(word, WORD_YEAR, value, 0);
        return;
    }
    add_meaning(word, WORD_NUMBER, value, 0);
    if (dot && fraction == 0 && value >= 1 && value <= 31) /* "1. Montag" */
        add_meaning(word, WORD_ORDINAL, value, 0);
}

static void cut_word(struct cutter *cutter)
{
    size_t size = letters_at(cutter, 0);
    struct word *word = push(cutter, size);
    look_up(word, cutter->workdays);
    if (text_starts(cutter->rest, "(s)"))
        cutter->rest = text_from(cutter->rest, 3);
    /* A full stop behind a short known word is that of an abbreviation: qtr. */
    if (peek(cutter, 0) == '.' && word->meanings > 0 && size <= 4 && cutter->rest.size > 1)
        cutter->rest = text_from(cutter->rest, 1);
    if (peek(cutter, 0) == '\'')
        cutter->rest = text_from(cutter->rest, 1);
    if (listed(fillers, word->text) && word->meanings == 0) {
        cutter->words->count--;
        cutter->filler = true;
    }
}

static void cut_mark(struct cutter *cutter)
{
    int c = peek(cutter, 0);
    if (c == ')' || c == ']' || c == '(' || c == '[') {
        if ((c == '(' || c == '[') && cutter->depth < 1000)
            cutter->depth++;
        else if ((c == ')' || c == ']') && cutter->depth > 0)
            cutter->depth--;
        cutter->rest = text_from(cutter->rest, 1);
        cutter->blank = true;
        return;
    }
    if ((c == '.' || c == ';' || c == '!') && (peek(cutter, 1) == ' ' || cutter->rest.size == 1))
        cutter->sentence++;
    if (c == '_' || c == '.' || c == '"' || c == '\'' || c == '*' || c == '!' || c == '~') {
        cutter->rest = text_from(cutter->rest, 1);
        cutter->blank = true;
        return;
    }
    look_up(push(cutter, 1), cutter->workdays);
}

static void cut(struct cutter *cutter)
{
    while (cutter->rest.size > 0) {
        int c = peek(cutter, 0);
        if (byte_is_space(c)) {
            cutter->rest = text_from(cutter->rest, 1);
            cutter->blank = true;
        } else if (byte_is_digit(c)) {
            cut_number(cutter);
        } else if (letters_at(cutter, 0) > 0) {
            cut_word(cutter);
        } else {
            cut_mark(cutter);
        }
    }
}

/* ---- repairs ---- */

static void remove_words(struct words *words, size_t at, size_t count)
{
    memmove(words->word + at, words->word + at + count,
            (words->count - at - count) * sizeof *words->word);
    words->count -= count;
}

static size_t next_index(const struct words *words, size_t at)
{
    size_t next = at + 1;
    return next < words->count && text_is(words->word[next].text, "-") ? next + 1 : next;
}

/* "semi-annual", "bi weekly", "half yearly": one word where the table knows it. */
static void join_prefixes(struct arena *arena, struct words *words, double workdays)
{
    for (size_t i = 0; i + 1 < words->count; i++) {
        size_t next = next_index(words, i);
        if (!word_meaning(&words->word[i], WORD_PREFIX) || next >= words->count)
            continue;
        struct word joined = words->word[i];
        joined.meanings = 0;
        joined.text = arena_printf(arena, "%.*s%.*s", TEXT_ARGS(words->word[i].text),
                                   TEXT_ARGS(words->word[next].text));
        look_up(&joined, workdays);
        if (!word_meaning(&joined, WORD_RATE))
            continue;
        words->word[i] = joined;
        remove_words(words, i + 1, next - i);
    }
}

/* "fiscal year", "working days", "calendar day": the unit alone, with its value. */
static void join_adjectives(struct words *words)
{
    for (size_t i = 0; i + 1 < words->count; i++) {
        const struct meaning *adjective = word_meaning(&words->word[i], WORD_ADJECTIVE);
        size_t next = next_index(words, i);
        if (!adjective || next >= words->count)
            continue;
        struct word *noun = &words->word[next];
        if (text_is(noun->text, "hours")) /* business hours are hours of the day, not a unit */
            continue;
        for (unsigned k = 0; k < noun->meanings; k++)
            if (noun->meaning[k].class == WORD_UNIT && adjective->value > 0 &&
                noun->meaning[k].value > 364 && noun->meaning[k].value < 366) {
                noun->meaning[k].value = adjective->value;
                noun->meaning[k].other = adjective->value; /* literally so: no other reading */
            }
        if (word_meaning(noun, WORD_UNIT) || word_meaning(noun, WORD_ADJECTIVE)) {
            if (word_meaning(noun, WORD_ADJECTIVE) && adjective->value > 0)
                continue;
            noun->glued = false;
            remove_words(words, i, next - i);
            i = i > 0 ? i - 1 : i;
        }
    }
}

/* "twenty-four", "forty five". */
static void join_numbers(struct words *words)
{
    for (size_t i = 0; i + 1 < words->count; i++) {
        size_t next = next_index(words, i);
        if (next >= words->count || byte_is_digit((unsigned char)words->word[i].text.data[0]))
            continue;
        const struct meaning *tens = word_meaning(&words->word[i], WORD_NUMBER);
        const struct meaning *ones = word_meaning(&words->word[next], WORD_NUMBER);
        if (!tens || !ones || tens->value < 20 || tens->value > 90 || ones->value > 9 ||
            byte_is_digit((unsigned char)words->word[next].text.data[0]))
            continue;
        words->word[i].meaning[0] = (struct meaning){WORD_NUMBER, tens->value + ones->value, 0};
        words->word[i].meanings = 1;
        remove_words(words, i + 1, next - i);
    }
}

/* "three (3)", as contracts write it: one number. */
static void join_repeated_numbers(struct words *words)
{
    for (size_t i = 0; i + 1 < words->count; i++) {
        const struct meaning *word = word_meaning(&words->word[i], WORD_NUMBER);
        const struct meaning *digits = word_meaning(&words->word[i + 1], WORD_NUMBER);
        if (word && digits && words->word[i + 1].depth > words->word[i].depth &&
            fabs(word->value - digits->value) < 1e-9)
            remove_words(words, i + 1, 1);
    }
}

/* The X of "every X months", also written N, # or __. */
static void fill_place(struct words *words, double number)
{
    for (size_t i = 1; i + 1 < words->count; i++) {
        struct word *word = &words->word[i];
        if (!listed(" x n xx nn # ", word->text) || !word_meaning(word - 1, WORD_EVERY) ||
            !word_meaning(word + 1, WORD_UNIT))
            continue;
        word->meanings = 0;
        if (isnan(number))
            add_meaning(word, WORD_PLACE, 0, 0);
        else
            add_meaning(word, WORD_NUMBER, number, 0);
    }
}

static bool stands_by(const struct words *words, size_t i, enum word_class class)
{
    size_t far = i >= 2 ? i - 2 : 0;
    if (class == WORD_WEEKDAY && i + 1 < words->count &&
        (word_meaning(&words->word[i + 1], WORD_TIME) ||
         word_meaning(&words->word[i + 1], WORD_DAYTIME)))
        return true;
    for (size_t k = far; k < words->count && k <= i + 2; k++)
        if (k != i && (word_meaning(&words->word[k], class) ||
                       (class == WORD_MONTH && (word_meaning(&words->word[k], WORD_NUMBER) ||
                                                word_meaning(&words->word[k], WORD_ORDINAL) ||
                                                word_meaning(&words->word[k], WORD_YEAR)))))
            return true;
    return false;
}

static bool is_introduced(const struct words *words, size_t i)
{
    return i > 0 && (word_meaning(&words->word[i - 1], WORD_EVERY) ||
                     listed(" in by on of until en im am ", words->word[i - 1].text));
}

static void drop_doubtful(struct words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        struct word *word = &words->word[i];
        if (!listed(doubtful, word->text) || words->count == 1 || is_introduced(words, i))
            continue;
        if (!stands_by(words, i, WORD_MONTH))
            drop_meaning(word, WORD_MONTH);
        if (!stands_by(words, i, WORD_WEEKDAY) && !stands_by(words, i, WORD_SHORT_DAY))
            drop_meaning(word, WORD_WEEKDAY);
    }
}

static void drop_abbreviations(struct words *words)
{
    size_t strange = 0;
    for (size_t i = 0; i < words->count; i++)
        strange += words->word[i].meanings == 0;
    for (size_t i = 0; i < words->count && strange > 0; i++)
        if (listed(abbreviations, words->word[i].text)) {
            drop_meaning(&words->word[i], WORD_RATE);
            drop_meaning(&words->word[i], WORD_DAYS);
        }
}

/* ---- typing errors ---- */

enum { TYPO_LEAST = 5, TYPO_MOST = 24 };

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

/* A unit is mended only where a number or "every" asks for one; a rate only in a short text, since
 * longer ones are full of words that resemble some other. */
static void mend_word(struct arena *arena, struct words *words, size_t i, double workdays)
{
    struct word *word = &words->word[i];
    struct repair best = {.errors = 3};
    bool unit = i > 0 && (word_meaning(word - 1, WORD_NUMBER) || word_meaning(word - 1, WORD_EVERY) ||
                          word_meaning(word - 1, WORD_PER) || word_meaning(word - 1, WORD_OTHER));
    if (word->meanings > 0 || word->text.size < TYPO_LEAST || word->text.size > TYPO_MOST)
        return;
    for (size_t k = 0; k < ENTRIES; k++)
        if (entries[k].meaning.class == WORD_RATE || (unit && entries[k].meaning.class == WORD_UNIT))
            consider(&best, &entries[k], word->text);
    if (!best.entry || best.contested)
        return;
    words->note = arena_printf(arena, "\"%.*s\" read as \"%.*s\"", TEXT_ARGS(word->text),
                               (int)best.size, best.spelling);
    word->text = text_make(best.spelling, best.size);
    look_up(word, workdays);
}

/* ---- the whole ---- */

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
    *words = (struct words){.word = ARENA_ARRAY(arena, WORDS_MOST, struct word)};
    struct text folded = utf8_fold(arena, split_camel(arena, text_slice(t, 0, BYTES_MOST)));
    struct cutter cutter = {.words = words, .workdays = workdays, .blank = true};
    cutter.rest = take_placed_number(folded, &number);
    cut(&cutter);
    if (words->count <= MENDED_MOST)
        for (size_t i = 0; i < words->count; i++)
            mend_word(arena, words, i, workdays);
    join_prefixes(arena, words, workdays);
    join_adjectives(words);
    join_numbers(words);
    join_repeated_numbers(words);
    fill_place(words, number);
    drop_doubtful(words);
    drop_abbreviations(words);
}
