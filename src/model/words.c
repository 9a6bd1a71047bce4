#include "model/words.h"

#include <string.h>

/* Bytes beyond ASCII belong to letters. */
static bool is_word_byte(char c)
{
    return byte_is_alpha((unsigned char)c) || byte_is_digit((unsigned char)c) ||
           (unsigned char)c >= 0x80;
}

bool words_begin(struct text t, size_t at)
{
    return at == 0 || !is_word_byte(t.data[at - 1]) || !is_word_byte(t.data[at]);
}

bool words_end(struct text t, size_t end)
{
    return end == t.size || !is_word_byte(t.data[end]) || !is_word_byte(t.data[end - 1]);
}

struct text words_find(struct text t, size_t from, size_t to, const struct text *words,
                       size_t count)
{
    size_t at, i;

    for (at = from; at < to && at < t.size; at++) {
        if (!is_word_byte(t.data[at]) || !words_begin(t, at))
            continue;
        for (i = 0; i < count; i++) {
            if (words[i].data[0] == t.data[at] && words[i].size <= t.size - at &&
                memcmp(t.data + at, words[i].data, words[i].size) == 0 &&
                words_end(t, at + words[i].size))
                return words[i];
        }
    }
    return text_make("", 0);
}
