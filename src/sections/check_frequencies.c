#include "sections/check_frequencies.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

/* Reports that are understood in the same way are one line. */
struct line {
    const struct frequency *frequency;
    size_t reports;
};

struct lines {
    struct line *line;
    size_t count;
};

static double sort_runs(const struct frequency *frequency)
{
    return isnan(frequency->runs) ? -1 : frequency->runs;
}

/* The most frequent first; what has no runs last. */
static int compare_lines(const void *a, const void *b)
{
    const struct frequency *x = ((const struct line *)a)->frequency;
    const struct frequency *y = ((const struct line *)b)->frequency;
    if (sort_runs(x) != sort_runs(y))
        return sort_runs(x) > sort_runs(y) ? -1 : 1;
    if (x->status != y->status)
        return x->status < y->status ? -1 : 1;
    int order = text_compare(x->as, y->as);
    return order ? order : text_compare(x->note, y->note);
}

static enum row_style frequency_row(const void *context, size_t index, struct cell *cells)
{
    const struct line *line = &((const struct lines *)context)->line[index];
    const struct frequency *frequency = line->frequency;
    struct text as = frequency->as;
    if (!as.size || frequency->status == FREQUENCY_UNKNOWN)
        as = text_of("not known");
    cells[0] = cell_text(as);
    cells[1] = cell_number(frequency->runs);
    cells[2] = cell_count((int64_t)line->reports);
    if (frequency->note.size)
        cells[3] = cell_text(frequency->note);
    else if (isnan(frequency->runs))
        cells[3] = cell_string("not costed");
    return ROW_PLAIN;
}

static size_t *count_reports(const struct inventory *inventory)
{
    const uint32_t *column = inventory->columns[FIELD_frequency].number;
    size_t *reports = memory_alloc(inventory->frequency_count + 1, sizeof *reports);
    for (size_t i = 0; i < inventory->count; i++)
        reports[column ? column[i] : 0]++;
    return reports;
}

static void collect(struct lines *lines, const struct inventory *inventory, const size_t *reports)
{
    for (size_t i = 0; i < inventory->frequency_count; i++)
        if (reports[i])
            lines->line[lines->count++] = (struct line){&inventory->frequencies[i], reports[i]};
    if (lines->count)
        qsort(lines->line, lines->count, sizeof *lines->line, compare_lines);
    size_t kept = 0;
    for (size_t i = 0; i < lines->count; i++) {
        if (kept && compare_lines(&lines->line[kept - 1], &lines->line[i]) == 0)
            lines->line[kept - 1].reports += lines->line[i].reports;
        else
            lines->line[kept++] = lines->line[i];
    }
    lines->count = kept;
}

void check_frequencies(struct document *document, const struct inventory *inventory)
{
    static const struct column columns[] = {{.title = ""},
                                            {.title = "a year", .number = true},
                                            {.title = "reports", .number = true},
                                            {.title = "", .fit = FIT_WRAP}};
    if (!inventory->columns[FIELD_frequency].number)
        return;
    struct lines *lines = ARENA_ARRAY(document->arena, 1, struct lines);
    size_t *reports = count_reports(inventory);
    lines->line = ARENA_ARRAY(document->arena, inventory->frequency_count + 1, struct line);
    collect(lines, inventory, reports);
    memory_free(reports);
    document_table(document, &(struct table_block){.title = "Frequencies as they were read",
                                                   .columns = columns,
                                                   .column_count = sizeof columns / sizeof *columns,
                                                   .row_count = lines->count,
                                                   .row = frequency_row,
                                                   .context = lines});
}
