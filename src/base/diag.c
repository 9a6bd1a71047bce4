#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/out.h"
#include "base/utf8.h"

struct kind_count {
    const char *kind;
    size_t count;
};

struct diag {
    struct arena *arena;
    struct problem *problems;
    size_t stored, capacity;
    size_t counts[SEVERITY_COUNT];
    struct kind_count *kinds;
    size_t kind_count, kind_capacity;
};

struct diag *diag_new(void)
{
    struct diag *diag = memory_alloc(1, sizeof *diag);

    diag->arena = arena_new();
    return diag;
}

void diag_free(struct diag *diag)
{
    if (!diag)
        return;
    arena_free(diag->arena);
    memory_free(diag->problems);
    memory_free(diag->kinds);
    memory_free(diag);
}

static struct kind_count *find_kind(struct diag *diag, const char *kind)
{
    size_t i;

    for (i = 0; i < diag->kind_count; i++)
        if (strcmp(diag->kinds[i].kind, kind) == 0)
            return &diag->kinds[i];
    diag->kinds = MEMORY_ROOM(diag->kinds, diag->kind_count, diag->kind_capacity);
    diag->kinds[diag->kind_count].kind = kind;
    diag->kinds[diag->kind_count].count = 0;
    return &diag->kinds[diag->kind_count++];
}

__attribute__((format(printf, 2, 0))) static const char *
format_text(struct arena *arena, const char *format, va_list list)
{
    va_list again;
    char *text;
    int size;

    va_copy(again, list);
    size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (size < 0)
        return format;
    text = arena_alloc(arena, (size_t)size + 1);
    vsnprintf(text, (size_t)size + 1, format, list);
    return text;
}

void diag_add(struct diag *diag, enum severity severity, const char *kind, struct place place,
              const char *format, ...)
{
    struct problem *problem;
    va_list list;

    diag->counts[severity]++;
    if (find_kind(diag, kind)->count++ >= DIAG_KEPT)
        return;
    diag->problems = MEMORY_ROOM(diag->problems, diag->stored, diag->capacity);
    problem = &diag->problems[diag->stored++];
    problem->severity = severity;
    problem->kind = kind;
    problem->place = place;
    va_start(list, format);
    problem->text = format_text(diag->arena, format, list);
    va_end(list);
}

size_t diag_stored(const struct diag *diag)
{
    return diag->stored;
}

const struct problem *diag_problem(const struct diag *diag, size_t index)
{
    return &diag->problems[index];
}

size_t diag_count(const struct diag *diag, enum severity severity)
{
    return diag->counts[severity];
}

/* A problem with what decides its place in the order. */
struct sortable {
    struct problem problem;
    size_t file, index;
};

static int compare_sortables(const void *a, const void *b)
{
    const struct sortable *x = a, *y = b;

    if (x->file != y->file)
        return x->file < y->file ? -1 : 1;
    if (x->problem.place.line != y->problem.place.line)
        return x->problem.place.line < y->problem.place.line ? -1 : 1;
    if (x->problem.place.column != y->problem.place.column)
        return x->problem.place.column < y->problem.place.column ? -1 : 1;
    if (strcmp(x->problem.kind, y->problem.kind) != 0)
        return strcmp(x->problem.kind, y->problem.kind);
    return (x->index > y->index) - (x->index < y->index);
}

static bool same_file(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static void sort_kinds(struct diag *diag)
{
    size_t i, k, sorted = 0;

    for (i = 0; i < diag->stored && sorted < diag->kind_count; i++) {
        for (k = sorted; k < diag->kind_count; k++) {
            struct kind_count kind = diag->kinds[k];

            if (strcmp(kind.kind, diag->problems[i].kind) != 0)
                continue;
            diag->kinds[k] = diag->kinds[sorted];
            diag->kinds[sorted++] = kind;
        }
    }
}

void diag_sort(struct diag *diag)
{
    struct sortable *list = memory_alloc(diag->stored, sizeof *list);
    size_t i, j;

    for (i = 0; i < diag->stored; i++) {
        list[i].problem = diag->problems[i];
        list[i].index = list[i].file = i;
        if (i && same_file(list[i].problem.place.file, list[i - 1].problem.place.file))
            list[i].file = list[i - 1].file;
        for (j = 0; j < i && list[i].file == i; j++)
            if (list[j].file == j &&
                same_file(list[i].problem.place.file, list[j].problem.place.file))
                list[i].file = j;
    }
    if (diag->stored)
        qsort(list, diag->stored, sizeof *list, compare_sortables);
    for (i = 0; i < diag->stored; i++)
        diag->problems[i] = list[i].problem;
    memory_free(list);
    sort_kinds(diag);
}

const char *severity_name(enum severity severity)
{
    static const char *const names[SEVERITY_COUNT] = {"note", "warning", "error"};

    return names[severity];
}

static void print_problem(const struct problem *problem, struct out *out)
{
    const struct place *place = &problem->place;

    utf8_clean(out, text_of(place->file ? place->file : "pare"));
    if (place->line)
        out_printf(out, ":%u", place->line);
    if (place->line && place->column)
        out_printf(out, ":%u", place->column);
    out_printf(out, ": %s: ", severity_name(problem->severity));
    utf8_clean(out, text_of(problem->text));
    out_char(out, '\n');
}

void diag_print(const struct diag *diag, enum severity least, size_t most, struct out *out)
{
    size_t *shown = memory_alloc(diag->kind_count, sizeof *shown);
    size_t i, k;

    for (i = 0; i < diag->stored; i++) {
        if (diag->problems[i].severity < least)
            continue;
        for (k = 0; strcmp(diag->kinds[k].kind, diag->problems[i].kind) != 0; k++)
            ;
        if (shown[k]++ < most)
            print_problem(&diag->problems[i], out);
    }
    for (k = 0; k < diag->kind_count; k++)
        if (shown[k] > most)
            out_printf(out, "pare: %zu more of the kind \"%s\"\n", diag->kinds[k].count - most,
                       diag->kinds[k].kind);
    memory_free(shown);
}
