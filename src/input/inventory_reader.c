#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "input/builder.h"
#include "input/cells.h"
#include "input/dialect.h"
#include "input/export_checks.h"
#include "input/finish.h"
#include "input/input.h"
#include "input/row_filter.h"
#include "input/side.h"

/* How the attempt to read all files ended. */
enum attempt { ATTEMPT_DONE, ATTEMPT_AGAIN };

struct session {
    const struct input_options *options;
    struct inventory *inventory;
    struct builder *builder;
    struct alias_index *aliases;
    struct column_maps maps;
    const char **encodings; /* by file: found out by an attempt; NULL: look */
};

static struct place place_of(const char *file)
{
    struct place place = {file, 0, 0};

    return place;
}

/* A header row names the reports; the more it names besides, the better. */
static size_t score_headers(void *context, const struct text *cells, size_t count)
{
    struct session *session = context;
    struct column_maps maps = session->maps;
    struct arena *arena = arena_new();
    struct columns columns;
    bool has_name;
    size_t score;

    columns_match(&columns, cells, count, session->aliases, &maps, arena);
    score = columns_recognised(&columns, &has_name);
    arena_free(arena);
    return has_name ? score * 2 + 100 : score;
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

static void tell_no_name(struct session *session, const struct source *source,
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
        session->inventory->diag, SEVERITY_ERROR, "no-name-column", place_of(source->name),
        "no column is recognised as the names of the reports among: %.*s; say which it is with "
        "--map name=HEADER%.*s",
        TEXT_ARGS(list), TEXT_ARGS(nearest_to_name(session, columns)));
    column_maps_check(&session->maps, session->inventory->diag);
}

/* Reads up to the headers; the rows above are titles. NULL where there are none with a name. */
static const struct csv_row *find_headers(struct session *session, struct reading *reading,
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

static void begin_columns(struct session *session, struct reading *reading,
                          const struct csv_row *row)
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
        if (reading->columns.field[i] < 0 && reading->candidate_count < ID_CANDIDATES &&
            !reading->columns.fields[FIELD_id].count && header_may_be_id(headers[i]))
            reading->candidate_column[reading->candidate_count++] = i;
    }
}

static void take_examples(struct session *session, struct reading *reading,
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

static void keep_spare_cells(struct inventory *inventory, const struct reading *reading,
                             const struct csv_row *row)
{
    size_t i;

    for (i = 0; i < reading->header_count && i < row->count; i++) {
        struct text text = text_trim(row->cells[i]);
        struct spare_cell *cell;

        if (reading->columns.field[i] >= 0 || !text.size)
            continue;
        cell = ARENA_ARRAY(inventory->arena, 1, struct spare_cell);
        cell->header = reading->columns.headers[i];
        cell->text = arena_copy(inventory->arena, text);
        cell->line = row->line;
        cell->file = reading->file;
        if (inventory->last_spare_cell)
            inventory->last_spare_cell->next = cell;
        else
            inventory->spare_cells = cell;
        inventory->last_spare_cell = cell;
    }
}

/* Examples come from the first rows only. */
enum { EXAMPLE_ROWS = 200 };

static void read_rows(struct session *session, struct reading *reading, struct csv_row *rows,
                      size_t count)
{
    struct builder *builder = session->builder;
    struct csv_row **reports = memory_alloc(count, sizeof *reports);
    struct arena *arena = arena_new();
    size_t kept = 0, i;

    for (i = 0; i < count; i++) {
        if (session->options->fill_down)
            row_fill_down(builder, reading, &rows[i]);
        if (!row_is_report(builder, reading, &rows[i]))
            continue;
        if (reading->is_lone)
            row_list_add(&reading->lone, builder->rows + kept);
        if (reading->goes_on)
            row_list_add(&builder->goes_on, builder->rows + kept);
        if (builder->rows + kept - reading->first_row < EXAMPLE_ROWS)
            take_examples(session, reading, &rows[i]);
        if (session->options->spare_cells)
            keep_spare_cells(session->inventory, reading, &rows[i]);
        if (reading->export.format) {
            export_tell_broken(&reading->export, reading->reader, &rows[i], arena,
                               session->inventory->diag);
            rows[i].cells = export_extend(&reading->export, arena, rows[i].cells, rows[i].count,
                                          reading->header_count);
            rows[i].count = (uint32_t)reading->columns.count;
        }
        reports[kept++] = &rows[i];
    }
    builder_take(builder, reading, reports, kept);
    arena_free(arena);
    memory_free(reports);
}

static void keep_matches(struct session *session, const struct reading *reading)
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

static void tell_near_misses(struct session *session, const struct reading *reading,
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
        diag_add(session->inventory->diag, SEVERITY_NOTE, "near-miss", place_of(file),
                 "the column \"%.*s\" is not used; if it holds %s, say --map \"%s=%.*s\"",
                 TEXT_ARGS(reading->columns.headers[i]), field_info((enum field)field)->name,
                 field_info((enum field)field)->name, TEXT_ARGS(reading->columns.headers[i]));
    }
}

