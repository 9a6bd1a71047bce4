/* Numbers and dates of a column. What one cell leaves open, such as 1.234 or 03/04/2026, waits for
 * the end of the file: another cell may tell how the column is written. */
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "input/builder.h"

static enum quantity_unit unit_of(enum field field)
{
    switch (field_info(field)->kind) {
    case KIND_MONEY:
        return QUANTITY_MONEY;
    case KIND_HOURS:
        return QUANTITY_HOURS;
    case KIND_MINUTES:
        return QUANTITY_MINUTES;
    case KIND_SHARE:
        return QUANTITY_SHARE;
    default:
        return QUANTITY_PLAIN;
    }
}

/* Digits with at most one point that cannot be a thousands mark: most of all numbers. */
static bool parse_plain(struct text t, double *value, enum decimal_mark *mark)
{
    static const double tenths[] = {1, 10, 100};
    uint64_t digits = 0;
    size_t i, fraction = 0;
    bool point = false;

    if (t.size == 0 || t.size > 15)
        return false;
    for (i = 0; i < t.size; i++) {
        if (t.data[i] == '.' && !point && i) {
            point = true;
        } else if (byte_is_digit((unsigned char)t.data[i])) {
            digits = digits * 10 + (uint64_t)(t.data[i] - '0');
            fraction += point;
        } else {
            return false;
        }
    }
    if (fraction > 2 || (point && !fraction))
        return false;
    if (point)
        *mark = DECIMAL_POINT;
    *value = (double)digits / tenths[fraction];
    return true;
}

static void leave_open(struct builder *builder, struct reading *reading, const struct csv_row *row,
                       size_t index, size_t column, enum field field, struct text cell)
{
    struct open_cell *open;

    builder->open = MEMORY_ROOM(builder->open, builder->open_count, builder->open_capacity);
    open = &builder->open[builder->open_count++];
    open->row = (uint32_t)index;
    open->field = (int)field;
    open->text = table_add(builder->inventory->strings, cell);
    open->place = place_of_cell(reading, row, column);
}

static void tell_bad(struct builder *builder, struct place place, enum field field,
                     struct text cell, const char *what)
{
    bool counts_people = field == FIELD_readers || field == FIELD_recipient_count;

    diag_add(builder->inventory->diag, SEVERITY_WARNING, "bad-value", place,
             "%s: \"%.*s\" %s; it is taken as unknown%s", field_info(field)->name, TEXT_ARGS(cell),
             what,
             counts_people ? "; if the column names who gets it, say --map recipients=HEADER" : "");
}

/* What makes no sense as a value of the field, in words; NULL where it does. A share above 1 and up
 * to 100 was meant in per cent. */
static const char *correct(enum field field, double *value)
{
    if (*value < 0)
        return "is below zero";
    if (field_info(field)->kind == KIND_SHARE) {
        if (*value > 1 && *value <= 100)
            *value /= 100;
        if (*value > 1)
            return "is more than all";
    }
    if (field == FIELD_rating && (*value < 1 || *value > 5))
        return "is not between 1 and 5";
    return NULL;
}

/* What no report reaches: a run a minute all year, a hundred million readers, more hours than half
 * a million posts, a hundred thousand million of money. */
enum { COMMON_MOST = 525600 }; /* the least of them: most cells are told by it alone */

static double most_of(enum field field)
{
    switch (field_info(field)->kind) {
    case KIND_MONEY:
        return field == FIELD_hourly_rate ? 1e8 : 1e11;
    case KIND_HOURS:
        return text_is(text_of(field_info(field)->unit), "h/run") ? 1e6 : 1e9;
    case KIND_MINUTES:
        return 6e7;
    default:
        return field == FIELD_runs_per_year ? COMMON_MOST : field == FIELD_pages ? 1e6 : 1e8;
    }
}

/* Told once for each column: what cuts one cell often cuts them all. */
static double cut(struct builder *builder, struct place place, enum field field, struct text cell,
                  double value)
{
    double most = most_of(field);

    if (!(value > most))
        return value;
    if (!builder->cut[field])
        diag_add(builder->inventory->diag, SEVERITY_WARNING, "value-cut", place,
                 "%s: %.*s is more than %.0f, so it is taken as %.0f; so are all that are more",
                 field_info(field)->name, TEXT_ARGS(cell), most, most);
    builder->cut[field] = true;
    return most;
}

