#include "input/headers.h"

#include <string.h>

#include "input/description_column.h"
#include "input/export_checks.h"
#include "input/id_column.h"
#include "input/late_columns.h"
#include "input/row_filter.h"

/* A header row names the reports; the more it names besides, the better. */
static size_t score_of(size_t recognised, bool has_name)
{
    return has_name ? recognised * SCORE_CELL + SCORE_NEEDED : recognised;
}

size_t headers_score(void *context, const struct text *cells, size_t count, size_t least)
{
    struct session *session = context;
    struct column_maps maps = session->maps;
    struct arena *arena;
    struct columns columns;
    bool has_name;
    size_t recognised;

    if (score_of(columns_possible(cells, count) + maps.count, true) <= least)
        return 0;
    arena = arena_new();
    columns_match(&columns, cells, count, session->aliases, &maps, arena);
    recognised = columns_recognised(&columns, &has_name);
    arena_free(arena);
    return score_of(recognised, has_name);
}

/* "; did you mean ...?" for the header that comes nearest to one of a name, else nothing. */
static struct text nearest_to_name(struct session *session, const struct columns *columns)
{
    struct arena *arena = session->builder->arena;

    for (size_t i = 0; i < columns->count; i++)
        if (columns_near_miss(columns, i, session->aliases, arena) == FIELD_name)
            return arena_printf(arena, "; did you mean --map \"name=%.*s\"?",
                                TEXT_ARGS(columns->headers[i]));
    return text_of("");
}

void headers_tell_no_name(struct session *session, const struct source *source,
                          const struct reading *reading)
{
    struct arena *arena = session->builder->arena;
    const struct columns *columns = &reading->columns;
    struct text list = {NULL, 0};
    size_t i;

    for (i = 0; i < reading->header_count && i < 30; i++)
        list = list.size ? arena_printf(arena, "%.*s, %.*s", TEXT_ARGS(list),
                                        TEXT_ARGS(columns->headers[i]))
                         : columns->headers[i];
    diag_add(
        session->inventory->diag, SEVERITY_ERROR, "no-name-column",
        (struct place){source->name, 0, 0},
        "no column is recognised as the names of the reports among: %.*s; say which it is with "
        "--map name=HEADER%.*s",
        TEXT_ARGS(list), TEXT_ARGS(nearest_to_name(session, columns)));
    column_maps_check(&session->maps, session->inventory->diag);
}

const struct csv_row *headers_find(struct session *session, struct reading *reading,
                                   const struct dialect *dialect)
{
    struct csv_row *row = NULL;
    size_t i;

    for (i = 0; i <= dialect->header_row; i++) {
        row = csv_reader_next(reading->reader);
        if (!row)
            return NULL;
        if (i < dialect->header_row && !(i == 0 && text_starts(row->cells[0], "sep=")))
            row_tell_title(session->builder, reading, row);
    }
    return row;
}

/* What the export format supplies stands in columns behind those of the file and comes first; what
 * it knows better is not read besides. */
static void add_export_columns(struct reading *reading, struct arena *arena)
{
    const struct export_format *format = reading->export.format;
    struct columns *columns = &reading->columns;
    size_t i, j;

    for (i = 0; i < reading->header_count; i++) {
        struct text key = header_key(arena, columns->headers[i]);

        for (j = 0; format->ignored && format->ignored[j]; j++)
            if (columns->how[i] != HOW_GIVEN && text_is(key, format->ignored[j]))
                columns_assign(columns, i, -1, HOW_UNUSED, NULL);
    }
    for (j = 0; j < format->value_count; j++) {
        bool given = false;

        for (i = 0; i < reading->header_count; i++) {
            if (columns->field[i] != (int)format->values[j].field)
                continue;
            given = given || columns->how[i] == HOW_GIVEN;
            if (columns->how[i] != HOW_GIVEN)
                columns_assign(columns, i, -1, HOW_UNUSED, NULL);
        }
        columns_assign(columns, reading->header_count + j,
                       given ? -1 : (int)format->values[j].field, HOW_ALIAS, NULL);
    }
    columns_list(columns, arena);
}

