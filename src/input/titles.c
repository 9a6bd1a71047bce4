/* Rows with a name and nothing else: titles of sections between the reports, or reports of which
 * only the name is known. Which of them is told by the other rows of the file. */
#include <string.h>

#include "base/memory.h"
#include "input/builder.h"
#include "input/spare_columns.h"

void row_list_add(struct row_list *list, size_t row)
{
    list->row = MEMORY_ROOM(list->row, list->count, list->capacity);
    list->row[list->count++] = (uint32_t)row;
}

/* Moves one array over the rows that go; they stand in growing order. */
static void compact_numbers(uint32_t *numbers, const struct row_list *gone, size_t offset,
                            size_t count)
{
    size_t to = gone->row[0] - offset, next = 0, from;

    for (from = to; from < count; from++) {
        if (next < gone->count && gone->row[next] - offset == from)
            next++;
        else
            numbers[to++] = numbers[from];
    }
}

static void compact_values(double *values, const struct row_list *gone, size_t count)
{
    size_t to = gone->row[0], next = 0, from;

    for (from = to; from < count; from++) {
        if (next < gone->count && gone->row[next] == from)
            next++;
        else
            values[to++] = values[from];
    }
}

static void compact_places(struct inventory *inventory, const struct row_list *gone, size_t count)
{
    size_t to = gone->row[0], next = 0, from;

    for (from = to; from < count; from++) {
        if (next < gone->count && gone->row[next] == from) {
            next++;
            continue;
        }
        inventory->line[to] = inventory->line[from];
        inventory->file[to++] = inventory->file[from];
    }
}

static void compact_row_list(struct row_list *list, const struct row_list *gone)
{
    size_t i, next = 0;

    for (i = 0; i < list->count; i++) {
        while (next < gone->count && gone->row[next] < list->row[i])
            next++;
        list->row[i] -= (uint32_t)next;
    }
}

/* A row that goes has no members, so those stay where they are. Behind the last row there are no
 * starts. */
static void compact_list(struct list_column *list, const struct row_list *gone, size_t rows)
{
    if (list->start_capacity <= rows)
        return;
    compact_numbers(list->start, gone, 0, rows + 1);
    memset(list->start + rows + 1 - gone->count, 0xFF, gone->count * sizeof *list->start);
}

static void compact_late(struct late_columns *late, const struct row_list *gone, size_t first,
                         size_t rows)
{
    for (size_t i = 0; i < late->count; i++)
        compact_numbers(late->number[i], gone, first, rows - first);
}

static void drop_rows(struct builder *builder, struct reading *reading)
{
    struct inventory *inventory = builder->inventory;
    const struct row_list *gone = &reading->lone;
    int field;

    for (field = 0; field < FIELD_COUNT; field++) {
        union field_column *column = &inventory->columns[field];

        if (column->number && field_is_number((enum field)field))
            compact_numbers(column->number, gone, 0, builder->rows);
        else if (column->number)
            compact_values(column->value, gone, builder->rows);
        compact_list(&builder->lists[field], gone, builder->rows);
    }
    compact_late(&reading->ids, gone, reading->first_row, builder->rows);
    compact_late(&reading->descriptions, gone, reading->first_row, builder->rows);
    spare_drop_rows(builder, gone);
    compact_places(inventory, gone, builder->rows);
    compact_row_list(&builder->goes_on, gone);
    builder->rows -= gone->count;
}

void drop_titles(struct builder *builder, struct reading *reading)
{
    struct inventory *inventory = builder->inventory;
    const uint32_t *names = inventory->columns[FIELD_name].number;
    const struct row_list *lone = &reading->lone;
    size_t i;

    if (lone->count && lone->count * 2 < builder->rows - reading->first_row + reading->repeated) {
        for (i = 0; i < lone->count; i++) {
            struct place place = {inventory->inputs[reading->file].file,
                                  inventory->line[lone->row[i]], 1};
            struct text name = inventory_text(inventory, names[lone->row[i]]);

            diag_add(inventory->diag, SEVERITY_NOTE, "section-row", place,
                     "a title is left out: \"%.*s\"; if it is a report, fill in one more cell",
                     (int)(name.size < 60 ? name.size : 60), name.data);
        }
        drop_rows(builder, reading);
    }
    memory_free(reading->lone.row);
    reading->lone.row = NULL;
    reading->lone.count = reading->lone.capacity = 0;
}
