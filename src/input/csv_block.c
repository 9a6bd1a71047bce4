#include "input/csv_block.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "input/csv_place.h"

#define ROW_LIMIT_TEXT "8 MiB"
static_assert(CSV_ROW_LIMIT == 8 << 20, "the text says so");

enum {
    CELL_LIMIT = 1 << 16, /* cells in a row */
    TOLD_IN_A_ROW = 20
};

static struct text pending(const struct csv_block *block)
{
    return text_make(block->buffer + block->row_start, block->size - block->row_start);
}

static bool ends_cell(char c, char delimiter)
{
    return c == delimiter || c == '\n' || c == '\r';
}

/* Whether the cell stands between its quotes as it is: no quote in it is doubled. */
static bool is_quoted(const struct csv_block *block, const char *start, size_t size)
{
    char quote = block->feed.dialect.quote;

    return size + 2 < block->size - block->cell_start && *start == quote &&
           start[size + 1] == quote && ends_cell(start[size + 2], block->feed.dialect.delimiter) &&
           !memchr(start + 1, quote, size);
}

/* Without a quote at its begin a cell goes on as it is up to the next delimiter. */
static inline bool is_plain(const struct csv_block *block, const char *start, size_t size)
{
    const struct csv_dialect *dialect = &block->feed.dialect;

    return size < block->size - block->cell_start && ends_cell(start[size], dialect->delimiter) &&
           (!size || ((unsigned char)*start > ' ' && *start != dialect->quote));
}

/* The cell where it stands in the buffer; NULL where libcsv left something out: blanks around it,
 * quotes that are doubled. */
static const char *cell_in_buffer(struct csv_block *block, size_t size)
{
    const char *start = block->buffer + block->cell_start;

    if (size >= block->size - block->cell_start)
        return NULL;
    if (is_plain(block, start, size)) {
        block->cell_start += size + 1;
        return start;
    }
    if (is_quoted(block, start, size)) {
        block->cell_start += size + 3;
        return start + 1;
    }
    block->cell_start = block->size;
    return NULL;
}

static struct text copy_cell(struct csv_block *block, const void *data, size_t size)
{
    char *to = block->bytes + block->bytes_size;

    if (size)
        memcpy(to, data, size);
    block->bytes_size += size;
    return text_make(to, size);
}

static struct text copy_without_nul(struct csv_block *block, const void *data, size_t size)
{
    struct text copy = copy_cell(block, data, size);
    char *at = block->bytes + block->bytes_size - size;

    while (size && (at = memchr(at, '\0', (size_t)(block->bytes + block->bytes_size - at))))
        *at++ = ' ';
    return text_trim(copy);
}

/* Once a row. Empty cells at its end are no loss. */
static void tell_many_cells(struct csv_block *block, size_t size)
{
    if (!size || block->many_cells)
        return;
    block->many_cells = true;
    diag_add(csv_block_diag(block), SEVERITY_WARNING, "many-columns",
             csv_place_in(block->source, pending(block), block->row_line, 0),
             "this row has more than %d cells; those beyond are left out", CELL_LIMIT);
}

__attribute__((noinline)) static void take_special_cell(struct csv_block *block, const void *data,
                                                        size_t size)
{
    const char *found;

    if (block->cell_count - block->row_first >= CELL_LIMIT) {
        tell_many_cells(block, size);
        return;
    }
    found = cell_in_buffer(block, size);
    block->cells = MEMORY_ROOM(block->cells, block->cell_count, block->cell_capacity);
    block->cells[block->cell_count++] = block->nul_in_row ? copy_without_nul(block, data, size)
                                        : found           ? text_make(found, size)
                                                          : copy_cell(block, data, size);
}

/* Most cells stand in the buffer as they are: what they need is done without a call. */
static void take_cell(void *data, size_t size, void *context)
{
    struct csv_block *block = context;
    const char *start = block->buffer + block->cell_start;

    if (is_plain(block, start, size) && block->cell_count < block->cell_capacity &&
        block->cell_count - block->row_first < CELL_LIMIT && !block->nul_in_row) {
        block->cell_start += size + 1;
        block->cells[block->cell_count++] = text_make(start, size);
        return;
    }
    take_special_cell(block, data, size);
}

