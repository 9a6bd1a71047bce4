#include "input/csv_reader.h"

#include <csv.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

enum {
    BLOCK = 1 << 18,     /* with its cells it stays in the second cache */
    ROW_LIMIT = 1 << 23, /* a longer row is a quote that was never closed */
    CELL_LIMIT = 1 << 16 /* cells in a row */
};

/* libcsv has no names for its states in its header; these are of version 3.0.3, where quoted and
 * pstate are public. */
enum { STATE_ROW_NOT_BEGUN = 0, STATE_MIGHT_HAVE_ENDED = 3 };

struct csv_reader {
    struct source *source;
    struct diag *diag;
    struct csv_dialect dialect;
    struct csv_parser parser;
    size_t block;

    char *buffer; /* what was read and is not yet given back */
    size_t size, capacity;
    size_t fed;       /* bytes of buffer that libcsv has */
    size_t row_start; /* in buffer: of the row that is being read */
    uint64_t base;    /* offset in the source of buffer[0] */
    uint32_t line, row_line;
    bool at_end, failed, finished;

    char *bytes; /* of cells; never more than the raw bytes they come from */
    size_t bytes_size, bytes_capacity;
    struct text *cells;
    size_t cell_count, cell_capacity;
    size_t row_first; /* cell of the row that is being read */
    uint64_t warned_row;
    uint32_t warned_cell;

    struct csv_row *rows;
    size_t row_count, row_capacity;
    size_t next; /* for csv_reader_next */
};

static void take_cell(void *data, size_t size, void *context)
{
    struct csv_reader *reader = context;
    char *to = reader->bytes + reader->bytes_size;

    if (reader->cell_count - reader->row_first >= CELL_LIMIT)
        return;
    if (size)
        memcpy(to, data, size);
    reader->bytes_size += size;
    reader->cells = MEMORY_ROOM(reader->cells, reader->cell_count, reader->cell_capacity);
    reader->cells[reader->cell_count++] = text_make(to, size);
}

static void take_row(int end, void *context)
{
    struct csv_reader *reader = context;
    struct csv_row *row;

    (void)end;
    reader->rows = MEMORY_ROOM(reader->rows, reader->row_count, reader->row_capacity);
    row = &reader->rows[reader->row_count++];
    row->count = (uint32_t)(reader->cell_count - reader->row_first);
    row->line = reader->row_line;
    row->offset = reader->base + reader->row_start;
    row->raw.data = reader->buffer + reader->row_start;
    row->raw.size = 0;
    reader->row_first = reader->cell_count;
}

struct csv_reader *csv_reader_new(struct source *source, struct csv_dialect dialect, size_t block,
                                  struct diag *diag)
{
    struct csv_reader *reader = memory_alloc(1, sizeof *reader);

    reader->source = source;
    reader->diag = diag;
    reader->dialect = dialect;
    reader->block = block ? block : BLOCK;
    reader->line = 1;
    reader->base = source->at - source->start;
    csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&reader->parser, (unsigned char)dialect.delimiter);
    csv_set_quote(&reader->parser, (unsigned char)dialect.quote);
    csv_set_blk_size(&reader->parser, 1 << 16);
    return reader;
}

void csv_reader_free(struct csv_reader *reader)
{
    if (!reader)
        return;
    csv_free(&reader->parser);
    memory_free(reader->buffer);
    memory_free(reader->bytes);
    memory_free(reader->cells);
    memory_free(reader->rows);
    memory_free(reader);
}

bool csv_reader_failed(const struct csv_reader *reader)
{
    return reader->failed;
}

/* Where a line that starts at from ends in the buffer, behind its line end; 0 where that is not yet
 * read. A CR that is the last byte may still be followed by its LF. */
static size_t line_end(const char *data, size_t from, size_t size, bool at_end)
{
    const char *start = data + from;
    const char *lf = memchr(start, '\n', size - from);
    const char *cr = memchr(start, '\r', lf ? (size_t)(lf - start) : size - from);

    if (cr && cr + 1 == lf)
        cr = NULL;
    if (cr && cr + 1 < data + size)
        return (size_t)(cr + 1 - data);
    if (lf)
        return (size_t)(lf + 1 - data);
    return at_end ? size : 0;
}

