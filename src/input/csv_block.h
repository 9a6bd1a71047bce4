/* A part of a file from the begin of a line on, with the rows that end in it.
 *
 * Each part has a libcsv parser of its own, so several can be parsed at once. That its first line
 * begins a row is a guess which only the part before confirms, by having no row left open. */
#ifndef PARE_INPUT_CSV_BLOCK_H
#define PARE_INPUT_CSV_BLOCK_H

#include "input/csv_reader.h"

struct csv_block {
    const struct source *source; /* for places */
    struct csv_feed feed;
    struct utf8_check check; /* of the source, when this part had been read */
    uint64_t base;           /* offset in the source of the first byte */
    bool at_end;             /* of the file */
    bool unread;             /* it could not be read */
    bool failed;             /* an error in it; rows before it count */

    char *buffer;
    size_t size, capacity;
    size_t fed;      /* bytes of buffer that libcsv has */
    size_t next_cr;  /* the first CR from fed on, or size; before fed: to be found */
    size_t next_nul; /* the first NUL from fed on, or size */
    bool nul_in_row;
    bool many_cells;         /* told for the row that is being read */
    size_t row_start;        /* in buffer: of the row that is being read */
    uint32_t line, row_line; /* from 1, in this part */

    size_t cell_start; /* in buffer: of the next cell; the end where that is not known */
    char *bytes; /* of cells that libcsv changed; never more than the raw bytes they come from */
    size_t bytes_size, bytes_capacity;
    struct text *cells;
    size_t cell_count, cell_capacity;
    size_t row_first;     /* cell of the row that is being read */
    struct csv_row *rows; /* lines count in this part */
    size_t row_count, row_capacity;

    struct diag *diag; /* what reading it told, NULL for nothing; lines count in this part */
    size_t told;       /* problems before the row that is being read */
    size_t warned_row; /* + 1 */
    uint32_t warned_cell, warned_count;
};

enum { CSV_ROW_LIMIT = 1 << 23 }; /* a longer row is an error: a quote that was never closed */

void csv_block_init(struct csv_block *block, const struct source *source,
                    struct csv_dialect dialect);
void csv_block_clear(struct csv_block *block);
void csv_block_reserve(struct csv_block *block, size_t size);
struct diag *csv_block_diag(struct csv_block *block);

/* Parses what stands in the buffer, which ends with a line or with the file. */
void csv_block_parse(struct csv_block *block);
/* Whether its last row goes on in the next part: from row_start on. */
bool csv_block_is_open(const struct csv_block *block);

#endif
