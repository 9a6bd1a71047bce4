#include "input/id_column.h"

#include <string.h>

#include "base/memory.h"
#include "input/late_columns.h"

/* Laws list their reports by the section that asks for each, first of all. "Section" may as well be
 * a department, but not one that no two reports have. */
static bool may_be_sections(const struct columns *columns, size_t column)
{
    struct text header = text_trim(columns->headers[column]);
    bool is_section = text_is_nocase(header, "section") && columns->how[column] != HOW_GIVEN &&
                      columns->fields[FIELD_department].count == 1;

    return column == 0 && (columns->field[column] == FIELD_mandate || is_section);
}

bool id_column_may_be(const struct columns *columns, size_t column)
{
    if (columns->fields[FIELD_id].count)
        return false;
    return may_be_sections(columns, column) ||
           (columns->field[column] < 0 &&
            (column == 0 || header_may_be_id(columns->headers[column])));
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

/* "12-578(b)", "Art. 43 AML Act": short, with a figure. */
static bool is_section(struct text cell)
{
    enum { SECTION_LONGEST = 40 };
    size_t i;

    for (i = 0; i < cell.size && !byte_is_digit((unsigned char)cell.data[i]); i++)
        continue;
    return i < cell.size && cell.size <= SECTION_LONGEST;
}

/* What the first column may hold whatever its header. */
static bool are_all(const struct builder *builder, const uint32_t *numbers, size_t count,
                    bool (*fits)(struct text cell))
{
    size_t i;

    for (i = 0; i < count && fits(table_text(builder->inventory->strings, numbers[i])); i++)
        continue;
    return i == count;
}

static bool is_id(const struct builder *builder, const struct reading *reading, size_t candidate,
                  size_t count)
{
    size_t column = reading->ids.column[candidate];
    const uint32_t *numbers = reading->ids.number[candidate];

    if (!is_distinct(builder, numbers, count))
        return false;
    if (may_be_sections(&reading->columns, column))
        return are_all(builder, numbers, count, is_section);
    return header_may_be_id(reading->columns.headers[column]) ||
           are_all(builder, numbers, count, is_code);
}

/* A department of each report's own was none. */
static void forget_department(struct builder *builder, const struct reading *reading, size_t column,
                              size_t count)
{
    if (reading->columns.field[column] == FIELD_department)
        memset(builder->inventory->columns[FIELD_department].number + reading->first_row, 0,
               count * sizeof(uint32_t));
}

void id_column_choose(struct builder *builder, struct reading *reading)
{
    size_t count = builder->rows - reading->first_row;
    size_t i;

    for (i = 0; count && i < reading->ids.count && !is_id(builder, reading, i, count); i++)
        continue;
    if (count && i < reading->ids.count) {
        forget_department(builder, reading, reading->ids.column[i], count);
        late_columns_choose(&reading->ids, i, builder, reading, FIELD_id);
    }
    late_columns_free(&reading->ids);
}
