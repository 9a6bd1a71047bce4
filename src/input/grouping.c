#include "input/grouping.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/memory.h"
#include "input/row_order.h"

static uint32_t number_of(const struct inventory *inventory, enum field field, size_t row)
{
    const uint32_t *numbers = inventory->columns[field].number;

    return numbers ? numbers[row] : 0;
}

/* qsort has no context, so rows are sorted as records that bring their inventory. */
struct sortable {
    const struct inventory *inventory;
    uint32_t row;
};

static int compare_rows(const void *a, const void *b)
{
    const struct sortable *x = a, *y = b;

    return (x->row > y->row) - (x->row < y->row);
}

static int compare_sortables(const void *a, const void *b)
{
    const struct sortable *x = a, *y = b;
    int order = rows_compare(x->inventory, x->row, y->row);

    return order ? order : compare_rows(a, b);
}

/* Whether no two of the rows say different things where they must agree. */
static bool agree(const struct inventory *inventory, const struct sortable *rows, size_t count)
{
    size_t i, known;
    int field;

    for (field = 0; field < FIELD_COUNT; field++) {
        const uint32_t *numbers =
            field_is_number((enum field)field) ? inventory->columns[field].number : NULL;

        if (!inventory->columns[field].number || row_merging((enum field)field) != MERGE_EQUAL)
            continue;
        for (i = 0, known = 0; i < count; i++) {
            if (i && numbers && numbers[rows[i].row] == numbers[rows[known].row])
                continue;
            if (!row_has(inventory, (enum field)field, rows[i].row))
                continue;
            if (i && row_has(inventory, (enum field)field, rows[known].row) &&
                rows_compare_field(inventory, (enum field)field, rows[known].row, rows[i].row) != 0)
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
                 end < to && rows_compare(inventory, rows[from].row, rows[end].row) == 0; end++)
                ;
            join(joining, rows + from, end - from);
            set_part(joining, rows + from, end - from, part++);
        }
    }
}

/* Rows of one file by id, by counting: rows[start[id]] up to start[id + 1] have it, in their order.
 */
struct by_id {
    uint32_t *start, *rows;
    size_t ids;
};

static void sort_by_id(struct by_id *by_id, const uint32_t *ids, size_t from, size_t to)
{
    size_t i;

    memset(by_id->start, 0, (by_id->ids + 2) * sizeof *by_id->start);
    for (i = from; i < to; i++)
        by_id->start[ids[i] + 1]++;
    for (i = 1; i <= by_id->ids + 1; i++)
        by_id->start[i] += by_id->start[i - 1];
    for (i = from; i < to; i++)
        by_id->rows[by_id->start[ids[i]]++] = (uint32_t)i;
    /* Each start has moved to the next one's place. */
    for (i = by_id->ids + 1; i > 0; i--)
        by_id->start[i] = by_id->start[i - 1];
    by_id->start[0] = 0;
}

static void join_ids_of_file(struct joining *joining, struct by_id *by_id, size_t from, size_t to)
{
    struct inventory *inventory = joining->builder->inventory;
    struct sortable *rows = NULL;
    size_t capacity = 0, count, i, j;

    sort_by_id(by_id, inventory->columns[FIELD_id].number, from, to);
    for (i = 1; i <= by_id->ids; i++) {
        count = by_id->start[i + 1] - by_id->start[i];
        if (count < 2)
            continue;
        if (count > capacity)
            rows = memory_grow(rows, count, &capacity, sizeof *rows);
        for (j = 0; j < count; j++) {
            rows[j].inventory = inventory;
            rows[j].row = by_id->rows[by_id->start[i] + j];
        }
        inventory->inputs[inventory->file[from]].long_form = true;
        join_rows_of_id(joining, rows, count);
    }
    memory_free(rows);
}

static bool ids_repeat(const struct inventory *inventory, size_t from, size_t to)
{
    uint8_t *seen = memory_alloc((size_t)table_count(inventory->strings) + 1, 1);
    const uint32_t *ids = inventory->columns[FIELD_id].number;
    size_t i;

    for (i = from; i < to && !(ids[i] && seen[ids[i]]); i++)
        seen[ids[i]] = 1;
    memory_free(seen);
    return i < to;
}

static void join_by_id(struct joining *joining, size_t from, size_t to)
{
    struct inventory *inventory = joining->builder->inventory;
    struct by_id by_id = {NULL, NULL, table_count(inventory->strings)};

    if (!inventory->columns[FIELD_id].number || !ids_repeat(inventory, from, to))
        return;
    by_id.start = memory_alloc(by_id.ids + 2, sizeof *by_id.start);
    by_id.rows = memory_alloc(to - from, sizeof *by_id.rows);
    join_ids_of_file(joining, &by_id, from, to);
    memory_free(by_id.start);
    memory_free(by_id.rows);
}

