#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "input/cells.h"
#include "input/export_checks.h"
#include "input/finish.h"
#include "input/headers.h"
#include "input/input.h"
#include "input/repeats.h"
#include "input/row_filter.h"
#include "input/same_files.h"
#include "input/side.h"
#include "input/spare_columns.h"

/* How the attempt to read all files ended. */
enum attempt { ATTEMPT_DONE, ATTEMPT_AGAIN };

static struct place place_of(const char *file)
{
    struct place place = {file, 0, 0};

    return place;
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

/* What the file counts and shows of every row, also of those that repeat the one before. */
static void note_repeat(struct session *session, struct reading *reading, struct csv_row *row,
                        struct batch *batch)
{
    struct builder *builder = session->builder;
    size_t rows = builder->rows + batch->count - reading->first_row + reading->repeated;

    if (rows < EXAMPLE_ROWS)
        headers_take_examples(session, reading, row);
    row_filter_repeat(reading, row);
    session->inventory->inputs[reading->file].long_form = true;
    reading->repeated++;
    builder->repeated++;
    if (batch->count) {
        batch->more[batch->count - 1]++;
        return;
    }
    if (!batch->first_count)
        batch->first = row;
    batch->first_count++;
}

/* What is noted of a row that will be one of the builder, of that number. */
static void note_row(struct session *session, struct reading *reading, struct csv_row *row,
                     size_t number, struct arena *arena)
{
    struct builder *builder = session->builder;

    if (reading->is_lone)
        row_list_add(&reading->lone, number);
    if (reading->goes_on)
        row_list_add(&builder->goes_on, number);
    if (number - reading->first_row + reading->repeated < EXAMPLE_ROWS)
        headers_take_examples(session, reading, row);
    if (session->options->spare_cells)
        keep_spare_cells(session->inventory, reading, row);
    if (!reading->export.format)
        return;
    export_tell_broken(&reading->export, reading->reader, row, arena, session->inventory->diag);
    row->cells =
        export_extend(&reading->export, arena, row->cells, row->count, reading->header_count);
    row->count = (uint32_t)reading->columns.count;
}

static void read_rows(struct session *session, struct reading *reading, struct csv_row *rows,
                      size_t count)
{
    struct builder *builder = session->builder;
    struct batch batch = {memory_alloc(count, sizeof *batch.rows),
                          memory_alloc(count, sizeof *batch.more), 0, NULL, 0};
    struct arena *arena = arena_new();
    size_t i;

    for (i = 0; i < count; i++) {
        bool is_report;

        if (row_is_repeat(reading, &rows[i])) {
            note_repeat(session, reading, &rows[i], &batch);
            continue;
        }
        if (session->options->fill_down)
            row_fill_down(builder, reading, &rows[i]);
        is_report = row_is_report(builder, reading, &rows[i]);
        repeats_follow(reading, &rows[i], is_report && !reading->is_lone);
        if (!is_report)
            continue;
        note_row(session, reading, &rows[i], builder->rows + batch.count, arena);
        batch.rows[batch.count++] = &rows[i];
    }
    builder_take(builder, reading, &batch);
    repeats_keep(reading);
    arena_free(arena);
    memory_free(batch.rows);
    memory_free(batch.more);
}

static void read_table(struct session *session, struct reading *reading, struct source *source,
                       const struct dialect *dialect)
{
    struct input *input = &session->inventory->inputs[reading->file];
    const struct csv_row *headers = headers_find(session, reading, dialect);
    struct csv_row *rows;
    size_t count;

    if (headers)
        headers_begin(session, reading, headers);
    if (!headers || !columns_have(&reading->columns, FIELD_name)) {
        if (csv_reader_skip_rest(reading->reader) && !source->check.invalid)
            headers_tell_no_name(session, source, reading);
        return;
    }
    headers_tell_near_misses(session, reading, source->name);
    spare_begin_file(session->builder, reading);
    repeats_begin(reading, session->options);
    csv_reader_start_threads(reading->reader, session->options->threads);
    while ((count = csv_reader_rest(reading->reader, &rows)) > 0)
        read_rows(session, reading, rows, count);
    input->system = reading->export.format ? reading->export.format->system : NULL;
    repeats_end(reading);
    builder_end_file(session->builder, reading);
    row_filter_end(session->builder, reading);
    input->rows = session->builder->rows - reading->first_row + reading->repeated;
    headers_keep(session, reading);
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
        dialect_find(&dialect, &source, session->options->delimiter, headers_score, session,
                     inventory->diag);
        reading.file = file;
        reading.delimiter = dialect.csv.delimiter;
        reading.first_row = session->builder->rows;
        reading.reader =
            csv_reader_new(&source, dialect.csv, session->options->block, inventory->diag);
        read_table(session, &reading, &source, &dialect);
        again = !source.failed && !session->encodings[file] &&
                (source.check.invalid || !dialect.is_utf8);
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

/* Where digests are made. Reports of both are costed twice, unless they are seen to be the same. */
static void tell_repeated(const struct inventory *inventory, size_t count)
{
    const struct input *inputs = inventory->inputs;

    for (size_t i = 1; i < count; i++)
        for (size_t k = 0; k < i; k++) {
            if (!*inputs[i].sha256 || strcmp(inputs[i].sha256, inputs[k].sha256) != 0)
                continue;
            diag_add(inventory->diag, SEVERITY_WARNING, "file-twice", place_of(inputs[i].file),
                     "another file has the same content; its reports may be costed twice, leave "
                     "one out");
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
    struct input_options once = *options;
    struct session session = {&once, NULL, NULL, alias_index_new(), {NULL, 0}, NULL};
    struct side side = {NULL, &once, assumptions, NULL, NULL};
    enum attempt attempt;

    memory_return_large();
    session.encodings = memory_alloc(count, sizeof *session.encodings);
    do {
        const char *const *read = files;
        size_t number = count;

        once = *options;
        session.inventory = side.inventory = inventory_new();
        side.arena = arena_new();
        files_once(session.inventory, &read, &number);
        side_files_once(session.inventory, &once);
        make_inputs(session.inventory, number, &once);
        side_assumptions(&side, number);
        session.builder =
            builder_new(session.inventory, &once, assume(assumptions, ASSUMPTION_WORKDAYS));
        attempt = read_files(&session, read, number);
        if (attempt == ATTEMPT_DONE)
            finish(&session, &side, number);
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
