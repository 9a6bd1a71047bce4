/* Small words that make opposites of names which are alike but for them. */
#include <string.h>

#include "match/relation_kinds.h"
#include "match/relation_rules.h"

/* Small words that do not stand for each other: of direction, of place, of what belongs to it. */
static const struct {
    const char *one, *other;
} directions[] = {
    {"to", "from"},        {"to", "by"},        {"into", "from"},    {"into", "out"},
    {"in", "out"},         {"for", "by"},       {"for", "from"},     {"on", "by"},
    {"with", "without"},   {"over", "under"},   {"above", "below"},  {"inside", "outside"},
    {"within", "outside"}, {"before", "after"}, {"since", "before"}, {"including", "excluding"},
    {"since", "until"},
};

enum { DIRECTIONS = sizeof directions / sizeof *directions };

static bool are_opposed(struct text a, struct text b)
{
    for (size_t i = 0; i < DIRECTIONS; i++)
        if ((text_is(a, directions[i].one) && text_is(b, directions[i].other)) ||
            (text_is(b, directions[i].one) && text_is(a, directions[i].other)))
            return true;
    return false;
}

/* The meaning of the next word before or behind a place that tells something; 0 without one. */
static uint32_t telling_beside(const struct profile *profile, struct words words, uint32_t at,
                               bool before)
{
    uint32_t left = before ? at : words.count - 1 - at;

    for (uint32_t i = 1; i <= left; i++) {
        uint32_t meaning = profile->book.meaning[words.word[before ? at - i : at + i]];
        if (!(profile->book.classes[meaning] & NAME_EMPTY))
            return meaning;
    }
    return 0;
}

/* What the direction is to: "to suppliers", or at the end of a name "transfers out". */
static bool have_one_object(const struct profile *profile, struct words a, uint32_t i,
                            struct words b, uint32_t k)
{
    uint32_t of_a = telling_beside(profile, a, i, false);
    uint32_t of_b = telling_beside(profile, b, k, false);

    if (of_a && of_b)
        return of_a == of_b;
    of_a = telling_beside(profile, a, i, true);
    return of_a && of_a == telling_beside(profile, b, k, true);
}

static bool other_direction(const struct evidence *evidence, struct text *of_a, struct text *of_b)
{
    const struct profile *profile = evidence->profile;
    struct words a = name_as_written(profile, evidence->a);
    struct words b = name_as_written(profile, evidence->b);

    for (uint32_t i = 0; i < a.count; i++) {
        if (!word_is_one_of(profile, a.word[i], ASKED_DIRECTION))
            continue;
        *of_a = tokens_word(profile->tokens, a.word[i]);
        for (uint32_t k = 0; k < b.count; k++) {
            if (a.word[i] == b.word[k] || !word_is_one_of(profile, b.word[k], ASKED_DIRECTION))
                continue;
            *of_b = tokens_word(profile->tokens, b.word[k]);
            if (are_opposed(*of_a, *of_b) && have_one_object(profile, a, i, b, k))
                return true;
        }
    }
    return false;
}

static bool is_part_of_word(char c)
{
    unsigned char byte = (unsigned char)c;

    return byte_is_alpha(byte) || byte_is_digit(byte) || byte >= 0x80 || (c && strchr("'.&", c));
}

/* A capital letter that is neither the first word nor one of initials, unless a part of the name
 * ends with it, or a digit; each a bit. */
struct labels {
    uint32_t letters, digits;
};

static bool ends_part(struct text name, size_t at)
{
    struct text rest = text_trim(text_from(name, at + 1));

    return !rest.size || strchr(":,;)]-/", *rest.data);
}

static struct labels labels_of(struct text name)
{
    struct labels labels = {0, 0};
    bool first = true;

    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];
        bool letter = c >= 'A' && c <= 'Z', alone = i == 0 || !is_part_of_word(name.data[i - 1]);
        if (i + 1 < name.size)
            alone &= !is_part_of_word(name.data[i + 1]) && name.data[i + 1] != '-';
        if (alone && letter && (!first || ends_part(name, i)))
            labels.letters |= 1u << (c - 'A');
        if (alone && byte_is_digit((unsigned char)c))
            labels.digits |= 1u << (c - '0');
        first &= !is_part_of_word(c);
    }
    return labels;
}

/* The first of these labels as the name writes it; a letter before a digit. */
static struct text label_text(struct labels own)
{
    static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    uint32_t bits = own.letters ? own.letters : own.digits;
    size_t at = own.letters ? 0 : 26;

    for (; !(bits & 1); bits >>= 1)
        at++;
    return text_make(signs + at, 1);
}

/* Where a letter stands in one name and another letter or a digit in the other. */
static bool other_label(const struct evidence *evidence, struct text *of_a, struct text *of_b)
{
    const struct profile *profile = evidence->profile;
    struct labels a = labels_of(profile_text(profile, FIELD_name, evidence->a));
    struct labels b = labels_of(profile_text(profile, FIELD_name, evidence->b));
    struct labels of_one = {a.letters & ~b.letters, a.digits & ~b.digits};
    struct labels of_other = {b.letters & ~a.letters, b.digits & ~a.digits};

    if (!(of_one.letters && (of_other.letters || of_other.digits)) &&
        !(of_other.letters && of_one.digits))
        return false;
    *of_a = label_text(of_one);
    *of_b = label_text(of_other);
    return true;
}

