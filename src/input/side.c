#include "input/side.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "input/cells.h"
#include "input/columns.h"
#include "input/dialect.h"
#include "model/quantity.h"

static size_t column_count(const struct side_table *table)
{
    size_t count = 0;

    while (count < SIDE_COLUMNS && table->columns[count].name)
        count++;
    return count;
}

static bool is_alias(const struct side_column *column, struct text key)
{
    struct text rest = text_of(column->aliases);
    struct text alias;

    if (text_is(key, column->name))
        return true;
    while (text_next(&rest, "|", &alias))
        if (text_equal(alias, key))
            return true;
    return false;
}

/* names: keys separated by "|", the best first; or NULL. */
static int find_key(const struct text *keys, size_t count, const char *names)
{
    struct text rest = text_of(names ? names : ""), name;
    size_t i;

    while (text_next(&rest, "|", &name))
        for (i = 0; i < count; i++)
            if (text_equal(keys[i], name))
                return (int)i;
    return -1;
}

static bool fits(const struct side_map *map, const struct text *keys, size_t count)
{
    size_t i;

    for (i = 0; map->headers[i]; i++)
        if (find_key(keys, count, map->headers[i]) < 0)
            return false;
    return true;
}

/* What headers are looked for. */
struct wanted {
    const struct side_table *table;
    const struct side_map *const *maps;
};

static const struct side_map *find_map(const struct wanted *wanted, const struct text *keys,
                                       size_t count)
{
    size_t i;

    for (i = 0; wanted->maps && wanted->maps[i]; i++)
        if (fits(wanted->maps[i], keys, count))
            return wanted->maps[i];
    return NULL;
}

static void match_aliases(const struct side_table *table, const struct text *keys, size_t count,
                          int *column)
{
    size_t i, j;

    for (i = 0; i < count; i++) {
        for (j = 0; j < column_count(table); j++) {
            if (!keys[i].size || !is_alias(&table->columns[j], keys[i]) ||
                (column[j] >= 0 && !text_is(keys[i], table->columns[j].name)))
                continue;
            column[j] = (int)i;
            break;
        }
    }
}

/* Which column of the file holds each of the table: as the log of a known system has it, else its
 * own name before its aliases. */
static size_t match_headers(const struct wanted *wanted, const struct text *cells, size_t count,
                            int *column, const struct side_map **map)
{
    const struct side_table *table = wanted->table;
    struct arena *arena = arena_new();
    struct text *keys = ARENA_ARRAY(arena, count, struct text);
    size_t matched = 0, i, j;

    for (i = 0; i < count; i++)
        keys[i] = cells[i].size < 100 ? header_key(arena, cells[i]) : text_of("");
    *map = find_map(wanted, keys, count);
    for (j = 0; j < column_count(table); j++)
        column[j] = *map ? find_key(keys, count, (*map)->columns[j]) : -1;
    if (!*map)
        match_aliases(table, keys, count, column);
    for (j = 0; j < column_count(table); j++)
        matched += column[j] >= 0;
    arena_free(arena);
    return matched;
}

static bool has_needed(const struct side_table *table, const int *column)
{
    size_t i, found = 0;

    for (i = 0; i < table->needed; i++)
        found += column[i] >= 0;
    return table->all_needed ? found == table->needed : found > 0;
}

static size_t score_headers(void *context, const struct text *cells, size_t count, size_t least)
{
    const struct wanted *wanted = context;
    const struct side_map *map;
    int column[SIDE_COLUMNS];
    size_t matched;

    if (column_count(wanted->table) + SCORE_NEEDED <= least)
        return 0;
    matched = match_headers(wanted, cells, count, column, &map);
    return has_needed(wanted->table, column) ? matched + SCORE_NEEDED : matched;
}

static void tell_no_columns(struct side *side, const struct side_table *table,
                            const struct source *source)
{
    struct place place = {source->name, 0, 0};
    struct text names = {NULL, 0};
    size_t i;

    for (i = 0; i < column_count(table); i++)
        names = names.size ? arena_printf(side->arena, "%.*s, %s", TEXT_ARGS(names),
                                          table->columns[i].name)
                           : text_of(table->columns[i].name);
    diag_add(side->inventory->diag, SEVERITY_ERROR, "side-columns", place,
             "this is not read as %s: the headers must name %s%s; the columns are %.*s",
             table->role, table->columns[0].name, table->all_needed ? " and the like" : "",
             TEXT_ARGS(names));
}