/* Stray quotes. */

/* Whether, from `from` on, a quote closes the field before the line ends. */
static bool closes_in_line(struct text line, size_t from, struct csv_dialect dialect)
{
    size_t i, j;

    for (i = from; i < line.size; i++) {
        if (line.data[i] != dialect.quote)
            continue;
        for (j = i + 1; j < line.size && (line.data[j] == ' ' || line.data[j] == '\t') &&
                        line.data[j] != dialect.delimiter;
             j++)
            ;
        if (j == line.size || line.data[j] == dialect.delimiter || line.data[j] == '\n' ||
            line.data[j] == '\r')
            return true;
        i += line.data[i + 1] == dialect.quote;
    }
    return false;
}

typedef void cell_function(void *, size_t, void *);
typedef void row_function(int, void *);

/* One way of feeding serves reading and finding places, so that both agree. */
struct feed {
    struct csv_parser *parser;
    struct csv_dialect dialect;
    cell_function *cell;
    row_function *row;
    void *context;
    void (*stray)(void *context, const char *at);
    const char *close_at; /* where a quote has to be put in, for a field that it does not close */
};

static void feed_leniently(struct feed *feed, const char *data, size_t size)
{
    csv_set_opts(feed->parser, 0);
    csv_parse(feed->parser, data, size, feed->cell, feed->row, feed->context);
    csv_set_opts(feed->parser, CSV_STRICT | CSV_STRICT_FINI);
}

/* libcsv stopped at `at`, at a quote inside a field without quotes or at what follows a quote inside
 * one with quotes. The quote is text. Where no other quote closes the field in this line, the field
 * ends at the next delimiter. */
static const char *recover(struct feed *feed, struct text line, const char *at)
{
    size_t from = (size_t)(at - line.data);
    bool in_quotes = feed->parser->pstate == STATE_MIGHT_HAVE_ENDED;

    feed->stray(feed->context, at);
    if (in_quotes && !closes_in_line(line, from, feed->dialect)) {
        while (from < line.size && line.data[from] != feed->dialect.delimiter &&
               line.data[from] != '\n' && line.data[from] != '\r')
            from++;
        feed->close_at = line.data + from;
    }
    feed_leniently(feed, at, 1);
    return at + 1;
}

/* Feeds the bytes from `from` to `to` of a line. */
static void feed_line(struct feed *feed, struct text line, const char *from, const char *to)
{
    while (from < to) {
        if (feed->close_at && from < feed->close_at) {
            const char *stop = to < feed->close_at ? to : feed->close_at;

            feed_leniently(feed, from, (size_t)(stop - from));
            from = stop;
        } else {
            if (feed->close_at) {
                feed->close_at = NULL;
                feed_leniently(feed, &feed->dialect.quote, 1);
            }
            from += csv_parse(feed->parser, from, (size_t)(to - from), feed->cell, feed->row,
                              feed->context);
            if (from < to)
                from = recover(feed, line, from);
        }
    }
}

/* The last line of a file may end inside what recover set up. */
static int feed_end(struct feed *feed)
{
    if (feed->close_at)
        feed_leniently(feed, &feed->dialect.quote, 1);
    feed->close_at = NULL;
    return csv_fini(feed->parser, feed->cell, feed->row, feed->context);
}

/* Places. */

struct search {
    uint32_t cells;
};

static void count_cell(void *data, size_t size, void *context)
{
    struct search *search = context;

    (void)data;
    (void)size;
    search->cells++;
}

static void ignore_row(int end, void *context)
{
    (void)end;
    (void)context;
}

static void ignore_stray(void *context, const char *at)
{
    (void)context;
    (void)at;
}

