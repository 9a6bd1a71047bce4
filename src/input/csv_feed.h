/* Bytes into libcsv, line by line, with quotes that stand where they should not taken as text.
 *
 * libcsv is strict, so that it stops at such a quote; then the rule for stray quotes decides and it
 * goes on. One way of feeding serves reading and finding places, so that both agree. */
#ifndef PARE_INPUT_CSV_FEED_H
#define PARE_INPUT_CSV_FEED_H

#include <csv.h>

#include "base/text.h"

struct csv_dialect {
    char delimiter, quote;
};

struct csv_feed {
    struct csv_parser parser;
    struct csv_dialect dialect;
    void (*cell)(void *data, size_t size, void *context);
    void (*row)(int end, void *context);
    void (*stray)(const char *at,
                  void *context); /* a quote at or before this byte is text; or NULL */
    void *context;
    const char *close_at; /* where a quote has to be put in, for a field that it does not close */
    const char *closes;   /* in this line: up to here, a quote that closes is known to follow */
    const char *open;     /* in this line: from here on, none is known to follow */
};

void csv_feed_init(struct csv_feed *feed, struct csv_dialect dialect);
void csv_feed_clear(struct csv_feed *feed);
/* Forgets what was fed: the next byte begins a row. */
void csv_feed_restart(struct csv_feed *feed);
/* Whether the next byte begins a row, and whether it stands in quotes. */
bool csv_feed_between_rows(const struct csv_feed *feed);
bool csv_feed_in_quotes(const struct csv_feed *feed);
/* Whether the cell that is being read began on an earlier line. */
bool csv_feed_spans_lines(const struct csv_feed *feed);

/* Feeds the bytes from `from` to `to` of a line that is there as a whole. */
void csv_feed_line(struct csv_feed *feed, struct text line, const char *from, const char *to);
/* Feeds bytes as they are, after which only csv_feed_in_quotes makes sense. */
void csv_feed_raw(struct csv_feed *feed, struct text bytes);
/* The end of the file; false where a quote is still open. */
bool csv_feed_end(struct csv_feed *feed);

/* Where the line that starts at from ends in data, behind its line end if it has one. */
size_t csv_line_end(const char *data, size_t from, size_t size);

#endif