static void take_rows(struct side *side, const struct side_table *table, struct csv_reader *reader,
                      const int *column, const struct side_map *map, struct input *input,
                      side_function *take, void *context)
{
    struct side_row row = {.reader = reader, .column = column, .map = map};
    size_t count = column_count(table), i;
    bool filled;

    csv_reader_start_threads(reader, side->options->threads);
    while ((row.row = csv_reader_next(reader))) {
        filled = false;
        for (i = 0; i < count; i++) {
            row.cells[i] = column[i] >= 0 && (uint32_t)column[i] < row.row->count
                               ? cell_clean(row.row->cells[column[i]])
                               : text_make(NULL, 0);
            filled = filled || row.cells[i].size;
        }
        if (!filled)
            continue;
        input->rows++;
        take(side, &row, context);
    }
}

static void read_source(struct side *side, const struct wanted *wanted, struct source *source,
                        struct input *input, side_function *take, void *context)
{
    const struct side_table *table = wanted->table;
    const struct side_map *map = NULL;
    struct dialect dialect;
    struct csv_reader *reader;
    struct csv_row *headers = NULL;
    int column[SIDE_COLUMNS];
    size_t i;

    dialect_find(&dialect, source, side->options->delimiter, score_headers,
                 (void *)(uintptr_t)wanted, side->inventory->diag);
    reader = csv_reader_new(source, dialect.csv, side->options->block, side->inventory->diag);
    input->delimiter = dialect.csv.delimiter;
    input->quote = dialect.csv.quote;
    for (i = 0; i <= dialect.header_row; i++)
        headers = csv_reader_next(reader);
    if (headers)
        match_headers(wanted, headers->cells, headers->count, column, &map);
    input->system = map ? map->system : NULL;
    if (headers && has_needed(table, column))
        take_rows(side, table, reader, column, map, input, take, context);
    else if (csv_reader_skip_rest(reader))
        tell_no_columns(side, table, source);
    csv_reader_free(reader);
}

/* Rows have effects at once, so the encoding must be known before: the file is read twice. */
static bool is_utf8(struct source *source, struct diag *diag)
{
    enum { BLOCK = 1 << 18 };
    char *buffer = memory_alloc(BLOCK, 1);
    uint64_t start = source->at;
    SHA2_CTX *hashing = source->hashing;
    bool valid;

    source->hashing = NULL;
    while (source_read(source, buffer, BLOCK, diag) == BLOCK)
        ;
    valid = source->failed || !source->check.invalid;
    source->at = start;
    source->hashing = hashing;
    memset(&source->check, 0, sizeof source->check);
    memory_free(buffer);
    return valid;
}

void side_read(struct side *side, const struct side_table *table, const char *path, size_t number,
               side_function *take, void *context)
{
    side_read_mapped(side, table, NULL, path, number, take, context);
}

void side_read_mapped(struct side *side, const struct side_table *table,
                      const struct side_map *const *maps, const char *path, size_t number,
                      side_function *take, void *context)
{
    struct wanted wanted = {table, maps};
    struct input *input = &side->inventory->inputs[number];
    struct diag *diag = side->inventory->diag;
    const char *encoding = side->options->encoding;
    struct source source;
    bool opened;

    input->file = strcmp(path, "-") == 0 ? "<stdin>" : path;
    input->role = table->role;
    opened = source_open(&source, path, encoding, side->options->digests, diag);
    if (opened && !is_utf8(&source, diag)) {
        struct place place = {source.name, 0, 0};

        diag_add(
            diag, SEVERITY_NOTE, "encoding", place,
            "the file is not UTF-8 and was read as windows-1252; say --encoding if that is wrong");
        source_close(&source);
        opened = source_open(&source, path, "windows-1252", side->options->digests, diag);
    }
    if (opened && !source.failed) {
        read_source(side, &wanted, &source, input, take, context);
        input->encoding = source.encoding;
        memcpy(input->sha256, source.sha256, sizeof input->sha256);
    }
    source_close(&source);
}

struct place side_place(const struct side_row *row, size_t column)
{
    return csv_reader_place(row->reader, row->row,
                            row->column[column] < 0 ? 0 : (uint32_t)row->column[column]);
}

double side_number(struct side *side, const struct side_row *row, size_t column, int unit)
{
    double value = NAN;
    struct text cell = row->cells[column];

    if (!cell.size)
        return NAN;
    if (quantity_parse(cell, (enum quantity_unit)unit, quantity_reveals_mark(cell), &value))
        return value;
    diag_add(side->inventory->diag, SEVERITY_WARNING, "bad-value", side_place(row, column),
             "\"%.*s\" is no number; it is taken as unknown", TEXT_ARGS(cell));
    return NAN;
}