static void take_row(int end, void *context)
{
    struct csv_block *block = context;
    struct csv_row *row;

    (void)end;
    block->rows = MEMORY_ROOM(block->rows, block->row_count, block->row_capacity);
    row = &block->rows[block->row_count++];
    row->count = (uint32_t)(block->cell_count - block->row_first);
    row->line = block->row_line;
    row->offset = block->base + block->row_start;
    row->raw = text_make(block->buffer + block->row_start, 0);
    block->row_first = block->cell_count;
}

static void tell_stray(const char *at, void *context);

void csv_block_init(struct csv_block *block, const struct source *source,
                    struct csv_dialect dialect)
{
    block->source = source;
    csv_feed_init(&block->feed, dialect);
    block->feed.cell = take_cell;
    block->feed.row = take_row;
    block->feed.stray = tell_stray;
    block->feed.context = block;
}

void csv_block_clear(struct csv_block *block)
{
    csv_feed_clear(&block->feed);
    memory_free(block->buffer);
    memory_free(block->bytes);
    memory_free(block->cells);
    memory_free(block->rows);
    diag_free(block->diag);
}

void csv_block_reserve(struct csv_block *block, size_t size)
{
    if (size > block->capacity)
        block->buffer = memory_grow(block->buffer, size, &block->capacity, 1);
}

struct diag *csv_block_diag(struct csv_block *block)
{
    if (!block->diag)
        block->diag = diag_new();
    return block->diag;
}

static uint32_t pending_cells(const struct csv_block *block)
{
    return (uint32_t)(block->cell_count - block->row_first);
}

static void fail_row(struct csv_block *block, const char *kind, size_t position, const char *text)
{
    block->failed = true;
    diag_add(csv_block_diag(block), SEVERITY_ERROR, kind,
             csv_place_in(block->source, pending(block), block->row_line, position), "%s", text);
}

static void fail_unclosed(struct csv_block *block, size_t position)
{
    fail_row(block, "unclosed-quote", position,
             "the quote that begins here is never closed; close it, or remove it");
}

static size_t start_of_pending_cell(const struct csv_block *block)
{
    return csv_start_of_cell(block->feed.dialect, pending(block), pending_cells(block));
}

/* A quote that looks like the begin of a cell, in a cell that began lines before: the other one is
 * missing, and what is between would be lost in one cell. */
static bool begins_a_cell(const struct csv_block *block, size_t start, size_t position)
{
    struct text raw = pending(block);

    return position > start && raw.data[position - 1] == block->feed.dialect.delimiter &&
           memchr(raw.data + start, '\n', position - start);
}

/* Whether the cell is one of the first with a stray quote in this row, and was not told of yet. */
static bool is_to_be_told(struct csv_block *block)
{
    size_t row = block->row_start + 1;
    uint32_t cell = pending_cells(block);

    if (block->warned_row == row && block->warned_cell == cell)
        return false;
    block->warned_count = block->warned_row == row ? block->warned_count + 1 : 0;
    block->warned_row = row;
    block->warned_cell = cell;
    return block->warned_count < TOLD_IN_A_ROW;
}

static void tell_stray(const char *at, void *context)
{
    struct csv_block *block = context;
    struct text raw = pending(block);
    size_t position = (size_t)(at - raw.data);
    size_t start;

    if (block->failed || !is_to_be_told(block))
        return;
    while (position && raw.data[position] != block->feed.dialect.quote)
        position--;
    start = csv_feed_spans_lines(&block->feed) ? start_of_pending_cell(block) : position;
    if (begins_a_cell(block, start, position)) {
        fail_unclosed(block, start);
        return;
    }
    diag_add(csv_block_diag(block), SEVERITY_WARNING, "stray-quote",
             csv_place_in(block->source, raw, block->row_line, position),
             "a quote stands inside a cell and was read as text; write it twice and put the cell "
             "in quotes");
}

static void begin_row(struct csv_block *block)
{
    if (!csv_feed_between_rows(&block->feed))
        return;
    block->row_start = block->cell_start = block->fed;
    block->row_line = block->line;
    block->nul_in_row = block->many_cells = false;
    block->told = block->diag ? diag_stored(block->diag) : 0;
}

