#include "input/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

enum { LOOK = 512 };

/* ASCII text in UTF-16 has a NUL in every other byte, and nowhere else. */
static const char *encoding_by_nul(struct text start)
{
    size_t nul[2] = {0, 0};
    size_t size = start.size < LOOK ? start.size : LOOK;
    size_t i;

    for (i = 0; i < size; i++)
        nul[i & 1] += start.data[i] == '\0';
    if (size < 8)
        return NULL;
    if (nul[1] > size / 4 && nul[0] * 8 < nul[1])
        return "UTF-16LE";
    if (nul[0] > size / 4 && nul[1] * 8 < nul[0])
        return "UTF-16BE";
    return NULL;
}

static bool starts_with(struct text start, const char mark[4])
{
    return start.size >= 4 && memcmp(start.data, mark, 4) == 0;
}

const char *encoding_of_start(struct text start, size_t *bom)
{
    *bom = 4;
    if (starts_with(start, "\xFF\xFE\0\0"))
        return "UTF-32LE";
    if (starts_with(start, "\0\0\xFE\xFF"))
        return "UTF-32BE";
    *bom = 2;
    if (text_starts(start, "\xFF\xFE"))
        return "UTF-16LE";
    if (text_starts(start, "\xFE\xFF"))
        return "UTF-16BE";
    *bom = text_starts(start, "\xEF\xBB\xBF") ? 3 : 0;
    return *bom ? NULL : encoding_by_nul(start);
}

struct conversion {
    char *data;
    size_t size, capacity;
};

static void put_replacement(struct conversion *to)
{
    to->data = memory_grow(to->data, to->size + 3, &to->capacity, 1);
    memcpy(to->data + to->size, "\xEF\xBF\xBD", 3);
    to->size += 3;
}

struct text encoding_convert(struct text t, const char *encoding, size_t *replaced)
{
    iconv_t converter = iconv_open("UTF-8", encoding);
    size_t unit = text_starts(text_of(encoding), "UTF-16")   ? 2
                  : text_starts(text_of(encoding), "UTF-32") ? 4
                                                             : 1;
    struct conversion to = {memory_alloc(1, 1), 0, 0};
    char *from = (char *)(uintptr_t)t.data; /* iconv does not write there */
    size_t left = t.size;

    *replaced = 0;
    if (converter == (iconv_t)-1) {
        memory_free(to.data);
        return text_make(NULL, 0);
    }
    while (left) {
        char *out;
        size_t room, result, skip;

        to.data = memory_grow(to.data, to.size + left + 16, &to.capacity, 1);
        out = to.data + to.size;
        room = to.capacity - to.size;
        result = iconv(converter, &from, &left, &out, &room);
        to.size = (size_t)(out - to.data);
        if (result != (size_t)-1 || errno == E2BIG)
            continue;
        put_replacement(&to);
        ++*replaced;
        skip = left >= unit && unit > 1 ? unit : errno == EINVAL ? left : 1;
        from += skip;
        left -= skip;
    }
    iconv_close(converter);
    return text_make(to.data, to.size);
}

static size_t size_of_lead(unsigned char lead)
{
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Completes the character that the last block cut; tells how much of block that took. */
static size_t complete_tail(struct utf8_check *check, struct text block)
{
    size_t need = size_of_lead((unsigned char)check->tail[0]) - check->tail_size;
    size_t take = need < block.size ? need : block.size;

    memcpy(check->tail + check->tail_size, block.data, take);
    check->tail_size += take;
    if (take == need) {
        check->invalid = !utf8_is_valid(text_make(check->tail, check->tail_size));
        check->multibyte = check->multibyte || !check->invalid;
        check->tail_size = 0;
    }
    return take;
}

void utf8_check_block(struct utf8_check *check, struct text block)
{
    size_t valid;

    if (check->invalid || !block.size)
        return;
    if (check->tail_size)
        block = text_from(block, complete_tail(check, block));
    if (check->invalid)
        return;
    valid = utf8_valid_prefix(block);
    if (!check->multibyte && valid)
        check->multibyte = memchr(block.data, 0xC3, valid) || memchr(block.data, 0xE2, valid);
    block = text_from(block, valid);
    if (!block.size)
        return;
    if (block.size < 4 && (unsigned char)block.data[0] >= 0xC2 &&
        block.size < size_of_lead((unsigned char)block.data[0])) {
        memcpy(check->tail, block.data, block.size);
        check->tail_size = block.size;
    } else {
        check->invalid = true;
    }
}

void utf8_check_end(struct utf8_check *check)
{
    check->invalid = check->invalid || check->tail_size > 0;
}
