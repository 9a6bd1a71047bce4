#include "render/machine.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "model/date.h"

static struct text printed(int digits, double number, char buffer[MACHINE_SIZE])
{
    int size =
        snprintf(buffer, MACHINE_SIZE, "%.*g", digits, number == 0 ? 0.0 : number); /* no -0 */
    return text_make(buffer, (size_t)size);
}

static struct text integer(int64_t value, char buffer[MACHINE_SIZE])
{
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    char *end = buffer + MACHINE_SIZE, *at = end;
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (value < 0)
        *--at = '-';
    return text_make(at, (size_t)(end - at));
}

/* From the integer cents, so that no rounding can come in. */
static struct text money(int64_t cents, char buffer[MACHINE_SIZE])
{
    uint64_t rest = cents < 0 ? 0 - (uint64_t)cents : (uint64_t)cents;
    char *end = buffer + MACHINE_SIZE, *at = end;
    *--at = (char)('0' + rest % 10);
    *--at = (char)('0' + rest / 10 % 10);
    *--at = '.';
    rest /= 100;
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (cents < 0)
        *--at = '-';
    return text_make(at, (size_t)(end - at));
}

struct text machine_value(const struct cell *cell, char buffer[MACHINE_SIZE])
{
    switch (cell->kind) {
    case CELL_COUNT:
        return integer(cell->as.count, buffer);
    case CELL_MONEY:
        return money(cell->as.cents, buffer);
    case CELL_NUMBER:
    case CELL_HOURS:
        if (cell->as.number == (double)(int32_t)cell->as.number)
            return integer((int32_t)cell->as.number, buffer);
        return printed(10, cell->as.number, buffer);
    case CELL_SHARE:
        return printed(6, cell->as.number, buffer);
    case CELL_DATE:
        return date_format(cell->as.date, buffer);
    case CELL_FLAG:
        return text_of(cell->as.flag ? "true" : "false");
    case CELL_NULL:
    case CELL_TEXT:
        break;
    }
    return text_of("");
}

bool machine_piece(struct text *rest, struct text *piece)
{
    static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */
    if (!rest->size)
        return false;
    size_t valid = utf8_valid_prefix(*rest);
    *piece = valid ? text_slice(*rest, 0, valid) : text_of(replacement);
    *rest = text_from(*rest, valid ? valid : 1);
    return true;
}

static const char *column_key(const struct block *block, size_t column)
{
    return block_table(block) ? block->table.columns[column].key : block->entries[column].key;
}

void machine_rows_init(struct machine_rows *rows, const struct block *block)
{
    size_t columns = block_table(block) ? block->table.column_count : block->entry_count;
    rows->block = block;
    rows->keys = memory_alloc(columns, sizeof *rows->keys);
    rows->column = memory_alloc(columns, sizeof *rows->column);
    rows->cells = memory_alloc(columns, sizeof *rows->cells);
    rows->count = 0;
    for (size_t c = 0; c < columns; c++) {
        if (!column_key(block, c))
            continue;
        rows->keys[rows->count] = column_key(block, c);
        rows->column[rows->count++] = c;
    }
}

void machine_rows_clear(struct machine_rows *rows)
{
    memory_free(rows->keys);
    memory_free(rows->column);
    memory_free(rows->cells);
}

size_t machine_rows_count(const struct machine_rows *rows)
{
    return block_table(rows->block) ? rows->block->table.row_count : 1;
}

bool machine_rows_get(struct machine_rows *rows, size_t index)
{
    const struct block *block = rows->block;
    if (block->kind == BLOCK_RECORD) {
        for (size_t i = 0; i < block->entry_count; i++)
            rows->cells[i] = block->entries[i].cell;
        return true;
    }
    memset(rows->cells, 0, block->table.column_count * sizeof *rows->cells);
    return block->table.row(block->table.context, index, rows->cells) == ROW_PLAIN;
}
