/* Which words name one side of a thing, opposed_words.def; which are of one kind, words_kin.def. */
#include <string.h>

#include "base/memory.h"
#include "match/words.h"

static const struct {
    const char *one, *other; /* words */
} lines[] = {
#define OPPOSED(one, other) {one, other},
#include "match/opposed_words.def"
#undef OPPOSED
};

enum { LINES = sizeof lines / sizeof *lines };

_Static_assert(LINES <= 64, "a bit for each line");

static const char *const kin[] = {
#define KIN(words) words,
#include "match/words_kin.def"
#undef KIN
};

enum { KINDS = sizeof kin / sizeof *kin };

_Static_assert((int)KINDS <= (int)KIN_LINES, "a number for each line");

struct filling {
    struct word_book *book;
    size_t count, capacity; /* of book->sides */
};

static void mark(struct filling *filling, struct text text, struct word_sides line)
{
    struct word_book *book = filling->book;
    uint32_t meaning = word_book_number(book, text);

    if (!meaning)
        return;
    if (!book->side[meaning]) {
        book->sides = MEMORY_ROOM(book->sides, filling->count, filling->capacity);
        book->side[meaning] = (uint16_t)filling->count;
        book->sides[filling->count++] = (struct word_sides){0, 0};
    }
    book->sides[book->side[meaning]].one |= line.one;
    book->sides[book->side[meaning]].other |= line.other;
}

enum { LONGEST = 32 };

/* What may be the plural of the word; empty where it is too long. */
static struct text plural_of(struct text word, char plural[LONGEST])
{
    if (word.size + 1 >= LONGEST)
        return text_make("", 0);
    memcpy(plural, word.data, word.size);
    plural[word.size] = 's';
    return text_make(plural, word.size + 1);
}

/* Each word and what may be its plural. */
static void mark_all(struct filling *filling, const char *words, struct word_sides line)
{
    struct text rest = text_of(words), word;
    char plural[LONGEST];

    while (text_next(&rest, " ", &word)) {
        mark(filling, word, line);
        mark(filling, plural_of(word, plural), line);
    }
}

void word_book_find_sides(struct word_book *book)
{
    struct filling filling = {book, 1, 1};

    book->side = memory_alloc((size_t)book->count + 1, sizeof *book->side);
    book->sides = memory_alloc(1, sizeof *book->sides);
    for (size_t i = 0; i < LINES; i++) {
        mark_all(&filling, lines[i].one, (struct word_sides){UINT64_C(1) << i, 0});
        mark_all(&filling, lines[i].other, (struct word_sides){0, UINT64_C(1) << i});
    }
}

static void add_kin(struct word_book *book, struct text word, uint32_t line)
{
    uint32_t meaning = word_book_number(book, word);

    if (meaning && !kin_of(book->classes[meaning]))
        book->classes[meaning] |= line << KIN_SHIFT;
}

void word_book_find_kin(struct word_book *book)
{
    char plural[LONGEST];
    struct text word;

    for (uint32_t i = 0; i < KINDS; i++) {
        struct text rest = text_of(kin[i]);
        while (text_next(&rest, " ", &word)) {
            add_kin(book, word, i + 1);
            add_kin(book, plural_of(word, plural), i + 1);
        }
    }
}
