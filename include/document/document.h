/* What can be rendered: a list of typed blocks that knows nothing of reports or findings.
 *
 * The fifth product: it owns its arena and may point into older products. Tables hold a row function
 * instead of rows, so that a million rows cost nothing until they are written. Titles are for people,
 * keys for machines: a block is for the one, the other or both. */
#ifndef PARE_DOCUMENT_DOCUMENT_H
#define PARE_DOCUMENT_DOCUMENT_H

#include "base/arena.h"

enum cell_kind {
    CELL_NULL,  /* unknown: null for machines, a dash or nothing for people */
    CELL_TEXT,
    CELL_COUNT, /* whole number */
    CELL_NUMBER,
    CELL_MONEY, /* cents */
    CELL_HOURS,
    CELL_SHARE, /* 0..1; people see per cent */
    CELL_DATE,
    CELL_FLAG
};

struct cell {
    enum cell_kind kind;
    union {
        struct text text;
        int64_t count;
        int64_t cents;
        double number;
        int32_t date;
        bool flag;
    } as;
};

/* How a row is shown to people; machines see every row alike. */
enum row_style { ROW_PLAIN, ROW_TOTAL, ROW_DETAIL, ROW_NOTE };

struct column {
    const char *key;   /* NULL: for people only */
    const char *title; /* NULL: for machines only */
    bool number;       /* aligned to the right */
    bool adds_up;      /* shown values are rounded so that they add up to the row ROW_TOTAL */
    bool stretches;    /* takes what is left of the line; is cut first */
};

struct table_block {
    const char *key;   /* NULL: for people only */
    const char *title; /* NULL: for machines only */
    const struct column *columns;
    size_t column_count;
    size_t row_count;
    size_t limit; /* rows that people see; 0 for all */
    enum row_style (*row)(const void *context, size_t index, struct cell *cells);
    const void *context;
};

enum block_kind { BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_NOTE, BLOCK_COMMAND, BLOCK_TABLE, BLOCK_RECORD };

struct entry {
    const char *key;
    struct cell cell;
};

struct block {
    enum block_kind kind;
    int level;                /* heading */
    struct text text;         /* heading, paragraph, note, command */
    struct table_block table; /* table */
    const char *key;          /* record: an object for machines */
    struct entry *entries;
    size_t entry_count;
};

struct document {
    struct arena *arena;
    struct text title;
    struct block *blocks;
    size_t count, capacity;
};

struct document *document_new(void);
void document_free(struct document *document);

struct cell cell_null(void);
struct cell cell_text(struct text t);
struct cell cell_string(const char *string);
struct cell cell_count(int64_t count);
struct cell cell_number(double number); /* null where NAN */
struct cell cell_money(int64_t cents);
struct cell cell_hours(double hours);
struct cell cell_share(double share);
struct cell cell_date(int32_t date);
struct cell cell_flag(bool flag);

void document_heading(struct document *document, int level, struct text t);
void document_paragraph(struct document *document, struct text t);
void document_note(struct document *document, struct text t);
void document_command(struct document *document, struct text command, struct text what);
void document_table(struct document *document, const struct table_block *table);
/* An object for machines; returns where its entries go. */
void document_record(struct document *document, const char *key, const struct entry *entries,
                     size_t count);

#endif
