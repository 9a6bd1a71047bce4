#include "sections/file_key.h"

#include "base/utf8.h"

/* Systems allow 255 bytes; a number, the ending and that of a temporary file come behind. */
enum { LONGEST = 120 };

const char *file_key(struct arena *arena, const char *start, struct text name)
{
    struct text folded = utf8_fold(arena, name);
    struct text key = arena_printf(arena, "%s%.*s", start, TEXT_ARGS(folded));
    size_t size = key.size < LONGEST ? key.size : LONGEST, i;
    char *byte = arena_alloc(arena, size + 1);

    for (i = 0; i < size; i++) {
        int c = byte_lower((unsigned char)key.data[i]);
        bool plain = byte_is_alpha(c) || byte_is_digit(c) || c == '-' || c == '.' || c == '@';

        byte[i] = plain ? (char)c : '-';
    }
    return byte;
}
