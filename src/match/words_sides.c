/* Which words name one side of a thing: opposed_words.def. */
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

/* Each word and what may be its plural. */
static void mark_all(struct filling *filling, const char *words, struct word_sides line)
{
    struct text rest = text_of(words), word;
    char plural[32];

    while (text_next(&rest, " ", &word)) {
        mark(filling, word, line);
        if (word.size + 1 >= sizeof plural)
            continue;
        memcpy(plural, word.data, word.size);
        plural[word.size] = 's';
        mark(filling, text_make(plural, word.size + 1), line);
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
