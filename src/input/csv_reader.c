#include "input/csv_reader.h"

#include <pthread.h>
#include <string.h>

#include "base/memory.h"
#include "input/csv_block.h"
#include "input/csv_place.h"

enum {
    BLOCK = 1 << 18,  /* with its cells it stays in the second cache */
    MOST_THREADS = 4, /* more do not help: one takes what they parse */
    MOST_BLOCKS = MOST_THREADS * 2,
    CUT_TRIES = 8
};

enum state { FREE, PARSING, READY };

/* Part n of the file is parsed in block n modulo block_count. */
struct csv_reader {
    struct source *source;
    struct diag *diag;
    struct csv_dialect dialect;
    size_t block_size;
    struct csv_block blocks[MOST_BLOCKS];
    size_t block_count;

    /* Of the threads, under the mutex. */
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    pthread_t threads[MOST_THREADS];
    unsigned thread_count;
    bool stop;
    enum state state[MOST_BLOCKS];
    bool all_read; /* there are no more */
    size_t read;   /* parts that were read from the source */
    bool reading;  /* some thread reads the next, and has what follows for itself */
    uint64_t base; /* offset in the source of the next part */
    char *rest;    /* what was read of it: a line without its end */
    size_t rest_size, rest_capacity;

    /* Of the thread that takes the parts. */
    size_t taken;
    uint32_t lines;          /* before the part that is shown */
    struct csv_block *shown; /* whose rows were given out; or NULL */
    size_t next;             /* row of it, for csv_reader_next */
    char *open;              /* a row that was left open, and the parts that it goes on in */
    size_t open_size, open_capacity, open_enough; /* parsed again from that size on */
    uint64_t open_base;
    bool failed, finished;
};

struct csv_reader *csv_reader_new(struct source *source, struct csv_dialect dialect, size_t block,
                                  struct diag *diag)
{
    struct csv_reader *reader = memory_alloc(1, sizeof *reader);
    size_t i;

    reader->source = source;
    reader->diag = diag;
    reader->dialect = dialect;
    reader->block_size = block ? block : BLOCK;
    reader->base = source->at - source->start;
    reader->block_count = 1;
    for (i = 0; i < MOST_BLOCKS; i++)
        csv_block_init(&reader->blocks[i], source, dialect);
    pthread_mutex_init(&reader->mutex, NULL);
    pthread_cond_init(&reader->changed, NULL);
    return reader;
}

static void end_threads(struct csv_reader *reader)
{
    pthread_mutex_lock(&reader->mutex);
    reader->stop = true;
    pthread_cond_broadcast(&reader->changed);
    pthread_mutex_unlock(&reader->mutex);
    while (reader->thread_count)
        pthread_join(reader->threads[--reader->thread_count], NULL);
}

void csv_reader_free(struct csv_reader *reader)
{
    size_t i;

    if (!reader)
        return;
    end_threads(reader);
    for (i = 0; i < MOST_BLOCKS; i++)
        csv_block_clear(&reader->blocks[i]);
    pthread_mutex_destroy(&reader->mutex);
    pthread_cond_destroy(&reader->changed);
    memory_free(reader->rest);
    memory_free(reader->open);
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
                        csv_start_of_cell(reader->dialect, row->raw, cell));
}

/* Reading and parsing, by any thread. */

/* Behind the last line end from `from` on, or 0. Behind a CR at the end an LF may follow. */
static size_t last_line_end(const char *data, size_t from, size_t size)
{
    size_t end;

    for (end = size; end > from; end--)
        if (data[end - 1] == '\n' || (data[end - 1] == '\r' && end < size))
            return end;
    return 0;
}

static bool is_odd(const char *data, size_t from, size_t end, char quote)
{
    const char *found = data + from;
    bool odd = false;

    while ((found = memchr(found, quote, (size_t)(data + end - found)))) {
        odd = !odd;
        found++;
    }
    return odd;
}

/* Where a row is likely to end: behind a line with as many quotes that open as that close. What is
 * wrong costs time only. */
static size_t likely_row_end(const char *data, size_t end, char quote)
{
    size_t before = end, tries;

    for (tries = 0; end && tries < CUT_TRIES; tries++) {
        size_t start = last_line_end(data, 0, end - 1);

        if (!is_odd(data, start, end, quote))
            return end;
        end = start;
    }
    return before;
}

