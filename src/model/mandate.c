#include "model/mandate.h"

#include <string.h>

/* How many bytes may lie between a word and the citation that it stands beside: about ten words. */
enum { BESIDE = 60 };

struct citation {
    struct text start;
    bool needs_number, alone;
};

#define MANDATE_WORD(word)
#define MANDATE_CITATION(start, needs_number, alone)
#define MANDATE_NOTHING(cell)
#define MANDATE_OPEN(cell)

#undef MANDATE_WORD
#define MANDATE_WORD(word) TEXT(word),
static const struct text words[] = {
#include "model/mandate_words.def"
};
#undef MANDATE_WORD
#define MANDATE_WORD(word)

#undef MANDATE_CITATION
#define MANDATE_CITATION(start, needs_number, alone) {TEXT(start), needs_number, alone},
static const struct citation citations[] = {
#include "model/mandate_words.def"
};
#undef MANDATE_CITATION
#define MANDATE_CITATION(start, needs_number, alone)

#undef MANDATE_NOTHING
#define MANDATE_NOTHING(cell) TEXT(cell),
static const struct text nothing[] = {
#include "model/mandate_words.def"
};
#undef MANDATE_NOTHING
#define MANDATE_NOTHING(cell)

#undef MANDATE_OPEN
#define MANDATE_OPEN(cell) TEXT(cell),
static const struct text open_cells[] = {
#include "model/mandate_words.def"
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_one_of(struct text t, const struct text *list, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++) {
        if (text_equal(t, list[i]))
            return true;
    }
    return false;
}

enum mandate mandate_read(struct text cell)
{
    cell = text_trim(cell);
    if (!cell.size || is_one_of(cell, open_cells, COUNT(open_cells)))
        return MANDATE_UNKNOWN;
    return is_one_of(cell, nothing, COUNT(nothing)) ? MANDATE_NONE : MANDATE_GIVEN;
}

/* Bytes beyond ASCII belong to letters; a section sign ends with one that must not be glued on. */
static bool is_word_byte(char c)
{
    return byte_is_alpha((unsigned char)c) || byte_is_digit((unsigned char)c) ||
           (unsigned char)c >= 0x80;
}

static bool starts_word(struct text t, size_t at)
{
    return at == 0 || !is_word_byte(t.data[at - 1]) || !is_word_byte(t.data[at]);
}

static bool ends_word(struct text t, size_t end)
{
    return end == t.size || !is_word_byte(t.data[end]) || !is_word_byte(t.data[end - 1]);
}

static bool stands_at(struct text t, size_t at, struct text what)
{
    return what.size <= t.size - at && memcmp(t.data + at, what.data, what.size) == 0;
}

/* The first mandate word that begins at or after from and before to. */
static struct text find_word(struct text t, size_t from, size_t to)
{
    size_t at, i;

    for (at = from; at < to && at < t.size; at++) {
        if (!is_word_byte(t.data[at]) || !starts_word(t, at))
            continue;
        for (i = 0; i < COUNT(words); i++) {
            if (words[i].data[0] == t.data[at] && stands_at(t, at, words[i]) &&
                ends_word(t, at + words[i].size))
                return words[i];
        }
    }
    return text_make("", 0);
}

struct text mandate_word_in_name(struct text name)
{
    struct text found = mandate_word_cited(name);

    return found.size ? found : find_word(name, 0, name.size);
}

static bool is_cited_at(struct text t, size_t at, const struct citation *citation)
{
    size_t end = at + citation->start.size;

    if (!stands_at(t, at, citation->start))
        return false;
    if (!citation->needs_number)
        return citation->start.data[0] == '\xc2' || ends_word(t, end);
    while (end < t.size && byte_is_space((unsigned char)t.data[end]))
        end++;
    return end < t.size && byte_is_digit((unsigned char)t.data[end]);
}

struct text mandate_word_cited(struct text t)
{
    struct text found;
    size_t at, i;

    for (at = 0; at < t.size; at++) {
        if (byte_is_space((unsigned char)t.data[at]) ||
            (at && is_word_byte(t.data[at - 1]) && t.data[at] != '\xc2'))
            continue;
        for (i = 0; i < COUNT(citations); i++) {
            if (!is_cited_at(t, at, &citations[i]))
                continue;
            if (citations[i].alone)
                return citations[i].start;
            found = find_word(t, at > BESIDE ? at - BESIDE : 0, at + BESIDE);
            if (found.size)
                return found;
        }
    }
    return text_make("", 0);
}
