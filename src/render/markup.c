#include "render/markup.h"

#include <stdio.h>
#include <sys/types.h>

#include <sha2.h>

#include "base/utf8.h"
#include "render/lines.h"
#include "render/machine.h"

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void markup_text(const struct page *page, struct text raw)
{
    struct text t = clean_text(page->arena, raw);
    size_t begin = 0;
    for (size_t i = 0; i < t.size; i++) {
        const char *escaped = entity(t.data[i]);
        if (!escaped)
            continue;
        out_text(page->out, text_slice(t, begin, i));
        out_string(page->out, escaped);
        begin = i + 1;
    }
    out_text(page->out, text_from(t, begin));
}

void markup_element(const struct page *page, const char *name, const char *class, struct text t)
{
    out_char(page->out, '<');
    out_string(page->out, name);
    if (class)
        out_printf(page->out, " class=\"%s\"", class);
    out_char(page->out, '>');
    markup_text(page, t);
    out_printf(page->out, "</%s>", name);
}

/* What a script would read as an end of itself, of a line or of the string. Line separators
 * (U+2028, U+2029) and bidirectional signs all begin with the bytes E2 80 or E2 81. */
static void write_piece(struct out *out, struct text t)
{
    for (size_t i = 0; i < t.size; i++) {
        unsigned char byte = (unsigned char)t.data[i];
        bool sign = byte == 0xe2 && i + 2 < t.size && ((unsigned char)t.data[i + 1] & 0xfe) == 0x80;
        if (sign) {
            unsigned low = (unsigned char)t.data[i + 2] & 0x3fu;
            out_printf(out, "\\u20%02x", (((unsigned char)t.data[i + 1] & 1u) << 6) | low);
            i += 2;
        } else if (byte < 0x20 || byte == 0x7f || byte == '"' || byte == '\\' ||
                   entity((char)byte)) {
            out_printf(out, "\\u%04x", byte);
        } else {
            out_char(out, (char)byte);
        }
    }
}

void markup_string(const struct page *page, struct text t)
{
    struct text piece;
    out_char(page->out, '"');
    while (machine_piece(&t, &piece))
        write_piece(page->out, piece);
    out_char(page->out, '"');
}

struct text markup_hash(struct arena *arena, struct text t)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    enum { BYTES = SHA256_DIGEST_LENGTH, CHARACTERS = (BYTES + 2) / 3 * 4 };
    uint8_t hash[BYTES + 1] = {0};
    char *encoded = arena_alloc(arena, CHARACTERS + 1);
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, (const uint8_t *)t.data, t.size);
    SHA256Final(hash, &context);
    for (size_t i = 0, o = 0; i < BYTES; i += 3) {
        uint32_t bits = (uint32_t)hash[i] << 16 | (uint32_t)hash[i + 1] << 8 |
                        (i + 2 < BYTES ? hash[i + 2] : 0u);
        for (int shift = 18; shift >= 0; shift -= 6)
            encoded[o++] = digits[bits >> shift & 63];
    }
    encoded[CHARACTERS - 1] = '='; /* 32 bytes leave one place empty */
    return text_make(encoded, CHARACTERS);
}
