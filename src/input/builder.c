#include "input/builder.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "input/cells.h"
#include "input/description_column.h"
#include "input/id_column.h"
#include "input/late_columns.h"
#include "input/mandates.h"
#include "input/last_first.h"
#include "input/spare_columns.h"

struct builder *builder_new(struct inventory *inventory, const struct input_options *options,
                            double workdays)
{
    struct builder *builder = memory_alloc(1, sizeof *builder);

    builder->inventory = inventory;
    builder->options = options;
    builder->arena = arena_new();
    builder->frequency_options.workdays = workdays;
    builder->frequency_options.codes = options->freq_codes;
    builder->spellings = table_new();
    builder->pair_words = table_new();
    builder->term_spellings = table_new();
    builder->frequency_words = table_new();
    builder->channel_words = table_new();
    builder->frequency_capacity = 1;
    return builder;
}

void builder_free(struct builder *builder)
{
    size_t i;

    for (i = 0; i < FIELD_COUNT; i++) {
        memory_free(builder->lists[i].start);
        memory_free(builder->lists[i].member);
    }
    table_free(builder->spellings);
    table_free(builder->pair_words);
    table_free(builder->term_spellings);
    table_free(builder->frequency_words);
    table_free(builder->channel_words);
    spare_free(builder);
    memory_free(builder->in_list_column);
    memory_free(builder->frequency_places);
    memory_free(builder->channels);
    memory_free(builder->open);
    memory_free(builder->pairs);
    memory_free(builder->goes_on.row);
    memory_free(builder->keys);
    memory_free(builder->numbers);
    arena_free(builder->arena);
    memory_free(builder);
}

static bool is_list(enum field field)
{
    enum field_kind kind = field_info(field)->kind;

    return kind == KIND_PEOPLE || kind == KIND_TERMS;
}

static void set_unknown(struct inventory *inventory, enum field field, size_t from, size_t to)
{
    union field_column *column = &inventory->columns[field];
    size_t i;

    if (field_is_number(field)) {
        memset(column->number + from, 0, (to - from) * sizeof *column->number);
        return;
    }
    for (i = from; i < to; i++)
        column->value[i] = NAN;
}

static void resize_column(struct builder *builder, enum field field)
{
    union field_column *column = &builder->inventory->columns[field];

    if (field_is_number(field))
        column->number = memory_resize(column->number, builder->capacity, sizeof *column->number);
    else
        column->value = memory_resize(column->value, builder->capacity, sizeof *column->value);
}

/* The column comes into being with the first file that has the field. */
void builder_need_column(struct builder *builder, enum field field)
{
    if (builder->inventory->columns[field].number || is_list(field))
        return;
    resize_column(builder, field);
    set_unknown(builder->inventory, field, 0, builder->rows);
}

static void reserve_rows(struct builder *builder, size_t need)
{
    struct inventory *inventory = builder->inventory;
    int field;

    if (need <= builder->capacity)
        return;
    builder->capacity += builder->capacity / 2;
    builder->capacity = need > builder->capacity ? need : builder->capacity;
    for (field = 0; field < FIELD_COUNT; field++)
        if (inventory->columns[field].number)
            resize_column(builder, (enum field)field);
    inventory->line = memory_resize(inventory->line, builder->capacity, sizeof *inventory->line);
    inventory->file = memory_resize(inventory->file, builder->capacity, sizeof *inventory->file);
}

static void reserve_keys(struct builder *builder, size_t need)
{
    if (need > builder->key_capacity)
        builder->keys =
            memory_grow(builder->keys, need, &builder->key_capacity, sizeof *builder->keys);
    if (need > builder->number_capacity)
        builder->numbers = memory_grow(builder->numbers, need, &builder->number_capacity,
                                       sizeof *builder->numbers);
}

static void take_texts(struct builder *builder, const struct field_columns *columns,
                       struct csv_row *const *rows, size_t count, struct table *table,
                       uint32_t *numbers)
{
    gather_keys(builder, columns, rows, count);
    table_add_batch(table, builder->keys, count, numbers);
}

/* "Archived: no" is active, and "Disabled: true" is not. */
static struct text status_of(const struct reading *reading, struct text cell, size_t column)
{
    int yes = cell.size && reading->off_header[column] ? cell_yes_or_no(cell) : -1;

    return yes < 0 ? cell : text_of(yes ? "archived" : "active");
}

static void take_statuses(struct builder *builder, const struct reading *reading,
                          struct csv_row *const *rows, size_t count, uint32_t *numbers)
{
    size_t i, column = 0;

    for (i = 0; i < count; i++) {
        builder->keys[i] = first_filled(&reading->columns.fields[FIELD_status], rows[i], &column);
        builder->keys[i] = status_of(reading, builder->keys[i], column);
    }
    table_add_batch(builder->inventory->strings, builder->keys, count, numbers);
}

/* Who is named first answers for the report. "Last, First" is one name. */
static void take_owners(struct builder *builder, const struct field_columns *columns,
                        struct csv_row *const *rows, size_t count, uint32_t *numbers)
{
    size_t i;

