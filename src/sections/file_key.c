#include "sections/file_key.h"

const char *file_key(struct arena *arena, const char *start, struct text name)
{
    struct text key = arena_printf(arena, "%s%.*s", start, TEXT_ARGS(name));
    char *byte = arena_alloc(arena, key.size + 1);
    size_t i;

    for (i = 0; i < key.size; i++) {
        int c = byte_lower((unsigned char)key.data[i]);
        bool plain = byte_is_alpha(c) || byte_is_digit(c) || c == '-' || c == '.' || c == '@';

        byte[i] = plain ? (char)c : '-';
    }
    return byte;
}