/* Where in raw the cell begins, by feeding byte after byte until as many cells are complete. */
static size_t start_of_cell(const struct csv_reader *reader, struct text raw, uint32_t cell)
{
    struct csv_parser parser;
    struct search search = {0};
    struct feed feed = {&parser,    reader->dialect, count_cell, ignore_row,
                        &search,    ignore_stray,    NULL};
    size_t start = 0, end = 0, at = 0;

    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser, (unsigned char)reader->dialect.delimiter);
    csv_set_quote(&parser, (unsigned char)reader->dialect.quote);
    while (at < raw.size && search.cells < cell) {
        if (at == end) {
            start = end;
            end = line_end(raw.data, start, raw.size, true);
        }
        feed_line(&feed, text_slice(raw, start, end), raw.data + at, raw.data + at + 1);
        at++;
    }
    csv_free(&parser);
    if (at && search.cells >= cell && (raw.data[at - 1] == '\n' || raw.data[at - 1] == '\r'))
        at--; /* beyond the last cell: the end of its line */
    while (at < raw.size && raw.data[at] != reader->dialect.delimiter &&
           (raw.data[at] == ' ' || raw.data[at] == '\t'))
        at++;
    return at;
}

/* The place of a byte of raw, which begins at that line. */
static struct place place_in(const struct csv_reader *reader, struct text raw, uint32_t line,
                             size_t at)
{
    struct place place = {reader->source->name, line, 0};
    size_t start = 0, end;
    size_t i;

    while ((end = line_end(raw.data, start, raw.size, true)) <= at && end > start &&
           end < raw.size) {
        start = end;
        place.line++;
    }
    place.column = 1;
    for (i = start; i < at; i++)
        place.column += !reader->source->counts_characters || (raw.data[i] & 0xC0) != 0x80;
    return place;
}

struct place csv_reader_place(const struct csv_reader *reader, const struct csv_row *row,
                              uint32_t cell)
{
    return place_in(reader, row->raw, row->line, start_of_cell(reader, row->raw, cell));
}

/* Reading. */

static struct text pending(const struct csv_reader *reader)
{
    return text_make(reader->buffer + reader->row_start, reader->size - reader->row_start);
}

static uint32_t pending_cells(const struct csv_reader *reader)
{
    return (uint32_t)(reader->cell_count - reader->row_first);
}

static void tell_stray(void *context, const char *at)
{
    struct csv_reader *reader = context;
    struct text raw = pending(reader);
    uint64_t row = reader->base + reader->row_start;
    size_t position = (size_t)(at - raw.data);

    if (!reader->diag || (reader->warned_row == row + 1 &&
                          reader->warned_cell == pending_cells(reader)))
        return;
    reader->warned_row = row + 1;
    reader->warned_cell = pending_cells(reader);
    while (position && raw.data[position] != reader->dialect.quote)
        position--;
    diag_add(reader->diag, SEVERITY_WARNING, "stray-quote",
             place_in(reader, raw, reader->row_line, position),
             "a quote stands inside a cell and was read as text; write it twice and put the cell "
             "in quotes");
}

static void fail_unclosed(struct csv_reader *reader)
{
    struct text raw = pending(reader);

    reader->failed = true;
    if (reader->diag)
        diag_add(reader->diag, SEVERITY_ERROR, "unclosed-quote",
                 place_in(reader, raw, reader->row_line,
                          start_of_cell(reader, raw, pending_cells(reader))),
                 "the quote that begins here is never closed; close it, or remove it");
}

/* Feeds what there is of a line that is too long, so that libcsv tells whether it is in quotes. */
static void fail_long_row(struct csv_reader *reader)
{
    struct place place;

    if (reader->parser.pstate == STATE_ROW_NOT_BEGUN) {
        reader->row_start = reader->fed;
        reader->row_line = reader->line;
    }
    csv_parse(&reader->parser, reader->buffer + reader->fed, reader->size - reader->fed, take_cell,
              take_row, reader);
    if (reader->parser.quoted) {
        fail_unclosed(reader);
        return;
    }
    reader->failed = true;
    place = place_in(reader, pending(reader), reader->row_line, 0);
    if (reader->diag)
        diag_add(reader->diag, SEVERITY_ERROR, "long-row", place,
                 "this row is longer than %d MiB; is it a CSV file?", ROW_LIMIT >> 20);
}