static bool has_meaning(const struct profile *profile, struct words words, uint32_t meaning)
{
    uint32_t i = 0;

    while (i < words.count && profile->book.meaning[words.word[i]] != meaning)
        i++;
    return i < words.count;
}

/* "Budget and actual" and "budget/actual" compare too. */
static bool may_compare(const struct profile *profile, uint32_t report)
{
    struct text name = profile_text(profile, FIELD_name, report);

    return words_have_one_of(profile, name_as_written(profile, report), ASKED_MAY_COMPARE) ||
           text_find(name, '/') < name.size || text_find(name, '-') < name.size;
}

/* "Against" sets what was reached against what was meant: "claims against suppliers" compare none.
 */
static bool compares(const struct profile *profile, struct words words, uint32_t at)
{
    if (word_is_one_of(profile, words.word[at], ASKED_VERSUS))
        return true;
    return word_is_one_of(profile, words.word[at], ASKED_AGAINST) && at + 1 < words.count &&
           word_is_one_of(profile, words.word[words.count - 1], ASKED_MEASURE);
}

/* The name compares two things that stand in the other name too, which does not compare. */
static bool compares_alone(const struct profile *profile, uint32_t report, uint32_t other,
                           struct text *word)
{
    struct words words = name_as_written(profile, report);
    struct words of_other = name_as_written(profile, other);

    for (uint32_t i = 0; i < words.count; i++) {
        if (!compares(profile, words, i))
            continue;
        uint32_t before = telling_beside(profile, words, i, true);
        uint32_t behind = telling_beside(profile, words, i, false);
        *word = tokens_word(profile->tokens, words.word[i]);
        return before && behind && has_meaning(profile, of_other, before) &&
               has_meaning(profile, of_other, behind) && !may_compare(profile, other);
    }
    return false;
}

static bool one_compares(const struct evidence *evidence, struct text *of_a, struct text *of_b)
{
    *of_a = *of_b = text_make("", 0);
    return compares_alone(evidence->profile, evidence->a, evidence->b, of_a) ||
           compares_alone(evidence->profile, evidence->b, evidence->a, of_b);
}

/* The words at which two names that are equal otherwise differ; false where they differ at others,
 * too, or at none. more: b has a word more than a. */
static bool differ_at(const struct profile *profile, struct words a, struct words b, bool more,
                      uint32_t *at)
{
    const uint32_t *meaning = profile->book.meaning;
    uint32_t i = 0;

    if (b.count != a.count + more)
        return false;
    while (i < a.count && meaning[a.word[i]] == meaning[b.word[i]])
        i++;
    *at = i;
    if (i == b.count)
        return false;
    for (i += !more; i < a.count; i++)
        if (meaning[a.word[i]] != meaning[b.word[i + more]])
            return false;
    return true;
}

/* A letter of the alphabet that stands by itself in the name. */
static bool is_letter_of(const struct profile *profile, uint32_t report, struct text word)
{
    struct text name = profile_text(profile, FIELD_name, report);

    if (word.size != 1 || !byte_is_alpha((unsigned char)*word.data))
        return false;
    for (size_t i = 0; i < name.size; i++)
        if (byte_lower((unsigned char)name.data[i]) == (unsigned char)*word.data &&
            (i == 0 || !is_part_of_word(name.data[i - 1])) &&
            (i + 1 == name.size || !is_part_of_word(name.data[i + 1])))
            return true;
    return false;
}

/* "Ward a" and "ward b": no articles, for nothing else tells the names apart. */
static bool other_small_letter(const struct evidence *evidence, struct text *of_a,
                               struct text *of_b)
{
    const struct profile *profile = evidence->profile;
    struct words a = name_as_written(profile, evidence->a);
    struct words b = name_as_written(profile, evidence->b);
    uint32_t at;

    if (!differ_at(profile, a, b, false, &at))
        return false;
    *of_a = tokens_word(profile->tokens, a.word[at]);
    *of_b = tokens_word(profile->tokens, b.word[at]);
    return is_letter_of(profile, evidence->a, *of_a) && is_letter_of(profile, evidence->b, *of_b);
}

/* "Linked to care" and "not linked to care". */
static bool one_denies(const struct evidence *evidence, struct text *of_a, struct text *of_b)
{
    const struct profile *profile = evidence->profile;
    struct words a = name_as_written(profile, evidence->a);
    struct words b = name_as_written(profile, evidence->b);
    bool in_b = b.count > a.count;
    uint32_t at;

    if (!differ_at(profile, in_b ? a : b, in_b ? b : a, true, &at))
        return false;
    *of_a = *of_b = text_make("", 0);
    *(in_b ? of_b : of_a) = tokens_word(profile->tokens, (in_b ? b : a).word[at]);
    return word_is_one_of(profile, (in_b ? b : a).word[at], ASKED_NEGATION);
}