/* Whole lines, unless one is longer than a row may be. True where they are the last. */
static bool read_part(struct csv_reader *reader, struct csv_block *block)
{
    size_t step = reader->block_size, end, had, got;

    diag_free(block->diag);
    block->diag = NULL;
    csv_block_reserve(block, reader->rest_size + step);
    if (reader->rest_size)
        memcpy(block->buffer, reader->rest, reader->rest_size);
    block->base = reader->base;
    block->size = reader->rest_size;
    do {
        had = block->size;
        csv_block_reserve(block, had + step);
        got = source_read(reader->source, block->buffer + had, step, csv_block_diag(block));
        block->size += got;
        block->at_end = got < step;
        end = block->at_end ? block->size
                            : last_line_end(block->buffer, had ? had - 1 : 0, block->size);
    } while (!end && !block->at_end && block->size <= CSV_ROW_LIMIT);
    block->unread = reader->source->failed || reader->source->check.invalid;
    block->check = reader->source->check;
    end = !end            ? block->size
          : block->at_end ? end
                          : likely_row_end(block->buffer, end, reader->dialect.quote);
    reader->rest_size = block->size - end;
    reader->rest = memory_grow(reader->rest, reader->rest_size, &reader->rest_capacity, 1);
    if (reader->rest_size)
        memcpy(reader->rest, block->buffer + end, reader->rest_size);
    block->size = end;
    reader->base += end;
    return block->at_end;
}

/* False where there is no next part, or no room for it, or another thread reads. The mutex is
 * locked before and after, and free while the system copies and the part is parsed. */
static bool parse_next(struct csv_reader *reader)
{
    size_t number = reader->read % reader->block_count;
    bool all_read;

    if (reader->reading || reader->all_read || reader->state[number] != FREE)
        return false;
    reader->read++;
    reader->reading = true;
    reader->state[number] = PARSING;
    pthread_mutex_unlock(&reader->mutex);
    all_read = read_part(reader, &reader->blocks[number]);
    pthread_mutex_lock(&reader->mutex);
    reader->reading = false;
    reader->all_read = all_read;
    pthread_cond_broadcast(&reader->changed);
    pthread_mutex_unlock(&reader->mutex);
    csv_block_parse(&reader->blocks[number]);
    pthread_mutex_lock(&reader->mutex);
    reader->state[number] = READY;
    pthread_cond_broadcast(&reader->changed);
    return true;
}

static void *parse_parts(void *context)
{
    struct csv_reader *reader = context;

    pthread_mutex_lock(&reader->mutex);
    while (!reader->stop && !reader->all_read)
        if (!parse_next(reader))
            pthread_cond_wait(&reader->changed, &reader->mutex);
    pthread_mutex_unlock(&reader->mutex);
    return NULL;
}

/* One part more is read before a thread has begun. */
static bool is_short(const struct csv_reader *reader)
{
    const struct source *source = reader->source;
    uint64_t size = source->descriptor < 0 ? source->content.size : source->size;

    return size && size <= source->at + reader->block_size;
}

/* A thread that cannot be started leaves its work to the others. */
void csv_reader_start_threads(struct csv_reader *reader, unsigned threads)
{
    threads = threads < MOST_THREADS ? threads : MOST_THREADS;
    if (threads < 2 || reader->block_count > 1 || reader->all_read || is_short(reader))
        return;
    /* What is shown stays in block 0. */
    reader->read = reader->taken = 1;
    reader->block_count = threads * 2;
    while (reader->thread_count + 1 < threads &&
           pthread_create(&reader->threads[reader->thread_count], NULL, parse_parts, reader) == 0)
        reader->thread_count++;
}

/* Taking the parts in order. */

static void give_back(struct csv_reader *reader, const struct csv_block *block)
{
    pthread_mutex_lock(&reader->mutex);
    reader->state[block - reader->blocks] = FREE;
    pthread_cond_broadcast(&reader->changed);
    pthread_mutex_unlock(&reader->mutex);
}

/* The next part, parsed; this thread parses as well while it is not ready. There is one, because
 * the last part taken was not the last of the file. */
static struct csv_block *take_part(struct csv_reader *reader)
{
    size_t number = reader->taken % reader->block_count;

    pthread_mutex_lock(&reader->mutex);
    while (reader->state[number] != READY)
        if (!parse_next(reader))
            pthread_cond_wait(&reader->changed, &reader->mutex);
    pthread_mutex_unlock(&reader->mutex);
    reader->taken++;
    return &reader->blocks[number];
}

