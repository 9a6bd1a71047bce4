#include "input/csv_reader.h"

#include <pthread.h>
#include <string.h>

#include "base/memory.h"
#include "input/csv_place.h"

enum {
    BLOCK = 1 << 18,      /* with its cells it stays in the second cache */
    ROW_LIMIT = 1 << 23,  /* a longer row is a quote that was never closed */
    CELL_LIMIT = 1 << 16, /* cells in a row */
    TOLD_IN_A_ROW = 20
};

/* A part of the file with its rows; what is behind them, the begin of a row, goes on in the next.
 */
struct block {
    char *buffer;
    size_t size, capacity;
    size_t fed;       /* bytes of buffer that libcsv has */
    size_t row_start; /* in buffer: of the row that is being read */
    char *bytes;      /* of cells; never more than the raw bytes they come from */
    size_t bytes_size, bytes_capacity;
    struct text *cells;
    size_t cell_count, cell_capacity;
    size_t row_first; /* cell of the row that is being read */
    struct csv_row *rows;
    size_t row_count, row_capacity;
    struct diag *diag; /* what reading it told; goes to the reader's with the rows */
};

/* Reading ahead: a thread fills one block while the other is looked at. */
struct ahead {
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    bool started, stop;
    bool full[2];
    unsigned take; /* the block that is looked at next */
};

struct csv_reader {
    struct source *source;
    struct diag *diag;
    struct csv_feed feed;
    size_t block_size;
    struct block blocks[2];
    struct block *now; /* being filled */
    uint64_t base;     /* offset in the source of the first byte of now */
    uint32_t line, row_line;
    bool at_end, failed, finished;
    uint64_t warned_row; /* + 1 */
    uint32_t warned_cell, warned_count;
    struct block *shown; /* whose rows were given out */
    size_t next;         /* row of it, for csv_reader_next */
    struct ahead ahead;
};

static void take_cell(void *data, size_t size, void *context)
{
    struct block *block = ((struct csv_reader *)context)->now;
    char *to = block->bytes + block->bytes_size;

    if (block->cell_count - block->row_first >= CELL_LIMIT)
        return;
    if (size)
        memcpy(to, data, size);
    block->bytes_size += size;
    block->cells = MEMORY_ROOM(block->cells, block->cell_count, block->cell_capacity);
    block->cells[block->cell_count++] = text_make(to, size);
}

static void take_row(int end, void *context)
{
    struct csv_reader *reader = context;
    struct block *block = reader->now;
    struct csv_row *row;

    (void)end;
    block->rows = MEMORY_ROOM(block->rows, block->row_count, block->row_capacity);
    row = &block->rows[block->row_count++];
    row->count = (uint32_t)(block->cell_count - block->row_first);
    row->line = reader->row_line;
    row->offset = reader->base + block->row_start;
    row->raw = text_make(block->buffer + block->row_start, 0);
    block->row_first = block->cell_count;
}

static void tell_stray(const char *at, void *context);

struct csv_reader *csv_reader_new(struct source *source, struct csv_dialect dialect, size_t block,
                                  struct diag *diag)
{
    struct csv_reader *reader = memory_alloc(1, sizeof *reader);

    reader->source = source;
    reader->diag = diag;
    reader->block_size = block ? block : BLOCK;
    reader->line = 1;
    reader->base = source->at - source->start;
    reader->now = reader->shown = &reader->blocks[0];
    csv_feed_init(&reader->feed, dialect);
    reader->feed.cell = take_cell;
    reader->feed.row = take_row;
    reader->feed.stray = tell_stray;
    reader->feed.context = reader;
    return reader;
}

static void block_clear(struct block *block)
{
    memory_free(block->buffer);
    memory_free(block->bytes);
    memory_free(block->cells);
    memory_free(block->rows);
    diag_free(block->diag);
}

static void end_thread(struct csv_reader *reader)
{
    struct ahead *ahead = &reader->ahead;

    if (!ahead->started)
        return;
    pthread_mutex_lock(&ahead->mutex);
    ahead->stop = true;
    pthread_cond_broadcast(&ahead->changed);
    pthread_mutex_unlock(&ahead->mutex);
    pthread_join(ahead->thread, NULL);
    pthread_mutex_destroy(&ahead->mutex);
    pthread_cond_destroy(&ahead->changed);
    ahead->started = false;
}