static size_t members_of(const struct list_column *list, size_t row)
{
    if (row + 1 >= list->start_capacity || list->start[row] == UINT32_MAX ||
        list->start[row + 1] == UINT32_MAX)
        return 0;
    return list->start[row + 1] - list->start[row];
}

/* The rows without an id whose names stand in several rows. */
static struct sortable *rows_of_repeated_names(const struct inventory *inventory, size_t from,
                                               size_t to, size_t *count)
{
    uint8_t *seen = memory_alloc((size_t)table_count(inventory->strings) + 1, 1);
    struct sortable *rows = NULL;
    size_t capacity = 0, i;
    uint32_t name;

    for (i = from; i < to; i++) {
        name = number_of(inventory, FIELD_name, i);
        seen[name] = (uint8_t)(seen[name] + (seen[name] < 2));
    }
    for (i = from, *count = 0; i < to; i++) {
        if (seen[number_of(inventory, FIELD_name, i)] < 2 || number_of(inventory, FIELD_id, i))
            continue;
        rows = MEMORY_ROOM(rows, *count, capacity);
        rows[*count].inventory = inventory;
        rows[(*count)++].row = (uint32_t)i;
    }
    memory_free(seen);
    return rows;
}

static bool have_different_recipients(const struct list_column *recipients,
                                      const struct sortable *rows, size_t count)
{
    uint32_t first = 0, member;
    size_t i;

    for (i = 0; i < count; i++) {
        if (members_of(recipients, rows[i].row) != 1)
            continue;
        member = recipients->member[recipients->start[rows[i].row]];
        if (first && member != first)
            return true;
        first = member;
    }
    return false;
}

/* A list without ids has a row for each recipient where rows differ in nothing else. */
static void join_long_form(struct joining *joining, uint16_t file, size_t from, size_t to)
{
    struct inventory *inventory = joining->builder->inventory;
    const struct list_column *recipients = &joining->builder->lists[FIELD_recipients];
    struct sortable *rows;
    size_t count, i, end;

    if (!recipients->count)
        return;
    rows = rows_of_repeated_names(inventory, from, to, &count);
    if (count)
        qsort(rows, count, sizeof *rows, compare_sortables);
    for (i = 0; i < count; i = end) {
        for (end = i + 1; end < count && rows_compare(inventory, rows[i].row, rows[end].row) == 0;
             end++)
            ;
        if (!have_different_recipients(recipients, rows + i, end - i))
            continue;
        inventory->inputs[file].long_form = true;
        join(joining, rows + i, end - i);
    }
    memory_free(rows);
}

/* What --fill-down gave the name of the row above goes on with its report, unless it says something
 * else. */
static void join_continued(struct joining *joining)
{
    const struct row_list *goes_on = &joining->builder->goes_on;
    struct inventory *inventory = joining->builder->inventory;
    size_t i;

    for (i = 0; i < goes_on->count; i++) {
        uint32_t row = goes_on->row[i];
        struct sortable pair[2] = {{inventory, row ? row - 1 : 0}, {inventory, row}};

        if (!row || joining->first[row] != row ||
            inventory->file[row] != inventory->file[row - 1] || !agree(inventory, pair, 2))
            continue;
        joining->first[row] = row - 1;
        inventory->inputs[inventory->file[row]].long_form = true;
    }
}

static void number_reports(struct grouping *grouping, const uint32_t *first, size_t rows)
{
    size_t i;

    grouping->report_of = memory_alloc(rows, sizeof *grouping->report_of);
    grouping->row = memory_alloc(rows, sizeof *grouping->row);
    for (i = 0; i < rows; i++)
        grouping->report_of[i] =
            first[i] == i ? (uint32_t)grouping->reports++ : grouping->report_of[first[i]];
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
    for (from = 0; from < builder->rows; from = to) {
        for (to = from + 1; to < builder->rows && inventory->file[to] == inventory->file[from];
             to++)
            ;
        join_by_id(&joining, from, to);
        join_long_form(&joining, inventory->file[from], from, to);
    }
    join_continued(&joining);
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

/* A report is written at or before its first row, so nothing is overwritten that is still needed.
 */
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
            enum merging merging = row_merging((enum field)field);

            if (!column->number)
                continue;
            if (field_is_number((enum field)field))
                column->number[report] = merged_number(column->number, merging, rows, count);
            else
                column->value[report] = merged_value(column->value, merging, rows, count);
        }
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
    int order = rows_compare(x->inventory, x->row, y->row);

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
