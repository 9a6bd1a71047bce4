#include "input/description_column.h"

#include "base/memory.h"
#include "input/late_columns.h"

bool description_column_may_be(const struct columns *columns, size_t column)
{
    int field = columns->field[column];

    return !columns->fields[FIELD_description].count && (field < 0 || field == FIELD_mandate);
}

/* Words with blanks between them; an address or the text of a query describes nothing. */
static bool is_prose(struct text cell)
{
    enum { LETTERS_OF_A_WORD = 10, SIGNS = 10 };
    size_t blanks = 0, signs = 0, i;

    for (i = 0; i < cell.size; i++) {
        unsigned char c = (unsigned char)cell.data[i];

        blanks += byte_is_space(c);
        signs += c == '{' || c == '=' || c == '<' || c == '_' || c == '/' || c == '"';
    }
    return blanks * LETTERS_OF_A_WORD >= cell.size && signs * SIGNS <= blanks;
}

/* The bytes that a row has on average, or 0 where the column describes nothing: less than a short
 * sentence of eight words is a remark. */
static size_t length_of(const struct builder *builder, const uint32_t *numbers, size_t count)
{
    enum { SENTENCE = 45 };
    const struct table *strings = builder->inventory->strings;
    uint8_t *seen = memory_alloc((size_t)table_count(strings) + 1, 1);
    size_t bytes = 0, prose = 0, own = 0, i;

    for (i = 0; i < count; i++) {
        struct text cell = table_text(strings, numbers[i]);

        bytes += cell.size;
        prose += cell.size && is_prose(cell);
        own += cell.size && !seen[numbers[i]];
        seen[numbers[i]] = 1;
    }
    memory_free(seen);
    return bytes >= SENTENCE * count && 2 * prose > count && 2 * own > count ? bytes / count : 0;
}

void description_column_choose(struct builder *builder, struct reading *reading)
{
    struct late_columns *late = &reading->descriptions;
    size_t count = builder->rows - reading->first_row;
    size_t best = 0, longest = 0, i;

    for (i = 0; count && i < late->count; i++) {
        bool is_id = reading->columns.field[late->column[i]] == FIELD_id;
        size_t length = is_id ? 0 : length_of(builder, late->number[i], count);

        if (length > longest) {
            longest = length;
            best = i;
        }
    }
    if (longest)
        late_columns_choose(late, best, builder, reading, FIELD_description);
    late_columns_free(late);
}
