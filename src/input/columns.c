#include "input/columns.h"

#include <string.h>

#include "base/memory.h"
#include "base/table.h"
#include "base/utf8.h"
#include "input/input.h"

static const char *const aliases[FIELD_COUNT] = {
#define ALIASES(field, headers) [FIELD_##field] = headers,
#define ENDINGS(field, words)
#define OTHERS(words)
#include "input/aliases.def"
#undef ALIASES
#undef ENDINGS
#undef OTHERS
};

const char *field_aliases(enum field field)
{
    return aliases[field] ? aliases[field] : "";
}

static bool is_key_byte(int c)
{
    return byte_is_alpha(c) || byte_is_digit(c) || c >= 0x80;
}

/* Folding ASCII is making its letters small. */
static struct text folded_letters(struct arena *arena, struct text header)
{
    char *small = arena_alloc(arena, header.size + 1);

    return text_small(header, small) ? text_make(small, header.size) : utf8_fold(arena, header);
}

struct text header_key(struct arena *arena, struct text header)
{
    struct text folded = folded_letters(arena, header);
    char *data = arena_alloc(arena, folded.size + 2);
    size_t size = 0, i;

    for (i = 0; i < folded.size; i++)
        if (is_key_byte((unsigned char)folded.data[i]))
            data[size++] = folded.data[i];
    if (size && text_ends(text_trim(folded), "#")) { /* "Report #" */
        memcpy(data + size, "no", 2);
        size += 2;
    }
    return text_make(data, size);
}

/* An alias of one field, with its rank among them: 0 is the field's own name. */
struct alias {
    struct text key;
    int field, rank;
    bool words; /* more than one */
};

struct alias_index {
    struct arena *arena;
    struct table *keys;
    struct alias *list; /* by number of the key; where two fields share one, the better rank */
    size_t capacity;
    /* What most texts that are no header are told by: the longest alias of several words, and
     * whether such a one ends in these two bytes. */
    size_t longest;
    bool endings[1 << 10];
};

static size_t ending_of(struct text key)
{
    unsigned char last = (unsigned char)key.data[key.size - 1];
    unsigned char before = key.size > 1 ? (unsigned char)key.data[key.size - 2] : 0;

    return (size_t)(before & 31) << 5 | (last & 31);
}

static void note_ending(struct alias_index *index, struct text key)
{
    if (key.size > index->longest)
        index->longest = key.size;
    if (key.size > 1)
        index->endings[ending_of(key)] = true;
    else
        memset(index->endings, true, sizeof index->endings);
}

static void index_alias(struct alias_index *index, struct text alias, int field, int rank)
{
    struct text key = header_key(index->arena, alias);
    uint32_t number = table_add(index->keys, key);
    size_t had = index->capacity;
    struct alias *entry;

    if (number >= had) {
        index->list =
            memory_grow(index->list, (size_t)number + 1, &index->capacity, sizeof *index->list);
        memset(index->list + had, 0, (index->capacity - had) * sizeof *index->list);
    }
    entry = &index->list[number];
    if (entry->key.size && entry->rank <= rank)
        return;
    entry->key = key;
    entry->field = field;
    entry->rank = rank;
    entry->words = key.size < alias.size;
    if (entry->words)
        note_ending(index, key);
}

struct alias_index *alias_index_new(void)
{
    struct alias_index *index = memory_alloc(1, sizeof *index);
    struct text rest, alias;
    int field, rank;

    index->arena = arena_new();
    index->keys = table_new();
    for (field = 0; field < FIELD_COUNT; field++) {
        index_alias(index, text_of(field_info((enum field)field)->name), field, 0);
        rest = text_of(field_aliases((enum field)field));
        for (rank = 1; text_next(&rest, "|", &alias); rank++)
            index_alias(index, alias, field, rank);
    }
    return index;
}

void alias_index_free(struct alias_index *index)
{
    table_free(index->keys);
    memory_free(index->list);
    arena_free(index->arena);
    memory_free(index);
}

/* A text that is longer is no header; what only a part of a header says comes behind the rest. */
enum { HEADER_LONGEST = 100, PART_RANK = 1000 };

