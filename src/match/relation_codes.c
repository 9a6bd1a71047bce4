/* Codes that are written as small words are: countries, states and departments of two capitals. */
#include "match/relation_rules.h"

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool has_small(struct text name)
{
    size_t i = 0;

    while (i < name.size && !is_small(name.data[i]))
        i++;
    return i < name.size;
}

static bool ends_word(struct text name, size_t at)
{
    return at >= name.size || !(is_capital(name.data[at]) || is_small(name.data[at]) ||
                                byte_is_digit((unsigned char)name.data[at]));
}

/* The two letters stand as a word, written in any way. */
static bool has_letters(struct text name, const char *letters)
{
    for (size_t at = 0; at + 2 <= name.size; at++)
        if ((at == 0 || ends_word(name, at - 1)) && ends_word(name, at + 2) &&
            byte_lower((unsigned char)name.data[at]) == byte_lower((unsigned char)letters[0]) &&
            byte_lower((unsigned char)name.data[at + 1]) == byte_lower((unsigned char)letters[1]))
            return true;
    return false;
}

/* Other codes are words by themselves, which names are compared by. */
static bool is_small_word(const struct word_book *book, const char *letters)
{
    char small[2] = {(char)byte_lower((unsigned char)letters[0]),
                     (char)byte_lower((unsigned char)letters[1])};
    uint32_t word = table_find(book->tokens->words, text_make(small, sizeof small));

    return word && book->classes[book->meaning[word]] & WORD_STOP;
}

/* A small word in two capitals of a name with small letters, which the other name has not. */
static bool has_own_code(const struct word_book *book, struct text name, struct text other)
{
    for (size_t at = 0; has_small(name) && at + 2 <= name.size; at++)
        if (is_capital(name.data[at]) && is_capital(name.data[at + 1]) &&
            (at == 0 || ends_word(name, at - 1)) && ends_word(name, at + 2) &&
            !has_letters(other, name.data + at) && is_small_word(book, name.data + at))
            return true;
    return false;
}

void tell_codes(const struct view *view, struct verdict *verdict)
{
    const struct evidence *evidence = view->evidence;
    const struct word_book *book = &evidence->profile->book;
    struct text a = profile_text(evidence->profile, FIELD_name, evidence->a);
    struct text b = profile_text(evidence->profile, FIELD_name, evidence->b);

    if (verdict->relation == RELATION_SAME && view->names_equal &&
        (has_own_code(book, a, b) || has_own_code(book, b, a)))
        says(verdict, RELATION_VARIANT, 0.6f, "names differ in a code");
}