    gather_keys(builder, columns, rows, count);
    for (i = 0; i < count; i++) {
        struct text cell = builder->keys[i], first;

        if (cell.size && (memchr(cell.data, ';', cell.size) || memchr(cell.data, '|', cell.size) ||
                          memchr(cell.data, '\n', cell.size))) {
            while (text_next(&cell, ";|\n", &first))
                if (text_trim(first).size && !piece_says_unknown(text_trim(first), true) &&
                    !cell_says_nobody(text_trim(first)))
                    break;
            builder->keys[i] = text_trim(first);
        }
    }
    table_add_batch(builder->spellings, builder->keys, count, numbers);
}

/* Frequencies. */

static double number_of_word(struct text *word)
{
    size_t at = text_find(*word, '\x1F');
    double number = NAN;

    if (at < word->size) {
        quantity_parse(text_from(*word, at + 1), QUANTITY_PLAIN, DECIMAL_UNKNOWN, &number);
        *word = text_slice(*word, 0, at);
    }
    return number;
}

/* What the grammar needs on its way does not stay: a list may have many different wordings. */
static void read_word(struct builder *builder, struct text word, struct frequency *frequency)
{
    struct arena *scratch = arena_new();
    struct arena *arena = builder->inventory->arena;
    double number = number_of_word(&word);

    frequency_parse(scratch, word, number, &builder->frequency_options, frequency);
    frequency->as = arena_copy(arena, frequency->as);
    frequency->note = arena_copy(arena, frequency->note);
    arena_free(scratch);
}

/* Reads the words that are new since then. */
static void read_new_words(struct builder *builder)
{
    struct inventory *inventory = builder->inventory;
    uint32_t count = table_count(builder->frequency_words) + 1;

    if (count > builder->frequency_capacity)
        inventory->frequencies =
            memory_grow(inventory->frequencies, count, &builder->frequency_capacity,
                        sizeof *inventory->frequencies);
    for (; inventory->frequency_count < count; inventory->frequency_count++)
        read_word(builder,
                  table_text(builder->frequency_words, (uint32_t)inventory->frequency_count),
                  &inventory->frequencies[inventory->frequency_count]);
}

static bool has_place(const struct builder *builder, uint32_t number)
{
    return number < builder->place_capacity && builder->frequency_places[number].place.line;
}

static void note_place(struct builder *builder, const struct reading *reading,
                       const struct csv_row *row, uint32_t number, size_t column)
{
    size_t had = builder->place_capacity;

    if (has_place(builder, number))
        return;
    if (number >= had) {
        builder->frequency_places =
            memory_grow(builder->frequency_places, number + 1, &builder->place_capacity,
                        sizeof *builder->frequency_places);
        memset(builder->frequency_places + had, 0,
               (builder->place_capacity - had) * sizeof *builder->frequency_places);
    }
    builder->frequency_places[number].place = place_of_cell(reading, row, column);
}

/* "Every X months" and its number are one word, with a separator that no text has between them. */
static struct text with_number(struct arena *arena, struct text word, struct text number)
{
    if (!word.size || !number.size)
        return word;
    return arena_printf(arena, "%.*s\x1F%.*s", TEXT_ARGS(word), TEXT_ARGS(number));
}

static bool text_is_digits(struct text t)
{
    size_t i = 0;

    while (i < t.size && byte_is_digit((unsigned char)t.data[i]))
        i++;
    return i > 0 && i == t.size;
}

/* The number of "every X weeks" stands in a column of numbers, or in one that could have been a
 * frequency of its own, as "Interval" could. */
static struct text number_beside(const struct reading *reading, const struct csv_row *row)
{
    const struct field_columns *numbers = &reading->columns.fields[FIELD_frequency_number];
    const struct field_columns *frequencies = &reading->columns.fields[FIELD_frequency];
    struct text cell = {NULL, 0};
    size_t column, i;

    if (numbers->count)
        return first_filled(numbers, row, &column);
    for (i = 1; i < frequencies->count && !text_is_digits(cell); i++)
        cell = row_cell(row, frequencies->column[i]);
    return text_is_digits(cell) ? cell : text_of("");
}

/* Where the first column says nothing that can be read, a later one may. */
static uint32_t later_frequency(struct builder *builder, const struct field_columns *columns,
                                const struct csv_row *row, uint32_t number, size_t *column)
{
    size_t i;
    struct text cell;
    uint32_t other;

    for (i = 0; i < columns->count; i++) {
        if (builder->inventory->frequencies[number].status != FREQUENCY_UNKNOWN)
            break;
        cell = row_cell(row, columns->column[i]);
        if (!cell.size)
            continue;
        other = table_add(builder->frequency_words, cell);
        read_new_words(builder);
        if (builder->inventory->frequencies[other].status != FREQUENCY_UNKNOWN) {
            number = other;
            *column = columns->column[i];
        }
    }
    return number;
}