static const struct alias *find_alias(const struct alias_index *index, struct text key)
{
    uint32_t number = key.size > HEADER_LONGEST ? 0 : table_find(index->keys, key);

    return number ? &index->list[number] : NULL;
}

static void match_alias(struct columns *columns, size_t column, const struct alias *alias)
{
    if (!alias)
        return;
    columns->field[column] = alias->field;
    columns->rank[column] = alias->rank;
    columns->how[column] = alias->rank == 0 ? HOW_EXACT : HOW_ALIAS;
}

static struct text without_parentheses(struct text header)
{
    size_t open = text_find(header, '(');

    return open && open < header.size ? text_slice(header, 0, open) : header;
}

/* "Bericht / Auswertung", "Owner/Dept": the first part that is known; "Recipient 2": the column of
 * a field that unites several. */
static void match_part(struct columns *columns, size_t column, struct text header, struct text key,
                       const struct alias_index *index, struct arena *arena)
{
    struct text part;
    size_t size = key.size;
    const struct alias *alias;

    if (text_find(header, '/') < header.size)
        while (columns->field[column] < 0 && text_next(&header, "/", &part))
            if (text_trim(part).size)
                match_alias(columns, column, find_alias(index, header_key(arena, part)));
    if (columns->field[column] >= 0)
        columns->rank[column] += PART_RANK;
    while (size && byte_is_digit((unsigned char)key.data[size - 1]))
        size--;
    if (columns->field[column] >= 0 || size == key.size || !size)
        return;
    alias = find_alias(index, text_slice(key, 0, size));
    if (alias && (field_info((enum field)alias->field)->kind == KIND_PEOPLE ||
                  field_info((enum field)alias->field)->kind == KIND_TERMS))
        match_alias(columns, column, alias);
}

/* "Required Report Name" ends in "report name". Only aliases of two words and more tell enough. */
static void match_ending(struct columns *columns, size_t column, struct text key,
                         const struct alias_index *index)
{
    const struct alias *alias;
    size_t at = key.size > index->longest ? key.size - index->longest : 1;

    if (key.size < 2 || key.size > HEADER_LONGEST || !index->endings[ending_of(key)])
        return;
    for (; at < key.size; at++) {
        alias = find_alias(index, text_from(key, at));
        if (!alias || !alias->words || columns_have(columns, (enum field)alias->field))
            continue;
        match_alias(columns, column, alias);
        columns->how[column] = HOW_GUESSED;
        return;
    }
}

/* "Submitting Agency": only where no header says it better. */
static void match_last_word(struct columns *columns, size_t column, struct arena *arena)
{
    int field = field_of_last_word(columns->headers[column], arena);

    if (field < 0 || columns_have(columns, (enum field)field))
        return;
    columns->field[column] = field;
    columns->how[column] = HOW_GUESSED;
}

static void apply_maps(struct columns *columns, struct column_maps *maps, const struct text *keys)
{
    size_t i, j;

    for (i = 0; i < maps->count; i++) {
        struct column_map *map = &maps->list[i];

        if (map->field < 0)
            continue;
        if (!map->key.size)
            map->used = true;
        for (j = 0; j < columns->count; j++)
            if (columns->field[j] == map->field && columns->how[j] != HOW_GIVEN)
                columns_assign(columns, j, -1, HOW_UNUSED, NULL);
        for (j = 0; map->key.size && j < columns->count; j++) {
            if (!text_equal(keys[j], map->key))
                continue;
            columns_assign(columns, j, map->field, HOW_GIVEN, NULL);
            columns->rank[j] = (int)i - (int)maps->count; /* before all aliases, in their order */
            map->used = true;
        }
    }
}

/* There is one id; the other columns that could be it stay unused. */
static void keep_one_id(struct columns *columns)
{
    size_t best = columns->count;
    size_t i;

    for (i = 0; i < columns->count; i++)
        if (columns->field[i] == FIELD_id &&
            (best == columns->count || columns->rank[i] < columns->rank[best]))
            best = i;
    for (i = 0; i < columns->count; i++)
        if (columns->field[i] == FIELD_id && i != best)
            columns_assign(columns, i, -1, HOW_UNUSED, NULL);
}

