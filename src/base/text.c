#include "base/text.h"

#include <string.h>

struct text text_of(const char *string)
{
    return text_make(string, string ? strlen(string) : 0);
}

bool text_is(struct text t, const char *string)
{
    return text_equal(t, text_of(string));
}

bool text_is_nocase(struct text t, const char *string)
{
    size_t i;

    for (i = 0; i < t.size && string[i]; i++)
        if (byte_lower((unsigned char)t.data[i]) != byte_lower((unsigned char)string[i]))
            return false;
    return i == t.size && !string[i];
}

bool text_equal_nocase(struct text a, struct text b)
{
    size_t i = 0;

    while (a.size == b.size && i < a.size &&
           byte_lower((unsigned char)a.data[i]) == byte_lower((unsigned char)b.data[i]))
        i++;
    return a.size == b.size && i == a.size;
}

bool text_has_digit(struct text t)
{
    size_t i = 0;

    while (i < t.size && !byte_is_digit((unsigned char)t.data[i]))
        i++;
    return i < t.size;
}

bool text_starts(struct text t, const char *prefix)
{
    return text_equal(text_slice(t, 0, strlen(prefix)), text_of(prefix));
}

bool text_ends(struct text t, const char *suffix)
{
    size_t size = strlen(suffix);

    return t.size >= size && text_equal(text_from(t, t.size - size), text_of(suffix));
}

int text_compare(struct text a, struct text b)
{
    size_t shorter = a.size < b.size ? a.size : b.size;
    int order = shorter ? memcmp(a.data, b.data, shorter) : 0;

    return order ? order : (a.size > b.size) - (a.size < b.size);
}

/* Bytes of white space at the start of data: 1 for an ASCII blank, 2 for U+00A0, else 0. */
static size_t space_at(const char *data, size_t size)
{
    if (size && byte_is_space((unsigned char)data[0]))
        return 1;
    return size >= 2 && memcmp(data, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

struct text text_trim(struct text t)
{
    size_t space;

    while (t.size && (space = space_at(t.data, t.size)) > 0)
        t = text_from(t, space);
    while (t.size) {
        if (byte_is_space((unsigned char)t.data[t.size - 1]))
            t.size--;
        else if (t.size >= 2 && space_at(t.data + t.size - 2, 2) == 2)
            t.size -= 2;
        else
            break;
    }
    return t;
}

size_t text_find(struct text t, char byte)
{
    const char *found = t.size ? memchr(t.data, byte, t.size) : NULL;

    return found ? (size_t)(found - t.data) : t.size;
}

size_t text_search(struct text t, const char *string)
{
    size_t size = strlen(string);
    size_t i;

    for (i = 0; i + size <= t.size; i++)
        if (memcmp(t.data + i, string, size) == 0)
            return i;
    return t.size;
}

bool text_next(struct text *rest, const char *separators, struct text *piece)
{
    uint64_t set[4] = {0}; /* a bit for each byte */
    size_t i = 0;

    if (!rest->data)
        return false;
    for (; *separators; separators++)
        set[(unsigned char)*separators >> 6] |= (uint64_t)1 << ((unsigned char)*separators & 63);
    while (i < rest->size &&
           !(set[(unsigned char)rest->data[i] >> 6] >> ((unsigned char)rest->data[i] & 63) & 1))
        i++;
    *piece = text_slice(*rest, 0, i);
    if (i < rest->size)
        *rest = text_make(rest->data + i + 1, rest->size - i - 1);
    else
        *rest = text_make(NULL, 0);
    return true;
}

/* Eight bytes at once: a byte below 0x80 plus 0x80 - 'A' has its top bit set from A on, plus
 * 0x7F - 'Z' behind Z only; the bit that differs there, two to the right, makes it small. */
static uint64_t small_letters(uint64_t bytes)
{
    const uint64_t each = 0x0101010101010101;
    uint64_t low = bytes & 0x7F * each;
    uint64_t from_a = low + (0x80 - 'A') * each, behind_z = low + (0x7F - 'Z') * each;

    return bytes | (((from_a ^ behind_z) & ~bytes & 0x80 * each) >> 2);
}

bool text_small(struct text t, char *small)
{
    uint64_t bytes = 0, all = 0;
    size_t i;

    for (i = 0; i + 8 <= t.size; i += 8) {
        memcpy(&bytes, t.data + i, 8);
        all |= bytes;
        bytes = small_letters(bytes);
        memcpy(small + i, &bytes, 8);
    }
    for (; i < t.size; i++) {
        all |= (unsigned char)t.data[i];
        small[i] = (char)byte_lower((unsigned char)t.data[i]);
    }
    return !(all & 0x8080808080808080);
}

/* The restricted distance of Damerau (Boytsov, Indexing methods for approximate dictionary
 * searching, 2011, section 2.1): letters that were swapped are not edited again. Where the first
 * letters differ one of four edits comes first; the limits are so small that trying them costs less
 * than a matrix. */
unsigned text_distance(struct text x, struct text y, unsigned limit)
{
    const char *a = x.data, *b = y.data;
    size_t a_size = x.size, b_size = y.size;
    unsigned best = limit + 1, tried;

    /* What both begin and end with takes no edits. */
    for (; a_size && b_size && *a == *b; a_size--, b_size--)
        a++, b++;
    for (; a_size && b_size && a[a_size - 1] == b[b_size - 1]; a_size--)
        b_size--;
    if (a_size > b_size + limit || b_size > a_size + limit)
        return best;
    if (!a_size || !b_size)
        return (unsigned)(a_size + b_size);
    if (!limit)
        return best;
    /* Neither their first nor their last letters are equal: one edit is one letter or one swap. */
    if ((a_size == 1 && b_size == 1) ||
        (a_size == 2 && b_size == 2 && a[0] == b[1] && a[1] == b[0]))
        return 1;
    if (limit == 1)
        return best;
    tried =
        1 + text_distance(text_make(a + 1, a_size - 1), text_make(b + 1, b_size - 1), limit - 1);
    best = tried < best ? tried : best;
    tried = 1 + text_distance(text_make(a + 1, a_size - 1), text_make(b, b_size), limit - 1);
    best = tried < best ? tried : best;
    tried = 1 + text_distance(text_make(a, a_size), text_make(b + 1, b_size - 1), limit - 1);
    best = tried < best ? tried : best;
    if (a_size > 1 && b_size > 1 && a[0] == b[1] && a[1] == b[0]) {
        tried = 1 + text_distance(text_make(a + 2, a_size - 2), text_make(b + 2, b_size - 2),
                                  limit - 1);
        best = tried < best ? tried : best;
    }
    return best;
}
