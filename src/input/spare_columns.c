#include "input/spare_columns.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "input/cells.h"
#include "model/date.h"

/* More columns are not looked at; more values, or longer ones, tell of something else. */
enum { TRACKS = 32, VALUES = 255, LONGEST = 40 };

struct spare_track {
    struct text header, key;
    struct table *values; /* NULL: the column is out */
    uint32_t checked;     /* values that were looked at */
    uint8_t *value;       /* by row */
    size_t capacity;
    uint16_t file; /* that had it last, and where */
    size_t column;
};

struct spare_tracks {
    struct spare_track list[TRACKS];
    size_t count;
};

static void track_drop(struct spare_track *track)
{
    table_free(track->values);
    memory_free(track->value);
    track->values = NULL;
    track->value = NULL;
}

static bool is_listed(struct text t, const char *const *list, size_t count)
{
    while (count > 0 && !text_is_nocase(t, list[count - 1]))
        count--;
    return count > 0;
}

#define LISTED(t, list) is_listed(t, list, sizeof(list) / sizeof *(list))

static const char *const other_headers[] = {
#define SPARE_HEADER(word) word,
#define SPARE_VALUE(word)
#define SPARE_VAGUE(word)
#include "input/spare_words.def"
#undef SPARE_HEADER
#undef SPARE_VALUE
#undef SPARE_VAGUE
};

static const char *const other_values[] = {
#define SPARE_HEADER(word)
#define SPARE_VALUE(word) word,
#define SPARE_VAGUE(word)
#include "input/spare_words.def"
#undef SPARE_HEADER
#undef SPARE_VALUE
#undef SPARE_VAGUE
};

static const char *const vague_values[] = {
#define SPARE_HEADER(word)
#define SPARE_VALUE(word)
#define SPARE_VAGUE(word) word,
#include "input/spare_words.def"
#undef SPARE_HEADER
#undef SPARE_VALUE
#undef SPARE_VAGUE
};

/* People, remarks and what nearly was a field of its own. */
static bool header_is_other(struct text header, struct arena *arena)
{
    struct text rest = header, word;
    int field = field_of_last_word(header, arena);

    if (field >= 0 && field != FIELD_name && field != FIELD_department)
        return true;
    while (text_next(&rest, " _-./()", &word))
        if (LISTED(word, other_headers))
            return true;
    return false;
}

static bool has_letter(struct text t)
{
    size_t i = 0;

    while (i < t.size && !byte_is_alpha((unsigned char)t.data[i]) &&
           (unsigned char)t.data[i] < 0x80)
        i++;
    return i < t.size;
}

static bool is_number_or_date(struct text t)
{
    double number;
    int32_t date;

    return !has_letter(t) || quantity_parse(t, QUANTITY_PLAIN, DECIMAL_UNKNOWN, &number) ||
           quantity_parse(t, QUANTITY_MONEY, DECIMAL_UNKNOWN, &number) ||
           quantity_parse(t, QUANTITY_HOURS, DECIMAL_UNKNOWN, &number) ||
           date_parse(t, DATE_ORDER_UNKNOWN, &date) != DATE_BAD || cell_was_turned_into_date(t) ||
           (byte_is_digit((unsigned char)t.data[0]) && text_find(t, ':') < t.size);
}

static bool is_rhythm(const struct builder *builder, struct text t)
{
    struct arena *arena = arena_new();
    struct frequency frequency;

    frequency_parse(arena, t, (double)NAN, &builder->frequency_options, &frequency);
    arena_free(arena);
    return frequency.status != FREQUENCY_UNKNOWN;
}

/* A value that no column has that tells entries apart. */
static bool value_is_other(const struct builder *builder, struct text t)
{
    return t.size > LONGEST || is_number_or_date(t) || text_find(t, '@') < t.size ||
           text_find(t, '\n') < t.size || text_search(t, "://") < t.size ||
           text_starts(t, "www.") || text_starts(t, "/") || text_starts(t, "\\") ||
           cell_yes_or_no(t) >= 0 || status_is_active(t) || status_is_inactive(t) ||
           LISTED(t, other_values) || is_rhythm(builder, t);
}

/* A header that stands twice in a file is its first column. */
static void track_column(struct builder *builder, const struct reading *reading, size_t column)
{
    struct text header = reading->columns.headers[column];
    struct text key = header_key(builder->arena, header);
    struct spare_tracks *tracks = builder->spare;
    struct spare_track *track;
    size_t i = 0;

    while (i < tracks->count && !text_equal(tracks->list[i].key, key))
        i++;
    track = &tracks->list[i];
    if (!key.size || i == TRACKS || (i < tracks->count && track->file == reading->file))
        return;
    if (i == tracks->count) {
        *track = (struct spare_track){.header = header, .key = key};
        if (!header_is_other(header, builder->arena))
            track->values = table_new();
        tracks->count++;
    }
    track->file = reading->file;
    track->column = column;
}

