#include "document/shown.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "document/rounding.h"
#include "model/date.h"

/* Digits in groups of three, with the decimals that text has. */
static struct text group_digits(const char *digits, const char *sign, const char *behind,
                                char buffer[SHOWN_SIZE])
{
    size_t whole = strcspn(digits, "."), size = 0;
    size += (size_t)snprintf(buffer, SHOWN_SIZE / 2, "%s", sign);
    for (size_t i = 0; digits[i] && size < SHOWN_SIZE - 8; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0)
            buffer[size++] = ',';
        buffer[size++] = digits[i];
    }
    size += (size_t)snprintf(buffer + size, SHOWN_SIZE - size, "%s", behind);
    return text_make(buffer, size);
}

/* units whole units of that size; what is there but rounds to nothing is less than one of them. */
static struct text show_units(double units, double unit, bool something, const char *behind,
                              char buffer[SHOWN_SIZE])
{
    char digits[SHOWN_SIZE];
    bool hidden = units == 0 && something;
    snprintf(digits, sizeof digits, "%.0f", hidden ? unit : fabs(units) * unit);
    return group_digits(digits, hidden ? "<" : units < 0 ? "-" : "", behind, buffer);
}

struct text shown_number(double number, char buffer[SHOWN_SIZE])
{
    return show_units(round(number), 1, number > 0, "", buffer);
}

struct text shown_share(double share, char buffer[SHOWN_SIZE])
{
    return show_units(round(share * 100), 1, share > 0, " %", buffer);
}

struct text shown_decimal(double number, char buffer[SHOWN_SIZE])
{
    char digits[SHOWN_SIZE];
    size_t size = (size_t)snprintf(digits, sizeof digits, "%.2f", fabs(number));
    while (digits[size - 1] == '0')
        digits[--size] = '\0';
    if (digits[size - 1] == '.')
        digits[--size] = '\0';
    return group_digits(digits, number < 0 && strcmp(digits, "0") != 0 ? "-" : "", "", buffer);
}

/* The amount that is rounded for people: major units, hours, per cent. */
static bool rounded_amount(const struct cell *cell, double *amount)
{
    switch (cell->kind) {
    case CELL_MONEY:
        *amount = (double)cell->as.cents / 100;
        return true;
    case CELL_HOURS:
        *amount = cell->as.number;
        return true;
    case CELL_SHARE:
        *amount = cell->as.number * 100;
        return true;
    default:
        return false;
    }
}

struct gathered {
    struct arena *arena;
    const struct document *document;
    const struct table_block *table;
    size_t *column;      /* numbers of the shown columns */
    struct cell **cells; /* by shown row; all columns of the table */
    size_t capacity;     /* rows */
    struct shown *shown;
};

struct text shown_cell(struct arena *arena, const struct document *document,
                       const struct cell *cell)
{
    char buffer[SHOWN_SIZE];
    double amount = 0, unit = 1;
    if (rounded_amount(cell, &amount)) {
        if (cell->kind == CELL_MONEY && document->about)
            unit = unit_of_about(amount);
        return arena_copy(arena, show_units(round(amount / unit), unit, amount > 0,
                                            cell->kind == CELL_SHARE ? " %" : "", buffer));
    }
    switch (cell->kind) {
    case CELL_COUNT:
        return arena_copy(arena, shown_number((double)cell->as.count, buffer));
    case CELL_NUMBER:
        return arena_copy(arena, shown_decimal(cell->as.number, buffer));
    case CELL_DATE:
        return arena_copy(arena, date_format(cell->as.date, buffer));
    case CELL_FLAG:
        return text_of(cell->as.flag ? "yes" : "no");
    case CELL_TEXT:
        return cell->as.text;
    default:
        return (struct text){0};
    }
}

double cell_amount(const struct cell *cell)
{
    double amount = NAN;
    if (rounded_amount(cell, &amount))
        return amount;
    switch (cell->kind) {
    case CELL_COUNT:
        return (double)cell->as.count;
    case CELL_NUMBER:
        return cell->as.number;
    case CELL_DATE:
        return cell->as.date;
    default:
        return NAN;
    }
}

static struct text show_cell(const struct gathered *gathered, const struct column *column,
                             const struct cell *cell)
{
    struct text t = shown_cell(gathered->arena, gathered->document, cell);
    if (cell->kind != CELL_COUNT || !column->one)
        return t;
    return arena_printf(gathered->arena, "%.*s %s", TEXT_ARGS(t),
                        cell->as.count == 1 ? column->one : column->many);
}

static struct text show_rounded(const struct gathered *gathered, enum cell_kind kind, int64_t units,
                                double unit, bool something)
{
    char buffer[SHOWN_SIZE];
    return arena_copy(gathered->arena, show_units((double)units, unit, something,
                                                  kind == CELL_SHARE ? " %" : "", buffer));
}

