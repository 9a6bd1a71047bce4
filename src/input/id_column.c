#include "input/id_column.h"

#include <string.h>

#include "base/memory.h"

void id_column_take(struct builder *builder, struct reading *reading, struct csv_row *const *rows,
                    size_t count)
{
    size_t at = builder->rows - reading->first_row;
    size_t i, j, capacity;

    for (j = 0; j < reading->candidate_count; j++) {
        capacity = reading->candidate_capacity;
        if (at + count > capacity)
            reading->candidate[j] = memory_grow(reading->candidate[j], at + count, &capacity,
                                                sizeof **reading->candidate);
        if (j + 1 == reading->candidate_count)
            reading->candidate_capacity = capacity;
        for (i = 0; i < count; i++)
            builder->keys[i] = row_cell(rows[i], reading->candidate_column[j]);
        table_add_batch(builder->inventory->strings, builder->keys, count,
                        reading->candidate[j] + at);
    }
}

/* Whether the column identifies: filled in every row, and never the same. */
static bool is_distinct(const struct builder *builder, const uint32_t *numbers, size_t count)
{
    uint8_t *seen = memory_alloc(table_count(builder->inventory->strings) + 1, 1);
    size_t i;

    for (i = 0; i < count && numbers[i] && !seen[numbers[i]]; i++)
        seen[numbers[i]] = 1;
    memory_free(seen);
    return i == count;
}

/* "W031", "cash-daily": one word with more than letters in it. */
static bool is_code(struct text cell)
{
    enum { CODE_LONGEST = 40 };
    bool more = false;
    size_t i;

    if (cell.size > CODE_LONGEST || !cell.size || !byte_is_alpha((unsigned char)cell.data[0]))
        return false;
    for (i = 0; i < cell.size; i++) {
        if (byte_is_space((unsigned char)cell.data[i]))
            return false;
        more = more || !byte_is_alpha((unsigned char)cell.data[i]);
    }
    return more;
}

/* What the first column may hold whatever its header. */
static bool are_codes(const struct builder *builder, const uint32_t *numbers, size_t count)
{
    size_t i;

    for (i = 0; i < count && is_code(table_text(builder->inventory->strings, numbers[i])); i++)
        continue;
    return i == count;
}

static bool is_id(const struct builder *builder, const struct reading *reading, size_t candidate,
                  size_t count)
{
    struct text header = reading->columns.headers[reading->candidate_column[candidate]];
    const uint32_t *numbers = reading->candidate[candidate];

    return is_distinct(builder, numbers, count) &&
           (header_may_be_id(header) || are_codes(builder, numbers, count));
}

void id_column_choose(struct builder *builder, struct reading *reading)
{
    size_t count = builder->rows - reading->first_row;
    size_t i;

    for (i = 0; count && i < reading->candidate_count; i++) {
        if (!is_id(builder, reading, i, count))
            continue;
        builder_need_column(builder, FIELD_id);
        memcpy(builder->inventory->columns[FIELD_id].number + reading->first_row,
               reading->candidate[i], count * sizeof **reading->candidate);
        columns_assign(&reading->columns, reading->candidate_column[i], FIELD_id, HOW_GUESSED,
                       builder->arena);
        break;
    }
    for (i = 0; i < reading->candidate_count; i++)
        memory_free(reading->candidate[i]);
    reading->candidate_count = 0;
}
