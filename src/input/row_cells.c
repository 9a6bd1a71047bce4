/* The cells of a row as the builder takes them. */
#include "input/builder.h"
#include "input/cells.h"

struct text row_cell(const struct csv_row *row, size_t column)
{
    return column < row->count ? cell_clean(row->cells[column]) : text_make(NULL, 0);
}

/* What an export format supplies has the place of the cell that it comes from. */
struct place place_of_cell(const struct reading *reading, const struct csv_row *row, size_t column)
{
    int from;

    if (column < reading->header_count)
        return csv_reader_place(reading->reader, row, (uint32_t)column);
    from =
        reading->export.column[reading->export.format->values[column - reading->header_count].from];
    return csv_reader_place(reading->reader, row, from < 0 ? 0 : (uint32_t)from);
}

struct text first_filled(const struct field_columns *columns, const struct csv_row *row,
                         size_t *column)
{
    struct text cell = {NULL, 0};
    size_t i;

    for (i = 0; i < columns->count && !cell.size; i++) {
        cell = row_cell(row, columns->column[i]);
        *column = columns->column[i];
    }
    return cell;
}

void gather_keys(struct builder *builder, const struct field_columns *columns,
                 struct csv_row *const *rows, size_t count)
{
    struct text *keys = builder->keys;
    size_t column = columns->column[0], i;
    struct text above = {NULL, 0};

    for (i = 0; i < count; i++) {
        struct text cell = column < rows[i]->count ? rows[i]->cells[column] : text_make(NULL, 0);

        if (i && columns->count == 1 && text_equal(cell, above))
            keys[i] = keys[i - 1];
        else
            keys[i] =
                columns->count == 1 ? cell_clean(cell) : first_filled(columns, rows[i], &column);
        above = cell;
    }
}
