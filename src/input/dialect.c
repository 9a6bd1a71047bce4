#include "input/dialect.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* The sample is read in small blocks, as mostly its first rows tell all. */
enum { SAMPLE = 1 << 16, SAMPLE_BLOCK = 1 << 13, SAMPLE_ROWS = 100, HEADER_ROWS = 40 };
enum { MOST_COLUMNS = 256 };

/* What a delimiter makes of the sample. */
struct look {
    struct dialect dialect;
    bool measured;   /* what follows is known */
    double evenness; /* share of the rows with the commonest number of cells */
    size_t columns;  /* that number */
};

static void count_columns(struct look *look, const size_t *rows_by_columns, size_t rows)
{
    size_t i, most = 0;

    for (i = 0; i <= MOST_COLUMNS; i++) {
        if (rows_by_columns[i] > most) {
            most = rows_by_columns[i];
            look->columns = i;
        }
    }
    look->evenness = rows ? (double)most / (double)rows : 0;
}

/* Less than `enough` is as good as nothing. */
static void find_headers(struct look *look, struct text sample, header_score *score, void *context,
                         size_t enough)
{
    size_t least = enough ? enough - 1 : 0;
    struct source source;
    struct csv_reader *reader;
    struct csv_row *row;
    size_t rows, points;

    source_of_text(&source, "", sample);
    reader = csv_reader_new(&source, look->dialect.csv, SAMPLE_BLOCK, NULL);
    for (rows = 0; rows < HEADER_ROWS && (row = csv_reader_next(reader)); rows++) {
        points = score(context, row->cells, row->count, least);
        if (points > least) {
            look->dialect.score = least = points;
            look->dialect.header_row = rows;
        }
    }
    csv_reader_free(reader);
    source_close(&source);
}

static void measure(struct look *look, struct text sample)
{
    size_t rows_by_columns[MOST_COLUMNS + 1] = {0};
    struct source source;
    struct csv_reader *reader;
    struct csv_row *row;
    size_t rows;

    if (look->measured)
        return;
    source_of_text(&source, "", sample);
    reader = csv_reader_new(&source, look->dialect.csv, SAMPLE_BLOCK, NULL);
    for (rows = 0; rows < SAMPLE_ROWS && (row = csv_reader_next(reader)); rows++)
        rows_by_columns[row->count < MOST_COLUMNS ? row->count : MOST_COLUMNS]++;
    count_columns(look, rows_by_columns, rows);
    csv_reader_free(reader);
    source_close(&source);
    look->measured = true;
}

static double evenness(struct look *look, struct text sample)
{
    measure(look, sample);
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
static bool is_better(struct look *a, struct look *b, struct text sample)
{
    double even_a, even_b;

    if (a->dialect.score != b->dialect.score && (!a->dialect.score || !b->dialect.score))
        return a->dialect.score > b->dialect.score;
    even_a = evenness(a, sample);
    even_b = evenness(b, sample);
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

void dialect_find(struct dialect *dialect, struct source *source, char delimiter,
                  header_score *score, void *context, struct diag *diag)
{
    static const char delimiters[] = {',', ';', '\t', '|'};
    char *buffer = memory_alloc(SAMPLE, 1);
    struct text sample = whole_lines(text_make(buffer, source_peek(source, buffer, SAMPLE, diag)));
    struct look best = {.dialect = {{',', '"'}, 0, 0, true}};
    bool tried_without = false, occurs;
    size_t i, enough;

    delimiter = delimiter ? delimiter : told_delimiter(sample);
    for (i = 0; i < sizeof delimiters; i++) {
        struct look look = {.dialect = {{delimiters[i], '"'}, 0, 0, true}};

        if (delimiter)
            look.dialect.csv.delimiter = delimiter;
        /* All that do not occur make the same of it. */
        occurs = text_find(sample, look.dialect.csv.delimiter) < sample.size;
        if (!occurs && tried_without)
            continue;
        tried_without = tried_without || !occurs;
        look.dialect.csv.quote = quote_of(sample, look.dialect.csv.delimiter);
        enough = occurs && i > 0 && evenness(&best, sample) < uneven ? 0 : best.dialect.score;
        find_headers(&look, sample, score, context, enough);
        if (i == 0 || is_better(&look, &best, sample))
            best = look;
        if (delimiter)
            break;
    }
    *dialect = best.dialect;
    dialect->is_utf8 = utf8_is_valid(sample);
    memory_free(buffer);
}