/* Feeds as much of a row as is allowed, so that libcsv tells whether it is in quotes. */
static void fail_long_row(struct csv_block *block)
{
    csv_feed_raw(&block->feed, text_make(block->buffer + block->fed,
                                         block->row_start + CSV_ROW_LIMIT - block->fed));
    if (csv_feed_in_quotes(&block->feed)) {
        fail_row(block, "unclosed-quote", start_of_pending_cell(block),
                 "the quote that begins here is still open where the row reaches " ROW_LIMIT_TEXT
                 ", the most that is read; close it, or shorten the text");
        return;
    }
    fail_row(block, "long-row", 0,
             "this row is longer than " ROW_LIMIT_TEXT
             ", the most that is read; is it a CSV file?");
}

static void end_rows(struct csv_block *block, size_t first_row, size_t end)
{
    if (block->row_count > first_row)
        block->rows[block->row_count - 1].raw.size = end - block->row_start;
}

static void find_cr(struct csv_block *block)
{
    const char *cr = memchr(block->buffer + block->fed, '\r', block->size - block->fed);

    block->next_cr = cr ? (size_t)(cr - block->buffer) : block->size;
}

/* Where the line that is fed next ends, as csv_line_end tells. Most files have no CR, so where the
 * next one stands is remembered. */
static size_t line_end(struct csv_block *block)
{
    const char *lf = memchr(block->buffer + block->fed, '\n', block->size - block->fed);
    size_t end = lf ? (size_t)(lf + 1 - block->buffer) : block->size;

    if (block->next_cr < block->fed)
        find_cr(block);
    if (block->next_cr >= end || (lf && block->next_cr + 2 == end))
        return end;
    return block->next_cr + 1;
}

static void find_nul(struct csv_block *block, size_t from)
{
    const char *nul = memchr(block->buffer + from, '\0', block->size - from);

    block->next_nul = nul ? (size_t)(nul - block->buffer) : block->size;
}

/* A byte that no text has would end it for whoever reads it as a string of C: told once a line. The
 * buffer stays as it is, since a row that goes on in the next part is parsed again. */
static void tell_nul(struct csv_block *block, size_t end)
{
    diag_add(csv_block_diag(block), SEVERITY_WARNING, "nul-byte",
             csv_place_in(block->source, pending(block), block->row_line,
                          block->next_nul - block->row_start),
             "a NUL byte stands here and was read as a blank; was the file damaged on its way?");
    block->nul_in_row = true;
    find_nul(block, end);
}

static void feed_lines(struct csv_block *block)
{
    size_t first_row, end;

    while (block->fed < block->size && !block->failed) {
        end = line_end(block);
        begin_row(block);
        if (end - block->row_start > CSV_ROW_LIMIT) {
            fail_long_row(block);
            return;
        }
        if (block->next_nul < end)
            tell_nul(block, end);
        first_row = block->row_count;
        csv_feed_line(&block->feed, text_make(block->buffer + block->fed, end - block->fed),
                      block->buffer + block->fed, block->buffer + end);
        end_rows(block, first_row, end);
        if (block->failed)
            block->row_count = first_row;
        block->fed = end;
        block->line++;
    }
    if (block->at_end && !block->failed) {
        first_row = block->row_count;
        if (!csv_feed_end(&block->feed))
            fail_unclosed(block, start_of_pending_cell(block));
        else
            end_rows(block, first_row, block->size);
    }
}

static void point_rows_at_cells(struct csv_block *block)
{
    struct text *cell = block->cells;
    size_t i;

    for (i = 0; i < block->row_count; i++) {
        block->rows[i].cells = cell;
        cell += block->rows[i].count;
    }
}

static void forget_problems(struct csv_block *block)
{
    diag_free(block->diag);
    block->diag = NULL;
    block->told = block->warned_row = 0;
}

void csv_block_parse(struct csv_block *block)
{
    csv_feed_restart(&block->feed);
    block->fed = block->row_start = 0;
    block->line = block->row_line = 1;
    block->bytes_size = block->cell_count = block->row_first = block->row_count = 0;
    block->failed = block->unread;
    if (block->unread)
        return;
    forget_problems(block);
    if (block->size + 1 > block->bytes_capacity)
        block->bytes = memory_grow(block->bytes, block->size + 1, &block->bytes_capacity, 1);
    find_cr(block);
    find_nul(block, 0);
    feed_lines(block);
    point_rows_at_cells(block);
}

bool csv_block_is_open(const struct csv_block *block)
{
    return !block->failed && !block->at_end && !csv_feed_between_rows(&block->feed);
}