void csv_reader_free(struct csv_reader *reader)
{
    if (!reader)
        return;
    end_thread(reader);
    csv_feed_clear(&reader->feed);
    block_clear(&reader->blocks[0]);
    block_clear(&reader->blocks[1]);
    memory_free(reader);
}

bool csv_reader_failed(const struct csv_reader *reader)
{
    return reader->failed;
}

struct place csv_reader_place(const struct csv_reader *reader, const struct csv_row *row,
                              uint32_t cell)
{
    return csv_place_in(reader->source, row->raw, row->line,
                        csv_start_of_cell(reader->feed.dialect, row->raw, cell));
}

/* Reading. */

static struct text pending(const struct block *block)
{
    return text_make(block->buffer + block->row_start, block->size - block->row_start);
}

static uint32_t pending_cells(const struct block *block)
{
    return (uint32_t)(block->cell_count - block->row_first);
}

static struct diag *diag_of(struct csv_reader *reader)
{
    if (!reader->now->diag)
        reader->now->diag = diag_new();
    return reader->now->diag;
}

static void fail_unclosed(struct csv_reader *reader, size_t position)
{
    reader->failed = true;
    diag_add(diag_of(reader), SEVERITY_ERROR, "unclosed-quote",
             csv_place_in(reader->source, pending(reader->now), reader->row_line, position),
             "the quote that begins here is never closed; close it, or remove it");
}

static size_t start_of_pending_cell(const struct csv_reader *reader)
{
    return csv_start_of_cell(reader->feed.dialect, pending(reader->now),
                             pending_cells(reader->now));
}

/* A quote that looks like the begin of a cell, in a cell that began lines before: the other one is
 * missing, and what is between would be lost in one cell. */
static bool begins_a_cell(const struct csv_reader *reader, size_t start, size_t position)
{
    struct text raw = pending(reader->now);

    return position > start && raw.data[position - 1] == reader->feed.dialect.delimiter &&
           memchr(raw.data + start, '\n', position - start);
}

/* Whether the cell is one of the first with a stray quote in this row, and was not told of yet. */
static bool is_to_be_told(struct csv_reader *reader)
{
    uint64_t row = reader->base + reader->now->row_start + 1;
    uint32_t cell = pending_cells(reader->now);

    if (reader->warned_row == row && reader->warned_cell == cell)
        return false;
    reader->warned_count = reader->warned_row == row ? reader->warned_count + 1 : 0;
    reader->warned_row = row;
    reader->warned_cell = cell;
    return reader->warned_count < TOLD_IN_A_ROW;
}

static void tell_stray(const char *at, void *context)
{
    struct csv_reader *reader = context;
    struct text raw = pending(reader->now);
    size_t position = (size_t)(at - raw.data);
    size_t start;

    if (reader->failed || !is_to_be_told(reader))
        return;
    while (position && raw.data[position] != reader->feed.dialect.quote)
        position--;
    start = csv_feed_spans_lines(&reader->feed) ? start_of_pending_cell(reader) : position;
    if (begins_a_cell(reader, start, position)) {
        fail_unclosed(reader, start);
        return;
    }
    diag_add(diag_of(reader), SEVERITY_WARNING, "stray-quote",
             csv_place_in(reader->source, raw, reader->row_line, position),
             "a quote stands inside a cell and was read as text; write it twice and put the cell "
             "in quotes");
}

static void begin_row(struct csv_reader *reader)
{
    if (!csv_feed_between_rows(&reader->feed))
        return;
    reader->now->row_start = reader->now->fed;
    reader->row_line = reader->line;
}

