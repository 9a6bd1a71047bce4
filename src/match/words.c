#include "match/words.h"

#include <string.h>

#include "base/memory.h"
#include "match/radix.h"
#include "match/similarity.h"

const char word_ends[] = " \t\r\n.,;:()[]{}/\\-_\"&#|+*=<>!?'";

struct listed_word {
    uint32_t class;
    const char *word, *meaning;
};

static const struct listed_word listed_words[] = {
#define WORD(class, word, meaning) {WORD_##class, word, meaning},
#include "match/words_common.def"
#include "match/words_kind.def"
#include "match/words_place.def"
#include "match/words_plain.def"
#include "match/words_time.def"
#undef WORD
};

enum { LISTED = sizeof listed_words / sizeof *listed_words };

uint32_t information(uint32_t total, uint32_t share)
{
    enum { SMALLEST = 40 }; /* what most of ten reports have in common still tells something */

    total = total > SMALLEST ? total : SMALLEST;
    /* Fixed point with 16 binary places; the mantissa is taken as linear between powers of two,
     * which is at most 1.4 sixteenths of a bit too low. */
    uint64_t ratio = ((2 * (uint64_t)total + 2) << 16) / (2 * (uint64_t)share + 1);
    unsigned whole = 0;

    while (ratio >> (whole + 1))
        whole++;
    if (whole <= 16)
        return 1;
    uint64_t rest = ratio - ((uint64_t)1 << whole);
    uint32_t bits = (uint32_t)((whole - 16) * WEIGHT_ONE + (rest * WEIGHT_ONE >> whole));
    return bits ? bits : 1;
}

struct text word_book_text(const struct word_book *book, uint32_t meaning)
{
    uint32_t words = table_count(book->tokens->words);

    return meaning <= words ? table_text(book->tokens->words, meaning)
                            : table_text(book->extra, meaning - words);
}

uint32_t word_book_find(const struct word_book *book, struct text word)
{
    uint32_t found = table_find(book->tokens->words, word);

    if (found)
        return book->meaning[found];
    found = table_find(book->extra, word);
    return found ? found + table_count(book->tokens->words) : 0;
}

/* The number of a listed meaning, which need not be a word of the inventory. */
static uint32_t meaning_of(struct word_book *book, const char *meaning)
{
    uint32_t word = table_find(book->tokens->words, text_of(meaning));

    return word ? word
                : table_add(book->extra, text_of(meaning)) + table_count(book->tokens->words);
}

/* The plural without its ending; 0 where the inventory does not know that word. */
static uint32_t singular(const struct tokens *tokens, struct text word)
{
    char buffer[64];

    if (word.size < 4 || word.size > sizeof buffer || word.data[word.size - 1] != 's')
        return 0;
    memcpy(buffer, word.data, word.size);
    if (word.size > 4 && text_ends(word, "ies")) {
        buffer[word.size - 3] = 'y';
        return table_find(tokens->words, text_make(buffer, word.size - 2));
    }
    if (word.size > 5 && (text_ends(word, "sses") || text_ends(word, "ches") ||
                          text_ends(word, "shes") || text_ends(word, "xes")))
        return table_find(tokens->words, text_make(buffer, word.size - 2));
    if (text_ends(word, "ss") || text_ends(word, "us") || text_ends(word, "is"))
        return 0;
    return table_find(tokens->words, text_make(buffer, word.size - 1));
}

/* 2018, or a decade: 1990s. */
static bool is_year(struct text t)
{
    bool century = text_starts(t, "19") || text_starts(t, "20");

    if (t.size == 5 && text_ends(t, "0s"))
        t.size--;

    return t.size == 4 && century && byte_is_digit(t.data[2]) && byte_is_digit(t.data[3]);
}

static bool is_digits(struct text t)
{
    size_t i = 0;

    while (i < t.size && byte_is_digit((unsigned char)t.data[i]))
        i++;
    return i == t.size;
}

/* q1, h2, m12: a part of a year. */
static bool is_part_of_year(struct text t)
{
    return (t.size == 2 || t.size == 3) && memchr("qhm", t.data[0], 3) &&
           is_digits(text_from(t, 1));
}

/* "2018", "18" or a year and a part of it: "2019q4", "20q4". */
static bool is_year_and_part(struct text t)
{
    bool whole = t.size >= 4 && is_year(text_slice(t, 0, 4));
    struct text rest = text_from(t, whole ? 4 : 2);

    return (whole || (t.size >= 2 && is_digits(text_slice(t, 0, 2)))) &&
           (rest.size == 0 || is_part_of_year(rest));
}

