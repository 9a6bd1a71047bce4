/* The sheets of a workbook: which there are and what stands on each. */
#ifndef PARE_RENDER_XLSX_H
#define PARE_RENDER_XLSX_H

#include "document/document.h"
#include "render/book.h"

/* Text for people on one sheet: the next free row and how wide a line is. */
struct flow {
    const struct document *document;
    struct sheet *sheet;
    struct arena *arena;
    size_t row;
};

enum { FLOW_FIRST = 46, FLOW_OTHER = 14, FLOW_LINE = 118 };
#define TITLE_LINES 1.6
#define HEADING_LINES 1.3

/* Widths of the columns for text. */
void xlsx_flow_begin(struct flow *flow);
/* t over as many rows as it takes, since merged cells hinder who works on. */
void xlsx_flow_lines(struct flow *flow, struct text t, enum look look);
/* Any block but choices and charts; tables that have a title. */
void xlsx_flow_block(struct flow *flow, const struct block *block);
void xlsx_flow_table(struct flow *flow, const struct table_block *table);

/* The list of changes and its look-ups: where they are, for the totals that follow. */
struct deciding {
    const struct choice_list *choices;
    struct sheet *worklist, *look_ups;
    size_t first, last;     /* rows of the worklist */
    size_t decision;        /* its column of decisions */
    size_t bundle, weight;  /* columns for the look-ups */
    int64_t *all, *decided; /* by figure, what our own arithmetic gives */
    size_t accepted, rejected, deferred, without;
};

/* Of the sheet of look-ups: the first row of a bundle, the columns of its figures. */
enum { LOOK_UP_FIRST = 2, LOOK_UP_WITHOUT = 5, LOOK_UP_FIGURES = 6 };

/* choices that were found; the sheet of the worklist only. */
void xlsx_worklist(struct book *book, const struct document *document, const struct block *block,
                   struct deciding *deciding);
void xlsx_look_ups(struct book *book, struct deciding *deciding);
/* The totals, at the place where the flow is, with their drawing beside. */
void xlsx_totals(struct flow *flow, const struct deciding *deciding);

/* A table or records as programs get them. */
void xlsx_table(struct book *book, const struct document *document, const struct block *block);
void xlsx_records(struct book *book, const struct document *document);
/* Cells that the tables take altogether, by and large. */
size_t xlsx_cells(const struct document *document);

void xlsx_chart(struct flow *flow, const struct block *block);

/* "producer_cost" as people write it: "Producer cost". */
struct text xlsx_words(struct arena *arena, const char *key);

#endif
