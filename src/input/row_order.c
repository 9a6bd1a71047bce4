#include "input/row_order.h"

#include <math.h>

enum merging row_merging(enum field field)
{
    switch (field) {
    case FIELD_recipients:
    case FIELD_fields:
    case FIELD_sources:
    case FIELD_channel:
        return MERGE_UNITE;
    case FIELD_opens:
        return MERGE_SUM;
    case FIELD_recipient_count:
    case FIELD_runs_opened:
    case FIELD_open_share:
    case FIELD_last_used:
    case FIELD_log_days:
    case FIELD_readers:
        return MERGE_MOST;
    default:
        return MERGE_EQUAL;
    }
}

static uint32_t number_of(const struct inventory *inventory, enum field field, size_t row)
{
    const uint32_t *numbers = inventory->columns[field].number;

    return numbers ? numbers[row] : 0;
}

static int compare_doubles(double a, double b)
{
    if (isnan(a) || isnan(b))
        return isnan(b) - isnan(a);
    return (a > b) - (a < b);
}

static int compare_frequencies(const struct frequency *a, const struct frequency *b)
{
    if (a->status != b->status)
        return a->status < b->status ? -1 : 1;
    return compare_doubles(a->runs, b->runs);
}

int rows_compare_field(const struct inventory *inventory, enum field field, size_t a, size_t b)
{
    uint32_t x, y;

    if (!field_is_number(field))
        return compare_doubles(inventory->columns[field].value[a],
                               inventory->columns[field].value[b]);
    x = number_of(inventory, field, a);
    y = number_of(inventory, field, b);
    if (x == y)
        return 0;
    switch (field_info(field)->kind) {
    case KIND_TEXT:
        return text_compare(inventory_text(inventory, x), inventory_text(inventory, y));
    case KIND_PERSON:
        return text_compare(inventory_person_name(inventory, x),
                            inventory_person_name(inventory, y));
    case KIND_FREQUENCY:
        return compare_frequencies(&inventory->frequencies[x], &inventory->frequencies[y]);
    default:
        return x < y ? -1 : 1;
    }
}

bool row_has(const struct inventory *inventory, enum field field, size_t row)
{
    return field_is_number(field) ? number_of(inventory, field, row) != 0
                                  : !isnan(inventory->columns[field].value[row]);
}

int rows_compare(const struct inventory *inventory, size_t a, size_t b)
{
    int field, order = 0;

    if (inventory->columns[FIELD_name].number)
        order = rows_compare_field(inventory, FIELD_name, a, b);
    for (field = 0; !order && field < FIELD_COUNT; field++)
        if (inventory->columns[field].number && field != FIELD_id &&
            row_merging((enum field)field) == MERGE_EQUAL)
            order = rows_compare_field(inventory, (enum field)field, a, b);
    return order;
}
