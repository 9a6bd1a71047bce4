/* What the files of the html renderer share: text made harmless for markup and for scripts. */
#ifndef PARE_RENDER_MARKUP_H
#define PARE_RENDER_MARKUP_H

#include "base/out.h"
#include "document/document.h"

struct page {
    struct arena *arena; /* of the block that is being written */
    const struct document *document;
    struct out *out;   /* memory, so that what was written can be counted */
    size_t last_block; /* tables and drawings are numbered by their block */
    bool section;      /* one is open */
    size_t room;       /* bytes of the page at which a table is to end */
    size_t extra;      /* bytes that each row of the table takes elsewhere */
};

/* One line; control and bidirectional characters are replaced, what is markup is escaped. For
 * elements and for attributes in quotes. */
void markup_text(const struct page *page, struct text t);
/* <name class="class">text</name>; class may be NULL. */
void markup_element(const struct page *page, const char *name, const char *class, struct text t);
/* A string in quotes for a script of data: every character comes back as it was, none can end the
 * element that it stands in. */
void markup_string(const struct page *page, struct text t);
/* The base64 of the SHA-256 of the text, as content policies have it. */
struct text markup_hash(struct arena *arena, struct text t);

/* A page of more than 500,000 bytes is too big for many a mail; tables say how many rows they left
 * out. The list to decide on leaves some room for what follows it. */
enum { PAGE_BYTES = 430000, CHOICE_BYTES = 400000, LEAST_ROWS = 10 };

/* The table, up to the rows that there is room for; how many plain rows were written. With choices
 * each row has its number and two more cells, for decision and reason. */
size_t html_rows(struct page *page, const struct table_block *table,
                 const struct choice_list *choices, bool captioned);
void html_choices(struct page *page, const struct block *block, bool scripts);
void svg_chart(struct page *page, const struct block *block);

#endif
