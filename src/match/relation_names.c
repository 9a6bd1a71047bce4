/* Where two names differ, and what the differing words are. */
#include <string.h>

#include "match/relation_kinds.h"
#include "match/similarity.h"
#include "match/vocabulary_acronyms.h"

/* More odd words than these on both sides: the names are too far apart for slips to matter. */
enum { FEW = 8 };

/* What a report is about is told by words other than these, nor by a number such as that of "Sheet
 * 1". */
static void add_common(const struct word_book *book, uint32_t meaning,
                       struct name_difference *names)
{
    const uint32_t empty =
        NAME_NEUTRAL | WORD_RHYTHM | WORD_SPAN | WORD_EDITION | WORD_COPY | WORD_DEPTH;
    uint32_t class = book->classes[meaning];

    names->common += name_weight(book, meaning);
    names->common_classes |= class;
    if (class & empty || (class & WORD_NUMBER && word_book_text(book, meaning).size <= 2))
        return;
    names->content++;
    names->frame = (names->frame ^ meaning) * 0x9e3779b97f4a7c15u;
    names->frame ^= names->frame >> 29;
}

static void split_words(const struct word_book *book, struct words a, struct words b,
                        struct name_difference *names)
{
    uint32_t i = 0, j = 0;

    while (i < a.count || j < b.count) {
        if (j == b.count || (i < a.count && a.word[i] < b.word[j]))
            names->a[names->a_count++] = (struct odd_word){a.word[i++], 0};
        else if (i == a.count || b.word[j] < a.word[i])
            names->b[names->b_count++] = (struct odd_word){b.word[j++], 0};
        else
            add_common(book, a.word[i], names), i++, j++;
    }
}

static void drop(struct odd_word *odd, uint32_t *count, uint32_t at)
{
    memmove(odd + at, odd + at + 1, (--*count - at) * sizeof *odd);
}

static bool is_joined(struct text whole, struct text first, struct text second)
{
    return whole.size == first.size + second.size && !memcmp(whole.data, first.data, first.size) &&
           !memcmp(whole.data + first.size, second.data, second.size);
}

/* "Water Borne" and "Waterborne": neighbours in one name that are a single word in the other. */
static void join_words(const struct word_book *book, struct words order, struct odd_word *parts,
                       uint32_t *part_count, struct odd_word *wholes, uint32_t *whole_count,
                       struct name_difference *names)
{
    const uint32_t never_joined = WORD_PLACE | WORD_PERIOD | WORD_YEAR | WORD_NUMBER;

    for (uint32_t i = 0; i + 1 < order.count && *part_count > 1 && *whole_count; i++) {
        if (odd_place(parts, *part_count, order.word[i]) == *part_count ||
            odd_place(parts, *part_count, order.word[i + 1]) == *part_count)
            continue;
        struct text first = word_book_text(book, order.word[i]);
        struct text last = word_book_text(book, order.word[i + 1]);
        for (uint32_t k = 0; k < *whole_count; k++) {
            if (book->classes[wholes[k].meaning] & never_joined ||
                !is_joined(word_book_text(book, wholes[k].meaning), first, last))
                continue;
            add_common(book, wholes[k].meaning, names);
            drop(wholes, whole_count, k);
            drop(parts, part_count, odd_place(parts, *part_count, order.word[i]));
            uint32_t second = odd_place(parts, *part_count, order.word[i + 1]);
            if (second < *part_count)
                drop(parts, part_count, second);
            break;
        }
    }
}

/* A slip is not made twice: both words stand in several names, or in descriptions too. */
static bool are_meant(const struct tokens *tokens, uint32_t a, uint32_t b)
{
    enum { OFTEN = 3 };
    const uint32_t *named = tokens->name_frequency, *described = tokens->description_frequency;

    return (named[a] >= OFTEN && named[b] >= OFTEN) || (described && described[a] && described[b]);
}

/* One slip of the pen in a word of five letters, two in one of eight; never the first letter, never
 * between two words that the lists know or that are meant. */
static bool is_slip(const struct word_book *book, uint32_t a, uint32_t b)
{
    uint32_t known = table_count(book->tokens->words);

    if ((book->classes[a] && book->classes[b]) || a > known || b > known ||
        are_meant(book->tokens, a, b))
        return false;
    struct text x = word_book_text(book, a), y = word_book_text(book, b);
    size_t shorter = x.size < y.size ? x.size : y.size;
    unsigned limit = shorter >= 8 ? 2 : 1;
    if (shorter < 5 || x.data[0] != y.data[0] || x.size + y.size - 2 * shorter > limit)
        return false;
    return text_distance(x, y, limit) <= limit;
}

