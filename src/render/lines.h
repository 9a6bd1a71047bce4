/* Text for a terminal: made harmless, measured in columns, broken into lines. */
#ifndef PARE_RENDER_LINES_H
#define PARE_RENDER_LINES_H

#include "base/arena.h"

struct lines {
    struct text *line;
    size_t count;
};

/* One line without control and bidirectional characters; t itself where it is harmless. */
struct text clean_text(struct arena *arena, struct text t);

/* Broken at blanks into lines of at most width columns, in arena. A word that is longer gets a line
 * of its own and, where hard, is cut to the width. At least one line. */
struct lines wrap_text(struct arena *arena, struct text t, size_t width, bool hard);
/* At most width columns, ending in "..." where something was cut. */
struct text cut_text(struct arena *arena, struct text t, size_t width);

#endif
