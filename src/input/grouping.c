#include "input/grouping.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/memory.h"

/* How the rows of a report may differ in a field. */
enum merging { MERGE_EQUAL, MERGE_UNITE, MERGE_SUM, MERGE_MOST };

static enum merging merging_of(enum field field)
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

/* Order of two rows by one field, by what people wrote and not by our numbers. */
static int compare_field(const struct inventory *inventory, enum field field, size_t a, size_t b)
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

static bool is_known(const struct inventory *inventory, enum field field, size_t row)
{
    return field_is_number(field) ? number_of(inventory, field, row) != 0
                                  : !isnan(inventory->columns[field].value[row]);
}

/* The name first: parts of one id are numbered in the order of their names. */
static int compare_contents(const struct inventory *inventory, size_t a, size_t b)
{
    int field, order = 0;

    if (inventory->columns[FIELD_name].number)
        order = compare_field(inventory, FIELD_name, a, b);
    for (field = 0; !order && field < FIELD_COUNT; field++)
        if (inventory->columns[field].number && field != FIELD_id &&
            merging_of((enum field)field) == MERGE_EQUAL)
            order = compare_field(inventory, (enum field)field, a, b);
    return order;
}

/* qsort has no context, so rows are sorted as records that bring their inventory. */
struct sortable {
    const struct inventory *inventory;
    uint32_t row, key;
};

static int compare_rows(const void *a, const void *b)
{
    const struct sortable *x = a, *y = b;

    return (x->row > y->row) - (x->row < y->row);
}

static int compare_keys(const void *a, const void *b)
{
    const struct sortable *x = a, *y = b;
    uint16_t file_x = x->inventory->file[x->row], file_y = y->inventory->file[y->row];

    if (file_x != file_y)
        return file_x < file_y ? -1 : 1;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return compare_rows(a, b);
}

static int compare_sortables(const void *a, const void *b)
{
    const struct sortable *x = a, *y = b;
    int order = compare_contents(x->inventory, x->row, y->row);

    return order ? order : compare_rows(a, b);
}

/* Whether no two of the rows say different things where they must agree. */
static bool agree(const struct inventory *inventory, const struct sortable *rows, size_t count)
{
    size_t i, known;
    int field;

    for (field = 0; field < FIELD_COUNT; field++) {
        if (!inventory->columns[field].number || merging_of((enum field)field) != MERGE_EQUAL)
            continue;
        for (i = 0, known = count; i < count; i++) {
            if (!is_known(inventory, (enum field)field, rows[i].row))
                continue;
            if (known < count &&
                compare_field(inventory, (enum field)field, rows[known].row, rows[i].row) != 0)
                return false;
            known = i;
        }
    }
    return true;
}

/* Rows of one report point to its first row. */
struct joining {
    struct builder *builder;
    uint32_t *first; /* by row */
    struct grouping *grouping;
};

static void join(struct joining *joining, const struct sortable *rows, size_t count)
{
    uint32_t first = rows[0].row;
    size_t i;

    for (i = 1; i < count; i++)
        first = rows[i].row < first ? rows[i].row : first;
    for (i = 0; i < count; i++)
        joining->first[rows[i].row] = first;
}

static void set_part(struct joining *joining, const struct sortable *rows, size_t count,
                     uint32_t part)
{
    struct inventory *inventory = joining->builder->inventory;
    struct grouping *grouping = joining->grouping;
    struct text id = inventory_text(inventory, number_of(inventory, FIELD_id, rows[0].row));
    struct place place = {inventory->inputs[inventory->file[rows[0].row]].file,
                          inventory->line[rows[0].row], 1};
    size_t i;

    if (part < 2)
        return;
    if (!grouping->part)
        grouping->part = memory_alloc(joining->builder->rows, sizeof *grouping->part);
    for (i = 0; i < count; i++)
        grouping->part[rows[i].row] = part;
    diag_add(inventory->diag, SEVERITY_WARNING, "id-used-twice", place,
             "the id \"%.*s\" is used for another report too; this one is read as %.*s#%u",
             TEXT_ARGS(id), TEXT_ARGS(id), part);
}

/* Rows with one id: one report if they agree, else one for each name, else one for each content. */
static void join_rows_of_id(struct joining *joining, struct sortable *rows, size_t count)
{
    const struct inventory *inventory = joining->builder->inventory;
    size_t from, to, end;
    uint32_t part = 1;

    if (agree(inventory, rows, count)) {
        join(joining, rows, count);
        return;
    }
    qsort(rows, count, sizeof *rows, compare_sortables);
    for (from = 0; from < count; from = to) {
        for (to = from + 1; to < count && number_of(inventory, FIELD_name, rows[to].row) ==
                                              number_of(inventory, FIELD_name, rows[from].row);
             to++)
            ;
        if (agree(inventory, rows + from, to - from)) {
            join(joining, rows + from, to - from);
            set_part(joining, rows + from, to - from, part++);
            continue;
        }
        for (; from < to; from = end) {
            for (end = from + 1;
                 end < to && compare_contents(inventory, rows[from].row, rows[end].row) == 0; end++)
                ;
            join(joining, rows + from, end - from);
            set_part(joining, rows + from, end - from, part++);
        }
    }
}

