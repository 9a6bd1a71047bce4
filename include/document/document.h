/* What can be rendered: a list of typed blocks that knows nothing of reports or findings.
 *
 * The fifth product: it owns its arena and may point into older products. Tables hold a row
 * function instead of rows, so that a million rows cost nothing until they are written. Keys are
 * for machines, titles for people: a block with a key goes to json and csv, one with a title to
 * people, one with both to both. json has its keys in the order of the blocks. Texts given are not
 * copied: they are literals or live in document->arena or an older product. */
#ifndef PARE_DOCUMENT_DOCUMENT_H
#define PARE_DOCUMENT_DOCUMENT_H

#include "base/arena.h"

enum cell_kind {
    CELL_NULL, /* unknown or not there: null for machines, empty for people */
    CELL_TEXT,
    CELL_COUNT, /* whole number */
    CELL_NUMBER,
    CELL_MONEY, /* cents; people see whole units */
    CELL_HOURS, /* people see whole hours */
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

/* How a row is shown to people; machines get the plain rows only. */
enum row_style {
    ROW_PLAIN,
    ROW_TOTAL,  /* the sum of the plain rows since the total before */
    ROW_APART,  /* figures of their own, in no sum */
    ROW_DETAIL, /* says more on the row above: further in, in no sum */
    ROW_NOTE    /* the first cell is a sentence that takes the whole line and wraps */
};

/* What gives where a line is too long for the terminal. */
enum fit {
    FIT_WHOLE, /* cut last */
    FIT_CUT,   /* takes what is left of the line; cut with "..." */
    FIT_WRAP   /* takes what is left of the line; goes on in the next */
};

struct column {
    const char *key;   /* NULL: for people only */
    const char *title; /* NULL: for machines only; "" has no words above it */
    bool number;       /* aligned to the right */
    bool adds_up;      /* shown values are rounded so that they add up to the row ROW_TOTAL */
    enum fit fit;
    const char *one, *many;  /* words behind a count, "1 report", "10 reports"; or NULL */
    const char *head;        /* words above it in a workbook; NULL: the title, else the key */
    const char *const *pick; /* ended by NULL: what a person who fills it in picks from; or NULL */
};

/* For people a text runs over into empty cells beside it, to the right, or to the left where the
 * column is a number: so a row can say "not known: ..." instead of its figures, and the title of
 * the table stands on the line of the column titles. */
struct table_block {
    const char *key;   /* NULL: for people only */
    const char *title; /* NULL: for machines only */
    const struct column *columns;
    size_t column_count;
    size_t row_count;
    size_t limit;        /* plain rows that people see; 0 for all */
    const char *more;    /* command that shows the rest, "... and 31 more: pare audit"; or NULL */
    const char *read_by; /* command that reads it when it is filled in and saved as CSV; or NULL */
    /* Fills cells, which are all CELL_NULL before, with the row of that index. */
    enum row_style (*row)(const void *context, size_t index, struct cell *cells);
    const void *context;
};

enum block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_NOTE,    /* a remark on what stands above it */
    BLOCK_TERM,    /* NOT TOUCHED  10 reports that law asks for */
    BLOCK_COMMAND, /* NEXT         pare check FILE   12 notes on how the files were read */
    BLOCK_TABLE,
    BLOCK_RECORD,
    BLOCK_CHART,   /* a table drawn where that can be done; else the table */
    BLOCK_TILES,   /* the few figures that matter most, side by side */
    BLOCK_CHOICES, /* a table whose rows a person decides on */
    BLOCK_PAGE     /* what follows begins a new page where there are pages */
};

/* Only plain rows are drawn, in their order, and the total that ends a waterfall; the table stands
 * beside the drawing. */
enum chart_kind {
    CHART_BARS,      /* a bar each */
    CHART_PARETO,    /* bars, largest first, and the share that they have together so far: of what
                        other tells where that is a share, else of all rows */
    CHART_WATERFALL, /* the first row stands, the next are added to it (below zero: taken off), the
                        last is what is left */
    CHART_BEFORE_AFTER, /* two bars each: value, other */
    CHART_FRONTIER      /* a line through the points: value to the right, other upwards */
};

struct chart {
    enum chart_kind kind;
    size_t label, value, other; /* numbers of columns of the table; other where the kind needs it */
    const char *what;           /* one sentence: what is to be seen */
};

bool chart_draws(const struct chart *chart, enum row_style style);

/* value as people see it, "4,536 hours"; remark or "" */
struct tile {
    const char *label;
    struct text value, remark;
};

/* What a set of decisions comes to. Agreed: of what is accepted; else of what is accepted or open,
 * after what usually fails. In cents where money, hundredths where hours, else whole. */
struct figure {
    const char *key, *title;
    enum cell_kind kind; /* CELL_MONEY, CELL_HOURS or CELL_COUNT */
    bool agreed;
};