static void take_frequencies(struct builder *builder, struct reading *reading,
                             struct csv_row *const *rows, size_t count, enum field field,
                             uint32_t *numbers)
{
    const struct field_columns *columns = &reading->columns.fields[field];
    const struct field_columns *integers = &reading->columns.fields[FIELD_frequency_number];
    struct arena *arena = arena_new();
    bool numbered = field == FIELD_frequency && (integers->count || columns->count > 1);
    size_t i, column = 0;

    gather_keys(builder, columns, rows, count);
    for (i = 0; i < count && numbered; i++)
        builder->keys[i] = with_number(arena, builder->keys[i], number_beside(reading, rows[i]));
    table_add_batch(builder->frequency_words, builder->keys, count, numbers);
    read_new_words(builder);
    for (i = 0; i < count && (columns->count > 1 || field == FIELD_frequency); i++) {
        if (!numbers[i] || (columns->count == 1 && has_place(builder, numbers[i])))
            continue;
        first_filled(columns, rows[i], &column);
        if (columns->count > 1)
            numbers[i] = later_frequency(builder, columns, rows[i], numbers[i], &column);
        if (field == FIELD_frequency)
            note_place(builder, reading, rows[i], numbers[i], column);
    }
    arena_free(arena);
}

static void take_field(struct builder *builder, struct reading *reading, const struct batch *batch,
                       enum field field)
{
    struct csv_row *const *rows = batch->rows;
    size_t count = batch->count;
    const struct field_columns *columns = &reading->columns.fields[field];
    uint32_t *numbers = builder->inventory->columns[field].number
                            ? builder->inventory->columns[field].number + builder->rows
                            : NULL;

    switch (field_info(field)->kind) {
    case KIND_TEXT:
        if (field == FIELD_status)
            take_statuses(builder, reading, rows, count, numbers);
        else if (field == FIELD_mandate)
            mandates_take(builder, columns, rows, count, numbers);
        else
            take_texts(builder, columns, rows, count, builder->inventory->strings, numbers);
        break;
    case KIND_PERSON:
        take_owners(builder, columns, rows, count, numbers);
        break;
    case KIND_FREQUENCY:
        take_frequencies(builder, reading, rows, count, field, numbers);
        break;
    case KIND_CHANNEL:
        take_channels(builder, reading, columns, rows, count, numbers);
        break;
    case KIND_PEOPLE:
    case KIND_TERMS:
        take_list(builder, reading, batch, field);
        break;
    default:
        take_values(builder, reading, rows, count, field);
    }
}

/* Most cells begin with a letter, and what cell_clean takes away is none. */
static double headcount_of(const struct csv_row *row, size_t column)
{
    if (column >= row->count || !row->cells[column].size ||
        byte_is_alpha((unsigned char)row->cells[column].data[0]))
        return NAN;
    return cell_headcount(row_cell(row, column));
}

/* Recipients that are only counted. */
static void take_headcounts(struct builder *builder, struct reading *reading,
                            struct csv_row *const *rows, size_t count)
{
    union field_column *counts = &builder->inventory->columns[FIELD_recipient_count];
    const struct field_columns *columns = &reading->columns.fields[FIELD_recipients];
    size_t i, j;

    for (j = 0; j < columns->count; j++) {
        for (i = 0; i < count; i++) {
            double people = headcount_of(rows[i], columns->column[j]);

            if (isnan(people))
                continue;
            if (!counts->value) {
                builder_need_column(builder, FIELD_recipient_count);
                set_unknown(builder->inventory, FIELD_recipient_count, builder->rows,
                            builder->rows + count);
            }
            if (isnan(counts->value[builder->rows + i]))
                counts->value[builder->rows + i] = people;
        }
    }
}

/* All that a file of repeated rows may have is texts, so a batch without other rows has only lists
 * to add to. */
void builder_take(struct builder *builder, struct reading *reading, const struct batch *batch)
{
    struct inventory *inventory = builder->inventory;
    struct csv_row *const *rows = batch->rows;
    size_t count = batch->count, i;
    int field;

    if (!count && !batch->first_count)
        return;
    reserve_rows(builder, builder->rows + count);
    reserve_keys(builder, count);
    for (i = 0; i < count; i++) {
        inventory->line[builder->rows + i] = rows[i]->line;
        inventory->file[builder->rows + i] = reading->file;
    }
    for (field = 0; field < FIELD_COUNT; field++) {
        if (reading->columns.fields[field].count) {
            builder_need_column(builder, (enum field)field);
            take_field(builder, reading, batch, (enum field)field);
        } else if (inventory->columns[field].number) {
            set_unknown(inventory, (enum field)field, builder->rows, builder->rows + count);
        }
    }
    take_headcounts(builder, reading, rows, count);
    late_columns_take(&reading->ids, builder, reading, rows, count);
    late_columns_take(&reading->descriptions, builder, reading, rows, count);
    spare_take(builder, reading, rows, count);
    builder->rows += count;
}

void builder_end_file(struct builder *builder, struct reading *reading)
{
    close_values(builder, reading);
    last_first_end_file(builder);
    drop_titles(builder, reading);
    id_column_choose(builder, reading);
    description_column_choose(builder, reading);
    spare_end_file(builder, reading);
}
