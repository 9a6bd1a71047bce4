#include "sections/check_problems.h"

#include <string.h>

/* One line: a problem, or how many more of its kind there are. */
struct line {
    const struct problem *problem;
    size_t more;
};

struct problem_rows {
    struct arena *arena;
    struct line *line;
    size_t count;
};

struct kind {
    const char *name;
    size_t count;
    const struct problem *last;
};

static struct text place_text(struct arena *arena, struct place place)
{
    if (!place.file)
        return text_of("");
    if (!place.line)
        return arena_printf(arena, "%s", place.file);
    if (!place.column)
        return arena_printf(arena, "%s:%u", place.file, place.line);
    return arena_printf(arena, "%s:%u:%u", place.file, place.line, place.column);
}

static enum row_style problem_row(const void *context, size_t index, struct cell *cells)
{
    const struct problem_rows *rows = context;
    const struct line *line = &rows->line[index];
    const struct problem *problem = line->problem;
    struct text place = place_text(rows->arena, problem->place);
    if (line->more) {
        cells[0] = cell_text(arena_printf(rows->arena, "... and %zu more like %.*s", line->more,
                                          TEXT_ARGS(place)));
        return ROW_NOTE;
    }
    cells[0] = cell_text(place);
    cells[1] = cell_string(severity_name(problem->severity));
    cells[2] = cell_string(problem->text);
    return ROW_PLAIN;
}

static struct kind *find_kind(struct kind *kinds, size_t *count, const struct problem *problem)
{
    for (size_t i = 0; i < *count; i++)
        if (strcmp(kinds[i].name, problem->kind) == 0)
            return &kinds[i];
    kinds[*count].name = problem->kind;
    return &kinds[(*count)++];
}

/* Errors first, then warnings, then notes; of each kind the first few, then a count. */
static void collect(struct problem_rows *rows, const struct diag *diag, struct kind *kinds)
{
    size_t kind_count = 0;
    for (int severity = SEVERITY_COUNT - 1; severity >= 0; severity--) {
        size_t first = kind_count;
        for (size_t i = 0; i < diag_stored(diag); i++) {
            const struct problem *problem = diag_problem(diag, i);
            if ((int)problem->severity != severity)
                continue;
            size_t count = kind_count - first;
            struct kind *kind = find_kind(kinds + first, &count, problem);
            kind_count = first + count;
            kind->last = problem;
            if (kind->count++ < DIAG_SHOWN)
                rows->line[rows->count++] = (struct line){problem, 0};
        }
        for (size_t k = first; k < kind_count; k++)
            if (kinds[k].count > DIAG_SHOWN)
                rows->line[rows->count++] =
                    (struct line){kinds[k].last, kinds[k].count - DIAG_SHOWN};
    }
}

void check_problems(struct document *document, const struct inventory *inventory)
{
    static const struct column columns[] = {
        {.title = ""}, {.title = ""}, {.title = "", .fit = FIT_WRAP}};
    size_t stored = diag_stored(inventory->diag), all = 0;
    for (int i = 0; i < SEVERITY_COUNT; i++)
        all += diag_count(inventory->diag, (enum severity)i);
    if (!all) {
        document_term(document, "Problems", text_of("none"));
        return;
    }
    struct problem_rows *rows = ARENA_ARRAY(document->arena, 1, struct problem_rows);
    rows->arena = document->arena;
    rows->line = ARENA_ARRAY(document->arena, 2 * stored + 1, struct line);
    collect(rows, inventory->diag, ARENA_ARRAY(document->arena, stored + 1, struct kind));
    document_table(document, &(struct table_block){.title = "Problems",
                                                   .columns = columns,
                                                   .column_count = sizeof columns / sizeof *columns,
                                                   .row_count = rows->count,
                                                   .row = problem_row,
                                                   .context = rows});
    if (all > stored)
        document_note(document, document_text(document, "%zu more were counted, not kept.",
                                              all - stored));
}
