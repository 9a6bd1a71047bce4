#include "input/columns.h"

#include <string.h>

#include "base/utf8.h"
#include "input/input.h"

static const char *const aliases[FIELD_COUNT] = {
#define ALIASES(field, headers) [FIELD_##field] = headers,
#include "input/aliases.def"
#undef ALIASES
};

const char *field_aliases(enum field field)
{
    return aliases[field] ? aliases[field] : "";
}

static bool is_key_byte(int c)
{
    return byte_is_alpha(c) || byte_is_digit(c) || c >= 0x80;
}

struct text header_key(struct arena *arena, struct text header)
{
    struct text folded = utf8_fold(arena, header);
    char *data = arena_alloc(arena, folded.size + 1);
    size_t size = 0, i;

    for (i = 0; i < folded.size; i++)
        if (is_key_byte((unsigned char)folded.data[i]))
            data[size++] = folded.data[i];
    return text_make(data, size);
}

/* Compares an alias as it is written in the table with a key, without making a key of the alias. */
static bool alias_is(struct text alias, struct text key)
{
    size_t i, at = 0;

    for (i = 0; i < alias.size; i++) {
        if (!is_key_byte((unsigned char)alias.data[i]))
            continue;
        if (at == key.size || key.data[at++] != alias.data[i])
            return false;
    }
    return at == key.size;
}

/* The rank of the key among the aliases of a field: 0 is its own name; -1 if it is none of them. */
static int alias_rank(enum field field, struct text key)
{
    struct text rest = text_of(field_aliases(field));
    struct text alias;
    int rank = 1;

    if (alias_is(text_of(field_info(field)->name), key))
        return 0;
    for (; text_next(&rest, "|", &alias); rank++)
        if (alias_is(alias, key))
            return rank;
    return -1;
}

static void match_alias(struct columns *columns, size_t column, struct text key)
{
    int field, rank;

    for (field = 0; key.size && field < FIELD_COUNT; field++) {
        rank = alias_rank((enum field)field, key);
        if (rank < 0 || (columns->field[column] >= 0 && rank >= columns->rank[column]))
            continue;
        columns->field[column] = field;
        columns->rank[column] = rank;
        columns->how[column] = rank == 0 ? HOW_EXACT : HOW_ALIAS;
    }
}

static struct text without_parentheses(struct text header)
{
    size_t open = text_find(header, '(');

    return open && open < header.size ? text_slice(header, 0, open) : header;
}

/* Bytes of an alias that are part of its key; 0 where it is one word only. */
static size_t key_size_of_words(struct text alias)
{
    size_t size = 0, i;

    for (i = 0; i < alias.size; i++)
        size += is_key_byte((unsigned char)alias.data[i]);
    return size == alias.size ? 0 : size;
}

/* "Required Report Name" ends in "report name". Only aliases of two words and more tell enough. */
static void match_ending(struct columns *columns, size_t column, struct text key)
{
    int field, rank;
    struct text rest, alias;

    for (field = 0; field < FIELD_COUNT; field++) {
        if (columns_have(columns, (enum field)field))
            continue;
        rest = text_of(field_aliases((enum field)field));
        for (rank = 1; text_next(&rest, "|", &alias); rank++) {
            size_t size = key_size_of_words(alias);

            if (!size || key.size <= size || !alias_is(alias, text_from(key, key.size - size)))
                continue;
            columns_assign(columns, column, field, HOW_GUESSED, NULL);
            columns->rank[column] = rank;
            return;
        }
    }
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

static void list_columns(struct columns *columns, struct arena *arena)
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

void columns_match(struct columns *columns, const struct text *headers, size_t count,
                   struct column_maps *maps, struct arena *arena)
{
    struct text *keys = ARENA_ARRAY(arena, count, struct text);
    size_t i;

    memset(columns, 0, sizeof *columns);
    columns->headers = headers;
    columns->count = count;
    columns->field = ARENA_ARRAY(arena, count, int);
    columns->how = ARENA_ARRAY(arena, count, enum column_how);
    columns->rank = ARENA_ARRAY(arena, count, int);
    for (i = 0; i < count; i++) {
        keys[i] = header_key(arena, headers[i]);
        columns_assign(columns, i, -1, HOW_UNUSED, NULL);
        match_alias(columns, i, keys[i]);
        if (columns->field[i] < 0)
            match_alias(columns, i, header_key(arena, without_parentheses(headers[i])));
    }
    for (i = 0; i < count; i++)
        if (columns->field[i] < 0)
            match_ending(columns, i, keys[i]);
    if (maps)
        apply_maps(columns, maps, keys);
    keep_one_id(columns);
    list_columns(columns, arena);
}

void columns_assign(struct columns *columns, size_t column, int field, enum column_how how,
                    struct arena *arena)
{
    columns->field[column] = field;
    columns->how[column] = how;
    columns->rank[column] = 0;
    if (arena)
        list_columns(columns, arena);
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

/* Whether the last word of the header is that word: "slug_id", "ReportID", "id", but not "paid". */
static bool last_word_is(struct text header, const char *word)
{
    size_t size = strlen(word);
    struct text before, last;

    while (header.size && !is_key_byte((unsigned char)header.data[header.size - 1]))
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
    static const char *const endings[] = {"id", "no", "nr", "number", "key", "code"};
    size_t i;

    for (i = 0; i < sizeof endings / sizeof *endings; i++)
        if (last_word_is(header, endings[i]))
            return true;
    return false;
}

/* The distance of Damerau and Levenshtein in its restricted form, by rows. */
size_t edit_distance(struct text a, struct text b, size_t limit)
{
    enum { LONGEST = 64 };
    size_t rows[3][LONGEST + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2], *spare;
    size_t i, j, best;

    if (a.size > LONGEST || b.size > LONGEST ||
        (a.size > b.size ? a.size - b.size : b.size - a.size) > limit)
        return limit + 1;
    for (j = 0; j <= b.size; j++)
        above[j] = before[j] = j;
    for (i = 1; i <= a.size; i++) {
        row[0] = i;
        for (j = 1; j <= b.size; j++) {
            best = above[j - 1] + (a.data[i - 1] != b.data[j - 1]);
            best = above[j] + 1 < best ? above[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            if (i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] && a.data[i - 2] == b.data[j - 1] &&
                before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            row[j] = best;
        }
        spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[b.size];
}

/* The distance to the nearest alias of the list, or limit + 1. */
static size_t nearest_alias(struct text list, struct text key, size_t limit, struct arena *arena)
{
    struct text alias;
    size_t best = limit + 1, distance;

    while (text_next(&list, "|", &alias)) {
        distance = edit_distance(key, header_key(arena, alias), limit);
        best = distance < best ? distance : best;
    }
    return best;
}

int columns_near_miss(const struct columns *columns, size_t column, struct arena *arena)
{
    struct text key = header_key(arena, columns->headers[column]);
    size_t limit = key.size < 4 ? 0 : key.size < 8 ? 1 : 2;
    size_t best = limit + 1, own, other;
    int field, found = -1;

    for (field = 0; limit && field < FIELD_COUNT; field++) {
        own = nearest_alias(text_of(field_info((enum field)field)->name), key, limit, arena);
        other = nearest_alias(text_of(field_aliases((enum field)field)), key, limit, arena);
        own = other < own ? other : own;
        if (own < best) {
            best = own;
            found = field;
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
    size_t best = 3, distance;
    int field, found = -1;

    for (field = 0; field < FIELD_COUNT; field++) {
        distance = edit_distance(name, text_of(field_info((enum field)field)->name), 2);
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