/* The plain rows from first up to the total get figures that add up to it. */
static void add_up(const struct gathered *gathered, size_t column, size_t first, size_t total)
{
    const struct shown *shown = gathered->shown;
    size_t number = gathered->column[column], count = 0;
    const struct cell *sum = &gathered->cells[total][number];
    double goal = 0;
    if (!rounded_amount(sum, &goal))
        return;
    double *values = ARENA_ARRAY(gathered->arena, total - first + 2, double);
    size_t *rows = ARENA_ARRAY(gathered->arena, total - first + 2, size_t);
    double rest = goal;
    for (size_t i = first; i < total; i++) {
        const struct cell *cell = &gathered->cells[i][number];
        if (shown->rows[i].style != ROW_PLAIN || cell->kind != sum->kind)
            continue;
        rounded_amount(cell, &values[count]);
        rest -= values[count];
        rows[count++] = i;
    }
    size_t shown_count = count;
    if (shown->hidden)
        values[count++] = rest;
    double unit = 1;
    if (sum->kind == CELL_MONEY && gathered->document->about)
        unit = unit_of_about(goal);
    int64_t *units = ARENA_ARRAY(gathered->arena, count + 1, int64_t);
    round_to_sum(values, count, goal, unit, units);
    for (size_t i = 0; i < shown_count; i++)
        shown->rows[rows[i]].cells[column] =
            show_rounded(gathered, sum->kind, units[i], unit, values[i] > 0);
    shown->rows[total].cells[column] =
        show_rounded(gathered, sum->kind, (int64_t)round(goal / unit), unit, goal > 0);
}

static void make_columns_add_up(const struct gathered *gathered)
{
    const struct shown *shown = gathered->shown;
    for (size_t c = 0; c < shown->column_count; c++) {
        if (!shown->columns[c]->adds_up)
            continue;
        for (size_t first = 0, i = 0; i < shown->count; i++) {
            if (shown->rows[i].style != ROW_TOTAL)
                continue;
            add_up(gathered, c, first, i);
            first = i + 1;
        }
    }
}

static void choose_columns(struct gathered *gathered)
{
    const struct table_block *table = gathered->table;
    struct shown *shown = gathered->shown;
    shown->columns = ARENA_ARRAY(gathered->arena, table->column_count, const struct column *);
    shown->titles = ARENA_ARRAY(gathered->arena, table->column_count, struct text);
    gathered->column = ARENA_ARRAY(gathered->arena, table->column_count, size_t);
    for (size_t c = 0; c < table->column_count; c++) {
        if (!table->columns[c].title)
            continue;
        gathered->column[shown->column_count] = c;
        shown->titles[shown->column_count] = text_of(table->columns[c].title);
        shown->columns[shown->column_count++] = &table->columns[c];
    }
}

/* Room for one more row. */
static void grow(struct gathered *gathered)
{
    struct shown *shown = gathered->shown;
    size_t capacity = 2 * gathered->capacity + 64;
    struct cell **cells = ARENA_ARRAY(gathered->arena, capacity, struct cell *);
    struct shown_row *rows = ARENA_ARRAY(gathered->arena, capacity, struct shown_row);
    for (size_t i = 0; i < gathered->capacity; i++) {
        cells[i] = gathered->cells[i];
        rows[i] = shown->rows[i];
    }
    gathered->cells = cells;
    shown->rows = rows;
    gathered->capacity = capacity;
}

/* Rows that are not plain go with the plain row above them; totals and figures apart always show.
 */
static void gather_rows(struct gathered *gathered)
{
    const struct table_block *table = gathered->table;
    struct shown *shown = gathered->shown;
    size_t plain = 0;
    struct cell *row = NULL;
    grow(gathered);
    for (size_t i = 0; i < table->row_count; i++) {
        if (!row)
            row = ARENA_ARRAY(gathered->arena, table->column_count, struct cell);
        memset(row, 0, table->column_count * sizeof *row);
        enum row_style style = table->row(table->context, i, row);
        plain += style == ROW_PLAIN;
        bool over = table->limit && plain > table->limit;
        if (over && style != ROW_TOTAL && style != ROW_APART) {
            if (!shown->hidden)
                shown->hidden_at = shown->count;
            shown->hidden += style == ROW_PLAIN;
            continue;
        }
        if (shown->count == gathered->capacity)
            grow(gathered);
        gathered->cells[shown->count] = row;
        shown->rows[shown->count++].style = style;
        row = NULL;
    }
}

/* A column of money says which, and whether it is rounded because most is assumed. */
static void mark_money(const struct gathered *gathered, size_t column)
{
    const struct document *document = gathered->document;
    struct shown *shown = gathered->shown;
    const char *sign = document->currency ? document->currency : "";
    bool money = false;
    for (size_t i = 0; i < shown->count; i++)
        money |= gathered->cells[i][gathered->column[column]].kind == CELL_MONEY;
    if (money && shown->titles[column].size && (*sign || document->about))
        shown->titles[column] =
            arena_printf(gathered->arena, "%.*s,%s%s%s", TEXT_ARGS(shown->titles[column]),
                         document->about ? " about" : "", *sign ? " " : "", sign);
}

void shown_table(struct arena *arena, const struct document *document,
                 const struct table_block *table, struct shown *shown)
{
    *shown = (struct shown){0};
    struct gathered gathered = {arena, document, table, NULL, NULL, 0, shown};
    choose_columns(&gathered);
    gather_rows(&gathered);
    for (size_t i = 0; i < shown->count; i++) {
        shown->rows[i].cells = ARENA_ARRAY(arena, shown->column_count, struct text);
        for (size_t c = 0; c < shown->column_count; c++)
            shown->rows[i].cells[c] =
                show_cell(&gathered, shown->columns[c], &gathered.cells[i][gathered.column[c]]);
    }
    make_columns_add_up(&gathered);
    for (size_t c = 0; c < shown->column_count; c++)
        mark_money(&gathered, c);
}
