#include "input/csv_feed.h"

#include <string.h>

/* libcsv has no names for its states in its header; these are of version 3.0.3, where pstate and
 * quoted are public. */
enum { STATE_ROW_NOT_BEGUN = 0, STATE_MIGHT_HAVE_ENDED = 3 };

static void init_parser(struct csv_feed *feed)
{
    csv_init(&feed->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&feed->parser, (unsigned char)feed->dialect.delimiter);
    csv_set_quote(&feed->parser, (unsigned char)feed->dialect.quote);
    csv_set_blk_size(&feed->parser, 1 << 16);
}

void csv_feed_init(struct csv_feed *feed, struct csv_dialect dialect)
{
    memset(feed, 0, sizeof *feed);
    feed->dialect = dialect;
    init_parser(feed);
}

/* Between rows a parser remembers nothing. */
void csv_feed_restart(struct csv_feed *feed)
{
    feed->close_at = feed->closes = feed->open = NULL;
    if (csv_feed_between_rows(feed))
        return;
    csv_free(&feed->parser);
    init_parser(feed);
}

void csv_feed_clear(struct csv_feed *feed)
{
    csv_free(&feed->parser);
}

bool csv_feed_between_rows(const struct csv_feed *feed)
{
    return feed->parser.pstate == STATE_ROW_NOT_BEGUN;
}

bool csv_feed_in_quotes(const struct csv_feed *feed)
{
    return feed->parser.quoted;
}

size_t csv_line_end(const char *data, size_t from, size_t size)
{
    const char *start = data + from;
    const char *lf = memchr(start, '\n', size - from);
    const char *cr = memchr(start, '\r', lf ? (size_t)(lf - start) : size - from);

    if (cr && cr + 1 != lf)
        return (size_t)(cr + 1 - data);
    return lf ? (size_t)(lf + 1 - data) : size;
}

/* Stray quotes. */

/* The first quote at or after `from` that closes a field, or the size of the line. */
static size_t find_closing(struct text line, size_t from, struct csv_dialect dialect)
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
            return i;
        i += line.data[i + 1] == dialect.quote;
    }
    return line.size;
}

/* Whether, from `from` on, a quote closes the field before the line ends. What was found once holds
 * for the rest of the line, so that a line full of quotes is not looked through for each. */
static bool closes(struct csv_feed *feed, struct text line, size_t from)
{
    size_t found;

    if (feed->closes && line.data + from <= feed->closes)
        return true;
    if (feed->open && line.data + from >= feed->open)
        return false;
    found = find_closing(line, from, feed->dialect);
    if (found < line.size)
        feed->closes = line.data + found;
    else
        feed->open = line.data + from;
    return found < line.size;
}

static void feed_leniently(struct csv_feed *feed, const char *data, size_t size)
{
    csv_set_opts(&feed->parser, 0);
    csv_parse(&feed->parser, data, size, feed->cell, feed->row, feed->context);
    csv_set_opts(&feed->parser, CSV_STRICT | CSV_STRICT_FINI);
}

bool csv_feed_spans_lines(const struct csv_feed *feed)
{
    return feed->parser.entry_pos &&
           (memchr(feed->parser.entry_buf, '\n', feed->parser.entry_pos) ||
            memchr(feed->parser.entry_buf, '\r', feed->parser.entry_pos));
}

/* libcsv stopped at `at`, at a quote inside a field without quotes or at what follows a quote
 * inside one with quotes. The quote is text. Where no other quote closes the field in its line, the
 * field ends at the next delimiter; a text of several lines goes on. */
static const char *recover(struct csv_feed *feed, struct text line, const char *at)
{
    size_t from = (size_t)(at - line.data);
    bool in_quotes = feed->parser.pstate == STATE_MIGHT_HAVE_ENDED;

    if (feed->stray)
        feed->stray(at, feed->context);
    if (in_quotes && !csv_feed_spans_lines(feed) && !closes(feed, line, from)) {
        while (from < line.size && line.data[from] != feed->dialect.delimiter &&
               line.data[from] != '\n' && line.data[from] != '\r')
            from++;
        feed->close_at = line.data + from;
    }
    feed_leniently(feed, at, 1);
    return at + 1;
}

void csv_feed_line(struct csv_feed *feed, struct text line, const char *from, const char *to)
{
    if (from == line.data)
        feed->closes = feed->open = NULL;
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
            from += csv_parse(&feed->parser, from, (size_t)(to - from), feed->cell, feed->row,
                              feed->context);
            if (from < to)
                from = recover(feed, line, from);
        }
    }
}

void csv_feed_raw(struct csv_feed *feed, struct text bytes)
{
    feed_leniently(feed, bytes.data, bytes.size);
}

/* The last line of a file may end inside what recover set up. */
bool csv_feed_end(struct csv_feed *feed)
{
    if (feed->close_at)
        feed_leniently(feed, &feed->dialect.quote, 1);
    feed->close_at = NULL;
    return csv_fini(&feed->parser, feed->cell, feed->row, feed->context) == 0;
}