static bool ids_repeat(const struct inventory *inventory, size_t rows)
{
    uint32_t *seen = memory_alloc(table_count(inventory->strings) + 1, sizeof *seen);
    const uint32_t *ids = inventory->columns[FIELD_id].number;
    bool repeat = false;
    size_t i;

    for (i = 0; ids && i < rows && !repeat; i++) {
        uint32_t file = inventory->file[i] + 1u;

        repeat = ids[i] && seen[ids[i]] == file;
        seen[ids[i]] = file;
    }
    memory_free(seen);
    return repeat;
}

static void join_by_id(struct joining *joining)
{
    struct builder *builder = joining->builder;
    struct inventory *inventory = builder->inventory;
    struct sortable *rows;
    size_t count = 0, from, to, i;

    if (!ids_repeat(inventory, builder->rows))
        return;
    rows = memory_alloc(builder->rows, sizeof *rows);
    for (i = 0; i < builder->rows; i++) {
        rows[count].inventory = inventory;
        rows[count].row = (uint32_t)i;
        rows[count].key = number_of(inventory, FIELD_id, i);
        count += rows[count].key != 0;
    }
    qsort(rows, count, sizeof *rows, compare_keys);
    for (from = 0; from < count; from = to) {
        for (to = from + 1; to < count && rows[to].key == rows[from].key &&
                            inventory->file[rows[to].row] == inventory->file[rows[from].row];
             to++)
            ;
        if (to - from > 1) {
            inventory->inputs[inventory->file[rows[from].row]].long_form = true;
            join_rows_of_id(joining, rows + from, to - from);
        }
    }
    memory_free(rows);
}

static size_t members_of(const struct list_column *list, size_t row)
{
    if (row + 1 >= list->start_capacity || list->start[row] == UINT32_MAX ||
        list->start[row + 1] == UINT32_MAX)
        return 0;
    return list->start[row + 1] - list->start[row];
}

/* A list without ids has a row for each recipient where no row has two, and at least half of the rows
 * stand with others that differ in nothing but the recipient. */
static void join_long_form(struct joining *joining, uint16_t file, size_t from, size_t to)
{
    struct inventory *inventory = joining->builder->inventory;
    const struct list_column *recipients = &joining->builder->lists[FIELD_recipients];
    struct sortable *rows;
    size_t count = 0, together = 0, i, end;

    for (i = from; i < to; i++)
        if (members_of(recipients, i) != 1 || number_of(inventory, FIELD_id, i))
            return;
    rows = memory_alloc(to - from, sizeof *rows);
    for (i = from; i < to; i++, count++) {
        rows[count].inventory = inventory;
        rows[count].row = (uint32_t)i;
    }
    qsort(rows, count, sizeof *rows, compare_sortables);
    for (i = 0; i < count; i = end) {
        bool differ = false;

        for (end = i + 1;
             end < count && compare_contents(inventory, rows[i].row, rows[end].row) == 0; end++)
            differ = differ || recipients->member[recipients->start[rows[i].row]] !=
                                   recipients->member[recipients->start[rows[end].row]];
        together += differ ? end - i : 0;
    }
    if (together * 2 >= count && together) {
        inventory->inputs[file].long_form = true;
        for (i = 0; i < count; i = end) {
            for (end = i + 1;
                 end < count && compare_contents(inventory, rows[i].row, rows[end].row) == 0; end++)
                ;
            join(joining, rows + i, end - i);
        }
    }
    memory_free(rows);
}

static void number_reports(struct grouping *grouping, const uint32_t *first, size_t rows)
{
    size_t i;

    grouping->report_of = memory_alloc(rows, sizeof *grouping->report_of);
    grouping->row = memory_alloc(rows, sizeof *grouping->row);
    for (i = 0; i < rows; i++)
        grouping->report_of[i] = first[i] == i ? (uint32_t)grouping->reports++
                                               : grouping->report_of[first[i]];
    grouping->start = memory_alloc(grouping->reports + 2, sizeof *grouping->start);
    for (i = 0; i < rows; i++)
        grouping->start[grouping->report_of[i] + 2]++;
    for (i = 2; i < grouping->reports + 2; i++)
        grouping->start[i] += grouping->start[i - 1];
    for (i = 0; i < rows; i++)
        grouping->row[grouping->start[grouping->report_of[i] + 1]++] = (uint32_t)i;
}