static void hint(struct builder *builder, const struct reading *reading, const struct csv_row *row,
                 size_t column, enum field field, unsigned revealed)
{
    struct hints *hints = &builder->hints[field];

    if (!revealed || hints->seen & 1u << revealed)
        return;
    hints->seen |= 1u << revealed;
    hints->first[revealed] = place_of_cell(reading, row, column);
}

static bool is_time(enum field field)
{
    return unit_of(field) == QUANTITY_HOURS || unit_of(field) == QUANTITY_MINUTES;
}

/* Once a column. */
static void tell_of_days(struct builder *builder, struct place place, enum field field,
                         struct text cell)
{
    if (builder->in_days[field] || !quantity_is_in_days(cell))
        return;
    builder->in_days[field] = true;
    diag_add(builder->inventory->diag, SEVERITY_NOTE, "working-days", place,
             "%s: \"%.*s\" is read in working days of 8 hours; so are all days of the column",
             field_info(field)->name, TEXT_ARGS(cell));
}

static double parse_number(struct builder *builder, struct reading *reading,
                           const struct csv_row *row, size_t index, size_t column, enum field field,
                           struct text cell)
{
    enum decimal_mark revealed = DECIMAL_UNKNOWN;
    double value = NAN, other = NAN;
    const char *wrong = NULL;

    if (!parse_plain(cell, &value, &revealed)) {
        revealed = quantity_reveals_mark(cell);
        if (!quantity_parse(cell, unit_of(field), revealed, &value)) {
            wrong = is_time(field) ? "is no time in hours or minutes" : "is no number";
        } else if (revealed == DECIMAL_UNKNOWN &&
                   quantity_parse(cell, unit_of(field), DECIMAL_POINT, &value) &&
                   quantity_parse(cell, unit_of(field), DECIMAL_COMMA, &other) &&
                   (value < other || value > other)) {
            leave_open(builder, reading, row, index, column, field, cell);
            return NAN;
        }
        if (is_time(field))
            tell_of_days(builder, place_of_cell(reading, row, column), field, cell);
    }
    hint(builder, reading, row, column, field, revealed);
    wrong = wrong ? wrong : correct(field, &value);
    if (!wrong)
        return value <= COMMON_MOST
                   ? value
                   : cut(builder, place_of_cell(reading, row, column), field, cell, value);
    tell_bad(builder, place_of_cell(reading, row, column), field, cell, wrong);
    return NAN;
}

static double parse_date(struct builder *builder, struct reading *reading,
                         const struct csv_row *row, size_t index, size_t column, enum field field,
                         struct text cell)
{
    enum date_order order = builder->options->date_order;
    enum date_order revealed = date_reveals_order(cell);
    int32_t date;

    hint(builder, reading, row, column, field, revealed);
    switch (date_parse(cell, order ? order : revealed, &date)) {
    case DATE_OK:
        return date;
    case DATE_NEEDS_ORDER:
        leave_open(builder, reading, row, index, column, field, cell);
        return NAN;
    default:
        tell_bad(builder, place_of_cell(reading, row, column), field, cell, "is no date");
        return NAN;
    }
}

void take_values(struct builder *builder, struct reading *reading, struct csv_row *const *rows,
                 size_t count, enum field field)
{
    const struct field_columns *columns = &reading->columns.fields[field];
    double *values = builder->inventory->columns[field].value + builder->rows;
    bool is_date = field_info(field)->kind == KIND_DATE;
    size_t i, column = 0;
    struct text cell;

    for (i = 0; i < count; i++) {
        cell = first_filled(columns, rows[i], &column);
        if (!cell.size)
            values[i] = NAN;
        else if (is_date)
            values[i] =
                parse_date(builder, reading, rows[i], builder->rows + i, column, field, cell);
        else
            values[i] =
                parse_number(builder, reading, rows[i], builder->rows + i, column, field, cell);
    }
}

/* Both marks, or both orders. */
enum { HINTS_CONFLICT = 1u << 1 | 1u << 2 };

static unsigned single_hint(unsigned seen)
{
    return seen == 1u << 1 ? 1 : seen == 1u << 2 ? 2 : 0;
}

