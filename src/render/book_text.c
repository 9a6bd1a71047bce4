#include "render/book_text.h"

#include <stdio.h>
#include <string.h>

#include "base/out.h"
#include "render/book.h"
#include "render/lines.h"

static bool is_hexadecimal(int c)
{
    return byte_is_digit(c) || (byte_lower(c) >= 'a' && byte_lower(c) <= 'f');
}

/* _x0041_ is how the format writes characters that XML cannot (ECMA-376 part 1, 22.9.2.19). */
static bool is_escape(struct text t, size_t at)
{
    return t.size - at >= 7 && t.data[at] == '_' && t.data[at + 1] == 'x' &&
           is_hexadecimal((unsigned char)t.data[at + 2]) &&
           is_hexadecimal((unsigned char)t.data[at + 3]) &&
           is_hexadecimal((unsigned char)t.data[at + 4]) &&
           is_hexadecimal((unsigned char)t.data[at + 5]) && t.data[at + 6] == '_';
}

/* U+FFFE and U+FFFF are well-formed UTF-8 but not allowed in XML; U+FFFD stands for them. */
static bool is_no_character(struct text t, size_t at)
{
    return t.size - at >= 3 && (unsigned char)t.data[at] == 0xef &&
           (unsigned char)t.data[at + 1] == 0xbf && (unsigned char)t.data[at + 2] >= 0xbe;
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

static size_t units_of(unsigned char lead)
{
    return lead >= 0xf0 ? 2 : 1;
}

/* Bytes of the longest prefix of at most that many units. */
static size_t prefix(struct text t, size_t most)
{
    size_t units = 0;
    for (size_t i = 0; i < t.size; i++) {
        if (is_continuation(t.data[i]))
            continue;
        units += units_of((unsigned char)t.data[i]);
        if (units > most)
            return i;
    }
    return t.size;
}

/* An escape is written with seven characters more, which the library counts. */
static struct text escape(struct arena *arena, struct text t)
{
    static const char escaped[] = "_x005F";
    size_t extra = 0, size = 0;
    if (text_find(t, '_') == t.size && text_find(t, '\xef') == t.size)
        return arena_copy(arena, t);
    for (size_t i = 0; i < t.size; i++)
        extra += is_escape(t, i);
    char *bytes = arena_alloc(arena, t.size + extra * (sizeof escaped - 1) + 1);
    for (size_t i = 0; i < t.size; i++) {
        if (is_escape(t, i)) {
            memcpy(bytes + size, escaped, sizeof escaped - 1);
            size += sizeof escaped - 1;
        }
        if (is_no_character(t, i)) {
            memcpy(bytes + size, "\xef\xbf\xbd", 3);
            size += 3;
            i += 2;
            continue;
        }
        bytes[size++] = t.data[i];
    }
    return text_make(bytes, size);
}

const char *book_text(struct arena *arena, struct text raw, bool *cut)
{
    static const char mark[] = "...";
    struct text t = escape(arena, clean_text(arena, raw));
    size_t fits = prefix(t, BOOK_TEXT_MOST);
    if (fits == t.size)
        return t.data;
    *cut = true;
    fits = prefix(t, BOOK_TEXT_MOST - (sizeof mark - 1));
    return arena_printf(arena, "%.*s%s", (int)fits, t.data, mark).data;
}

const char *book_sheet_name(struct arena *arena, struct text raw, const char *behind, size_t most)
{
    static const char forbidden[] = "[]:*?/\\";
    struct text t = clean_text(arena, text_trim(raw));
    size_t fits = prefix(t, most - strlen(behind));
    char *name = arena_alloc(arena, fits + strlen(behind) + 8);
    size_t size = 0;
    for (size_t i = 0; i < fits; i++)
        name[size++] = strchr(forbidden, t.data[i]) && t.data[i] ? '-' : t.data[i];
    while (size && (name[size - 1] == '\'' || name[size - 1] == ' '))
        size--;
    if (size && name[0] == '\'')
        name[0] = '-';
    if (!size)
        size = (size_t)snprintf(name, 6, "Sheet");
    memcpy(name + size, behind, strlen(behind) + 1);
    return escape(arena, text_make(name, strlen(name))).data;
}

const char *book_quoted(struct arena *arena, const char *name)
{
    char *quoted = arena_alloc(arena, 2 * strlen(name) + 3), *at = quoted;
    *at++ = '\'';
    for (; *name; name++) {
        if (*name == '\'')
            *at++ = '\'';
        *at++ = *name;
    }
    *at = '\'';
    return quoted;
}

struct text book_cell_name(struct arena *arena, size_t row, size_t column)
{
    char letters[8];
    size_t at = sizeof letters;
    for (column++; column; column = (column - 1) / 26)
        letters[--at] = (char)('A' + (column - 1) % 26);
    return arena_printf(arena, "$%.*s$%zu", (int)(sizeof letters - at), letters + at, row + 1);
}

struct text book_range(struct arena *arena, const struct sheet *sheet, size_t first_row,
                       size_t last_row, size_t column)
{
    struct text first = book_cell_name(arena, first_row, column);
    struct text last = book_cell_name(arena, last_row, column);
    return arena_printf(arena, "%s!%.*s:%.*s", sheet->quoted, TEXT_ARGS(first), TEXT_ARGS(last));
}
