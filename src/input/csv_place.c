#include "input/csv_place.h"

static void count_cell(void *data, size_t size, void *context)
{
    uint32_t *cells = context;

    (void)data;
    (void)size;
    ++*cells;
}

/* Byte after byte is fed until as many cells are complete. */
size_t csv_start_of_cell(struct csv_dialect dialect, struct text raw, uint32_t cell)
{
    struct csv_feed feed;
    size_t start = 0, end = 0, at = 0;
    uint32_t cells = 0;

    csv_feed_init(&feed, dialect);
    feed.cell = count_cell;
    feed.context = &cells;
    while (at < raw.size && cells < cell) {
        if (at == end) {
            start = end;
            end = csv_line_end(raw.data, start, raw.size);
        }
        csv_feed_line(&feed, text_slice(raw, start, end), raw.data + at, raw.data + at + 1);
        at++;
    }
    csv_feed_clear(&feed);
    if (at && cells >= cell && (raw.data[at - 1] == '\n' || raw.data[at - 1] == '\r'))
        at--; /* beyond the last cell: the end of its line */
    while (at < raw.size && raw.data[at] != dialect.delimiter &&
           (raw.data[at] == ' ' || raw.data[at] == '\t'))
        at++;
    return at;
}

struct place csv_place_in(const struct source *source, struct text raw, uint32_t line, size_t at)
{
    struct place place = {source->name, line, 1};
    size_t start = 0, end, i;

    while ((end = csv_line_end(raw.data, start, raw.size)) <= at && end > start && end < raw.size) {
        start = end;
        place.line++;
    }
    for (i = start; i < at; i++)
        place.column += !source->counts_characters || (raw.data[i] & 0xC0) != 0x80;
    return place;
}
