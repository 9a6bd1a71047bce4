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

void mandate_index_make(struct arena *arena, struct mandate_index *index)
{
    words_index(arena, words, COUNT(words), sizeof *words, &index->words);
    words_index(arena, &citations->start, COUNT(citations), sizeof *citations, &index->citations);
}

static bool stands_at(struct text t, size_t at, struct text what)
{
    return what.size <= t.size - at && memcmp(t.data + at, what.data, what.size) == 0;
}

/* The mandate word that begins in t at that position, where a word begins; empty without. */
static struct text word_at(const struct word_index *index, struct text t, size_t at)
{
    unsigned slot = words_slot(t, at);
    size_t i;

    for (i = index->start[slot]; i < index->start[slot + 1]; i++) {
        struct text word = words[index->number[i]];

        if (stands_at(t, at, word) && words_end(t, at + word.size))
            return word;
    }
    return text_make("", 0);
}

/* The first mandate word that begins in t at or after from and before to. */
static struct text find_word(const struct word_index *index, struct text t, size_t from, size_t to)
{
    size_t at = words_next(t, words_begin(t, from) ? from : words_behind(t, from));
    struct text word = {NULL, 0};

    for (; at < to && at < t.size && !word.size; at = words_next(t, words_behind(t, at)))
        word = word_at(index, t, at);
    return word;
}

/* The section sign may be glued to its number. */
static bool is_sign(char c)
{
    return c == '\xc2';
}

static bool is_cited_at(struct text t, size_t at, const struct citation *citation)
{
    size_t end = at + citation->start.size;

    if (!stands_at(t, at, citation->start))
        return false;
    if (!citation->needs_number)
        return is_sign(t.data[at]) || words_end(t, end);
    while (end < t.size && byte_is_space((unsigned char)t.data[end]))
        end++;
    return end < t.size && byte_is_digit((unsigned char)t.data[end]);
}

/* Where the next citation can begin: with a word, or with the sign inside of one. */
static size_t next_start(struct text t, size_t at)
{
    while (at < t.size && words_has_byte(t.data[at]) && !is_sign(t.data[at]))
        at++;
    return words_next(t, at);
}

/* The mandate word beside a citation that begins at that position. */
static struct text cited_at(const struct mandate_index *index, struct text t, size_t at)
{
    const struct word_index *starts = &index->citations;
    unsigned slot = words_slot(t, at);
    struct text found;
    size_t i;

    for (i = starts->start[slot]; i < starts->start[slot + 1]; i++) {
        const struct citation *citation = &citations[starts->number[i]];

        if (!is_cited_at(t, at, citation))
            continue;
        if (citation->alone)
            return citation->start;
        found = find_word(&index->words, t, at > BESIDE ? at - BESIDE : 0, at + BESIDE);
        if (found.size)
            return found;
    }
    return text_make("", 0);
}

/* What is cited goes before what is only named; names: whether that counts, too. */
static struct text find(const struct mandate_index *index, struct text t, bool names)
{
    struct text named = {NULL, 0};
    size_t at;

    for (at = words_next(t, 0); at < t.size; at = next_start(t, at + 1)) {
        struct text cited = cited_at(index, t, at);

        if (cited.size)
            return cited;
        if (names && !named.size && words_begin(t, at))
            named = word_at(&index->words, t, at);
    }
    return named;
}

struct text mandate_word_in_name(const struct mandate_index *index, struct text name)
{
    return find(index, name, true);
}

struct text mandate_word_cited(const struct mandate_index *index, struct text t)
{
    return find(index, t, false);
}
