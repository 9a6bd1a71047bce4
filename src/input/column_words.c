/* What single words of a header say of a column that is known by no alias. */
#include <string.h>

#include "base/utf8.h"
#include "input/columns.h"

static const char *const endings[FIELD_COUNT] = {
#define ALIASES(field, headers)
#define ENDINGS(field, words) [FIELD_##field] = words,
#define OTHERS(words)
#include "input/aliases.def"
#undef ENDINGS
#undef OTHERS
};

static const char *const others =
#define ENDINGS(field, words)
#define OTHERS(words) words
#include "input/aliases.def"
#undef ALIASES
#undef ENDINGS
#undef OTHERS
    ;

static bool is_listed(const char *list, struct text word)
{
    const char *end;

    for (end = strchr(list, '|'); end; list = end + 1, end = strchr(list, '|'))
        if (text_equal(text_make(list, (size_t)(end - list)), word))
            return true;
    return text_equal(text_of(list), word);
}

static const char word_ends[] = " _-./,:&()\t\n";

static bool has_other_word(struct text rest)
{
    struct text word;

    while (text_next(&rest, word_ends, &word))
        if (word.size && is_listed(others, word))
            return true;
    return false;
}

int field_of_last_word(struct text header, struct arena *arena)
{
    struct text folded = utf8_fold(arena, header), rest = folded, word, last = {NULL, 0};
    size_t words = 0;

    while (text_next(&rest, word_ends, &word)) {
        last = word.size ? word : last;
        words += word.size > 0;
    }
    for (int field = 0; field < FIELD_COUNT && words > 1; field++)
        if (endings[field] && is_listed(endings[field], last))
            return has_other_word(folded) ? -1 : field;
    return -1;
}
