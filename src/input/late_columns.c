#include "input/late_columns.h"

#include <string.h>

#include "base/memory.h"

void late_columns_add(struct late_columns *late, size_t column)
{
    if (late->count < LATE_COLUMNS)
        late->column[late->count++] = column;
}

void late_columns_take(struct late_columns *late, struct builder *builder,
                       const struct reading *reading, struct csv_row *const *rows, size_t count)
{
    size_t at = builder->rows - reading->first_row;
    size_t capacity = late->capacity;
    size_t i;

    for (i = 0; i < late->count; i++) {
        uint16_t column = (uint16_t)late->column[i];
        struct field_columns one = {&column, 1};

        capacity = late->capacity;
        if (at + count > capacity)
            late->number[i] =
                memory_grow(late->number[i], at + count, &capacity, sizeof **late->number);
        gather_keys(builder, &one, rows, count);
        table_add_batch(builder->inventory->strings, builder->keys, count, late->number[i] + at);
    }
    late->capacity = capacity;
}

void late_columns_choose(const struct late_columns *late, size_t number, struct builder *builder,
                         struct reading *reading, enum field field)
{
    struct columns *columns = &reading->columns;
    size_t column = late->column[number];

    builder_need_column(builder, field);
    memcpy(builder->inventory->columns[field].number + reading->first_row, late->number[number],
           (builder->rows - reading->first_row) * sizeof **late->number);
    if (columns->field[column] == FIELD_mandate)
        columns->how[column] = field == FIELD_id ? HOW_ID_TOO : HOW_DESCRIPTION_TOO;
    else
        columns_assign(columns, column, (int)field, HOW_GUESSED, builder->arena);
}

void late_columns_free(struct late_columns *late)
{
    for (size_t i = 0; i < late->count; i++)
        memory_free(late->number[i]);
    *late = (struct late_columns){0};
}
