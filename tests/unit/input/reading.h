/* Inventories for tests: texts written to files, read, and told back as text. */
#ifndef PARE_TESTS_READING_H
#define PARE_TESTS_READING_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/out.h"
#include "input/input.h"

enum { READING_FILES = 8 };

/* Files that live until reading_clear. */
struct reading_files {
    char names[READING_FILES][64];
    size_t count;
};

static inline const char *reading_file(struct reading_files *files, const char *data, size_t size)
{
    char *name = files->names[files->count++];
    FILE *file;
    int descriptor;

    snprintf(name, sizeof files->names[0], "/tmp/pare-test-XXXXXX");
    descriptor = mkstemp(name);
    assert_true(descriptor >= 0);
    file = fdopen(descriptor, "wb");
    assert_int_equal(fwrite(data, 1, size, file), size);
    fclose(file);
    return name;
}

static inline void reading_clear(struct reading_files *files)
{
    size_t i;

    for (i = 0; i < files->count; i++)
        unlink(files->names[i]);
    files->count = 0;
}

/* One inventory out of a text, with the given options. */
static inline struct inventory *read_bytes(const char *data, size_t size,
                                           const struct input_options *options)
{
    static const struct input_options none;
    struct reading_files files = {.count = 0};
    const char *name = reading_file(&files, data, size);
    struct assumptions assumptions;
    struct inventory *inventory;

    assumptions_init(&assumptions);
    inventory = inventory_read(&name, 1, options ? options : &none, &assumptions);
    reading_clear(&files);
    return inventory;
}

static inline struct inventory *read_string(const char *string, const struct input_options *options)
{
    return read_bytes(string, strlen(string), options);
}

/* How often a kind of problem was met; its last line and column. */
static inline size_t problems(const struct inventory *inventory, const char *kind,
                              struct place *place)
{
    size_t i, count = 0;

    for (i = 0; i < diag_stored(inventory->diag); i++) {
        const struct problem *problem = diag_problem(inventory->diag, i);

        if (strcmp(problem->kind, kind) != 0)
            continue;
        count++;
        if (place)
            *place = problem->place;
    }
    return count;
}

static inline struct report report_at(const struct inventory *inventory, const char *id)
{
    struct report report;
    long index = inventory_find(inventory, text_of(id));

    if (index < 0)
        print_error("no report \"%s\"\n", id);
    assert_true(index >= 0);
    inventory_report(inventory, (size_t)index, &report);
    return report;
}

static inline struct text name_of(const struct inventory *inventory, const struct report *report)
{
    return inventory_text(inventory, report->name);
}

/* The recipients of a report in the order of their names, separated by "; ", lists with a star. */
static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static inline void join_sorted(struct out *out, char **lines, size_t count, const char *between)
{
    size_t i;

    qsort(lines, count, sizeof *lines, compare_lines);
    for (i = 0; i < count; i++) {
        out_printf(out, "%s%s", i ? between : "", lines[i]);
        memory_free(lines[i]);
    }
    memory_free(lines);
}

static inline char *line_of(struct out *out)
{
    struct text text = out_written(out);
    char *line = memory_alloc(text.size + 1, 1);

    if (text.size)
        memcpy(line, text.data, text.size);
    out_abandon(out);
    return line;
}

static inline void put_people(struct out *out, const struct inventory *inventory, struct set set)
{
    char **lines = memory_alloc(set.count, sizeof *lines);
    uint32_t i;

    for (i = 0; i < set.count; i++) {
        struct out *line = out_memory();

        out_text(line, inventory_person_name(inventory, set.member[i]));
        out_string(line, inventory_person(inventory, set.member[i])->is_list ? "*" : "");
        lines[i] = line_of(line);
    }
    join_sorted(out, lines, set.count, "; ");
}

static inline void put_terms(struct out *out, const struct inventory *inventory, struct set set)
{
    char **lines = memory_alloc(set.count, sizeof *lines);
    uint32_t i;

    for (i = 0; i < set.count; i++) {
        struct out *line = out_memory();

        out_text(line, inventory_term(inventory, set.member[i]));
        lines[i] = line_of(line);
    }
    join_sorted(out, lines, set.count, ", ");
}

/* Everything about a report but where it stood. */
static inline void put_report(struct out *out, const struct inventory *inventory, size_t index)
{
    struct report report;
    int field;

    inventory_report(inventory, index, &report);
    for (field = 0; field < FIELD_COUNT; field++) {
        const union field_column *column = &inventory->columns[field];

        if (!report_has(&report, (enum field)field))
            continue;
        out_printf(out, "%s=", field_info((enum field)field)->name);
        switch (field_info((enum field)field)->kind) {
        case KIND_TEXT:
            out_text(out, inventory_text(inventory, column->number[index]));
            break;
        case KIND_PERSON:
            out_text(out, inventory_person_name(inventory, column->number[index]));
            break;
        case KIND_PEOPLE:
            put_people(out, inventory, inventory_set(inventory, column->number[index]));
            break;
        case KIND_TERMS:
            put_terms(out, inventory, inventory_set(inventory, column->number[index]));
            break;
        case KIND_FREQUENCY:
            out_printf(out, "%s %g",
                       frequency_status_name(inventory->frequencies[column->number[index]].status),
                       inventory->frequencies[column->number[index]].runs);
            break;
        case KIND_CHANNEL:
            out_printf(out, "%x", column->number[index]);
            break;
        default:
            out_printf(out, "%.17g", column->value[index]);
        }
        out_string(out, " | ");
    }
}

/* All reports, sorted, so that the order of the rows does not show. */
static inline struct out *all_reports(const struct inventory *inventory)
{
    struct out *out = out_memory();
    char **lines = memory_alloc(inventory->count, sizeof *lines);
    size_t i;

    for (i = 0; i < inventory->count; i++) {
        struct out *line = out_memory();

        put_report(line, inventory, i);
        lines[i] = line_of(line);
    }
    join_sorted(out, lines, inventory->count, "\n");
    return out;
}

#endif