void columns_list(struct columns *columns, struct arena *arena)
{
    size_t i, j;

    for (i = 0; i < FIELD_COUNT; i++)
        columns->fields[i].count = 0;
    for (i = 0; i < columns->count; i++) {
        struct field_columns *list;

        if (columns->field[i] < 0)
            continue;
        list = &columns->fields[columns->field[i]];
        if (!list->column)
            list->column = ARENA_ARRAY(arena, columns->count, uint16_t);
        for (j = list->count++; j && columns->rank[list->column[j - 1]] > columns->rank[i]; j--)
            list->column[j] = list->column[j - 1];
        list->column[j] = (uint16_t)i;
    }
}

/* Dates, numbers, addresses and empty cells are told by a look at their bytes: no alias is without
 * a letter, and # stands for "no". */
static bool may_be_header(struct text cell)
{
    size_t i;

    if (cell.size > 2 * HEADER_LONGEST || text_find(cell, '@') < cell.size)
        return false;
    for (i = 0; i < cell.size; i++) {
        unsigned char c = (unsigned char)cell.data[i];

        if (byte_is_alpha(c) || c >= 0x80 || c == '#')
            return true;
    }
    return false;
}

size_t columns_possible(const struct text *headers, size_t count)
{
    size_t possible = 0, i;

    for (i = 0; i < count; i++)
        possible += may_be_header(headers[i]);
    return possible;
}

void columns_match(struct columns *columns, const struct text *headers, size_t count,
                   const struct alias_index *index, struct column_maps *maps, struct arena *arena)
{
    struct text *keys = ARENA_ARRAY(arena, count, struct text);
    struct text plain;
    size_t i;

    memset(columns, 0, sizeof *columns);
    columns->headers = headers;
    columns->count = count;
    columns->field = ARENA_ARRAY(arena, count, int);
    columns->how = ARENA_ARRAY(arena, count, enum column_how);
    columns->rank = ARENA_ARRAY(arena, count, int);
    for (i = 0; i < count; i++) {
        if (headers[i].size <= 2 * HEADER_LONGEST)
            keys[i] = header_key(arena, headers[i]);
        columns_assign(columns, i, -1, HOW_UNUSED, NULL);
        match_alias(columns, i, find_alias(index, keys[i]));
        plain = without_parentheses(headers[i]);
        if (columns->field[i] < 0 && keys[i].size && plain.size < headers[i].size)
            match_alias(columns, i, find_alias(index, header_key(arena, plain)));
    }
    for (i = 0; i < count; i++)
        if (columns->field[i] < 0)
            match_ending(columns, i, keys[i], index);
    for (i = 0; i < count; i++)
        if (columns->field[i] < 0 && headers[i].size <= HEADER_LONGEST)
            match_part(columns, i, headers[i], keys[i], index, arena);
    for (i = 0; i < count; i++)
        if (columns->field[i] < 0 && headers[i].size <= HEADER_LONGEST)
            match_last_word(columns, i, arena);
    if (maps)
        apply_maps(columns, maps, keys);
    keep_one_id(columns);
    columns_list(columns, arena);
}

void columns_assign(struct columns *columns, size_t column, int field, enum column_how how,
                    struct arena *arena)
{
    columns->field[column] = field;
    columns->how[column] = how;
    columns->rank[column] = 0;
    if (arena)
        columns_list(columns, arena);
}

void columns_guess_name(struct columns *columns, struct arena *arena)
{
    size_t best = columns->count, best_place = 0, i;

    for (i = 0; i < columns->count && !columns_have(columns, FIELD_name); i++) {
        bool free =
            columns->field[i] < 0 || columns->field[i] == FIELD_sources ||
            (columns->field[i] == FIELD_mandate && columns->fields[FIELD_mandate].count > 1) ||
            (columns->how[i] == HOW_GUESSED && field_of_last_word(columns->headers[i], arena) < 0);
        size_t place = free && columns->headers[i].size <= HEADER_LONGEST
                           ? header_names_reports(columns->headers[i], arena)
                           : 0;
        if (!place || (best_place && place >= best_place))
            continue;
        best = i;
        best_place = place;
    }
    /* A list that only describes its reports knows them by that. */
    for (i = 0; i < columns->count && !best_place && !columns_have(columns, FIELD_name); i++)
        if (columns->field[i] == FIELD_description)
            columns_assign(columns, i, FIELD_name, HOW_GUESSED, NULL);
    columns_list(columns, arena);
    if (best < columns->count)
        columns_assign(columns, best, FIELD_name, HOW_GUESSED, arena);
}

