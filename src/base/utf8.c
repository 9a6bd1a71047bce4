#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

#include "base/memory.h"
#include "base/out.h"

enum { REPLACEMENT = 0xFFFD };

/* Every byte with the highest bit set, for looking at eight bytes at once. */
static const uint64_t high_bits = 0x8080808080808080u;

static bool are_ascii(const unsigned char *data)
{
    uint64_t words[8];

    memcpy(words, data, sizeof words);
    return !(
        (words[0] | words[1] | words[2] | words[3] | words[4] | words[5] | words[6] | words[7]) &
        high_bits);
}

static size_t ascii_prefix(const unsigned char *data, size_t size)
{
    size_t at = 0;
    uint64_t word;

    while (size - at >= 64 && are_ascii(data + at))
        at += 64;
    for (; size - at >= sizeof word; at += sizeof word) {
        memcpy(&word, data + at, sizeof word);
        if (word & high_bits)
            break;
    }
    while (at < size && data[at] < 0x80)
        at++;
    return at;
}

static bool is_continuation(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Size of the well-formed sequence at data, or 0. The table of RFC 3629, section 4. */
static size_t sequence_size(const unsigned char *data, size_t size)
{
    unsigned char lead = data[0];
    unsigned char low = 0x80, high = 0xBF;
    size_t need = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    size_t i;

    if (need == 1)
        return 1;
    if (lead < 0xC2 || lead > 0xF4 || size < need)
        return 0;
    if (lead == 0xE0)
        low = 0xA0;
    else if (lead == 0xED)
        high = 0x9F;
    else if (lead == 0xF0)
        low = 0x90;
    else if (lead == 0xF4)
        high = 0x8F;
    if (data[1] < low || data[1] > high)
        return 0;
    for (i = 2; i < need; i++)
        if (!is_continuation(data[i]))
            return 0;
    return need;
}

size_t utf8_valid_prefix(struct text t)
{
    const unsigned char *data = (const unsigned char *)t.data;
    size_t at = 0;
    size_t size;

    while (at < t.size) {
        at += ascii_prefix(data + at, t.size - at);
        if (at == t.size)
            break;
        size = sequence_size(data + at, t.size - at);
        if (!size)
            break;
        at += size;
    }
    return at;
}

bool utf8_is_valid(struct text t)
{
    return utf8_valid_prefix(t) == t.size;
}

/* Takes the next character off t; a broken byte is one replacement character. */
static int32_t next_character(struct text *t)
{
    size_t size = sequence_size((const unsigned char *)t->data, t->size);
    utf8proc_int32_t character = REPLACEMENT;

    if (size)
        utf8proc_iterate((const utf8proc_uint8_t *)t->data, (utf8proc_ssize_t)size, &character);
    *t = text_from(*t, size ? size : 1);
    return character;
}

static bool is_blank(int32_t character)
{
    return character == ' ' || (character >= '\t' && character <= '\r') || character == 0x85 ||
           character == 0x2028 || character == 0x2029;
}

/* Quotation marks that UTF8PROC_LUMP leaves as they are. */
static int32_t plain_quote(int32_t character)
{
    switch (character) {
    case 0x201A:
    case 0x201B:
    case 0x2039:
    case 0x203A:
    case 0x2032:
        return '\'';
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
        return '"';
    default:
        return character;
    }
}

/* Gathers the folded text: blanks are held back until something follows. */
struct folding {
    char *data;
    size_t size;
    bool blank;
};

static void folding_add(struct folding *folding, int32_t character)
{
    if (is_blank(character)) {
        folding->blank = folding->size > 0;
        return;
    }
    if (folding->blank)
        folding->data[folding->size++] = ' ';
    folding->blank = false;
    folding->size += (size_t)utf8proc_encode_char(
        plain_quote(character), (utf8proc_uint8_t *)folding->data + folding->size);
}

static const uint64_t every_byte = 0x0101010101010101u;

/* The eight bytes from at on, letters behind the end. */
static uint64_t word_at(struct text t, size_t at)
{
    uint64_t word = every_byte * 'a';
    size_t left = at < t.size ? t.size - at : 0;

    if (left >= sizeof word)
        memcpy(&word, t.data + at, sizeof word);
    else if (left)
        memcpy(&word, t.data + at, left);
    return word;
}

/* The highest bit of each byte that is a blank, where all are ASCII. */
static uint64_t blanks_in(uint64_t word)
{
    return ~((word ^ every_byte * ' ') + ~high_bits) & high_bits;
}

/* Whether t, which is ASCII, has single blanks between its words and no control characters. */
static bool is_tidy(struct text t)
{
    size_t at;

    for (at = 0; at < t.size; at += sizeof(uint64_t)) {
        uint64_t word = word_at(t, at);

        if ((word - every_byte * ' ') & ~word & high_bits)
            return false;
        if (blanks_in(word) & blanks_in(word_at(t, at + 1)))
            return false;
    }
    return !t.size || (t.data[0] != ' ' && t.data[t.size - 1] != ' ');
}

/* Most texts are ASCII, where small letters and single blanks are all there is to it. */
static struct text fold_ascii(struct arena *arena, struct text t)
{
    char *data = arena_alloc(arena, t.size + 1);
    size_t size = 0, i;
    bool blank = false;

    if (is_tidy(t)) {
        text_small(t, data);
        return text_make(data, t.size);
    }
    for (i = 0; i < t.size; i++) {
        unsigned char c = (unsigned char)t.data[i];

        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            blank = size > 0;
            continue;
        }
        if (blank)
            data[size++] = ' ';
        blank = false;
        data[size++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return text_make(data, size);
}

struct text utf8_fold(struct arena *arena, struct text t)
{
    const utf8proc_option_t options = UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                      UTF8PROC_STRIPMARK | UTF8PROC_IGNORE | UTF8PROC_LUMP;
    struct folding folding = {NULL, 0, false};
    utf8proc_int32_t *characters;
    /* No character decomposes to more than 18 (U+FDFA, Unicode standard annex 15). */
    utf8proc_int32_t parts[32];
    utf8proc_ssize_t count, j;
    size_t total = 0, i;
    int boundary = 0;

    if (ascii_prefix((const unsigned char *)t.data, t.size) == t.size)
        return fold_ascii(arena, t);
    characters = memory_resize(NULL, t.size * 18, sizeof *characters);
    while (t.size) {
        if ((unsigned char)*t.data < 0x80) { /* folds to one character, without the library */
            characters[total++] = byte_lower((unsigned char)*t.data);
            t = text_from(t, 1);
            continue;
        }
        count = utf8proc_decompose_char(next_character(&t), parts, 32, options, &boundary);
        for (j = 0; j < count && j < 32; j++)
            characters[total++] = parts[j];
    }
    folding.data = arena_alloc(arena, total * 4 + 1);
    for (i = 0; i < total; i++)
        folding_add(&folding, characters[i]);
    memory_free(characters);
    return text_make(folding.data, folding.size);
}

/* Takes the next grapheme cluster off t and tells its columns: those of its widest character. */
static size_t next_cluster(struct text *t)
{
    utf8proc_int32_t state = 0;
    int32_t character = next_character(t);
    size_t columns = (size_t)utf8proc_charwidth(character);

    while (t->size) {
        struct text rest = *t;
        int32_t next = next_character(&rest);
        size_t wide = (size_t)utf8proc_charwidth(next);

        if (utf8proc_grapheme_break_stateful(character, next, &state))
            break;
        columns = wide > columns ? wide : columns;
        character = next;
        *t = rest;
    }
    return columns;
}

static bool is_printable_ascii(struct text t)
{
    size_t i;

    for (i = 0; i < t.size; i++)
        if (t.data[i] < ' ' || t.data[i] > '~')
            return false;
    return true;
}

struct text utf8_capitals(struct arena *arena, struct text t)
{
    enum { LONGEST = 4 };
    utf8proc_uint8_t *data = arena_alloc(arena, LONGEST * t.size + 1);
    size_t size = 0;

    while (t.size > 0)
        size += (size_t)utf8proc_encode_char(utf8proc_toupper(next_character(&t)), data + size);
    return text_make((const char *)data, size);
}

size_t utf8_width(struct text t)
{
    size_t width = 0;

    if (is_printable_ascii(t))
        return t.size;
    while (t.size)
        width += next_cluster(&t);
    return width;
}

struct text utf8_fit(struct text t, size_t columns)
{
    struct text rest = t;
    size_t width = 0;

    if (is_printable_ascii(t))
        return t.size <= columns ? t : text_slice(t, 0, columns);
    while (rest.size) {
        struct text before = rest;

        width += next_cluster(&rest);
        if (width > columns)
            return text_make(t.data, (size_t)(before.data - t.data));
    }
    return t;
}

/* Characters that could move the cursor, hide text or turn its direction. */
static bool is_harmful(int32_t character)
{
    return character < ' ' || (character >= 0x7F && character < 0xA0) || character == 0x61C ||
           character == 0x200E || character == 0x200F || character == 0x2028 ||
           character == 0x2029 || (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069) || character == 0xFEFF;
}

void utf8_clean(struct out *out, struct text t)
{
    if (is_printable_ascii(t)) {
        out_text(out, t);
        return;
    }
    while (t.size) {
        struct text rest = t;
        int32_t character = next_character(&rest);

        if (character == '\n' || character == '\r' || character == '\t')
            out_char(out, ' ');
        else if (character == REPLACEMENT || is_harmful(character))
            out_string(out, "\xEF\xBF\xBD");
        else
            out_bytes(out, t.data, t.size - rest.size);
        t = rest;
    }
}
