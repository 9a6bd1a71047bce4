/* All reports that were read, with their strings, people and what was understood of the files.
 *
 * The first of the five products: it owns its arena and tables, and is const once it is read.
 * Values stand in one column per field; inventory_report gathers a row into a struct report. */
#ifndef PARE_MODEL_INVENTORY_H
#define PARE_MODEL_INVENTORY_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/table.h"
#include "model/people.h"
#include "model/report.h"
#include "model/usage.h"

struct answers;  /* model/answer.h */
struct decision; /* model/decision.h */
struct request;  /* model/request.h */

/* One input file. */
struct input {
    const char *file; /* as the user named it; "<stdin>" for - */
    const char *role; /* inventory, people, usage, lists, assumptions, answers, decisions */
    size_t rows;      /* data rows read */
    char sha256[65];
    const char *encoding;  /* "UTF-8", "UTF-16LE", "windows-1252" */
    char delimiter, quote; /* of the CSV */
    bool long_form;        /* one row per report and recipient */
    const char *system;    /* "SSRS", "Tableau", ... where the headers tell; else NULL */
};

/* How a header was understood. */
enum column_how {
    HOW_EXACT,
    HOW_ALIAS,
    HOW_GIVEN,
    HOW_GUESSED,
    HOW_ID_TOO, /* by an alias, and its values are the ids as well */
    HOW_DESCRIPTION_TOO,
    HOW_UNUSED
};

struct column_match {
    uint16_t file; /* number of the input */
    struct text header;
    int field; /* enum field, or -1 where unused */
    enum column_how how;
    struct text examples[5]; /* the first distinct values */
};

/* The values of one field for all reports; NULL where no file has the field. Texts, people, sets,
 * frequencies and channels are numbers or bits (0: unknown), the rest is double (NAN: unknown); see
 * field_is_number. */
/* A filled cell of a column that was not matched; input keeps them where it is asked to. */
struct spare_cell {
    const struct spare_cell *next; /* in the order of rows and columns */
    struct text header, text;
    uint32_t line; /* of the first row of its report */
    uint16_t file;
};

/* A column that was not matched and whose few short values may tell entries apart. */
struct spare_column {
    struct text header;
    uint8_t *value;       /* by report; 0: nothing known */
    const uint32_t *text; /* by value: number of the text */
};

union field_column {
    uint32_t *number;
    double *value;
};

struct inventory {
    struct arena *arena;
    struct table *strings;   /* ids, names, descriptions, departments, mandates ... */
    struct table *terms;     /* fields and sources, folded for comparison */
    uint32_t *term_spelling; /* by term: number of the text as it was first written */

    size_t count; /* reports */
    union field_column columns[FIELD_COUNT];
    uint32_t *line;
    uint16_t *file;

    uint32_t *set_start; /* members of set n: set_member[set_start[n]] up to set_start[n + 1] */
    uint32_t *set_member;
    size_t set_count; /* sets 0 (unknown) to set_count - 1 */

    struct frequency *frequencies; /* 0 is unknown */
    size_t frequency_count;
    struct person *people; /* 0 is nobody */
    size_t people_count;   /* with nobody */

    struct input *inputs;
    size_t input_count;
    struct column_match *matches;
    size_t match_count;
    struct spare_cell *spare_cells, *last_spare_cell; /* the latter for adding */
    struct spare_column *spare_columns;               /* those for the matcher; mostly none */
    size_t spare_count;
    size_t rows;                /* data rows of all inventories */
    struct diag *diag;          /* problems of all inputs */
    struct decision *decisions; /* in the order of the rows */
    size_t decision_count;
    uint32_t *last_decision; /* by report: number of the last decision on it, + 1; NULL without */
    struct answers *answers; /* NULL without */
    struct request *request; /* NULL without */
    struct usage *usage;     /* who opened what when; NULL without --usage */
    int32_t log_end;         /* last day in a log or export of usage; DATE_UNKNOWN without */
    bool ids_given;          /* ids stand in the files; else they were made from names */
};

/* Without reports, people or inputs; what grows later is memory of its own, freed with it. */
struct inventory *inventory_new(void);
void inventory_free(struct inventory *inventory);

void inventory_report(const struct inventory *inventory, size_t index, struct report *report);
/* One cell, for which a whole report would be too much: its number or bits, 0 where unknown. */
static inline uint32_t inventory_cell(const struct inventory *inventory, enum field field,
                                      size_t index)
{
    const uint32_t *column = inventory->columns[field].number;

    return column ? column[index] : 0;
}
/* The report with that id, or -1. */
long inventory_find(const struct inventory *inventory, struct text id);

struct text inventory_text(const struct inventory *inventory, uint32_t number);
/* What a report has in a spare column; empty where nothing is known. */
struct text inventory_spare(const struct inventory *inventory, size_t column, size_t report);
const struct person *inventory_person(const struct inventory *inventory, uint32_t number);
/* Name where known, else address. */
struct text inventory_person_name(const struct inventory *inventory, uint32_t number);
struct set inventory_set(const struct inventory *inventory, uint32_t number);
struct text inventory_term(const struct inventory *inventory, uint32_t term);

/* People that a recipient set stands for: lists count as their members where known. *unknown_lists
 * gets the number of lists whose members are not known. */
size_t inventory_people_in(const struct inventory *inventory, struct set people,
                           size_t *unknown_lists);

#endif