/* How many words of the order from the start on the initials of word spell, all of them odd; stop
 * words do not stand in the order. 0 where they do not. */
static uint32_t spelled_by(const struct word_book *book, struct text word, struct words order,
                           uint32_t start, const struct odd_word *odd, uint32_t count)
{
    uint32_t i = 0;

    for (; i < word.size && start + i < order.count; i++) {
        if (odd_place(odd, count, order.word[start + i]) == count)
            return 0;
        struct text full = word_book_text(book, order.word[start + i]);
        if (full.size < 2 || full.data[0] != word.data[i])
            return 0;
    }
    return i == word.size ? i : 0;
}

/* The same, read with the small words: "VaR" and "value at risk". The first and the last word are
 * odd, and so are all between them but the small ones. */
static uint32_t spelled_in_full(const struct profile *profile, struct text word, struct words words,
                                uint32_t start, const struct odd_word *odd, uint32_t count)
{
    const struct word_book *book = &profile->book;
    uint32_t i = 0, small = 0;

    for (; i < word.size && start + i < words.count; i++) {
        struct text full = tokens_word(profile->tokens, words.word[start + i]);
        uint32_t meaning = book->meaning[words.word[start + i]];
        bool is_odd = odd_place(odd, count, meaning) < count;
        if (full.size < 2 || full.data[0] != word.data[i] ||
            (!is_odd && (i == 0 || i + 1 == word.size || !(book->classes[meaning] & WORD_STOP))))
            return 0;
        small += !is_odd;
    }
    return i == word.size && small && i > small + 1 ? i : 0;
}

/* The word as the name writes it: "AR" may mean Arkansas. */
static uint32_t written(const struct profile *profile, uint32_t report, uint32_t meaning)
{
    struct words words = name_in_full(profile, report);

    for (uint32_t i = 0; i < words.count; i++)
        if (profile->book.meaning[words.word[i]] == meaning)
            return words.word[i];
    return meaning;
}

static void drop_spelled(const struct profile *profile, struct words words, uint32_t start,
                         uint32_t spelled, struct odd_word *odd, uint32_t *count)
{
    for (uint32_t i = start; i < start + spelled; i++) {
        uint32_t at = odd_place(odd, *count, profile->book.meaning[words.word[i]]);
        if (at < *count)
            drop(odd, count, at);
    }
}

/* "AR aging" and "accounts receivable aging". short_of: the report whose odd words may be short. */
static void pair_initials(const struct profile *profile, uint32_t short_of, uint32_t report,
                          struct odd_word *shorts, uint32_t *short_count, struct odd_word *odd,
                          uint32_t *count, struct name_difference *names)
{
    const struct word_book *book = &profile->book;
    struct words order, words;

    if (!*short_count || *count < 2)
        return;
    order = name_order(profile, report);
    words = name_in_full(profile, report);
    for (uint32_t k = 0; k < *short_count && (*count) > 1; k++) {
        uint32_t meaning = shorts[k].meaning, spelled = 0, start = 0;
        uint32_t as_written = written(profile, short_of, meaning);
        if (!(book->forms[as_written] & FORM_SHORT))
            continue;
        struct text word = word_book_text(book, as_written);
        if (word.size < 2 || byte_is_digit((unsigned char)*word.data))
            continue;
        for (; start < order.count && !spelled; start++)
            spelled = spelled_by(book, word, order, start, odd, *count);
        if (spelled) {
            for (uint32_t i = start - 1; i < start - 1 + spelled; i++)
                if (odd_place(odd, *count, order.word[i]) < *count)
                    drop(odd, count, odd_place(odd, *count, order.word[i]));
        } else {
            for (start = 0; start < words.count && !spelled; start++)
                spelled = spelled_in_full(profile, word, words, start, odd, *count);
            drop_spelled(profile, words, start - 1, spelled, odd, count);
        }
        if (!spelled)
            continue;
        drop(shorts, short_count, k--);
        add_common(book, meaning, names);
        names->by_initials = true;
    }
}

/* Two acronyms are two things, however near they are spelled. */
static bool are_acronyms(const struct profile *profile, uint32_t a, uint32_t b, uint32_t meaning_a,
                         uint32_t meaning_b)
{
    struct text x = word_book_text(&profile->book, meaning_a);
    struct text y = word_book_text(&profile->book, meaning_b);

    return x.size <= ACRONYM_LONGEST && y.size <= ACRONYM_LONGEST &&
           word_is_acronym(profile, a, x) && word_is_acronym(profile, b, y);
}