void spare_begin_file(struct builder *builder, const struct reading *reading)
{
    if (reading->export.format) /* what such a column holds is known */
        return;
    if (!builder->spare)
        builder->spare = ARENA_ARRAY(builder->arena, 1, struct spare_tracks);
    for (size_t i = 0; i < reading->header_count; i++)
        if (reading->columns.field[i] < 0)
            track_column(builder, reading, i);
}

/* Rows of files without the column have nothing in it. */
static void track_reach(struct spare_track *track, size_t rows)
{
    size_t had = track->capacity;

    if (rows <= had)
        return;
    track->value = memory_grow(track->value, rows, &track->capacity, 1);
    memset(track->value + had, 0, track->capacity - had);
}

/* False where a value of the batch shows that the column is of another kind. The longest are seen
 * before any is stored. */
static bool take_batch(struct builder *builder, struct spare_track *track, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (builder->keys[i].size > LONGEST)
            return false;
    table_add_batch(track->values, builder->keys, count, builder->numbers);
    if (table_count(track->values) > VALUES)
        return false;
    while (track->checked < table_count(track->values))
        if (value_is_other(builder, table_text(track->values, ++track->checked)))
            return false;
    track_reach(track, builder->rows + count);
    for (size_t i = 0; i < count; i++)
        track->value[builder->rows + i] = (uint8_t)builder->numbers[i];
    return true;
}

void spare_take(struct builder *builder, const struct reading *reading, struct csv_row *const *rows,
                size_t count)
{
    for (size_t i = 0; builder->spare && i < builder->spare->count; i++) {
        struct spare_track *track = &builder->spare->list[i];
        uint16_t column = (uint16_t)track->column;
        struct field_columns one = {&column, 1};

        if (!track->values || track->file != reading->file)
            continue;
        gather_keys(builder, &one, rows, count);
        if (!take_batch(builder, track, count))
            track_drop(track);
    }
}

void spare_drop_rows(struct builder *builder, const struct row_list *gone)
{
    for (size_t i = 0; builder->spare && i < builder->spare->count; i++) {
        struct spare_track *track = &builder->spare->list[i];
        size_t next = 0, to = 0;

        if (!track->values)
            continue;
        track_reach(track, builder->rows);
        for (size_t row = 0; row < builder->rows; row++) {
            if (next < gone->count && gone->row[next] == row)
                next++;
            else
                track->value[to++] = track->value[row];
        }
        memset(track->value + to, 0, track->capacity - to);
    }
}

void spare_end_file(struct builder *builder, const struct reading *reading)
{
    for (size_t i = 0; builder->spare && i < builder->spare->count; i++) {
        struct spare_track *track = &builder->spare->list[i];

        if (track->file == reading->file && reading->columns.field[track->column] >= 0)
            track_drop(track);
    }
}

/* A report of several rows has what they agree in. */
static void unite_rows(struct spare_track *track, const struct grouping *grouping)
{
    for (size_t report = 0; report < grouping->reports && grouping->report_of; report++) {
        uint8_t value = 0;
        bool agree = true;

        for (size_t i = grouping->start[report]; i < grouping->start[report + 1]; i++) {
            uint8_t of_row = track->value[grouping->row[i]];

            agree = agree && (!value || !of_row || value == of_row);
            value = of_row ? of_row : value;
        }
        track->value[report] = agree ? value : 0;
    }
}

/* Spellings that differ in case or accents are one value, that of the first in the order of bytes;
 * a vague one is none. */
static void unite_spellings(struct spare_track *track, size_t reports)
{
    struct arena *arena = arena_new();
    uint32_t count = table_count(track->values);
    struct text folded[VALUES + 1];
    uint8_t one[VALUES + 1] = {0};

    for (uint32_t i = 1; i <= count; i++)
        folded[i] = utf8_fold(arena, table_text(track->values, i));
    for (uint32_t i = 1; i <= count; i++) {
        one[i] = LISTED(folded[i], vague_values) ? 0 : (uint8_t)i;
        for (uint32_t k = 1; k <= count && one[i]; k++)
            if (text_equal(folded[k], folded[i]) &&
                text_compare(table_text(track->values, k), table_text(track->values, one[i])) < 0)
                one[i] = (uint8_t)k;
    }
    for (size_t i = 0; i < reports; i++)
        track->value[i] = one[track->value[i]];
    arena_free(arena);
}

