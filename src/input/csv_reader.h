/* Rows of a CSV out of libcsv, with the exact line and column of every cell.
 *
 * The file is cut at line ends into parts that are parsed each by its own parser, also in several
 * threads, and given out in order; where a row spans a cut, it is parsed again as a whole, so that
 * cuts never show. libcsv is fed one physical line at a time: line and offset of each row are known
 * for free, the column of a cell is found by parsing its row again, which only a problem asks for.
 * A stray quote is read as a quote and told; a quote that is never closed is an error at the place
 * where it began. LF, CRLF and CR end lines, also mixed. */
#ifndef PARE_INPUT_CSV_READER_H
#define PARE_INPUT_CSV_READER_H

#include "input/csv_feed.h"
#include "input/source.h"

struct csv_reader;

/* Cells are trimmed of blanks outside quotes. Everything lives until the next call that reads. */
struct csv_row {
    struct text *cells;
    uint32_t count;
    uint32_t line;   /* from 1 */
    uint64_t offset; /* of its first byte in the source */
    struct text raw; /* its bytes, with line ends */
};

/* diag may be NULL: problems are not told. block: bytes read at once, 0 for the usual. */
struct csv_reader *csv_reader_new(struct source *source, struct csv_dialect dialect, size_t block,
                                  struct diag *diag);
void csv_reader_free(struct csv_reader *reader);

/* The rows of the next block: at least one, or 0 at the end or after an error. */
size_t csv_reader_batch(struct csv_reader *reader, struct csv_row **rows);
/* The next row, or NULL. */
struct csv_row *csv_reader_next(struct csv_reader *reader);
/* As csv_reader_batch, but first the rows that csv_reader_next has left of its block. */
size_t csv_reader_rest(struct csv_reader *reader, struct csv_row **rows);
/* Reads on to the end, for what is wrong there. False where an error is. */
bool csv_reader_skip_rest(struct csv_reader *reader);
/* From now on so many threads parse, with the calling one while it waits. */
void csv_reader_start_threads(struct csv_reader *reader, unsigned threads);
/* True after an error in the file; it is in diag. */
bool csv_reader_failed(const struct csv_reader *reader);

/* Where the cell begins; with cell 0 the row. A cell beyond the row is where the row ends. */
struct place csv_reader_place(const struct csv_reader *reader, const struct csv_row *row,
                              uint32_t cell);

#endif
