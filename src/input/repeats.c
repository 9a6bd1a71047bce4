#include "input/repeats.h"

#include <string.h>

#include "base/memory.h"
#include "input/cells.h"
#include "input/list_markup.h"

/* What bytes of a recipient are: nothing special, or this. */
enum { AT = 1, BLANK = 2, OTHER = 4 };

/* Letters, digits and what stands in addresses and names, and bytes of other scripts. */
static uint8_t sign_of(int c)
{
    if (byte_is_alpha(c) || byte_is_digit(c) || c >= 0x80 || (c && strchr("._-+'&/", c)))
        return 0;
    return c == '@' ? AT : c == ' ' ? BLANK : OTHER;
}

/* What is one value in every row and of which nothing is told row by row. */
static bool is_told_once(enum field field)
{
    enum field_kind kind = field_info(field)->kind;

    return kind == KIND_TEXT || kind == KIND_PERSON || kind == KIND_TERMS ||
           kind == KIND_FREQUENCY || kind == KIND_CHANNEL || field == FIELD_recipients;
}

/* Rows with one id are one report. The id stands before the recipient, so that this is never the
 * first thing in its row. */
void repeats_begin(struct reading *reading, const struct input_options *options)
{
    const struct field_columns *ids = &reading->columns.fields[FIELD_id];
    const struct field_columns *recipients = &reading->columns.fields[FIELD_recipients];
    int field;

    if (reading->export.format || options->fill_down || options->spare_cells || ids->count != 1 ||
        recipients->count != 1 || ids->column[0] > recipients->column[0])
        return;
    for (field = 0; field < FIELD_COUNT; field++)
        if (reading->columns.fields[field].count && !is_told_once((enum field)field))
            return;
    for (int c = 0; c < 256; c++)
        reading->repeats.sign[c] = sign_of(c);
    reading->repeats.possible = true;
    reading->repeats.column = recipients->column[0];
    reading->repeats.id = ids->column[0];
}

void repeats_end(struct reading *reading)
{
    memory_free(reading->repeats.copy);
    reading->repeats.copy = NULL;
    reading->repeats.possible = false;
}

/* What all bytes of the cell are, four at a time: every row of a long list is looked at. */
static unsigned signs_in(const uint8_t *sign, struct text cell)
{
    const unsigned char *byte = (const unsigned char *)cell.data, *end = byte + cell.size;
    unsigned seen = 0;

    for (; end - byte >= 4; byte += 4)
        seen |= (unsigned)sign[byte[0]] | sign[byte[1]] | sign[byte[2]] | sign[byte[3]];
    while (byte < end)
        seen |= sign[*byte++];
    return seen;
}

/* Whether the cell is one recipient as it stands: one piece, nothing to trim, no count of people.
 */
static bool is_one_recipient(const struct repeats *repeats, struct text cell)
{
    unsigned seen;

    if (!cell.size || !byte_is_alpha((unsigned char)cell.data[0]) ||
        (unsigned char)cell.data[cell.size - 1] >= 0x80 || cell.data[cell.size - 1] == ' ')
        return false;
    seen = signs_in(repeats->sign, cell);
    if (seen & OTHER || (seen & AT && seen & BLANK))
        return false;
    return seen & AT || !(cell_says_unknown(cell) || cell_says_nobody(cell));
}

/* Where the recipient stands in the bytes of the row; false where libcsv changed its bytes. */
static bool find_recipient(const struct reading *reading, const struct csv_row *row,
                           size_t *recipient)
{
    const struct text *cell = &row->cells[reading->repeats.column];

    if (row->count != reading->header_count || !cell->size ||
        (uintptr_t)cell->data < (uintptr_t)row->raw.data ||
        (uintptr_t)cell->data >= (uintptr_t)row->raw.data + row->raw.size)
        return false;
    *recipient = (size_t)(cell->data - row->raw.data);
    return true;
}

/* Equal bytes before and behind the recipient make equal cells. */
bool row_is_repeat(const struct reading *reading, const struct csv_row *row)
{
    const struct repeats *repeats = &reading->repeats;
    struct text cell, rest;
    size_t start;

    if (!repeats->follows || !find_recipient(reading, row, &start) || start != repeats->start ||
        memcmp(row->raw.data, repeats->raw.data, start) != 0)
        return false;
    cell = row->cells[repeats->column];
    rest = text_from(row->raw, start + cell.size);
    return text_equal(rest, text_from(repeats->raw, repeats->end)) &&
           is_one_recipient(repeats, cell) &&
           !text_equal(cell, reading->columns.headers[repeats->column]);
}

/* Of a list in JSON or XML it is told in each row what could not be read. */
static bool has_markup(const struct reading *reading, const struct csv_row *row)
{
    static const enum field lists[] = {FIELD_fields, FIELD_sources};

    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const struct field_columns *columns = &reading->columns.fields[lists[i]];
        for (size_t k = 0; k < columns->count; k++)
            if (list_is_markup(row_cell(row, columns->column[k])))
                return true;
    }
    return false;
}

void repeats_follow(struct reading *reading, const struct csv_row *row, bool is_taken)
{
    struct repeats *repeats = &reading->repeats;

    repeats->follows = repeats->possible && is_taken &&
                       find_recipient(reading, row, &repeats->start) &&
                       is_one_recipient(repeats, row->cells[repeats->column]) &&
                       row_cell(row, repeats->id).size && !has_markup(reading, row);
    if (!repeats->follows)
        return;
    repeats->raw = row->raw;
    repeats->end = repeats->start + row->cells[repeats->column].size;
}

void repeats_keep(struct reading *reading)
{
    struct repeats *repeats = &reading->repeats;

    if (!repeats->follows || repeats->raw.data == repeats->copy)
        return;
    repeats->copy = memory_grow(repeats->copy, repeats->raw.size, &repeats->capacity, 1);
    memcpy(repeats->copy, repeats->raw.data, repeats->raw.size);
    repeats->raw.data = repeats->copy;
}
