#include "model/channel.h"

#include <string.h>

#include "base/utf8.h"

static const struct {
    const char *name;
    bool paper;
} channels[] = {
#define CHANNEL(name, key, paper) {key, paper},
#include "model/channels.def"
#undef CHANNEL
};

/* Words of a folded cell, and the channel that each names. A word with a blank is a run of words.
 */
static const struct {
    const char *words;
    enum channel channel;
} words[] = {
#define WORD(words, channel) {words, CHANNEL_##channel},
#include "model/channel_words.def"
#undef WORD
};

const char *channel_name(enum channel channel)
{
    return channels[channel].name;
}

bool channel_is_paper(enum channel channel)
{
    return channels[channel].paper;
}

/* Letters and digits stay, everything else becomes one blank; a blank stands at both ends, so that
 * whole words are found by searching for " word ". */
static struct text spaced_words(struct arena *arena, struct text folded)
{
    char *data = arena_alloc(arena, folded.size + 2);
    size_t n = 0;
    data[n++] = ' ';
    for (size_t i = 0; i < folded.size; i++) {
        char c = folded.data[i];
        if (byte_is_alpha(c) || byte_is_digit(c) || (unsigned char)c >= 0x80)
            data[n++] = c;
        else if (data[n - 1] != ' ')
            data[n++] = ' ';
    }
    if (data[n - 1] != ' ')
        data[n++] = ' ';
    return text_make(data, n);
}

static bool has_words(struct text spaced, const char *string)
{
    struct text rest = spaced;
    size_t length = text_of(string).size;
    for (;;) {
        size_t at = text_search(rest, string);
        if (at + length >= rest.size)
            return false;
        if (at > 0 && rest.data[at - 1] == ' ' && rest.data[at + length] == ' ')
            return true;
        rest = text_from(rest, at + 1);
    }
}

/* "mail" in "internal mail" is no e-mail and "post" in "post box" of a portal is none either: a
 * longer run of words hides the shorter ones inside it. The table is ordered longest first. */
static void hide_words(struct text spaced, const char *string)
{
    size_t length = text_of(string).size;
    for (size_t i = 1; i + length < spaced.size; i++) {
        struct text here = text_slice(spaced, i, i + length);
        if (text_is(here, string) && spaced.data[i - 1] == ' ' && spaced.data[i + length] == ' ')
            memset((char *)spaced.data + i, '#', length);
    }
}

uint32_t channels_parse(struct text t)
{
    uint32_t found = 0;
    struct arena *arena = arena_new();
    struct text spaced = spaced_words(arena, utf8_fold(arena, t));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (has_words(spaced, words[i].words)) {
            found |= UINT32_C(1) << words[i].channel;
            hide_words(spaced, words[i].words);
        }
    }
    arena_free(arena);
    return found;
}
