#include "match/profile_units.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "match/similarity.h"

/* Folders and workspaces of a reporting system are read as departments. They tell where a report
 * lies, not whose obligation it is: copies lie in several of them. */
static bool units_are_folders(const struct inventory *inventory)
{
    static const char *const folders[] = {"folder", "workspace", "project", "collection",
                                          "stream", "space",     "path"};

    for (size_t i = 0; i < inventory->match_count; i++) {
        struct text header = inventory->matches[i].header;
        char lower[64];
        size_t size = header.size < sizeof lower - 1 ? header.size : sizeof lower - 1;
        if (inventory->matches[i].field != FIELD_department)
            continue;
        for (size_t k = 0; k < size; k++)
            lower[k] = (char)byte_lower((unsigned char)header.data[k]);
        for (size_t k = 0; k < sizeof folders / sizeof *folders; k++)
            if (text_search(text_make(lower, size), folders[k]) < size)
                return true;
    }
    return false;
}

/* The names of units by number of their text, as far as they are told apart. */
struct unit_names {
    struct profile *profile;
    struct table *keys, *places, *units, *unknown;
    struct arena *arena;
    uint32_t *core, *place; /* by text: without words for places and units; only those for places */
    uint32_t *first;        /* by core: the first place that it has */
    bool *is_placed;        /* by core: it has several */
};

enum { UNIT_WORDS = 64 };

/* The words of a text as meanings, ascending and distinct, without those of the classes. */
static uint32_t text_meanings(const struct word_book *book, struct arena *arena, struct text t,
                              uint32_t without, struct table *unknown, uint32_t *meanings,
                              uint32_t most)
{
    struct text rest = utf8_fold(arena, t), word;
    uint32_t count = 0;

    while (count < most && text_next(&rest, word_ends, &word)) {
        uint32_t meaning = word.size ? word_book_find(book, word) : 0;
        if (!word.size || (meaning && book->classes[meaning] & without))
            continue;
        meanings[count++] = meaning ? meaning : book->count + table_add(unknown, word);
    }
    sort_few(meanings, count);
    uint32_t distinct = 0;
    for (uint32_t i = 0; i < count; i++)
        if (i == 0 || meanings[i] != meanings[distinct - 1])
            meanings[distinct++] = meanings[i];
    return distinct;
}

static uint32_t unit_key(struct unit_names *names, struct table *keys, struct text t,
                         uint32_t without, bool invert)
{
    uint32_t meanings[UNIT_WORDS];
    const struct word_book *book = &names->profile->book;
    uint32_t count =
        text_meanings(book, names->arena, t, without, names->unknown, meanings, UNIT_WORDS);
    uint32_t kept = 0;

    for (uint32_t i = 0; i < count && invert; i++)
        if (meanings[i] <= book->count && book->classes[meanings[i]] & WORD_PLACE)
            meanings[kept++] = meanings[i];
    count = invert ? kept : count;
    return count ? table_add(keys, text_make((const char *)meanings, count * sizeof *meanings)) : 0;
}

static void note_unit(struct unit_names *names, uint32_t number)
{
    struct text t = inventory_text(names->profile->inventory, number);
    uint32_t core =
        unit_key(names, names->keys, t, WORD_STOP | WORD_UNIT | WORD_PLACE | WORD_REGION, false);
    uint32_t place = unit_key(names, names->places, t, WORD_STOP, true);

    if (!core)
        core = unit_key(names, names->keys, t, 0, false);
    names->core[number] = core;
    names->place[number] = place;
    if (place && !names->first[core])
        names->first[core] = place;
    names->is_placed[core] |= place && names->first[core] != place;
}

void profile_units(struct profile *profile)
{
    const struct inventory *inventory = profile->inventory;
    const uint32_t *column =
        units_are_folders(inventory) ? NULL : inventory->columns[FIELD_department].number;
    size_t texts = (size_t)table_count(inventory->strings) + 1;
    struct unit_names names = {.profile = profile,
                               .keys = table_new(),
                               .places = table_new(),
                               .unknown = table_new(),
                               .units = table_new(),
                               .arena = arena_new(),
                               .core = memory_alloc(texts, sizeof *names.core),
                               .place = memory_alloc(texts, sizeof *names.place),
                               .first = memory_alloc(texts + 1, sizeof *names.first),
                               .is_placed = memory_alloc(texts + 1, sizeof *names.is_placed)};

    for (size_t report = 0; column && report < inventory->count; report++)
        if (column[report] && !names.core[column[report]])
            note_unit(&names, column[report]);
    for (size_t report = 0; column && report < inventory->count; report++) {
        uint32_t number = column[report], core = names.core[number];
        uint32_t unit[2] = {core, names.is_placed[core] ? names.place[number] : 0};
        profile->brief[report].unit =
            core ? table_add(names.units, text_make((const char *)unit, sizeof unit)) : 0;
    }
    table_free(names.units);
    memory_free(names.core);
    memory_free(names.place);
    memory_free(names.first);
    memory_free(names.is_placed);
    table_free(names.keys);
    table_free(names.places);
    table_free(names.unknown);
    arena_free(names.arena);
}
