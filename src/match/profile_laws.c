#include "match/profile_laws.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "match/split.h"
#include "model/mandate.h"

enum { CITED = 64, NAMED = 16, SHORTEST_NAME = 4 };

#define NO_LAW UINT32_MAX

/* Lists of words by law, one behind the other while they are made. */
struct word_room {
    struct words *list;
    uint32_t *word;
    size_t lists, words, list_capacity, word_capacity;
};

static void room_add(struct word_room *room, const uint32_t *word, uint32_t count)
{
    room->list = memory_grow(room->list, room->lists + 1, &room->list_capacity, sizeof *room->list);
    room->word =
        memory_grow(room->word, room->words + count, &room->word_capacity, sizeof *room->word);
    if (count)
        memcpy(room->word + room->words, word, count * sizeof *word);
    room->list[room->lists++].count = count;
    room->words += count;
}

static void room_settle(struct word_room *room)
{
    for (size_t i = 0, at = 0; i < room->lists; at += room->list[i++].count)
        room->list[i].word = room->word + at;
}

static bool is_listed(struct text word, const char *const *list, size_t count)
{
    while (count && !text_is(word, list[count - 1]))
        count--;
    return count > 0;
}

/* "Harbour" of the "Harbour Act", not what any law is called. */
static bool may_name(struct text word)
{
    static const char *const any_law[] = {
#define LAW_WORD(word) word,
#define LAW_NOUN(word) word,
#include "match/words_law.def"
#undef LAW_WORD
#undef LAW_NOUN
    };

    return word.size >= SHORTEST_NAME && !text_has_digit(word) &&
           !is_listed(word, any_law, sizeof any_law / sizeof *any_law);
}

/* "Act", "convention": what its name stands before. */
static bool is_law_noun(struct text word)
{
    static const char *const nouns[] = {
#define LAW_WORD(word)
#define LAW_NOUN(word) word,
#include "match/words_law.def"
#undef LAW_WORD
#undef LAW_NOUN
    };

    return is_listed(word, nouns, sizeof nouns / sizeof *nouns);
}

static struct text singular(struct text word)
{
    return word.size > SHORTEST_NAME && text_ends(word, "s") ? text_slice(word, 0, word.size - 1)
                                                             : word;
}

struct citation {
    uint32_t cited[CITED], named[NAMED];
    uint32_t cited_count, named_count;
};

/* What cites in the text of a mandate: numbers and lone letters in their order, as in "Title 23,
 * Section 1205(b)". A text without a number is compared by all its words. */
static void citation_read(struct citation *citation, struct text text, struct table *words)
{
    struct text rest = text, word;
    uint32_t all = 0, whole[CITED], count = 0, before = 0;

    citation->named_count = 0;
    while (text_next(&rest, word_ends, &word)) {
        bool number = text_has_digit(word);

        if (word.size && all < CITED)
            whole[all++] = table_add(words, word);
        if ((number || word.size == 1) && count < CITED && (count || number))
            citation->cited[count++] = table_add(words, word);
        if (word.size && is_law_noun(word))
            citation->named_count = before;
        else if (may_name(word) && before < NAMED)
            citation->named[before++] = table_add(words, singular(word));
    }
    if (!count)
        memcpy(citation->cited, whole, all * sizeof *whole);
    citation->cited_count = count ? count : all;
}

void profile_laws(struct profile *profile)
{
    struct arena *arena = arena_new();
    struct table *words = table_new();
    struct word_room cited = {0}, named = {0};
    const struct inventory *inventory = profile->inventory;
    const uint32_t *column = inventory->columns[FIELD_mandate].number;
    uint32_t *law_of = memory_alloc((size_t)table_count(inventory->strings) + 1, sizeof *law_of);

    room_add(&cited, NULL, 0); /* there is no law 0 */
    room_add(&named, NULL, 0);
    for (size_t report = 0; column && report < inventory->count; report++) {
        uint32_t number = column[report];
        struct text folded;
        struct citation citation;

        if (number && !law_of[number]) {
            folded = utf8_fold(arena, inventory_text(inventory, number));
            law_of[number] = NO_LAW; /* "none" and "unknown" are no law that two could share */
            if (mandate_read(folded) == MANDATE_GIVEN) {
                citation_read(&citation, folded, words);
                law_of[number] = (uint32_t)cited.lists;
                room_add(&cited, citation.cited, citation.cited_count);
                room_add(&named, citation.named, citation.named_count);
            }
        }
        profile->brief[report].law = number && law_of[number] != NO_LAW ? law_of[number] : 0;
    }
    room_settle(&cited);
    room_settle(&named);
    profile->citations = cited.list;
    profile->citation_words = cited.word;
    profile->law_names = named.list;
    profile->law_name_words = named.word;
    memory_free(law_of);
    table_free(words);
    arena_free(arena);
}