static void read_table(struct session *session, struct reading *reading, struct source *source,
                       const struct dialect *dialect)
{
    struct input *input = &session->inventory->inputs[reading->file];
    const struct csv_row *headers = find_headers(session, reading, dialect);
    struct csv_row *rows;
    size_t count;

    if (headers)
        begin_columns(session, reading, headers);
    if (!headers || !columns_have(&reading->columns, FIELD_name)) {
        if (csv_reader_skip_rest(reading->reader) && !source->check.invalid)
            tell_no_name(session, source, reading);
        return;
    }
    tell_near_misses(session, reading, source->name);
    csv_reader_start_threads(reading->reader, session->options->threads);
    while ((count = csv_reader_rest(reading->reader, &rows)) > 0)
        read_rows(session, reading, rows, count);
    input->system = reading->export.format ? reading->export.format->system : NULL;
    builder_end_file(session->builder, reading);
    row_filter_end(session->builder, reading);
    input->rows = session->builder->rows - reading->first_row;
    keep_matches(session, reading);
    if (!input->rows && !csv_reader_failed(reading->reader))
        diag_add(session->inventory->diag, SEVERITY_ERROR, "no-rows", place_of(source->name),
                 "there is no report below the headers");
}

/* What to read a file as that turned out not to be UTF-8. Characters beyond ASCII that are
 * well-formed up to the last byte of the file mean that it was cut, not that it is something else.
 */
static const char *other_encoding(const struct source *source, const struct input_options *options)
{
    bool is_cut = source->check.tail_size > 0 && source->check.multibyte;

    return options->encoding || source->start || is_cut ? "UTF-8" : "windows-1252";
}

static enum attempt read_file(struct session *session, uint16_t file, const char *path)
{
    struct inventory *inventory = session->inventory;
    struct input *input = &inventory->inputs[file];
    struct reading reading = {0};
    const char *encoding =
        session->encodings[file] ? session->encodings[file] : session->options->encoding;
    struct dialect dialect;
    struct source source;
    bool again = false;

    if (encoding && text_is_nocase(text_of(encoding), "utf-8") && !session->encodings[file])
        encoding = NULL;
    input->file = strcmp(path, "-") == 0 ? "<stdin>" : path;
    input->role = "inventory";
    if (source_open(&source, path, encoding, session->options->digests, inventory->diag)) {
        dialect_find(&dialect, &source, session->options->delimiter, score_headers, session);
        reading.file = file;
        reading.delimiter = dialect.csv.delimiter;
        reading.first_row = session->builder->rows;
        reading.reader =
            csv_reader_new(&source, dialect.csv, session->options->block, inventory->diag);
        read_table(session, &reading, &source, &dialect);
        again = !session->encodings[file] && (source.check.invalid || !dialect.is_utf8);
        if (again)
            session->encodings[file] = other_encoding(&source, session->options);
        input->encoding = source.encoding;
        input->delimiter = dialect.csv.delimiter;
        input->quote = dialect.csv.quote;
        memcpy(input->sha256, source.sha256, sizeof input->sha256);
        csv_reader_free(reading.reader);
    }
    source_close(&source);
    return again ? ATTEMPT_AGAIN : ATTEMPT_DONE;
}

static void tell_encodings(const struct session *session, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        if (session->encodings[i])
            diag_add(session->inventory->diag, SEVERITY_NOTE, "encoding",
                     place_of(session->inventory->inputs[i].file),
                     "the file is not UTF-8 and was read as %s; say --encoding if that is wrong",
                     session->encodings[i]);
}

/* By name, or by content where digests are made. Reports of both are costed twice, unless they are
 * seen to be the same. */
