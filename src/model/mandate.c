#include "model/mandate.h"

#include <string.h>

#include "model/words.h"

/* How many bytes may lie between a word and the citation that it stands beside: about ten words. */
enum { BESIDE = 60 };

struct citation {
    struct text start;
    bool needs_number, alone;
};

#define MANDATE_WORD(word) TEXT(word),
static const struct text words[] = {
#include "model/mandate_words.def"
};

#define MANDATE_CITATION(start, needs_number, alone) {TEXT(start), needs_number, alone},
static const struct citation citations[] = {
#include "model/mandate_words.def"
};

#define MANDATE_NOTHING(cell) TEXT(cell),
static const struct text nothing[] = {
#include "model/mandate_words.def"
};

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

struct text mandate_word_in_name(struct text name)
{
    struct text found = mandate_word_cited(name);

    return found.size ? found : words_find(name, 0, name.size, words, COUNT(words));
}

/* The section sign may be glued to its number. */
static bool is_sign(char c)
{
    return c == '\xc2';
}

static bool is_cited_at(struct text t, size_t at, const struct citation *citation)
{
    size_t end = at + citation->start.size;

    if (citation->start.size > t.size - at ||
        memcmp(t.data + at, citation->start.data, citation->start.size) != 0)
        return false;
    if (!citation->needs_number)
        return is_sign(t.data[at]) || words_end(t, end);
    while (end < t.size && byte_is_space((unsigned char)t.data[end]))
        end++;
    return end < t.size && byte_is_digit((unsigned char)t.data[end]);
}

struct text mandate_word_cited(struct text t)
{
    struct text found;
    size_t at, i;

    for (at = 0; at < t.size; at++) {
        if (!is_sign(t.data[at]) && !words_begin(t, at))
            continue;
        for (i = 0; i < COUNT(citations); i++) {
            if (!is_cited_at(t, at, &citations[i]))
                continue;
            if (citations[i].alone)
                return citations[i].start;
            found = words_find(t, at > BESIDE ? at - BESIDE : 0, at + BESIDE, words,
                               COUNT(words));
            if (found.size)
                return found;
        }
    }
    return text_make("", 0);
}