bool columns_have(const struct columns *columns, enum field field)
{
    size_t i;

    for (i = 0; i < columns->count; i++)
        if (columns->field[i] == (int)field)
            return true;
    return false;
}

size_t columns_recognised(const struct columns *columns, bool *has_name)
{
    bool seen[FIELD_COUNT] = {false};
    size_t count = 0, i;

    for (i = 0; i < columns->count; i++) {
        if (columns->field[i] < 0 || seen[columns->field[i]])
            continue;
        seen[columns->field[i]] = true;
        count++;
    }
    *has_name = seen[FIELD_name];
    return count;
}

int columns_near_miss(const struct columns *columns, size_t column, const struct alias_index *index,
                      struct arena *arena)
{
    struct text key = header_key(arena, columns->headers[column]);
    unsigned limit = key.size < 5 ? 0 : key.size < 8 ? 1 : 2;
    unsigned best = limit + 1, distance;
    uint32_t number;
    int found = -1;

    for (number = 1; limit && number <= table_count(index->keys); number++) {
        distance = text_distance(key, index->list[number].key, limit);
        if (distance < best) {
            best = distance;
            found = index->list[number].field;
        }
    }
    return found;
}

/* --map. */

static int field_named(struct text name)
{
    int field;

    for (field = 0; field < FIELD_COUNT; field++)
        if (text_is_nocase(name, field_info((enum field)field)->name))
            return field;
    return -1;
}

static int nearest_field(struct text name)
{
    unsigned best = 3, distance;
    int field, found = -1;

    for (field = 0; field < FIELD_COUNT; field++) {
        distance = text_distance(name, text_of(field_info((enum field)field)->name), 2);
        if (distance < best) {
            best = distance;
            found = field;
        }
    }
    return found;
}

void column_maps_parse(struct column_maps *maps, const char *const *texts, size_t count,
                       struct arena *arena, struct diag *diag)
{
    struct place nowhere = {NULL, 0, 0};
    size_t i, equals;
    int near;

    maps->list = ARENA_ARRAY(arena, count, struct column_map);
    maps->count = count;
    for (i = 0; i < count; i++) {
        struct column_map *map = &maps->list[i];
        struct text text = text_of(texts[i]);

        equals = text_find(text, '=');
        map->field = field_named(text_trim(text_slice(text, 0, equals)));
        map->header = equals < text.size ? text_trim(text_from(text, equals + 1)) : text_of("");
        map->key = header_key(arena, map->header);
        if (map->field >= 0 && equals < text.size)
            continue;
        map->used = true;
        near = nearest_field(text_slice(text, 0, equals));
        diag_add(diag, SEVERITY_ERROR, "map", nowhere,
                 equals == text.size ? "--map %s: write it as field=Header%s%s%s"
                                     : "--map %s: there is no such field%s%s%s",
                 texts[i], near >= 0 ? "; did you mean " : "",
                 near >= 0 ? field_info((enum field)near)->name : "", near >= 0 ? "?" : "");
        map->field = -1;
    }
}

void column_maps_check(const struct column_maps *maps, struct diag *diag)
{
    struct place nowhere = {NULL, 0, 0};
    size_t i;

    for (i = 0; i < maps->count; i++)
        if (!maps->list[i].used)
            diag_add(diag, SEVERITY_ERROR, "map", nowhere,
                     "--map %s=%.*s: no file has such a header; pare check lists the headers",
                     field_info((enum field)maps->list[i].field)->name,
                     TEXT_ARGS(maps->list[i].header));
}
