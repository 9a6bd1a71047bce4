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
    size_t place;

    if (!word.size)
        return 0;
    for (place = 1; list; place++) {
        if (*list == *word.data && strncmp(list, word.data, word.size) == 0 &&
            (list[word.size] == '|' || !list[word.size]))
            return place;
        list = strchr(list, '|');
        list = list ? list + 1 : NULL;
    }
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

static bool is_word_byte(int c)
{
    return byte_is_alpha(c) || byte_is_digit(c) || c >= 0x80;
}

/* Whether the last word of the header is that word: "slug_id", "ReportID", "id", but not "paid". */
static bool last_word_is(struct text header, const char *word)
{
    size_t size = strlen(word);
    struct text before, last;

    while (header.size && !is_word_byte((unsigned char)header.data[header.size - 1]))
        header.size--;
    if (header.size < size)
        return false;
    before = text_slice(header, 0, header.size - size);
    last = text_from(header, before.size);
    return text_is_nocase(last, word) &&
           (!before.size || !byte_is_alpha((unsigned char)before.data[before.size - 1]) ||
            (byte_lower((unsigned char)last.data[0]) != last.data[0] &&
             byte_lower((unsigned char)before.data[before.size - 1]) ==
                 before.data[before.size - 1]));
}

bool header_may_be_id(struct text header)
{
    static const char *const id_words[] = {
        "id",   "no",   "nr",  "number",    "key",        "code",     "uid", "uuid",
        "guid", "slug", "ref", "reference", "identifier", "objectid", "rin",
    };
    size_t i;

    if (text_is(text_trim(header), "#"))
        return true;
    for (i = 0; i < sizeof id_words / sizeof *id_words; i++)
        if (last_word_is(header, id_words[i]))
            return true;
    return false;
}

/* Headers such as "Distribution list" or "Subscriber Group Name". */
bool header_names_lists(struct arena *arena, struct text header)
{
    struct text key = header_key(arena, header);

    return text_search(key, "list") < key.size || text_search(key, "group") < key.size ||
           text_search(key, "verteiler") < key.size;
}

/* Headers such as "Archived" or "Is disabled". */
bool header_says_off(struct arena *arena, struct text header)
{
    static const char *const words[] = {"archived",    "disabled", "inactive", "retired",
                                        "deactivated", "paused",   "deleted"};
    struct text key = header_key(arena, header);
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++)
        if (text_ends(key, words[i]))
            return true;
    return false;
}