/* "Budget to actual" compares, whichever is named first. */
static bool are_compared(const struct word_book *book, uint32_t before, uint32_t behind)
{
    return book->asked[before] & book->asked[behind] & 1u << ASKED_MEASURE;
}

/* "Jobs per item" and "items per job": what stands before the word in one name stands behind it in
 * the other. */
static bool are_turned(const struct evidence *evidence, struct text *of_a, struct text *of_b)
{
    const struct profile *profile = evidence->profile;
    struct words a = name_as_written(profile, evidence->a);
    struct words b = name_as_written(profile, evidence->b);

    for (uint32_t i = 0; i < a.count; i++) {
        if (!word_is_one_of(profile, a.word[i], ASKED_PER_OR_FROM))
            continue;
        uint32_t k = 0, before = telling_beside(profile, a, i, true);
        uint32_t behind = telling_beside(profile, a, i, false);
        while (k < b.count && b.word[k] != a.word[i])
            k++;
        if (k == b.count || !before || !behind || before == behind ||
            telling_beside(profile, b, k, true) != behind ||
            telling_beside(profile, b, k, false) != before ||
            are_compared(&profile->book, before, behind))
            continue;
        *of_a = word_book_text(&profile->book, before);
        *of_b = word_book_text(&profile->book, behind);
        return true;
    }
    return false;
}

/* The lists that any word of the name is on, each a bit: most names have no word that may oppose.
 */
static uint32_t lists_of(const struct profile *profile, uint32_t report)
{
    struct words words = name_as_written(profile, report);
    uint32_t lists = 0;

    for (uint32_t i = 0; i < words.count; i++)
        lists |= profile->book.asked[words.word[i]];
    return lists;
}

static bool has_list(uint32_t lists, enum asked_words list)
{
    return lists >> list & 1;
}

bool words_oppose(const struct evidence *evidence, struct text *a, struct text *b)
{
    uint32_t in_a = lists_of(evidence->profile, evidence->a);
    uint32_t in_b = lists_of(evidence->profile, evidence->b);
    uint32_t both = in_a & in_b, any = in_a | in_b;

    return (has_list(both, ASKED_LABEL) &&
            (other_label(evidence, a, b) || other_small_letter(evidence, a, b))) ||
           (has_list(both, ASKED_DIRECTION) && other_direction(evidence, a, b)) ||
           (has_list(both, ASKED_PER_OR_FROM) && are_turned(evidence, a, b)) ||
           ((has_list(any, ASKED_VERSUS) || has_list(any, ASKED_AGAINST)) &&
            one_compares(evidence, a, b)) ||
           (has_list(any, ASKED_NEGATION) && one_denies(evidence, a, b));
}

/* Beside the opposed words the names of like content are equal. */
static bool are_opposed_alone(const struct view *view, const struct odd_word *odd, uint32_t count)
{
    const struct word_book *book = &view->evidence->profile->book;

    for (uint32_t i = 0; i < count; i++) {
        uint32_t lists = book->asked[odd[i].meaning];
        if (!has_list(lists, ASKED_LABEL) && !has_list(lists, ASKED_OUT_OVER) &&
            !has_list(lists, ASKED_LONG_DIRECTION) && !has_list(lists, ASKED_NEGATION) &&
            !has_list(lists, ASKED_VERSUS) && !has_list(lists, ASKED_AGAINST) &&
            !(book->classes[odd[i].meaning] & WORD_STOP))
            return false;
    }
    return true;
}

/* What the rules have found to be one, or part of the other, and what they have not found alike
 * because such words were all that told the names apart. */
static bool may_be_opposites(const struct view *view, enum relation relation)
{
    const struct name_difference *names = view->names;

    if (relation != RELATION_NONE)
        return relation == RELATION_SAME || relation == RELATION_CONTAINED ||
               relation == RELATION_CADENCE;
    return names->content && are_opposed_alone(view, names->a, names->a_count) &&
           are_opposed_alone(view, names->b, names->b_count) && !view->other_unit &&
           !view->other_law && !text_unlike(view, 15) && !fields_unlike(view, 15);
}

/* Letter by letter, which only names of equal words can be. */
static bool names_are_equal(const struct evidence *evidence)
{
    const struct profile *profile = evidence->profile;

    return profile->brief[evidence->a].name == profile->brief[evidence->b].name &&
           profile_number(profile, FIELD_name, evidence->a) ==
               profile_number(profile, FIELD_name, evidence->b);
}

/* As with columns that tell apart, it is asked of what the rules have said: siblings by such a word
 * are what members of a family are. */
void tell_opposites(const struct view *view, struct verdict *verdict)
{
    struct text a, b;

    if (names_are_equal(view->evidence) || !may_be_opposites(view, verdict->relation) ||
        !words_oppose(view->evidence, &a, &b))
        return;
    verdict->opposed = true;
    verdict->slot = false;
    says(verdict, RELATION_VARIANT, view->names_equal ? 0.8f : 0.7f, "names of opposites");
}