/* FY2018, fy18, CY20, fy2019q4: the year that a budget or a census speaks of; 2019q4 and q42019. */
static bool is_marked_year(struct text t)
{
    static const char *const marks[] = {"fy", "cy", "sy", "ay"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct text rest = text_from(t, 2);
        if (text_starts(t, marks[i]))
            return rest.size == 0 || is_year(rest) || is_year_and_part(rest);
    }
    return (t.size > 4 && is_year_and_part(t)) ||
           (t.size == 6 && is_part_of_year(text_slice(t, 0, 2)) && is_year(text_from(t, 2)));
}

/* dec2016 */
static bool is_month_and_year(struct text t)
{
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};

    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (text_starts(t, months[i]))
            return is_year(text_from(t, 3)) || (t.size == 5 && is_digits(text_from(t, 3)));
    return false;
}

/* 201903 and 20190315, but no other numbers of that length. */
static bool is_date(struct text t)
{
    if ((t.size != 6 && t.size != 8) || !is_digits(t) || !is_year(text_slice(t, 0, 4)))
        return false;
    int month = 10 * (t.data[4] - '0') + (t.data[5] - '0');
    int day = t.size == 8 ? 10 * (t.data[6] - '0') + (t.data[7] - '0') : 1;
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* What the shape of a word tells. */
static uint32_t shape(struct text t)
{
    size_t digits = 0;

    for (size_t i = 0; i < t.size; i++)
        digits += byte_is_digit((unsigned char)t.data[i]);
    if ((digits == 0 && t.size != 2) || t.size < 1)
        return 0;
    if (is_year(t) || is_marked_year(t) || is_month_and_year(t) || is_date(t))
        return WORD_YEAR;
    if (digits == 0)
        return 0;
    if (digits + 2 == t.size && (text_ends(t, "am") || text_ends(t, "pm")))
        return WORD_EDITION;
    bool ordinal = digits + 2 == t.size && (text_ends(t, "th") || text_ends(t, "st") ||
                                            text_ends(t, "nd") || text_ends(t, "rd"));
    return digits == t.size || ordinal ? WORD_NUMBER : WORD_CODE;
}

/* Candidates are found by words that may be slips of others, which costs nothing where they are
 * not. What a name means is not read off so lightly: "animal" is no "annual", "land" no "and",
 * "senate" no "state". A word that several descriptions use is no slip; else it begins as the word
 * that it stands for, with two edits in eight letters at least, or that word is many times as
 * frequent. */
static bool is_slip_of(const struct tokens *tokens, uint32_t word, uint32_t correct)
{
    enum { USED = 2, LETTERS = 5, LETTERS_OF_TWO = 8, TIMES = 64 };
    struct text t = table_text(tokens->words, word), u = table_text(tokens->words, correct);
    size_t shorter = t.size < u.size ? t.size : u.size;
    unsigned distance = text_distance(t, u, 2);

    /* a short form */
    if (distance > 2 || t.size + 2 <= u.size)
        return true;
    if (tokens->description_frequency[word] >= USED)
        return false;
    if (distance == 2)
        return shorter >= LETTERS_OF_TWO && t.data[0] == u.data[0];
    return (shorter >= LETTERS && t.data[0] == u.data[0]) ||
           tokens->name_frequency[correct] >= (uint64_t)TIMES * tokens->name_frequency[word];
}

static void find_meanings(struct word_book *book)
{
    const struct tokens *tokens = book->tokens;
    uint32_t words = table_count(tokens->words);

    book->meaning = memory_alloc((size_t)words + 1, sizeof *book->meaning);
    for (size_t i = 0; i < LISTED; i++) {
        const struct listed_word *listed = &listed_words[i];
        uint32_t word = table_find(tokens->words, text_of(listed->word));
        if (word && !book->meaning[word])
            book->meaning[word] = *listed->meaning ? meaning_of(book, listed->meaning) : word;
    }
    for (uint32_t word = 1; word <= words; word++) {
        if (book->meaning[word])
            continue;
        uint32_t correct = tokens->same_as ? tokens->same_as[word] : word;
        if (correct != word && !is_slip_of(tokens, word, correct))
            correct = word;
        uint32_t one = singular(tokens, table_text(tokens->words, correct));
        book->meaning[word] = one ? one : correct;
    }
    /* Two steps at most: a slip to its plural, the plural to what the lists say of the singular. */
    for (uint32_t word = 1; word <= words; word++)
        for (int step = 0; step < 2 && book->meaning[word] <= words; step++)
            book->meaning[word] = book->meaning[book->meaning[word]];
    book->count = words + table_count(book->extra);
}

/* A text that is no word of the inventory may be a meaning. */
uint32_t word_book_number(const struct word_book *book, struct text text)
{
    uint32_t word = table_find(book->tokens->words, text);
    uint32_t extra = word ? 0 : table_find(book->extra, text);

    return extra ? extra + table_count(book->tokens->words) : word;
}

static void find_asked(struct word_book *book)
{
    static const char *const lists[] = {
#define ASKED(list, words) [ASKED_##list] = words,
#include "match/words_asked.def"
#undef ASKED
    };
    _Static_assert(sizeof lists / sizeof *lists <= 32, "a bit for each list");

    book->asked = memory_alloc((size_t)book->count + 1, sizeof *book->asked);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct text rest = text_of(lists[i]), word;
        while (text_next(&rest, " ", &word))
            book->asked[word_book_number(book, word)] |= UINT32_C(1) << i;
    }
    book->asked[0] = 0;
}