/* The values are few: two at least, and every one stands for two reports on average. */
static bool tells_apart(const struct spare_track *track, size_t reports)
{
    bool seen[VALUES + 1] = {false};
    size_t filled = 0, distinct = 0;

    for (size_t i = 0; i < reports; i++) {
        uint8_t value = track->value[i];

        filled += value != 0;
        distinct += value && !seen[value];
        seen[value] = true;
    }
    return distinct >= 2 && 2 * distinct <= filled;
}

static int compare_keys(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return (x > y) - (x < y);
}

/* What the reports with a name that several have, and with a value, are: name and value. */
static uint64_t *repeated_names(const struct inventory *inventory, const struct spare_track *track,
                                size_t reports, size_t *count)
{
    const uint32_t *names = inventory->columns[FIELD_name].number;
    uint8_t *seen = memory_alloc((size_t)table_count(inventory->strings) + 1, 1);
    uint64_t *keys = NULL;
    size_t capacity = 0;

    for (size_t i = 0; i < reports; i++)
        if (track->value[i] && seen[names[i]] < 2)
            seen[names[i]]++;
    for (size_t i = 0; i < reports; i++) {
        if (!track->value[i] || seen[names[i]] < 2)
            continue;
        keys = MEMORY_ROOM(keys, *count, capacity);
        keys[(*count)++] = (uint64_t)names[i] << 8 | track->value[i];
    }
    memory_free(seen);
    return keys;
}

/* A parameter is what reports of one name differ in, most of them and more than once, while what
 * grades or sorts reports they share as often as not: seven of eight in the wikis of a list of
 * scheduled reports, four of seven at most in twelve such columns of five other lists. Four of
 * five leaves room for duplicates that stand under one value. */
static bool is_parameter(const struct inventory *inventory, const struct spare_track *track,
                         size_t reports)
{
    enum { LEAST = 3, DIFFERENT = 4, OF = 5 };
    size_t count = 0, again = 0, different = 0;
    uint64_t *keys = repeated_names(inventory, track, reports, &count);

    if (count)
        qsort(keys, count, sizeof *keys, compare_keys);
    for (size_t i = 1; i < count; i++) {
        again += keys[i] >> 8 == keys[i - 1] >> 8;
        different += keys[i] >> 8 == keys[i - 1] >> 8 && keys[i] != keys[i - 1];
    }
    memory_free(keys);
    return again >= LEAST && OF * different >= DIFFERENT * again;
}

/* Whoever stands in a column of people is no value that tells reports apart. */
static bool names_people(const struct inventory *inventory, const struct spare_track *track)
{
    for (size_t i = 1; i < inventory->people_count; i++) {
        const struct person *person = &inventory->people[i];
        struct text name = inventory_text(inventory, person->name);

        if (!person->is_list && (person->email || text_find(name, ' ') < name.size) &&
            table_find(track->values, name))
            return true;
    }
    return false;
}

static void keep(struct inventory *inventory, struct spare_track *track)
{
    uint32_t count = table_count(track->values);
    uint32_t *text = ARENA_ARRAY(inventory->arena, count + 1, uint32_t);

    for (uint32_t i = 1; i <= count; i++)
        text[i] = table_add(inventory->strings, table_text(track->values, i));
    inventory->spare_columns[inventory->spare_count++] = (struct spare_column){
        track->header, memory_resize(track->value, inventory->count, 1), text};
    track->value = NULL;
}

void spare_finish(struct builder *builder, const struct grouping *grouping)
{
    struct inventory *inventory = builder->inventory;
    size_t reports = grouping->reports;

    for (size_t i = 0; builder->spare && i < builder->spare->count; i++) {
        struct spare_track *track = &builder->spare->list[i];

        if (!track->values || inventory->spare_count == SPARE_KEPT)
            continue;
        track_reach(track, builder->rows);
        unite_rows(track, grouping);
        unite_spellings(track, reports);
        if (!tells_apart(track, reports) || !is_parameter(inventory, track, reports) ||
            names_people(inventory, track))
            continue;
        if (!inventory->spare_columns)
            inventory->spare_columns =
                ARENA_ARRAY(inventory->arena, SPARE_KEPT, struct spare_column);
        keep(inventory, track);
    }
}

void spare_free(struct builder *builder)
{
    for (size_t i = 0; builder->spare && i < builder->spare->count; i++)
        track_drop(&builder->spare->list[i]);
}