/* Feeds all complete lines. */
static void feed_lines(struct csv_reader *reader)
{
    struct feed feed = {&reader->parser, reader->dialect, take_cell, take_row,
                        reader,          tell_stray,      NULL};
    size_t first_row, end;

    while (reader->fed < reader->size) {
        end = line_end(reader->buffer, reader->fed, reader->size, reader->at_end);
        if (!end)
            break;
        if (reader->parser.pstate == STATE_ROW_NOT_BEGUN) {
            reader->row_start = reader->fed;
            reader->row_line = reader->line;
        }
        first_row = reader->row_count;
        feed_line(&feed, text_make(reader->buffer + reader->fed, end - reader->fed),
                  reader->buffer + reader->fed, reader->buffer + end);
        if (reader->row_count > first_row)
            reader->rows[reader->row_count - 1].raw.size = end - reader->row_start;
        reader->fed = end;
        reader->line++;
    }
    if (reader->at_end && reader->fed == reader->size && !reader->finished) {
        reader->finished = true;
        first_row = reader->row_count;
        if (feed_end(&feed) != 0)
            fail_unclosed(reader);
        else if (reader->row_count > first_row)
            reader->rows[reader->row_count - 1].raw.size = reader->size - reader->row_start;
    }
}

/* Drops what was given back and keeps the row that is being read, with its cells. */
static void compact(struct csv_reader *reader)
{
    bool in_row = reader->parser.pstate != STATE_ROW_NOT_BEGUN;
    size_t keep = in_row ? reader->row_start : reader->fed;
    size_t cells = pending_cells(reader);
    size_t i;

    memmove(reader->cells, reader->cells + reader->row_first, cells * sizeof *reader->cells);
    reader->bytes_size = 0;
    for (i = 0; i < cells; i++) {
        if (reader->cells[i].size)
            memmove(reader->bytes + reader->bytes_size, reader->cells[i].data,
                    reader->cells[i].size);
        reader->cells[i].data = reader->bytes + reader->bytes_size;
        reader->bytes_size += reader->cells[i].size;
    }
    reader->cell_count = cells;
    reader->row_first = 0;
    reader->row_count = 0;
    memmove(reader->buffer, reader->buffer + keep, reader->size - keep);
    reader->size -= keep;
    reader->fed -= keep;
    reader->base += keep;
    reader->row_start = 0;
}

static void rebase_cells(struct csv_reader *reader, const char *old)
{
    size_t i;

    for (i = 0; i < reader->cell_count; i++)
        reader->cells[i].data = reader->bytes + (reader->cells[i].data - old);
}

static void read_block(struct csv_reader *reader)
{
    size_t need = reader->size + reader->block;
    const char *old = reader->bytes;
    size_t got;

    reader->buffer = memory_grow(reader->buffer, need, &reader->capacity, 1);
    reader->bytes = memory_grow(reader->bytes, need + 1, &reader->bytes_capacity, 1);
    if (reader->bytes != old)
        rebase_cells(reader, old);
    got = source_read(reader->source, reader->buffer + reader->size, reader->block, reader->diag);
    reader->at_end = got < reader->block;
    reader->failed = reader->source->failed || reader->source->check.invalid;
    reader->size += got;
}

static void point_rows_at_cells(struct csv_reader *reader)
{
    struct text *cell = reader->cells;
    size_t i;

    for (i = 0; i < reader->row_count; i++) {
        reader->rows[i].cells = cell;
        cell += reader->rows[i].count;
    }
}

size_t csv_reader_batch(struct csv_reader *reader, struct csv_row **rows)
{
    if (reader->buffer)
        compact(reader);
    reader->next = 0;
    while (reader->row_count == 0 && !reader->finished && !reader->failed) {
        if (reader->size > ROW_LIMIT) {
            fail_long_row(reader);
            break;
        }
        read_block(reader);
        if (!reader->failed)
            feed_lines(reader);
    }
    point_rows_at_cells(reader);
    reader->next = 0;
    *rows = reader->rows;
    return reader->row_count;
}

struct csv_row *csv_reader_next(struct csv_reader *reader)
{
    struct csv_row *rows;

    if (reader->next >= reader->row_count) {
        if (!csv_reader_batch(reader, &rows))
            return NULL;
    }
    return &reader->rows[reader->next++];
}

size_t csv_reader_rest(struct csv_reader *reader, struct csv_row **rows)
{
    size_t left = reader->row_count - reader->next;

    if (left) {
        *rows = reader->rows + reader->next;
    } else {
        left = csv_reader_batch(reader, rows);
    }
    reader->next = reader->row_count;
    return left;
}
