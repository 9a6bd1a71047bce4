#include "match/split.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

enum sort { SORT_BREAK, SORT_LETTER, SORT_MARK, SORT_AND, SORT_SINGLE };

/* What the letter at the start of bytes is, and how many bytes it has. Above ASCII the blocks of
 * punctuation break (U+0080..00BF, U+2000..2BFF, U+3000..303F), Kana and Han stand alone
 * (U+3040..9FFF), the rest are letters. Source: the block table of the Unicode standard. */
static enum sort sort_of(const unsigned char *bytes, size_t left, size_t *size)
{
    unsigned char c = bytes[0];

    *size = 1;
    if (c < 0x80) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
            return SORT_LETTER;
        return c == '\'' ? SORT_MARK : c == '&' ? SORT_AND : SORT_BREAK;
    }
    *size = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
    if (*size > left)
        *size = left;
    if (c == 0xc2 || (c == 0xe2 && left > 1 && bytes[1] < 0xb0))
        return SORT_BREAK;
    if (c == 0xe3 && left > 1 && bytes[1] == 0x80)
        return SORT_BREAK;
    return c >= 0xe3 && c <= 0xe9 ? SORT_SINGLE : SORT_LETTER;
}

/* Whether capitals are all that parts the words: "DailySalesReport". */
static bool is_joined(struct text t)
{
    bool small = false, joined = false;
    size_t i;

    for (i = 0; i < t.size; i++) {
        unsigned char c = (unsigned char)t.data[i];

        if (!byte_is_alpha(c) && !byte_is_digit(c))
            return false;
        if (small && c >= 'A' && c <= 'Z')
            joined = true;
        small = c >= 'a' && c <= 'z';
    }
    return joined;
}

static const char ampersand[] = "and";

static void add_word(struct split *split, const char *start, const char *end)
{
    if (end == start)
        return;
    split->words = MEMORY_ROOM(split->words, split->count, split->capacity);
    split->words[split->count++] = text_make(start, (size_t)(end - start));
}

static bool is_letter(struct text t, size_t at)
{
    return at < t.size && byte_is_alpha((unsigned char)t.data[at]);
}

/* The dot between two initials: "U.S." and "US" are one word. */
static bool joins_initials(struct text t, size_t at)
{
    return t.data[at] == '.' && at > 0 && is_letter(t, at - 1) && is_letter(t, at + 1) &&
           !is_letter(t, at + 2) && (at == 1 || !is_letter(t, at - 2));
}

static void cut(struct split *split, struct text t, bool joined)
{
    const unsigned char *in = (const unsigned char *)t.data;
    char *out = split->bytes, *start = out;
    size_t i, size;

    for (i = 0; i < t.size; i += size) {
        enum sort sort = sort_of(in + i, t.size - i, &size);

        if ((sort == SORT_MARK && out > start) || joins_initials(t, i))
            continue;
        if (sort != SORT_LETTER ||
            (joined && i && in[i] >= 'A' && in[i] <= 'Z' && in[i - 1] >= 'a' && in[i - 1] <= 'z')) {
            add_word(split, start, out);
            start = out;
        }
        if (sort == SORT_AND) {
            add_word(split, ampersand, ampersand + sizeof ampersand - 1);
        } else if (sort == SORT_LETTER && size == 1) {
            *out++ = (char)byte_lower(in[i]);
        } else if (sort == SORT_LETTER || sort == SORT_SINGLE) {
            memcpy(out, in + i, size);
            out += size;
            if (sort == SORT_SINGLE) {
                add_word(split, start, out);
                start = out;
            }
        }
    }
    add_word(split, start, out);
}

static bool is_small_or_digit(unsigned char c)
{
    return (unsigned char)(c - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

/* The shortest way, for what nearly all texts are: ASCII whose words stand in the bytes as they
 * are, made small already. False where some bytes are left out of a word. */
static bool cut_in_place(struct split *split, struct text small)
{
    size_t start = 0, i;

    for (i = 0; i < small.size; i++) {
        unsigned char c = (unsigned char)small.data[i];

        if (is_small_or_digit(c))
            continue;
        if ((c == '\'' && i > start) || joins_initials(small, i))
            return false;
        add_word(split, small.data + start, small.data + i);
        start = i + 1;
        if (c == '&')
            add_word(split, ampersand, ampersand + sizeof ampersand - 1);
    }
    add_word(split, small.data + start, small.data + i);
    return true;
}

/* The short way for ASCII that is not joined by capitals. */
static void cut_ascii(struct split *split, struct text t)
{
    char *out = split->bytes, *start = out;
    size_t i;

    for (i = 0; i < t.size; i++) {
        unsigned char c = (unsigned char)t.data[i], small = c | 0x20;

        if ((unsigned char)(small - 'a') < 26) {
            *out++ = (char)small;
            continue;
        }
        if ((unsigned char)(c - '0') < 10) {
            *out++ = (char)c;
            continue;
        }
        if ((c == '\'' && out > start) || joins_initials(t, i))
            continue;
        add_word(split, start, out);
        start = out;
        if (c == '&')
            add_word(split, ampersand, ampersand + sizeof ampersand - 1);
    }
    add_word(split, start, out);
}

void split_text(struct split *split, struct text t)
{
    struct arena *arena;

    split->count = 0;
    if (!t.size)
        return;
    split->bytes = memory_grow(split->bytes, t.size, &split->byte_capacity, 1);
    if (text_small(t, split->bytes)) {
        if (is_joined(t)) {
            cut(split, t, true);
        } else if (!cut_in_place(split, text_make(split->bytes, t.size))) {
            split->count = 0;
            cut_ascii(split, t);
        }
        return;
    }
    arena = arena_new();
    t = utf8_fold(arena, t);
    split->bytes = memory_grow(split->bytes, t.size, &split->byte_capacity, 1);
    cut(split, t, false);
    arena_free(arena);
}

void split_clear(struct split *split)
{
    memory_free(split->words);
    memory_free(split->bytes);
    *split = (struct split){0};
}