size_t negation_of(struct text word)
{
    static const char *const negations[] = {"un", "in", "non", "dis"};

    for (size_t i = 0; i < sizeof negations / sizeof *negations; i++)
        if (text_starts(word, negations[i]) && word.size >= strlen(negations[i]) + LEAST_DENIED)
            return strlen(negations[i]);
    return 0;
}

static void find_forms(struct word_book *book)
{
    enum { SHORT = 5 };

    book->forms = memory_alloc((size_t)book->count + 1, sizeof *book->forms);
    for (uint32_t meaning = 1; meaning <= book->count; meaning++) {
        struct text t = word_book_text(book, meaning);
        book->forms[meaning] =
            (uint8_t)((t.size <= SHORT ? FORM_SHORT : 0) | (negation_of(t) ? FORM_NEGATIVE : 0));
    }
}

static void find_classes(struct word_book *book)
{
    uint32_t words = table_count(book->tokens->words);

    book->classes = memory_alloc((size_t)book->count + 1, sizeof *book->classes);
    for (size_t i = 0; i < LISTED; i++) {
        uint32_t meaning = word_book_find(book, text_of(listed_words[i].word));
        if (meaning)
            book->classes[meaning] |= listed_words[i].class;
    }
    /* The shape of the meaning: that of the first word with it would depend on the order of rows.
     */
    for (uint32_t word = 1; word <= words; word++)
        if (!book->classes[book->meaning[word]])
            book->classes[book->meaning[word]] = shape(word_book_text(book, book->meaning[word]));
}

/* A code is letters with two digits or more. Where it stands in one name only, and every third name
 * has such a code, these are the numbers of a catalogue and say nothing of what is in the report,
 * unless they are all that tells the reports apart. */
static bool looks_catalogued(const struct word_book *book, uint32_t word)
{
    struct text t = table_text(book->tokens->words, word);
    size_t digits = 0;

    if (book->classes[book->meaning[word]] != WORD_CODE || t.size < 4)
        return false;
    for (size_t i = 0; i < t.size; i++)
        digits += byte_is_digit((unsigned char)t.data[i]);
    return digits >= 2 && book->tokens->name_frequency[word] == 1;
}

/* Letters that stand before codes and hardly anywhere else, such as the LM of LM_XB401, belong to
 * the code. */
static void mark_prefixes(struct word_book *book, const uint32_t *before)
{
    const struct tokens *tokens = book->tokens;

    for (uint32_t word = 1; word <= tokens->name_words; word++)
        if (before[word] &&
            10 * (uint64_t)before[word] >= 9 * (uint64_t)tokens->name_frequency[word] &&
            !book->classes[book->meaning[word]] && table_text(tokens->words, word).size <= 6)
            book->classes[book->meaning[word]] = WORD_CATALOGUE;
}

static bool *find_catalogued(const struct word_book *book)
{
    bool *catalogued = memory_alloc((size_t)book->tokens->name_words + 1, sizeof *catalogued);

    for (uint32_t word = 1; word <= book->tokens->name_words; word++)
        catalogued[word] = looks_catalogued(book, word);
    return catalogued;
}

static bool has_code(struct words name, const bool *catalogued)
{
    uint32_t i = 0;

    while (i < name.count && !catalogued[name.word[i]])
        i++;
    return i < name.count;
}

/* A hash of the name without its code, never 0. */
static uint64_t name_without_code(const struct word_book *book, struct words name,
                                  const bool *catalogued)
{
    uint64_t key = 1;

    for (uint32_t i = 0; i < name.count; i++) {
        if (catalogued[name.word[i]])
            continue;
        key = (key ^ book->meaning[name.word[i]]) * 0x9e3779b97f4a7c15u;
        key ^= key >> 29;
    }
    return key | 1;
}