static void tell_conflict(struct builder *builder, enum field field)
{
    const struct hints *hints = &builder->hints[field];
    bool is_date = field_info(field)->kind == KIND_DATE;
    bool is_later = hints->first[2].line > hints->first[1].line;
    unsigned first = is_later ? 1 : 2, second = is_later ? 2 : 1;
    static const char *const words[2][3] = {{NULL, "a decimal point", "a decimal comma"},
                                            {NULL, "day/month", "month/day"}};

    diag_add(builder->inventory->diag, SEVERITY_WARNING, is_date ? "date-order" : "decimal-mark",
             hints->first[second],
             "%s: line %u is written with %s, this line with %s; what could be either is taken as "
             "unknown%s",
             field_info(field)->name, hints->first[first].line, words[is_date][first],
             words[is_date][second], is_date ? "; say --date-order dmy or mdy" : "");
}

/* The mark of a column that does not show it: that of the other numbers of the file; else a file
 * that needs semicolons between its cells has commas in its numbers. Without a hint, 1.234 is a
 * decimal and 1,234 a thousand: see model/quantity.h. */
static enum decimal_mark supposed_mark(const struct builder *builder, const struct reading *reading)
{
    unsigned seen = 0;
    int field;

    for (field = 0; field < FIELD_COUNT; field++)
        if (field_info((enum field)field)->kind != KIND_DATE)
            seen |= builder->hints[field].seen;
    if (single_hint(seen))
        return (enum decimal_mark)single_hint(seen);
    return reading->delimiter == ';' ? DECIMAL_COMMA : DECIMAL_UNKNOWN;
}

static void tell_supposed(struct builder *builder, const struct open_cell *open, struct text cell,
                          double value)
{
    enum quantity_unit unit = unit_of((enum field)open->field);
    double point = value, comma = value;

    if (builder->told_mark[open->field])
        return;
    builder->told_mark[open->field] = true;
    quantity_parse(cell, unit, DECIMAL_POINT, &point);
    quantity_parse(cell, unit, DECIMAL_COMMA, &comma);
    diag_add(builder->inventory->diag, SEVERITY_NOTE, "decimal-mark", open->place,
             "%s: \"%.*s\" was read as %.10g; it could be %.10g, and no other number of the column "
             "tells",
             field_info((enum field)open->field)->name, TEXT_ARGS(cell), value,
             value > point || value < point ? point : comma);
}

static double close_number(struct builder *builder, const struct reading *reading,
                           const struct open_cell *open, struct text cell)
{
    enum field field = (enum field)open->field;
    unsigned seen = builder->hints[field].seen;
    double value = NAN;
    const char *wrong;

    if (seen == HINTS_CONFLICT) {
        tell_bad(builder, open->place, field, cell, "may have a decimal point or comma");
        return NAN;
    }
    quantity_parse(cell, unit_of(field),
                   seen ? (enum decimal_mark)single_hint(seen) : supposed_mark(builder, reading),
                   &value);
    if (!seen)
        tell_supposed(builder, open, cell, value);
    wrong = correct(field, &value);
    if (!wrong)
        return cut(builder, open->place, field, cell, value);
    tell_bad(builder, open->place, field, cell, wrong);
    return NAN;
}

static double close_date(struct builder *builder, const struct open_cell *open, struct text cell)
{
    unsigned seen = builder->hints[open->field].seen;
    int32_t date;

    if (date_parse(cell, (enum date_order)single_hint(seen), &date) == DATE_OK)
        return date;
    diag_add(builder->inventory->diag, SEVERITY_WARNING, "date-order", open->place,
             "%s: \"%.*s\" may be day/month or month/day; say --date-order dmy or mdy",
             field_info((enum field)open->field)->name, TEXT_ARGS(cell));
    return NAN;
}

void close_values(struct builder *builder, struct reading *reading)
{
    struct inventory *inventory = builder->inventory;
    bool order_given = builder->options->date_order != DATE_ORDER_UNKNOWN;
    size_t i;
    int field;

    for (field = 0; field < FIELD_COUNT; field++)
        if (builder->hints[field].seen == HINTS_CONFLICT &&
            !(order_given && field_info((enum field)field)->kind == KIND_DATE))
            tell_conflict(builder, (enum field)field);
    for (i = 0; i < builder->open_count; i++) {
        const struct open_cell *open = &builder->open[i];
        struct text cell = table_text(inventory->strings, open->text);

        inventory->columns[open->field].value[open->row] =
            field_info((enum field)open->field)->kind == KIND_DATE
                ? close_date(builder, open, cell)
                : close_number(builder, reading, open, cell);
    }
    builder->open_count = 0;
    memset(builder->hints, 0, sizeof builder->hints);
    memset(builder->told_mark, 0, sizeof builder->told_mark);
}
