#include "input/dialect.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* The sample is read in small blocks, as mostly its first rows tell all. */
enum { SAMPLE = 1 << 16, SAMPLE_BLOCK = 1 << 13, SAMPLE_ROWS = 100, HEADER_ROWS = 40 };
enum { MOST_COLUMNS = 256 };

/* What a delimiter makes of the sample, of which no row is parsed twice. */
struct look {
    struct dialect dialect;
    struct source source;
    struct csv_reader *reader;
    size_t rows, rows_by_columns[MOST_COLUMNS + 1]; /* so far */
    bool measured;                                  /* what follows is known */
    double evenness; /* share of the rows with the commonest number of cells */
    size_t columns;  /* that number */
};

static void look_begin(struct look *look, struct text sample, struct csv_dialect csv)
{
    memset(look, 0, sizeof *look);
    look->dialect.csv = csv;
    look->dialect.is_utf8 = true;
    source_of_text(&look->source, "", sample);
    look->reader = csv_reader_new(&look->source, csv, SAMPLE_BLOCK, NULL);
}

static void look_end(struct look *look)
{
    csv_reader_free(look->reader);
    source_close(&look->source);
}

static const struct csv_row *next_row(struct look *look)
{
    const struct csv_row *row = csv_reader_next(look->reader);

    if (row) {
        look->rows_by_columns[row->count < MOST_COLUMNS ? row->count : MOST_COLUMNS]++;
        look->rows++;
    }
    return row;
}

/* Less than `enough` is as good as nothing. */
static void find_headers(struct look *look, header_score *score, void *context, size_t enough)
{
    size_t least = enough ? enough - 1 : 0, points;
    const struct csv_row *row;

    while (look->rows < HEADER_ROWS && (row = next_row(look))) {
        points = score(context, row->cells, row->count, least);
        if (points > least) {
            look->dialect.score = least = points;
            look->dialect.header_row = look->rows - 1;
        }
    }
}

static void measure(struct look *look)
{
    size_t i, most = 0;

    if (look->measured)
        return;
    look->measured = true;
    while (look->rows < SAMPLE_ROWS && next_row(look))
        ;
    for (i = 0; i <= MOST_COLUMNS; i++) {
        if (look->rows_by_columns[i] > most) {
            most = look->rows_by_columns[i];
            look->columns = i;
        }
    }
    look->evenness = look->rows ? (double)most / (double)look->rows : 0;
}

static double evenness(struct look *look)
{
    measure(look);
    return look->columns > 1 ? look->evenness : 0;
}

/* Nearly all rows have as many cells; not even half have. */
static const double even = 0.8, uneven = 0.5;

/* A list of columns in a cell, "name; status; frequency", looks like headers too, but stands below
 * them and makes rows of no length. */
static bool finds_list(const struct look *look, const struct look *other)
{
    return look->dialect.header_row > other->dialect.header_row && look->evenness < uneven &&
           other->evenness >= even;
}

/* Headers that are recognised count most. Without headers, rows of equal length decide. */
static bool is_better(struct look *a, struct look *b)
{
    double even_a, even_b;

    if (a->dialect.score != b->dialect.score && (!a->dialect.score || !b->dialect.score))
        return a->dialect.score > b->dialect.score;
    even_a = evenness(a);
    even_b = evenness(b);
    if (finds_list(a, b) || finds_list(b, a))
        return finds_list(b, a);
    if (a->dialect.score != b->dialect.score)
        return a->dialect.score > b->dialect.score;
    if (even_a < even_b - 1e-9 || even_a > even_b + 1e-9)
        return even_a > even_b;
    return even_a > 0 && a->columns > b->columns;
}

/* Whole lines of the first bytes, so that no cell is cut; all of them where there is no line end.
 */
static struct text whole_lines(struct text sample)
{
    size_t end = sample.size;

    if (end < SAMPLE)
        return sample;
    while (end && sample.data[end - 1] != '\n' && sample.data[end - 1] != '\r')
        end--;
    return end ? text_slice(sample, 0, end) : sample;
}

/* Apostrophes are quotes where they stand next to the delimiters and double quotes do not occur. */
static char quote_of(struct text sample, char delimiter)
{
    char open[2] = {delimiter, '\''};
    struct text opening = {open, 2};
    size_t i, found = 0;

    if (text_find(sample, '"') < sample.size)
        return '"';
    for (i = 1; i + 2 < sample.size; i++)
        if (memcmp(sample.data + i, opening.data, 2) == 0 && sample.data[i - 1] == '\'')
            found++;
    return found >= 2 ? '\'' : '"';
}

/* "sep=;" in the first line is how Excel is told the delimiter. */
static char told_delimiter(struct text sample)
{
    return sample.size > 4 && text_is_nocase(text_slice(sample, 0, 4), "sep=") ? sample.data[4] : 0;
}

/* All delimiters that do not occur make the same of the sample: rows of one cell, which cannot be
 * better than many headers. */
static bool is_hopeless(const struct look *best, bool occurs, bool tried_without)
{
    return !occurs && (tried_without || (best && best->dialect.score > SCORE_NEEDED + SCORE_CELL));
}

void dialect_find(struct dialect *dialect, struct source *source, char delimiter,
                  header_score *score, void *context, struct diag *diag)
{
    static const char delimiters[] = {',', ';', '\t', '|'};
    char *buffer = memory_alloc(SAMPLE, 1);
    struct text sample = whole_lines(text_make(buffer, source_peek(source, buffer, SAMPLE, diag)));
    struct look looks[sizeof delimiters], *best = NULL, *look = looks;
    bool tried_without = false, occurs;
    size_t i, enough;

    delimiter = delimiter ? delimiter : told_delimiter(sample);
    for (i = 0; i < (delimiter ? 1 : sizeof delimiters); i++) {
        char tried = delimiter ? delimiter : delimiters[i];

        occurs = text_find(sample, tried) < sample.size;
        if (!is_hopeless(best, occurs, tried_without)) {
            enough = !best || (occurs && evenness(best) < uneven) ? 0 : best->dialect.score;
            look_begin(look, sample, (struct csv_dialect){tried, quote_of(sample, tried)});
            find_headers(look, score, context, enough);
            best = !best || is_better(look, best) ? look : best;
            look++;
        }
        tried_without = tried_without || !occurs;
    }
    *dialect = (best ? best : looks)->dialect;
    dialect->is_utf8 = utf8_is_valid(sample);
    while (look > looks)
        look_end(--look);
    memory_free(buffer);
}