/* A catalogue numbers titles that differ by themselves. Where more than a quarter of the names with
 * codes are like another one without them, as "Takings S0231" and "Takings S0544" are, the code is
 * that of the shop, the machine or the project that the report is about. */
static bool codes_tell_apart(uint64_t *without_code, uint32_t count)
{
    uint64_t alike = 0;

    radix_sort(without_code, count, 1);
    for (uint32_t i = 0; i < count; i++)
        alike += (i > 0 && without_code[i] == without_code[i - 1]) ||
                 (i + 1 < count && without_code[i] == without_code[i + 1]);
    return 4 * alike > count;
}

static void find_catalogue(struct word_book *book)
{
    const struct tokens *tokens = book->tokens;
    const struct word_lists *names = &tokens->names;
    uint32_t with_code = 0;
    bool *catalogued = find_catalogued(book);
    uint32_t *before = memory_alloc((size_t)tokens->name_words + 1, sizeof *before);
    uint64_t *without_code = memory_resize(NULL, names->count, sizeof *without_code);

    for (uint32_t i = 0; i < names->count; i++) {
        struct words name = list_words(names, i);
        if (!has_code(name, catalogued))
            continue;
        without_code[with_code++] = name_without_code(book, name, catalogued);
        for (uint32_t k = 1; k < name.count; k++)
            if (catalogued[name.word[k]])
                before[name.word[k - 1]]++;
    }
    if (3 * (uint64_t)with_code > names->count && !codes_tell_apart(without_code, with_code)) {
        mark_prefixes(book, before);
        for (uint32_t word = 1; word <= tokens->name_words; word++)
            if (catalogued[word])
                book->classes[book->meaning[word]] = WORD_CATALOGUE;
    }
    memory_free(without_code);
    memory_free(before);
    memory_free(catalogued);
}

/* The place that a third of all mentions of places are of, half as many again as of any other:
 * where the organisation is. Its name adds nothing to a title that names no place. */
static void find_home(struct word_book *book)
{
    enum { FEW = 4 };
    const struct tokens *tokens = book->tokens;
    uint64_t all = 0, most = 0, second = 0;
    uint32_t words = table_count(tokens->words);
    uint64_t *uses = memory_alloc((size_t)book->count + 1, sizeof *uses);

    for (uint32_t word = 1; word <= words; word++)
        if (book->classes[book->meaning[word]] & WORD_PLACE)
            uses[book->meaning[word]] +=
                tokens->name_frequency[word] +
                (tokens->description_frequency ? tokens->description_frequency[word] : 0);
    for (uint32_t meaning = 1; meaning <= book->count; meaning++) {
        all += uses[meaning];
        if (uses[meaning] > most) {
            second = most;
            most = uses[meaning];
            book->home = meaning;
        } else if (uses[meaning] > second)
            second = uses[meaning];
    }
    if (3 * most < all || 2 * most < 3 * second || most < FEW)
        book->home = 0;
    memory_free(uses);
}

static uint32_t *weigh(const struct word_book *book, const uint32_t *frequency, uint32_t total)
{
    uint32_t words = table_count(book->tokens->words);
    uint32_t *weight = memory_alloc((size_t)book->count + 1, sizeof *weight);

    for (uint32_t word = 1; frequency && word <= words; word++)
        weight[book->meaning[word]] += frequency[word];
    for (uint32_t meaning = 1; meaning <= book->count; meaning++)
        weight[meaning] = information(total, weight[meaning] < total ? weight[meaning] : total);
    return weight;
}

void word_book_init(struct word_book *book, const struct tokens *tokens)
{
    memset(book, 0, sizeof *book);
    book->tokens = tokens;
    book->extra = table_new();
    find_meanings(book);
    find_asked(book);
    word_book_find_sides(book);
    find_forms(book);
    find_classes(book);
    find_catalogue(book);
    word_book_find_kin(book);
    find_home(book);
    book->weight = weigh(book, tokens->name_frequency, tokens->names.count);
    book->text_weight = weigh(book, tokens->description_frequency, tokens->description_total);
}

void word_book_clear(struct word_book *book)
{
    memory_free(book->meaning);
    memory_free(book->asked);
    memory_free(book->side);
    memory_free(book->sides);
    memory_free(book->classes);
    memory_free(book->forms);
    memory_free(book->weight);
    memory_free(book->text_weight);
    table_free(book->extra);
}
