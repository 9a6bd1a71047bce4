/* The lists of a comparison for people: what each action came to, what changed, what grew back. */
#ifndef PARE_SECTIONS_COMPARE_LISTS_H
#define PARE_SECTIONS_COMPARE_LISTS_H

#include "document/document.h"
#include "sections/story.h"

/* What the rows of a table tell from. */
struct telling {
    const struct story *story;
    const struct comparison *comparison;
    struct arena *arena;
    uint32_t *rows; /* of the table, in its order */
    size_t count;
    size_t last; /* edition */
};

/* In the arena of the document, with room for so many rows. */
struct telling *compare_begin(struct document *document, const struct story *story, size_t rows);

void compare_tell_realised(struct document *document, const struct story *story);
void compare_tell_regrown(struct document *document, const struct story *story);
void compare_tell_changes(struct document *document, const struct story *story);

#endif