/* Feeds what there is of a line that is too long, so that libcsv tells whether it is in quotes. */
static void fail_long_row(struct csv_reader *reader)
{
    struct block *block = reader->now;

    begin_row(reader);
    csv_feed_raw(&reader->feed, text_make(block->buffer + block->fed, block->size - block->fed));
    if (csv_feed_in_quotes(&reader->feed)) {
        fail_unclosed(reader, start_of_pending_cell(reader));
        return;
    }
    reader->failed = true;
    diag_add(diag_of(reader), SEVERITY_ERROR, "long-row",
             csv_place_in(reader->source, pending(block), reader->row_line, 0),
             "this row is longer than %d MiB; is it a CSV file?", ROW_LIMIT >> 20);
}

static void end_rows(struct block *block, size_t first_row, size_t end)
{
    if (block->row_count > first_row)
        block->rows[block->row_count - 1].raw.size = end - block->row_start;
}

/* Feeds all complete lines. */
static void feed_lines(struct csv_reader *reader)
{
    struct block *block = reader->now;
    size_t first_row, end;

    while (block->fed < block->size && !reader->failed) {
        end = csv_line_end(block->buffer, block->fed, block->size, reader->at_end);
        if (!end)
            return;
        begin_row(reader);
        first_row = block->row_count;
        csv_feed_line(&reader->feed, text_make(block->buffer + block->fed, end - block->fed),
                      block->buffer + block->fed, block->buffer + end);
        end_rows(block, first_row, end);
        if (reader->failed)
            block->row_count = first_row;
        block->fed = end;
        reader->line++;
    }
    if (reader->at_end && !reader->failed) {
        reader->finished = true;
        first_row = block->row_count;
        if (!csv_feed_end(&reader->feed))
            fail_unclosed(reader, start_of_pending_cell(reader));
        else
            end_rows(block, first_row, block->size);
    }
}

static void reserve(struct block *block, size_t size)
{
    const char *old = block->bytes;
    size_t i;

    if (size > block->capacity)
        block->buffer = memory_grow(block->buffer, size, &block->capacity, 1);
    if (size + 1 > block->bytes_capacity)
        block->bytes = memory_grow(block->bytes, size + 1, &block->bytes_capacity, 1);
    for (i = 0; block->bytes != old && i < block->cell_count; i++)
        block->cells[i].data = block->bytes + (block->cells[i].data - old);
}

/* The begin of a row that the last block left: its bytes and the cells that are complete. The
 * blocks may be the same one. */
static void carry_over(struct csv_reader *reader, struct block *from, struct block *to)
{
    size_t keep = csv_feed_between_rows(&reader->feed) ? from->fed : from->row_start;
    size_t cells = pending_cells(from);
    size_t size = 0, i;

    if (from != to) {
        to->cell_count = 0;
        reserve(to, from->size - keep + reader->block_size);
        if (cells > to->cell_capacity)
            to->cells = memory_grow(to->cells, cells, &to->cell_capacity, sizeof *to->cells);
    }
    for (i = 0; i < cells; i++) {
        struct text cell = from->cells[from->row_first + i];

        if (cell.size)
            memmove(to->bytes + size, cell.data, cell.size);
        to->cells[i] = text_make(to->bytes + size, cell.size);
        size += cell.size;
    }
    to->bytes_size = size;
    to->cell_count = cells;
    to->row_first = to->row_count = 0;
    if (from->size > keep)
        memmove(to->buffer, from->buffer + keep, from->size - keep);
    to->fed = from->fed - keep;
    to->size = from->size - keep;
    to->row_start = 0;
    reader->base += keep;
    reader->now = to;
}

static void read_more(struct csv_reader *reader)
{
    struct block *block = reader->now;
    size_t got;

    reserve(block, block->size + reader->block_size);
    got = source_read(reader->source, block->buffer + block->size, reader->block_size,
                      diag_of(reader));
    reader->at_end = got < reader->block_size;
    reader->failed = reader->source->failed || reader->source->check.invalid;
    block->size += got;
}

static void point_rows_at_cells(struct block *block)
{
    struct text *cell = block->cells;
    size_t i;

    for (i = 0; i < block->row_count; i++) {
        block->rows[i].cells = cell;
        cell += block->rows[i].count;
    }
}

