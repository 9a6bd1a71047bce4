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

/* The place of a word in a list, from 1; 0 where it is not in it. */
static size_t place_in(const char *list, struct text word)
{
    struct text rest = text_of(list), listed;

    for (size_t place = 1; text_next(&rest, "|", &listed); place++)
        if (text_equal(listed, word))
            return place;
    return 0;
}

/* Behind all places in a list. */
enum { LAST_PLACE = 1000 };

static const char word_ends[] = " _-./,:&()\t\n";

static bool has_other_word(struct text rest)
{
    struct text word;

    while (text_next(&rest, word_ends, &word))
        if (word.size && place_in(others, word))
            return true;
    return false;
}

/* "title_en": what language it is in says nothing. */
static struct text last_word(struct text folded, size_t *words)
{
    struct text rest = folded, word, last = {NULL, 0};

    *words = 0;
    while (text_next(&rest, word_ends, &word)) {
        if (!word.size || (*words && place_in("en|eng|english|text", word)))
            continue;
        last = word;
        ++*words;
    }
    return last;
}

int field_of_last_word(struct text header, struct arena *arena)
{
    struct text folded = utf8_fold(arena, header);
    size_t words;
    struct text last = last_word(folded, &words);

    for (int field = 0; field < FIELD_COUNT && (words > 1 || last.size < folded.size); field++)
        if (field != FIELD_name && endings[field] && place_in(endings[field], last))
            return has_other_word(folded) ? -1 : field;
    return -1;
}

size_t header_names_reports(struct text header, struct arena *arena)
{
    struct text folded = utf8_fold(arena, header);
    size_t words;
    struct text last = last_word(folded, &words);

    if (has_other_word(folded))
        return 0;
    size_t place = place_in(endings[FIELD_name], last);
    /* "Report name and description" */
    struct text rest = folded, word;
    while (!place && text_next(&rest, word_ends, &word))
        if (word.size && place_in("title|name|report", word))
            place = LAST_PLACE;
    return place;
}