void grouping_find(struct grouping *grouping, struct builder *builder)
{
    struct joining joining = {builder, NULL, grouping};
    const struct inventory *inventory = builder->inventory;
    size_t from, to, i;

    memset(grouping, 0, sizeof *grouping);
    joining.first = memory_alloc(builder->rows, sizeof *joining.first);
    for (i = 0; i < builder->rows; i++)
        joining.first[i] = (uint32_t)i;
    join_by_id(&joining);
    for (from = 0; from < builder->rows; from = to) {
        for (to = from + 1;
             to < builder->rows && inventory->file[to] == inventory->file[from]; to++)
            ;
        join_long_form(&joining, inventory->file[from], from, to);
    }
    for (i = 0; i < builder->rows && joining.first[i] == i; i++)
        ;
    if (i < builder->rows)
        number_reports(grouping, joining.first, builder->rows);
    else
        grouping->reports = builder->rows;
    memory_free(joining.first);
}

static double merged_value(const double *values, enum merging merging, const uint32_t *rows,
                           size_t count)
{
    double merged = NAN;
    size_t i;

    for (i = 0; i < count; i++) {
        double value = values[rows[i]];

        if (isnan(value))
            continue;
        if (isnan(merged))
            merged = value;
        else if (merging == MERGE_SUM)
            merged += value;
        else if (merging == MERGE_MOST && value > merged)
            merged = value;
    }
    return merged;
}

static uint32_t merged_number(const uint32_t *numbers, enum merging merging, const uint32_t *rows,
                              size_t count)
{
    uint32_t merged = 0;
    size_t i;

    for (i = 0; i < count; i++) {
        if (merging == MERGE_UNITE)
            merged |= numbers[rows[i]]; /* channels */
        else if (!merged)
            merged = numbers[rows[i]];
    }
    return merged;
}

/* A report is written at or before its first row, so nothing is overwritten that is still needed. */
void grouping_apply(const struct grouping *grouping, struct builder *builder)
{
    struct inventory *inventory = builder->inventory;
    size_t report, count;
    const uint32_t *rows;
    int field;

    if (!grouping->report_of)
        return;
    for (report = 0; report < grouping->reports; report++) {
        rows = grouping->row + grouping->start[report];
        count = grouping->start[report + 1] - grouping->start[report];
        for (field = 0; field < FIELD_COUNT; field++) {
            union field_column *column = &inventory->columns[field];
            enum merging merging = merging_of((enum field)field);

            if (!column->number)
                continue;
            if (field_is_number((enum field)field))
                column->number[report] = merged_number(column->number, merging, rows, count);
            else
                column->value[report] = merged_value(column->value, merging, rows, count);
        }
        inventory->offset[report] = inventory->offset[rows[0]];
        inventory->line[report] = inventory->line[rows[0]];
        inventory->file[report] = inventory->file[rows[0]];
        if (grouping->part)
            grouping->part[report] = grouping->part[rows[0]];
    }
}

void grouping_clear(struct grouping *grouping)
{
    memory_free(grouping->report_of);
    memory_free(grouping->start);
    memory_free(grouping->row);
    memory_free(grouping->part);
}

/* Of the same members in any order; the numbers of people and terms do not show. */
static uint64_t hash_of_set(const struct inventory *inventory, enum field field, uint32_t number)
{
    struct set set = inventory_set(inventory, number);
    uint64_t sum = 0;
    uint32_t i;

    for (i = 0; i < set.count; i++) {
        struct text text = field_info(field)->kind == KIND_PEOPLE
                               ? inventory_person_name(inventory, set.member[i])
                               : inventory_term(inventory, set.member[i]);

        sum += XXH3_64bits(text.data, text.size);
    }
    return sum + set.count + (number != 0);
}

static int compare_sets(const struct inventory *inventory, size_t a, size_t b)
{
    int field;

    for (field = 0; field < FIELD_COUNT; field++) {
        enum field_kind kind = field_info((enum field)field)->kind;
        uint64_t x, y;

        if ((kind != KIND_PEOPLE && kind != KIND_TERMS) || !inventory->columns[field].number)
            continue;
        x = hash_of_set(inventory, (enum field)field, inventory->columns[field].number[a]);
        y = hash_of_set(inventory, (enum field)field, inventory->columns[field].number[b]);
        if (x != y)
            return x < y ? -1 : 1;
    }
    return 0;
}

static int compare_reports(const void *a, const void *b)
{
    const struct sortable *x = a, *y = b;
    int order = compare_contents(x->inventory, x->row, y->row);

    order = order ? order : compare_sets(x->inventory, x->row, y->row);
    return order ? order : compare_rows(a, b);
}

void grouping_sort_by_contents(const struct inventory *inventory, uint32_t *reports, size_t count)
{
    struct sortable *rows = memory_alloc(count, sizeof *rows);
    size_t i;

    for (i = 0; i < count; i++) {
        rows[i].inventory = inventory;
        rows[i].row = reports[i];
    }
    qsort(rows, count, sizeof *rows, compare_reports);
    for (i = 0; i < count; i++)
        reports[i] = rows[i].row;
    memory_free(rows);
}