/* Fills the block with at least one row, or none at the end or after an error. */
static void fill(struct csv_reader *reader, struct block *block)
{
    carry_over(reader, reader->now, block);
    while (block->row_count == 0 && !reader->finished && !reader->failed) {
        if (block->size > ROW_LIMIT) {
            fail_long_row(reader);
            break;
        }
        read_more(reader);
        if (!reader->failed)
            feed_lines(reader);
    }
    point_rows_at_cells(block);
}

/* Reading ahead. */

static void *read_ahead(void *context)
{
    struct csv_reader *reader = context;
    struct ahead *ahead = &reader->ahead;
    unsigned number = reader->now == &reader->blocks[0];
    bool more = true;

    while (more) {
        pthread_mutex_lock(&ahead->mutex);
        while (ahead->full[number] && !ahead->stop)
            pthread_cond_wait(&ahead->changed, &ahead->mutex);
        more = !ahead->stop;
        pthread_mutex_unlock(&ahead->mutex);
        if (!more)
            break;
        fill(reader, &reader->blocks[number]);
        more = reader->blocks[number].row_count > 0;
        pthread_mutex_lock(&ahead->mutex);
        ahead->full[number] = true;
        pthread_cond_broadcast(&ahead->changed);
        pthread_mutex_unlock(&ahead->mutex);
        number = !number;
    }
    return NULL;
}

/* Without a second thread the work is done in the first. */
void csv_reader_start_ahead(struct csv_reader *reader)
{
    struct ahead *ahead = &reader->ahead;

    if (reader->finished || reader->failed)
        return;
    pthread_mutex_init(&ahead->mutex, NULL);
    pthread_cond_init(&ahead->changed, NULL);
    ahead->take = reader->now == &reader->blocks[0];
    ahead->full[!ahead->take] = true;
    ahead->started = pthread_create(&ahead->thread, NULL, read_ahead, reader) == 0;
}

/* Gives the block back that was looked at and waits for the other. */
static struct block *take_ahead(struct csv_reader *reader)
{
    struct ahead *ahead = &reader->ahead;
    struct block *block = &reader->blocks[ahead->take];

    pthread_mutex_lock(&ahead->mutex);
    ahead->full[!ahead->take] = false;
    pthread_cond_broadcast(&ahead->changed);
    while (!ahead->full[ahead->take])
        pthread_cond_wait(&ahead->changed, &ahead->mutex);
    pthread_mutex_unlock(&ahead->mutex);
    ahead->take = !ahead->take;
    if (!block->row_count)
        end_thread(reader);
    return block;
}

/* What reading the block told stands among what looking at its rows tells. */
static void pass_on_problems(struct csv_reader *reader, struct block *block)
{
    size_t i;

    for (i = 0; block->diag && reader->diag && i < diag_stored(block->diag); i++) {
        const struct problem *problem = diag_problem(block->diag, i);

        diag_add(reader->diag, problem->severity, problem->kind, problem->place, "%s",
                 problem->text);
    }
    diag_free(block->diag);
    block->diag = NULL;
}

size_t csv_reader_batch(struct csv_reader *reader, struct csv_row **rows)
{
    reader->next = 0;
    if (reader->ahead.started) {
        reader->shown = take_ahead(reader);
    } else if (!reader->finished && !reader->failed) {
        fill(reader, reader->now);
        reader->shown = reader->now;
    } else {
        reader->shown->row_count = 0;
    }
    pass_on_problems(reader, reader->shown);
    *rows = reader->shown->rows;
    return reader->shown->row_count;
}

struct csv_row *csv_reader_next(struct csv_reader *reader)
{
    struct csv_row *rows;

    if (reader->next >= reader->shown->row_count && !csv_reader_batch(reader, &rows))
        return NULL;
    return &reader->shown->rows[reader->next++];
}

size_t csv_reader_rest(struct csv_reader *reader, struct csv_row **rows)
{
    size_t left = reader->shown->row_count - reader->next;

    if (left)
        *rows = reader->shown->rows + reader->next;
    else
        left = csv_reader_batch(reader, rows);
    reader->next = reader->shown->row_count;
    return left;
}
