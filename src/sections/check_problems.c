#include "sections/check_problems.h"

#include <string.h>

struct kind {
    const struct problem *first;
    size_t count;
};

struct kinds {
    struct arena *arena;
    struct kind *kind;
    size_t count;
};

/* "list.csv:3:1: text", as in the diagnostics. */
static struct text place_and_text(struct arena *arena, const struct problem *problem)
{
    struct place place = problem->place;
    if (!place.file)
        return text_of(problem->text);
    if (!place.line)
        return arena_printf(arena, "%s: %s", place.file, problem->text);
    if (!place.column)
        return arena_printf(arena, "%s:%u: %s", place.file, place.line, problem->text);
    return arena_printf(arena, "%s:%u:%u: %s", place.file, place.line, place.column, problem->text);
}

static enum row_style kind_row(const void *context, size_t index, struct cell *cells)
{
    const struct kinds *kinds = context;
    const struct kind *kind = &kinds->kind[index];
    const char *severity = severity_name(kind->first->severity);
    cells[0] = cell_text(
        arena_printf(kinds->arena, "%zu %s%s", kind->count, severity, kind->count == 1 ? "" : "s"));
    struct text first = place_and_text(kinds->arena, kind->first);
    cells[1] = cell_text(
        kind->count == 1 ? first : arena_printf(kinds->arena, "first %.*s", TEXT_ARGS(first)));
    return ROW_PLAIN;
}

static struct kind *find_kind(struct kinds *kinds, const struct problem *problem)
{
    for (size_t i = 0; i < kinds->count; i++) {
        const struct problem *first = kinds->kind[i].first;
        if (first->severity == problem->severity && strcmp(first->kind, problem->kind) == 0)
            return &kinds->kind[i];
    }
    kinds->kind[kinds->count].first = problem;
    return &kinds->kind[kinds->count++];
}

/* Errors first, then warnings, then notes; each in the order of their coming. */
static void collect(struct kinds *kinds, const struct diag *diag)
{
    for (int severity = SEVERITY_COUNT - 1; severity >= 0; severity--)
        for (size_t i = 0; i < diag_stored(diag); i++) {
            const struct problem *problem = diag_problem(diag, i);
            if ((int)problem->severity == severity)
                find_kind(kinds, problem)->count++;
        }
}

void check_problems(struct document *document, const struct inventory *inventory)
{
    static const struct column columns[] = {{.title = ""}, {.title = "", .fit = FIT_WRAP}};
    size_t stored = diag_stored(inventory->diag), all = 0;
    for (int i = 0; i < SEVERITY_COUNT; i++)
        all += diag_count(inventory->diag, (enum severity)i);
    if (!all) {
        document_term(document, "Problems", text_of("none"));
        return;
    }
    struct kinds *kinds = ARENA_ARRAY(document->arena, 1, struct kinds);
    kinds->arena = document->arena;
    kinds->kind = ARENA_ARRAY(document->arena, stored + 1, struct kind);
    collect(kinds, inventory->diag);
    document_table(document, &(struct table_block){.title = "Problems",
                                                   .columns = columns,
                                                   .column_count = sizeof columns / sizeof *columns,
                                                   .row_count = kinds->count,
                                                   .row = kind_row,
                                                   .context = kinds});
    if (all > stored)
        document_note(document,
                      document_text(document, "%zu more were counted, not kept.", all - stored));
}
