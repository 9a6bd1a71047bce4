/* What single words of a header say of a column that is known by no alias. */
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
    struct text rest = text_of(list), listed;

    while (text_next(&rest, "|", &listed))
        if (text_equal(listed, word))
            return true;
    return false;
}

int field_of_last_word(struct text header, struct arena *arena)
{
    struct text rest = utf8_fold(arena, header), word, last = {NULL, 0};
    size_t words = 0;

    while (text_next(&rest, " _-./,:&()\t\n", &word)) {
        if (!word.size)
            continue;
        if (is_listed(others, word))
            return -1;
        last = word;
        words++;
    }
    for (int field = 0; field < FIELD_COUNT && words > 1; field++)
        if (endings[field] && is_listed(endings[field], last))
            return field;
    return -1;
}