static void tell_repeated(const struct inventory *inventory, size_t count)
{
    const struct input *inputs = inventory->inputs;

    for (size_t i = 1; i < count; i++)
        for (size_t k = 0; k < i; k++) {
            bool named = strcmp(inputs[i].file, inputs[k].file) == 0;

            if (!named && (!*inputs[i].sha256 || strcmp(inputs[i].sha256, inputs[k].sha256) != 0))
                continue;
            diag_add(inventory->diag, SEVERITY_WARNING, "file-twice", place_of(inputs[i].file),
                     "%s; its reports may be costed twice, leave one out",
                     named ? "the file is given twice" : "another file has the same content");
            break;
        }
}

static enum attempt read_files(struct session *session, const char *const *files, size_t count)
{
    size_t i;

    column_maps_parse(&session->maps, session->options->maps, session->options->map_count,
                      session->builder->arena, session->inventory->diag);
    for (i = 0; i < count; i++)
        if (read_file(session, (uint16_t)i, files[i]) == ATTEMPT_AGAIN)
            return ATTEMPT_AGAIN;
    return ATTEMPT_DONE;
}

/* Inputs: the inventories, then assumptions, people, lists, usage, decisions, answers. */
static void make_inputs(struct inventory *inventory, size_t count,
                        const struct input_options *options)
{
    inventory->input_count = count + options->assumptions_count + options->people_count +
                             options->lists_count + options->usage_count +
                             options->decisions_count + options->answers_count;
    inventory->inputs = ARENA_ARRAY(inventory->arena, inventory->input_count, struct input);
}

/* Without a log of its own, the latest use that any report shows is as far as the list can tell. */
static int32_t latest_use(const struct inventory *inventory)
{
    const double *used = inventory->columns[FIELD_last_used].value;
    double last = NAN;
    size_t i;

    for (i = 0; used && i < inventory->count; i++)
        last = fmax(last, used[i]);
    return isnan(last) ? DATE_UNKNOWN : (int32_t)last;
}

static void finish(struct session *session, struct side *side, size_t count)
{
    const struct input_options *options = session->options;
    struct inventory *inventory = session->inventory;

    tell_encodings(session, count);
    tell_repeated(session->inventory, count);
    if (!diag_count(inventory->diag, SEVERITY_ERROR))
        column_maps_check(&session->maps, inventory->diag);
    if (!inventory->columns[FIELD_name].number)
        inventory->columns[FIELD_name].number =
            memory_alloc(session->builder->rows, sizeof(uint32_t));
    side->directory = directory_new(inventory);
    count += options->assumptions_count;
    side_people(side, count);
    builder_finish(session->builder, side->directory);
    count += options->people_count;
    side_lists(side, count);
    count += options->lists_count;
    side_usage(side, count);
    if (inventory->log_end == DATE_UNKNOWN)
        inventory->log_end = latest_use(inventory);
    count += options->usage_count;
    side_decisions(side, count);
    count += options->decisions_count;
    side_answers(side, count);
    side_request(side);
    directory_free(side->directory);
    diag_sort(inventory->diag);
}

/* A file that is found not to be UTF-8 half way is read again, with all others: that is rare, and
 * it spares a look at every byte beforehand. */
struct inventory *inventory_read(const char *const *files, size_t count,
                                 const struct input_options *options,
                                 struct assumptions *assumptions)
{
    struct session session = {options, NULL, NULL, alias_index_new(), {NULL, 0}, NULL};
    struct side side = {NULL, options, assumptions, NULL, NULL};
    enum attempt attempt;

    memory_return_large();
    session.encodings = memory_alloc(count, sizeof *session.encodings);
    do {
        session.inventory = side.inventory = inventory_new();
        side.arena = arena_new();
        make_inputs(session.inventory, count, options);
        side_assumptions(&side, count);
        session.builder =
            builder_new(session.inventory, options, assume(assumptions, ASSUMPTION_WORKDAYS));
        attempt = read_files(&session, files, count);
        if (attempt == ATTEMPT_DONE)
            finish(&session, &side, count);
        builder_free(session.builder);
        arena_free(side.arena);
        if (attempt == ATTEMPT_AGAIN)
            inventory_free(session.inventory);
    } while (attempt == ATTEMPT_AGAIN);
    alias_index_free(session.aliases);
    memory_free(session.encodings);
    if (!session.inventory->answers) /* which are found by texts */
        table_close(session.inventory->strings);
    memory_trim();
    return session.inventory;
}