void headers_begin(struct session *session, struct reading *reading, const struct csv_row *row)
{
    struct arena *arena = session->builder->arena;
    struct text *keys = ARENA_ARRAY(arena, row->count, struct text);
    struct text *headers;
    size_t count, i;

    for (i = 0; i < row->count; i++)
        keys[i] = header_key(arena, row->cells[i]);
    export_recognise(&reading->export, keys, row->count, arena);
    reading->header_count = row->count;
    count = row->count + (reading->export.format ? reading->export.format->value_count : 0);
    headers = ARENA_ARRAY(arena, count, struct text);
    for (i = 0; i < row->count; i++)
        headers[i] = arena_copy(session->inventory->arena, text_trim(row->cells[i]));
    columns_match(&reading->columns, headers, count, session->aliases, &session->maps, arena);
    if (!reading->export.format)
        columns_guess_name(&reading->columns, arena);
    if (reading->export.format)
        add_export_columns(reading, arena);
    reading->examples = ARENA_ARRAY(arena, count * EXAMPLES, struct text);
    reading->list_header = ARENA_ARRAY(arena, count, bool);
    reading->off_header = ARENA_ARRAY(arena, count, bool);
    for (i = 0; i < row->count; i++) {
        reading->list_header[i] = header_names_lists(arena, headers[i]);
        reading->off_header[i] = header_says_off(arena, headers[i]);
        if (id_column_may_be(&reading->columns, i))
            late_columns_add(&reading->ids, i);
        if (!reading->export.format && description_column_may_be(&reading->columns, i))
            late_columns_add(&reading->descriptions, i);
    }
}

void headers_take_examples(struct session *session, struct reading *reading,
                           const struct csv_row *row)
{
    size_t i, j;

    for (i = 0; i < reading->header_count && i < row->count; i++) {
        struct text *examples = reading->examples + i * EXAMPLES;

        for (j = 0; j < EXAMPLES && examples[j].size; j++)
            if (text_equal(examples[j], row->cells[i]))
                break;
        if (j < EXAMPLES && !examples[j].size && row->cells[i].size)
            examples[j] = arena_copy(session->inventory->arena, row->cells[i]);
    }
}

void headers_keep(struct session *session, const struct reading *reading)
{
    struct inventory *inventory = session->inventory;
    struct column_match *matches = ARENA_ARRAY(
        inventory->arena, inventory->match_count + reading->header_count, struct column_match);
    size_t i;

    if (inventory->match_count)
        memcpy(matches, inventory->matches, inventory->match_count * sizeof *matches);
    for (i = 0; i < reading->header_count; i++) {
        struct column_match *match = &matches[inventory->match_count++];

        match->file = reading->file;
        match->header = reading->columns.headers[i];
        match->field = reading->columns.field[i];
        match->how = reading->columns.how[i];
        memcpy(match->examples, reading->examples + i * EXAMPLES, sizeof match->examples);
    }
    inventory->matches = matches;
    if (reading->export.format)
        export_tell_used(&reading->export,
                         matches + inventory->match_count - reading->header_count);
}

void headers_tell_near_misses(struct session *session, const struct reading *reading,
                              const char *file)
{
    size_t i;
    int field;

    if (reading->export.format) /* what such a column holds is known */
        return;
    for (i = 0; i < reading->header_count; i++) {
        if (reading->columns.field[i] >= 0)
            continue;
        field = columns_near_miss(&reading->columns, i, session->aliases, session->builder->arena);
        if (field < 0 || columns_have(&reading->columns, (enum field)field))
            continue;
        diag_add(session->inventory->diag, SEVERITY_NOTE, "near-miss", (struct place){file, 0, 0},
                 "the column \"%.*s\" is not used; if it holds %s, say --map \"%s=%.*s\"",
                 TEXT_ARGS(reading->columns.headers[i]), field_info((enum field)field)->name,
                 field_info((enum field)field)->name, TEXT_ARGS(reading->columns.headers[i]));
    }
}