static void open_append(struct csv_reader *reader, struct text bytes)
{
    reader->open =
        memory_grow(reader->open, reader->open_size + bytes.size, &reader->open_capacity, 1);
    memcpy(reader->open + reader->open_size, bytes.data, bytes.size);
    reader->open_size += bytes.size;
}

/* The part after a row that was left open began inside that row, and is parsed again behind it.
 * What is joined doubles each time, so that a row of many parts is not parsed as often. */
static bool join_open_row(struct csv_reader *reader, struct csv_block *block)
{
    char *buffer = block->buffer;
    size_t capacity = block->capacity;

    open_append(reader, text_make(block->buffer, block->size));
    if (reader->open_size < reader->open_enough && !block->at_end)
        return false;
    block->buffer = reader->open;
    block->capacity = reader->open_capacity;
    block->size = reader->open_size;
    block->base = reader->open_base;
    reader->open = buffer;
    reader->open_capacity = capacity;
    reader->open_size = 0;
    csv_block_parse(block);
    return true;
}

static void leave_shown(struct csv_reader *reader)
{
    const struct csv_block *block = reader->shown;

    if (!block)
        return;
    reader->shown = NULL;
    reader->lines += block->line - 1;
    if (csv_block_is_open(block)) {
        reader->lines -= block->line - block->row_line;
        reader->open_base = block->base + block->row_start;
        open_append(reader,
                    text_make(block->buffer + block->row_start, block->size - block->row_start));
        reader->open_enough = reader->open_size * 2;
    }
    give_back(reader, block);
}

/* What reading the part told stands among what looking at its rows tells; what it told of an open
 * row is told again with the whole row. */
static void pass_on_problems(struct csv_reader *reader, const struct csv_block *block)
{
    size_t count, i;

    if (!block->diag || !reader->diag)
        return;
    count = csv_block_is_open(block) ? block->told : diag_stored(block->diag);
    for (i = 0; i < count; i++) {
        const struct problem *problem = diag_problem(block->diag, i);
        struct place place = problem->place;

        place.line += place.line ? reader->lines : 0;
        diag_add(reader->diag, problem->severity, problem->kind, place, "%s", problem->text);
    }
}

/* Threads may have read further than what was given out; nothing of that counts. */
static void end_reading(struct csv_reader *reader)
{
    end_threads(reader);
    reader->source->check = reader->shown->check;
    if (!reader->shown->at_end)
        reader->source->sha256[0] = '\0';
}

static void show(struct csv_reader *reader, struct csv_block *block)
{
    size_t i;

    reader->shown = block;
    for (i = 0; i < block->row_count; i++)
        block->rows[i].line += reader->lines;
    pass_on_problems(reader, block);
    reader->failed = block->failed;
    reader->finished = block->failed || block->at_end;
    if (reader->finished)
        end_reading(reader);
}

size_t csv_reader_batch(struct csv_reader *reader, struct csv_row **rows)
{
    struct csv_block *block;

    reader->next = 0;
    leave_shown(reader);
    while (!reader->finished && !reader->shown) {
        block = take_part(reader);
        if (reader->open_size && !join_open_row(reader, block)) {
            give_back(reader, block);
            continue;
        }
        show(reader, block);
        if (!block->row_count)
            leave_shown(reader);
    }
    if (!reader->shown)
        return 0;
    *rows = reader->shown->rows;
    return reader->shown->row_count;
}

static size_t rows_left(const struct csv_reader *reader)
{
    return reader->shown ? reader->shown->row_count - reader->next : 0;
}

struct csv_row *csv_reader_next(struct csv_reader *reader)
{
    struct csv_row *rows;

    if (!rows_left(reader) && !csv_reader_batch(reader, &rows))
        return NULL;
    return &reader->shown->rows[reader->next++];
}

size_t csv_reader_rest(struct csv_reader *reader, struct csv_row **rows)
{
    size_t left = rows_left(reader);

    if (left)
        *rows = reader->shown->rows + reader->next;
    else
        left = csv_reader_batch(reader, rows);
    reader->next = reader->shown ? reader->shown->row_count : 0;
    return left;
}

bool csv_reader_skip_rest(struct csv_reader *reader)
{
    struct csv_row *rows;

    while (csv_reader_rest(reader, &rows) > 0)
        ;
    return !csv_reader_failed(reader);
}