static void pair_slips(const struct profile *profile, uint32_t a, uint32_t b,
                       struct name_difference *names)
{
    for (uint32_t i = 0; i < names->a_count; i++) {
        for (uint32_t k = 0; k < names->b_count; k++) {
            uint32_t x = names->a[i].meaning, y = names->b[k].meaning;
            if (!is_slip(&profile->book, x, y) || are_acronyms(profile, a, b, x, y))
                continue;
            add_common(&profile->book, x, names);
            drop(names->a, &names->a_count, i--);
            drop(names->b, &names->b_count, k);
            break;
        }
    }
}

/* "Categorized" and "uncategorized", "profit" and "nonprofit": one is what the other is not. */
static bool is_negated(struct text word, struct text other)
{
    size_t more = negation_of(word);

    return more && text_equal(text_from(word, more), other);
}

static void find_negations(const struct word_book *book, struct name_difference *names)
{
    for (uint32_t i = 0; i < names->a_count; i++) {
        for (uint32_t k = 0; k < names->b_count; k++) {
            uint32_t a = names->a[i].meaning, b = names->b[k].meaning;
            if (!((book->forms[a] | book->forms[b]) & FORM_NEGATIVE))
                continue;
            struct text x = word_book_text(book, a), y = word_book_text(book, b);
            if (is_negated(x, y) || is_negated(y, x))
                names->a[i].kind = names->b[k].kind = WORD_POPULATION;
        }
    }
}

/* "Beer" and "wine": the same is told of two things of one kind. */
static void find_kin(const struct word_book *book, struct name_difference *names)
{
    for (uint32_t i = 0; i < names->a_count; i++) {
        uint32_t kin = kin_of(book->classes[names->a[i].meaning]);
        for (uint32_t k = 0; kin && k < names->b_count; k++)
            if (kin_of(book->classes[names->b[k].meaning]) == kin)
                names->a[i].kind = names->b[k].kind = WORD_POPULATION;
    }
}

/* The last word that tells something: in English the one that the others describe. */
static uint32_t last_word(const struct profile *profile, uint32_t report)
{
    struct words order = name_order(profile, report);

    for (uint32_t i = order.count; i > 0; i--)
        if (!(profile->book.classes[order.word[i - 1]] & (NAME_EMPTY | WORD_CATALOGUE)))
            return order.word[i - 1];
    return 0;
}

static bool has_other_head(const struct profile *profile, uint32_t report,
                           const struct odd_word *odd, uint32_t count)
{
    uint32_t last = last_word(profile, report);

    for (uint32_t i = 0; i < count; i++)
        if (word_stands_behind(profile, report, odd[i].meaning, ASKED_BEHIND_PREPOSITION))
            return false;
    return odd_place(odd, count, last) < count;
}

bool names_have_other_heads(const struct profile *profile, uint32_t a, uint32_t b,
                            const struct name_difference *names)
{
    return has_other_head(profile, a, names->a, names->a_count) &&
           has_other_head(profile, b, names->b, names->b_count);
}

void name_split(const struct profile *profile, uint32_t a, uint32_t b,
                struct name_difference *names)
{
    memset((char *)names + offsetof(struct name_difference, a_count), 0,
           sizeof *names - offsetof(struct name_difference, a_count));
    split_words(&profile->book, name_meanings(profile, profile->name_sorted, a),
                name_meanings(profile, profile->name_sorted, b), names);
}

void name_judge(const struct profile *profile, uint32_t a, uint32_t b,
                struct name_difference *names)
{
    const struct word_book *book = &profile->book;

    if (names->a_count && names->b_count && names->a_count <= FEW && names->b_count <= FEW) {
        join_words(book, name_order(profile, a), names->a, &names->a_count, names->b,
                   &names->b_count, names);
        join_words(book, name_order(profile, b), names->b, &names->b_count, names->a,
                   &names->a_count, names);
        pair_initials(profile, a, b, names->a, &names->a_count, names->b, &names->b_count, names);
        pair_initials(profile, b, a, names->b, &names->b_count, names->a, &names->a_count, names);
        pair_slips(profile, a, b, names);
    }
    if (names->a_count <= FEW && names->b_count <= FEW)
        find_negations(book, names);
    find_kin(book, names);
    name_find_kinds(profile, a, names->a, names->a_count, names);
    name_find_kinds(profile, b, names->b, names->b_count, names);
    name_find_parameters(names);
}

void name_compare(const struct profile *profile, uint32_t a, uint32_t b,
                  struct name_difference *names)
{
    name_split(profile, a, b, names);
    name_judge(profile, a, b, names);
}