/* One row of the list; report and action are what the file of decisions has in these columns. */
struct choice_row {
    struct text report, action;
    struct text decision, reason; /* what was decided before: accept, reject, defer; or empty */
    struct text by, on, review_by, due, done, to; /* as in the file of decisions; may be empty */
    uint32_t bundle;
    uint32_t bit; /* in the sets of its bundle; shared by all that are decided as one */
};

struct choice_bundle {
    uint32_t bits;        /* at most 6: it has 2 to the power of bits sets */
    const int64_t *value; /* by set the figures: value[set * figure_count + figure] */
    const bool *allowed;  /* by set: each of its actions has an effect; NULL where all are */
};

/* Totals are sums of one look-up for each bundle, so page and program agree to the cent. The
 * plain row i of the table is about rows[i]; rows of detail may follow it. */
struct choice_list {
    const struct figure *figures;
    size_t figure_count;
    const struct choice_row *rows;
    size_t row_count;
    const struct choice_bundle *bundles;
    size_t bundle_count;
    int64_t before, target; /* in the unit of that figure; target 0 where there is none */
    size_t target_figure;   /* an agreed one */
};

/* A member of a record. */
struct entry {
    const char *key;
    struct cell cell;
};

struct block {
    enum block_kind kind;
    int level;                /* heading: 1 or 2 */
    struct text label;        /* term, command; empty where the label above goes on */
    struct text text;         /* heading, paragraph, note, term, command */
    struct text what;         /* command: what it does */
    struct table_block table; /* table, chart, choices */
    struct chart chart;
    const struct tile *tiles;
    size_t tile_count;
    struct choice_list choices;
    const char *key; /* record: an object for machines; page: its name as a file, or NULL */
    const struct entry *entries;
    size_t entry_count;
};

struct document {
    struct arena *arena;
    struct text title;               /* for renderers that have one */
    bool titled;                     /* a terminal shows the title, too */
    const char *main_table;          /* key of what csv writes where no table was asked for */
    bool about;                      /* most is assumed: people see money rounded, with "about" */
    const char *currency;            /* people see it with money; NULL or "" without */
    int32_t as_of;                   /* the day it is about; 0 where there is none */
    const struct document *machines; /* the tables of the same story for programs, which a workbook
                                        has too; or NULL */
    struct block *blocks;
    size_t count, capacity;
    struct document *parts;  /* that were joined to it, the last one first; freed with it */
    struct document *before; /* of a part: the one that was joined before it */
};

struct document *document_new(void);
void document_free(struct document *document);
/* An empty document that shows money as this one does, to be filled beside it and joined to it. */
struct document *document_part(const struct document *document);
/* Puts the blocks of the part behind its own; the part lives as long as the document. */
void document_join(struct document *document, struct document *part);

struct cell cell_null(void);
struct cell cell_text(struct text t);        /* an empty text is a known empty text */
struct cell cell_string(const char *string); /* null where NULL */
struct cell cell_count(int64_t count);
struct cell cell_number(double number); /* these three: null where NAN */
struct cell cell_hours(double hours);
struct cell cell_share(double share);
struct cell cell_money(int64_t cents);
struct cell cell_date(int32_t date); /* null where DATE_UNKNOWN */
struct cell cell_flag(bool flag);

void document_heading(struct document *document, int level, struct text t);
void document_paragraph(struct document *document, struct text t);
void document_note(struct document *document, struct text t);
void document_term(struct document *document, const char *label, struct text t);
/* label "" goes on under the label above. */
void document_command(struct document *document, const char *label, struct text command,
                      struct text what);
/* The table is copied, what it points to is not. */
void document_table(struct document *document, const struct table_block *table);
/* chart and choices are copied likewise; choices: what it points to lives as long as the document.
 */
void document_chart(struct document *document, const struct chart *chart,
                    const struct table_block *table);
void document_tiles(struct document *document, const struct tile *tiles, size_t count);
void document_choices(struct document *document, const struct choice_list *choices,
                      const struct table_block *table);
void document_page(struct document *document);
/* A page that is a file of its own where a folder is written: key is its name, without suffix. */
void document_page_file(struct document *document, const char *key);
/* Entries are copied, what they point to is not. */
void document_record(struct document *document, const char *key, const struct entry *entries,
                     size_t count);

/* table, for the blocks that have one, or NULL. */
const struct table_block *block_table(const struct block *block);
/* The table or record with that key, or NULL. */
const struct block *document_find(const struct document *document, const char *key);
const char *block_key(const struct block *block); /* NULL where it is for people only */

/* A figure within a sentence, as people see it: "254,808", or "about 255,000" where
 * document->about; "1,750"; "17 %"; "1 report", "10 reports". In document->arena. */
struct text document_money(struct document *document, int64_t cents);
/* The same amount where "about" is said beside it, as in "about 68,000 to 130,000". */
struct text document_figure(struct document *document, int64_t cents);
struct text document_count(struct document *document, double number);
struct text document_share(struct document *document, double share);
struct text document_number_of(struct document *document, size_t count, const char *one,
                               const char *many);
/* A sentence put together; printf. In document->arena. */
#define document_text(document, ...) arena_printf((document)->arena, __VA_ARGS__)

#endif
